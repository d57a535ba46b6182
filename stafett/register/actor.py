"""Who acts: the person with language, municipality and employments as they are at this moment."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from stafett.register.enums import EmploymentRole


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

    @property
    def is_staff(self) -> bool:
        return bool(self.posts)

    @property
    def unit_ids(self) -> frozenset[UUID]:
        return frozenset(post.unit_id for post in self.posts)

    @property
    def led_unit_ids(self) -> frozenset[UUID]:
        return frozenset(post.unit_id for post in self.posts if post.role == EmploymentRole.UNIT_LEADER)

    @property
    def title(self) -> str:
        """Position and unit of the first post, as the trail shows it; empty for guardians and children."""
        return f"{self.posts[0].position}, {self.posts[0].unit_name}" if self.posts else ""
