"""Who has read what in the demo these last weeks, so that nobody's "Hvem har sett loggen" begins empty."""

from collections.abc import Iterator

from stafett.access.enums import Action, Event
from stafett.audit import trail
from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.relay_log.models import RelayLog
from stafett.relay_log.queries.family import logs_of_child

# By place: when, who, and whose log. Who does not reach it then is told that there is none, as on the pages.
READINGS: dict[str, tuple[tuple[When, str, str], ...]] = {
    "eksempelvik": (
        (on(-9, 8, 5), "kari", "noor"),
        (on(-8, 12, 40), "jonas", "noor"),
        (on(-7, 20, 15), "fatima", "noor"),
        (on(-6, 14, 20), "kari", "noor"),
        (on(-6, 14, 31), "maja", "noor"),  # told that there is none
        (on(-5, 19, 2), "ante", "sara"),
        (on(-5, 21, 30), "omar", "noor"),
        (on(-5, 22, 40), "kari", "oskar"),  # late at night
        (on(-5, 22, 52), "kari", "sara"),
        (on(-4, 9, 15), "mina", "selma"),
        (on(-4, 10, 0), "henrik", "selma"),
        (on(-4, 13, 45), "dag", "selma"),
        (on(-3, 11, 20), "pernille", "lilly"),
        (on(-3, 15, 2), "kari", "noor"),
        (on(-2, 9, 30), "samira", "selma"),
        (on(-2, 16, 12), "jonas", "noor"),
        (on(-1, 19, 50), "fatima", "noor"),
    ),
    "domesund": (
        (on(-6, 9, 10), "oddny", "vetle"),
        (on(-5, 20, 5), "jorunn", "vetle"),
        (on(-3, 12, 30), "idunn", "aslak"),
        (on(-2, 23, 15), "oddny", "synne"),
    ),
}


def life_of(place: Place) -> Iterator[When]:
    """What people read, as one more life to be told beside the logs' own."""
    for when, key, child in sorted(READINGS[place.slug]):
        yield when
        _read(key, child)


def _read(key, child):
    reader = sessions.actor_of(cast.person(key).id, today=today())
    child_id = cast.child(child).id
    reached = logs_of_child(reader, child_id)
    if reached:
        trail.read(reader, Event.PAGE_READ, reached[0], reason=Action.VIEW_LOG)
    else:
        asked = RelayLog.objects.filter(child_id=child_id).values_list("pk", flat=True).first()
        trail.refused(reader, Event.NOT_FOUND, reason=Action.VIEW_LOG, asked=asked)
