"""Making and closing the secret address a calendar reads (S000-20, ADR 0031)."""

from stafett.annual_wheel.enums import Event
from stafett.annual_wheel.models import CalendarFeed
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.crypto import random_token, sha256_hex


@operation(Event.FEED_MADE, lock="unit")
def make_feed(*, actor, unit):
    """Make a new address for the actor to the unit's wheel; a former one stops at once.

    Gives the row with `.token`, the only time the secret can be read: a hash of it is kept.
    """
    _end(actor, unit)
    token = random_token()
    feed = CalendarFeed.objects.create(
        municipality_id=unit.municipality_id,
        person_id=actor.person_id,
        unit=unit,
        token_hash=sha256_hex(token),
        made_at=clock.now(),
    )
    feed.token = token
    return Outcome(feed, {"unit": str(unit.pk)})


@operation(Event.FEED_ENDED, lock="unit")
def end_feed(*, actor, unit):
    """Close the actor's address to the unit's wheel. Closed already, it changes nothing."""
    return Outcome(unit, {"ended": _end(actor, unit)})


def _end(actor, unit):
    own = CalendarFeed.objects.filter(person_id=actor.person_id, unit=unit, ended_at=None)
    return own.update(ended_at=clock.now())
