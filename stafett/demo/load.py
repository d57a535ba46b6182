"""Fills an empty database with the invented municipalities, and carries their logs from the past until today."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import translation

from stafett.demo import (
    administration,
    courses,
    founding,
    history,
    inboxes,
    insight,
    lives,
    neighbours,
    readings,
    retention,
    shelves,
    system_meetings,
    systems,
    telling,
    toolbox,
    transfers,
    wheels,
)
from stafett.demo.cast import PLACES, Place
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog

BESIDE = (
    readings,
    toolbox,
    courses,
    transfers,
    history,
    system_meetings,
    wheels,
    shelves,
    retention,
    insight,
    neighbours,
    administration,
    systems,
)  # lives that are told beside the logs' own


def found_places() -> None:
    """Write both municipalities in the register, without any logs; those that are there are left alone."""
    for place in PLACES:
        founding.found(place)


def tell_lives(place: Place) -> Iterator[datetime]:
    """Carry the place's logs until today by the product's own operations; yields the moment of each act.

    All or nothing, and nothing at all when the place has logs already.
    """
    with within(place.id), translation.override(place.locale):
        if not RelayLog.objects.exists():
            moments = telling.told([*lives.of(place), *(life.life_of(place) for life in BESIDE)])
            yield from inboxes.with_reminders(place, moments)
