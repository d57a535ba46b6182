"""Sending pointers. One letter a person and channel stands for all that waits; what has been read needs none."""

from datetime import timedelta

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.kernel import clock
from stafett.messages import channels, rules
from stafett.messages.enums import Channel, DeliveryState, Kind
from stafett.messages.models import Delivery
from stafett.messages.operations.telling import defer, tell
from stafett.messages.queries import address_index, contacts_of
from stafett.register.enums import RelationState
from stafett.register.models import GuardianRelation

BOUNCE_WITHIN = timedelta(days=14)  # mail servers give up after five days; older letters did arrive


def point(delivery_id) -> DeliveryState | None:
    """Send the pointer that is due, and settle whatever else waits for the same person and channel.

    Gives what became of it: WAITING when it is to be tried again later; None when somebody else has settled it.
    Must run within the municipality.
    """
    asked = Delivery.objects.select_related("message").filter(pk=delivery_id).first()
    waiting = _waiting_with(asked) if asked else []
    if delivery_id not in {delivery.pk for delivery in waiting}:
        return None
    contact = contacts_of([asked.message.recipient_id])[asked.message.recipient_id]
    if not _is_needed(waiting, contact, asked.channel):
        return _settle(waiting, DeliveryState.UNNEEDED)
    index = address_index(asked.municipality_id, contact.address(asked.channel))
    return _attempt(waiting, contact, asked.channel, index)


def mark_bounced(municipality_id, addresses) -> int:
    """Say of e-mail addresses (as text) that what was sent there came back; gives how many pointers that was.

    Must run within the municipality.
    """
    indexes = [address_index(municipality_id, address) for address in addresses]
    came_back = list(
        Delivery.objects.select_for_update(of=("self",))
        .select_related("message")
        .filter(
            address_index__in=indexes,
            channel=Channel.EMAIL,
            state=DeliveryState.SENT,
            at__gte=clock.now() - BOUNCE_WITHIN,
        )
    )
    for delivery in came_back:
        _settle([delivery], DeliveryState.BOUNCED, index=bytes(delivery.address_index))
    return len(came_back)


def _waiting_with(asked):
    """All that is due for the same person and channel, held: a second worker waits here, and finds nothing left."""
    rows = Delivery.objects.select_for_update(of=("self",)).select_related("message")
    return list(
        rows.filter(
            message__recipient_id=asked.message.recipient_id,
            channel=asked.channel,
            state=DeliveryState.WAITING,
            due_at__lte=max(clock.now(), asked.due_at),
        ).order_by("id")
    )


def _is_needed(waiting, contact, channel):
    is_unread = any(delivery.message.read_at is None for delivery in waiting)
    return is_unread and channel in contact.ways(channels.opened())


def _attempt(waiting, contact, channel, index):
    try:
        channels.port(channel).point(contact.address(channel), lang=contact.locale)
    except channels.WrongAddress:
        return _settle(waiting, DeliveryState.BOUNCED, index=index)
    except channels.NotNow:
        return _try_later(waiting, index)
    return _settle(waiting, DeliveryState.SENT, index=index)


def _try_later(waiting, index):
    pause = rules.next_attempt(max(delivery.attempts for delivery in waiting) + 1)
    if pause is None:
        return _settle(waiting, DeliveryState.FAILED, index=index)
    for delivery in waiting:
        delivery.attempts += 1
        delivery.due_at = rules.when_to_point(clock.now() + pause, delivery.message.kind)
        delivery.save(update_fields=["attempts", "due_at"])
        defer(delivery)
    return DeliveryState.WAITING


def _settle(deliveries, state, *, index=None):
    for delivery in deliveries:
        delivery.state, delivery.at, delivery.address_index = state, clock.now(), index
        if index is not None:
            delivery.attempts += 1
        delivery.save(update_fields=["state", "at", "address_index", "attempts"])
    if state in (DeliveryState.FAILED, DeliveryState.BOUNCED):
        for message in {delivery.message.about_id: delivery.message for delivery in deliveries}.values():
            _tell_holder(message, index)
    return state


def _tell_holder(message, index):
    """Let the holder of the log know that a guardian was not reached, once an address (W-17). No address is shown."""
    is_guardian = GuardianRelation.objects.filter(
        guardian_id=message.recipient_id, child__logs=message.about_id, state=RelationState.CONFIRMED
    )
    if message.about_id is None or not is_guardian.exists():
        return
    holders = Grant.objects.filter(
        log_id=message.about_id, relation=Relation.BATON_HOLDER, ended_at__isnull=True
    ).values_list("person_id", flat=True)
    once = f"{message.about_id}:{message.recipient_id}:{index[:8].hex()}"
    tell(message.municipality_id, holders, Kind.NOT_REACHED, log=message.about_id, once=once)
