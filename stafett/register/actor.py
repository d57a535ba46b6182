"""Who acts: the person with language, municipality and employments as they are at this moment."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from stafett.kernel.dates import age_on
from stafett.register.enums import WITH_CHILDREN, EmploymentRole


@dataclass(frozen=True)
class Post:
    """One employment of the actor."""

    unit_id: UUID
    unit_name: str
    unit_kind: str
    position: str
    role: str


@dataclass(frozen=True)
class Actor:
    """The person behind a request or a job. `posts` is empty for guardians and children."""

    person_id: UUID
    municipality_id: UUID
    name: str
    municipality_name: str = ""
    model_alias: str = "BTI"
    information_url: str = ""
    support_contact: str = ""
    locale: str = "nb"
    posts: tuple[Post, ...] = field(default=())
    birth_date: date | None = None
    on: date | None = None  # the day this holds
    is_protected: bool = False  # lives at a protected address (L-27)
    own_consent_age: int = 16
    unread: int = 0  # messages in the inbox that have not been read
    is_external: bool = False  # takes part in a log today from outside the municipality (W-05)

    @property
    def is_staff(self) -> bool:
        return bool(self.posts)

    @property
    def works_with_children(self) -> bool:
        """Whether one of the posts is among children; leading an area, running or watching the system is not."""
        return bool(self.unit_ids)

    @property
    def unit_ids(self) -> frozenset[UUID]:
        """Units where this person works with children: nothing about a child opens by another kind of post (L-29)."""
        return frozenset(post.unit_id for post in self.posts if post.role in WITH_CHILDREN)

    @property
    def led_unit_ids(self) -> frozenset[UUID]:
        """Units this person leads."""
        return self._units_as(EmploymentRole.UNIT_LEADER)

    @property
    def led_area_ids(self) -> frozenset[UUID]:
        """Areas this person leads: units of kind "area", which others belong to."""
        return self._units_as(EmploymentRole.AREA_LEADER)

    @property
    def consents_alone(self) -> bool:
        """Whether this is a youth, or a grown-up, of the age at which one consents oneself (L-11)."""
        if self.birth_date is None or self.on is None:
            return False
        return age_on(self.birth_date, self.on) >= self.own_consent_age

    def has_role(self, role: str) -> bool:
        """Whether one of the employments carries this role."""
        return any(post.role == role for post in self.posts)

    @property
    def title(self) -> str:
        """Position and unit of the first post, as the trail shows it; empty for guardians and children."""
        return f"{self.posts[0].position}, {self.posts[0].unit_name}" if self.posts else ""

    def _units_as(self, role):
        return frozenset(post.unit_id for post in self.posts if post.role == role)


@dataclass(frozen=True)
class Machine(Actor):
    """Another system that acts for a municipality. It is nobody: `person_id` is the integration's id, it holds no post, so
    every rule about people says no to it; `scopes` are the narrow things it was let in to (ADR 0046)."""

    scopes: frozenset[str] = frozenset()
    key_id: UUID | None = None  # the key it has shown
    login_issuer: str = ""  # where those it enters log in, by their external id

    @property
    def title(self) -> str:
        """What the trail shows beside its name."""
        return "API"
