"""Reads of the inbox, and of where and how a person wants to be told."""

import base64
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Count

from stafett.access import scope
from stafett.kernel.crypto import blind_index
from stafett.messages import channels, rules
from stafett.messages.enums import Channel, DeliveryState
from stafett.messages.models import Delivery, Message
from stafett.register.models import Person

PAGE = 30
_NOT_REACHED = (DeliveryState.FAILED, DeliveryState.BOUNCED)
_TRIED = (DeliveryState.SENT, *_NOT_REACHED)


@dataclass(frozen=True)
class Contact:
    """Where a person can be reached, and how they want it. Never leaves the server."""

    person_id: UUID
    municipality_id: UUID
    locale: str
    email: str
    phone: str
    wishes: rules.Wishes

    def ways(self, opened) -> tuple[Channel, ...]:
        """The channels a pointer to this person goes by."""
        return rules.channels_for(self.wishes, email=self.email, phone=self.phone, open_channels=opened)

    def address(self, channel) -> str:
        """E-mail address or phone number."""
        return self.email if channel == Channel.EMAIL else self.phone


@dataclass(frozen=True)
class OwnPointers:
    """A person's own choice, and how it works out, for their page."""

    contact: Contact
    opened: frozenset
    unreached: list

    @property
    def by_email(self) -> bool:
        return self.contact.wishes.by_email

    @property
    def by_sms(self) -> bool:
        return self.contact.wishes.by_sms


def inbox(actor, *, page=1):
    """The actor's messages, newest first, each with `.child_name` (empty when the actor does not reach the log).

    Returns (messages, has_more). Two queries, whatever the number of messages.
    """
    start = (page - 1) * PAGE
    rows = Message.objects.filter(recipient_id=actor.person_id).order_by("-created_at", "-id")
    found = list(rows[start : start + PAGE + 1])
    names = _child_names(actor, {message.about_id for message in found[:PAGE]} - {None})
    for message in found:
        message.child_name = names.get(message.about_id, "")
    return found[:PAGE], len(found) > PAGE


def own_message(actor, pk):
    """One of the actor's own messages, or None."""
    return Message.objects.filter(pk=pk, recipient_id=actor.person_id).first()


def own_pointers(actor) -> "OwnPointers":
    """What the actor has chosen, and how it works out. Two queries, and one more for each address."""
    contact = contacts_of([actor.person_id])[actor.person_id]
    return OwnPointers(contact, opened=channels.opened(), unreached=unreached_ways(contact))


def contacts_of(person_ids) -> dict[UUID, Contact]:
    """Where these persons can be reached, by person id. One query."""
    people = Person.objects.filter(pk__in=person_ids).select_related("municipality", "message_preference")
    return {person.pk: _contact(person) for person in people}


def unreached_ways(contact: Contact) -> list[Channel]:
    """The channels where the last pointer to the address that the person has now did not arrive (W-17)."""
    return [channel for channel in Channel if contact.address(channel) and _is_unreached(contact, channel)]


def address_index(municipality_id, address: str) -> bytes:
    """A keyed hash of an address, so that a wrong one is recognised without being kept."""
    key = base64.b64decode(settings.INDEX_KEY)
    return blind_index(address.strip().lower(), key=key, context=str(municipality_id))


def _is_unreached(contact, channel):
    index = address_index(contact.municipality_id, contact.address(channel))
    tried = Delivery.objects.filter(address_index=index, channel=channel, state__in=_TRIED)
    return tried.order_by("-at").values_list("state", flat=True).first() in _NOT_REACHED


def _contact(person):
    row = getattr(person, "message_preference", None)
    return Contact(
        person_id=person.pk,
        municipality_id=person.municipality_id,
        locale=person.locale or person.municipality.locale,
        email=person.email,
        phone=person.phone,
        wishes=rules.Wishes(row.by_email, row.by_sms) if row else rules.DEFAULT,
    )


def _child_names(actor, log_ids):
    """Names by log id, for the logs that the actor reaches today."""
    if not log_ids:
        return {}
    logs = Message._meta.get_field("about").related_model.objects.filter(pk__in=log_ids)
    reached = scope.reachable_logs(actor, logs.select_related("child__person"))
    return {log.pk: log.child.person.name for log in reached}


def pointers_by_state() -> dict[str, int]:
    """How many e-mails and SMS of this municipality stand in each state. One query."""
    counted = Delivery.objects.order_by().values_list("state").annotate(count=Count("id"))
    return dict(counted)
