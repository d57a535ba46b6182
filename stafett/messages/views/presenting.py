"""From a stored message to what the page shows: its sentence, its day, and where it leads."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import NoReverseMatch, reverse, reverse_lazy
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.kernel import spoken_dates
from stafett.messages.enums import Channel, Kind

INBOX = reverse_lazy("inbox")


@dataclass(frozen=True)
class Row:
    """One message in the inbox."""

    id: UUID
    sentence: str
    child_name: str
    at: datetime
    is_unread: bool
    href: str


def row(message, *, today: date) -> Row:
    """The message as the inbox shows it, in the reader's language."""
    return Row(
        id=message.pk,
        sentence=sentence(message.kind, message.facts, today=today),
        child_name=message.child_name,
        at=message.created_at,
        is_unread=message.read_at is None,
        href=href(message),
    )


def sentence(kind: str, facts: dict, *, today: date) -> str:
    """What a message of this kind says. A kind that has been taken out of use says nothing, and breaks nothing."""
    if kind not in Kind.values:
        return ""
    return str(Kind(kind).label) % _Spoken(facts, today)


def href(message) -> str:
    """Where the message leads; empty when nowhere, or to a page that has been taken away since."""
    if not message.route:
        return ""
    try:
        return reverse(message.route, args=[message.target_id] if message.target_id else [])
    except NoReverseMatch:
        return ""


def hints(own) -> dict[str, str]:
    """Under each way of being told: the address it goes to, or why nothing is sent."""
    missing = {
        Channel.EMAIL: _("Du har ikke lagt inn noen e-postadresse på Min side."),
        Channel.SMS: _("Du har ikke lagt inn noe mobilnummer på Min side."),
    }
    closed = {
        Channel.EMAIL: _("Kommunen sender ikke e-post fra Stafett."),
        Channel.SMS: _("Kommunen sender ikke SMS fra Stafett."),
    }
    return {
        channel.value: closed[channel]
        if channel not in own.opened
        else own.contact.address(channel) or missing[channel]
        for channel in Channel
    }


class _Spoken(dict):
    """Facts as people say them; one that an old message lacks is a dash, never an error."""

    def __init__(self, facts, today):
        super().__init__({name: _in_words(value, today) for name, value in facts.items()})

    def __missing__(self, key):
        return "–"


def _in_words(value, today):
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)
    words = spoken_dates.day_and_month(day, today=today, lang=translation.get_language() or "nb")
    return words.replace(" ", "\N{NO-BREAK SPACE}")
