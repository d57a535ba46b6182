"""Putting messages in inboxes, with the pointers to them: rows and jobs in the teller's own transaction."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from procrastinate.contrib.django import app

from stafett.kernel import clock
from stafett.messages import channels, rules
from stafett.messages.enums import DEFAULT_ROUTES, Kind
from stafett.messages.models import Delivery, Message
from stafett.messages.queries import contacts_of


def tell(
    municipality_id: UUID,
    recipient_ids: Iterable[UUID],
    kind: Kind,
    *,
    log=None,
    facts: Mapping[str, object] | None = None,
    link: tuple[str, UUID | None] | None = None,
    once: str | None = None,
) -> list[Message]:
    """Put a message in the inbox of each recipient, and let e-mail and SMS point to it. Gives the messages made.

    Must run inside the operation it belongs to (or within a municipality): it is undone with it.

    Args:
        recipient_ids: ids of persons; the same one twice is told once.
        log: the RelayLog it is about, or its id; the reader sees the child's name as long as they reach the log.
        facts: values for the sentence of the kind and for machines: dates, ids, numbers, names of states. No words.
        link: (route name, id or None) to lead to; without it the kind's own (`DEFAULT_ROUTES`), else the log.
        once: a key; nobody gets two messages with the same one, whoever tells and however often.

    Raises ValueError when a fact is a text. Source: L-59, W-17, issue C 5, ADR 0018.
    """
    log_id = getattr(log, "pk", log)
    route, target_id = link or _default_link(kind, log_id)
    made = _stored(
        [
            Message(
                municipality_id=municipality_id,
                recipient_id=recipient,
                kind=kind,
                about_id=log_id,
                facts=rules.stored_facts(facts or {}),
                route=route,
                target_id=target_id,
                once_key=f"{kind}:{once}:{recipient}" if once else None,
                created_at=clock.now(),
            )
            for recipient in dict.fromkeys(recipient_ids)
        ]
    )
    _point_to(made)
    return made


def _default_link(kind, log_id):
    if kind in DEFAULT_ROUTES:
        return DEFAULT_ROUTES[kind] or "", None
    return ("log", log_id) if log_id else ("", None)


def _stored(messages):
    """The messages that were not there already; a key that another worker is writing is waited for."""
    Message.objects.bulk_create(messages, ignore_conflicts=True)
    keyed = [message.pk for message in messages if message.once_key]
    kept = set(Message.objects.filter(pk__in=keyed).values_list("pk", flat=True)) if keyed else set()
    return [message for message in messages if message.once_key is None or message.pk in kept]


def _point_to(messages):
    ways = channels.opened()
    if not ways or not messages:
        return
    contacts = contacts_of({message.recipient_id for message in messages})
    deliveries = [
        Delivery(
            municipality_id=message.municipality_id,
            message=message,
            channel=channel,
            due_at=rules.when_to_point(message.created_at, message.kind),
        )
        for message in messages
        for channel in contacts[message.recipient_id].ways(ways)
    ]
    Delivery.objects.bulk_create(deliveries)
    for delivery in deliveries:
        defer(delivery)


def defer(delivery):
    """Let the worker send a pointer when it is due. The job knows two ids and nothing else."""
    app.configure_task("messages.point", schedule_at=delivery.due_at).defer(
        municipality_id=str(delivery.municipality_id), delivery_id=str(delivery.pk)
    )
