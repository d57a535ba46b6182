"""The demo's people as doors one may enter by: who they are and what each shows."""

from dataclasses import dataclass
from uuid import UUID

from stafett.demo import cast


@dataclass(frozen=True)
class Door:
    """One person of the cast on the login page."""

    id: UUID
    municipality_id: UUID
    name: str
    role: str
    unit: str | None
    shows: str


def places() -> list[tuple[str, list[Door]]]:
    """(municipality's name, doors) for each invented municipality."""
    return [
        (place.name, [_door(place, person) for person in place.everyone if person.shows])
        for place in cast.PLACES
    ]


def find(person_id: UUID) -> Door | None:
    """The door of a person id, or None when that person is not one of the cast's doors."""
    return next((door for _name, doors in places() for door in doors if door.id == person_id), None)


def _door(place, person):
    return Door(
        id=person.id,
        municipality_id=place.id,
        name=person.name,
        role=person.role,
        unit=person.unit_name,
        shows=person.shows,
    )
