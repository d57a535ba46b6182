"""Calendar addresses: one's own, and whose a secret is (S000-20, ADR 0031)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stafett.access import policy
from stafett.access.enums import Action
from stafett.annual_wheel.models import CalendarFeed, Wheel
from stafett.annual_wheel.queries import wheels
from stafett.annual_wheel.queries.reach import facts_about_unit
from stafett.annual_wheel.queries.wheels import Voice, WheelSeen
from stafett.identity import sessions
from stafett.kernel.crypto import sha256_hex
from stafett.register import directory
from stafett.register.models import Municipality
from stafett.register.tenancy import within


@dataclass(frozen=True)
class FeedSeen:
    """What a secret address shows: the unit's wheels, oldest first."""

    unit_name: str
    language: str
    wheels: list[WheelSeen]


def own_feed(person_id: UUID, unit_id: UUID) -> CalendarFeed | None:
    """Somebody's open address to a unit's wheel."""
    return CalendarFeed.objects.filter(person_id=person_id, unit_id=unit_id, ended_at__isnull=True).first()


def place_of(municipality_id: UUID) -> str:
    """The municipality's short name, which an address begins with."""
    return Municipality.objects.values_list("slug", flat=True).get(pk=municipality_id)


def feed_behind(place: str, token: str, *, today: date) -> FeedSeen | None:
    """What a secret address shows; None when it is nobody's, has been closed, or whoever made it works there no more.

    The place in the address names the municipality, so that nothing is looked for across the fence.
    """
    municipality = directory.municipality_called(place)
    if municipality is None:
        return None
    with within(municipality.pk):
        rows = CalendarFeed.objects.filter(token_hash=sha256_hex(token), ended_at__isnull=True)
        feed = rows.select_related("unit").first()
        reader = sessions.actor_of(feed.person_id, today=today) if feed else None
        if feed is None or not policy.may(
            reader, Action.READ_WHEEL, facts_about_unit(feed.unit, today=today)
        ):
            return None
        years = list(Wheel.objects.filter(unit_id=feed.unit_id).select_related("unit").order_by("-year")[:2])
        shown = wheels.seen_all(years[::-1], voice=Voice.of(reader), today=today)
        return FeedSeen(feed.unit.name, reader.locale, shown)
