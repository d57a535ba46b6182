"""The systems that the invented municipalities have let in: their websites, which show the units, the guide and the numbers."""

from collections.abc import Iterator

from stafett.demo import cast
from stafett.demo.cast import Place
from stafett.demo.cast.kinds import today
from stafett.demo.telling import When, on
from stafett.identity import sessions
from stafett.integrations import operations
from stafett.integrations.enums import Scope

ADMINISTRATORS = {"eksempelvik": "randi", "domesund": "gudveig"}


def life_of(place: Place) -> Iterator[When]:
    """The administrator connects the website; nobody keeps the key, so nothing comes in by it."""
    yield on(-40, 13, 0)
    operations.connect(
        actor=sessions.actor_of(cast.person(ADMINISTRATORS[place.slug]).id, today=today()),
        name="Kommunens nettsted",
        scopes=[Scope.UNITS, Scope.GUIDE, Scope.STATISTICS],
    )
