"""What the help asks for: whether a tour is over, and whom to ask in a municipality."""

from dataclasses import dataclass

from stafett.register.models import Municipality
from stafett.user_guide.models import Tour


@dataclass(frozen=True)
class Place:
    """A municipality as everybody may know it: its name, its short name, its language and whom to ask for help."""

    name: str
    slug: str
    locale: str
    support_contact: str


def has_ended(actor, role) -> bool:
    """Whether somebody has seen or left a role's tour. Source: W-03."""
    return Tour.objects.filter(person_id=actor.person_id, role=role).exists()


def place_called(slug: str) -> Place | None:
    """The municipality with this short name, or None. One question; all of it is public. Source: S001-01, S003-24."""
    row = Municipality.objects.filter(slug=slug).values("name", "slug", "locale", "support_contact").first()
    return Place(**row) if row else None
