"""What an invented place is made of: units, people, children and relations. Values only; nothing is stored here.

Ids are the same every time. Ages, grades and dates of employment follow the clock, so that a first-grader is
always in first grade and whoever left last month always left last month.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.utils.functional import Promise

from stafett.kernel import clock
from stafett.kernel.dates import add_years, school_year_of
from stafett.kernel.personal_number import PersonalNumber, synthetic
from stafett.register.enums import (
    AddressProtection,
    EmploymentRole,
    RelationKind,
    RelationState,
    UnitKind,
)

NAMESPACE = UUID("5afe77ed-0000-5000-8000-0123456789ab")
FIRST_GRADE_AGE = 6
SERIALS_TRIED = 10  # about one in six serials has no control digits, so ten in a row never all fail


@dataclass(frozen=True)
class CastUnit:
    """A school, kindergarten or other service of a place. Keys are unique across places."""

    key: str
    name: str
    kind: UnitKind
    is_private: bool = False
    area: "CastUnit | None" = None

    @property
    def id(self) -> UUID:
        return made_id("unit", self.key)


@dataclass(frozen=True)
class Post:
    """An employment: where, as what, since how many days, and whether it ended with last month."""

    unit: CastUnit
    position: str
    role: EmploymentRole = EmploymentRole.STAFF
    days: int = 1200
    ended_last_month: bool = False

    @property
    def starts(self) -> date:
        return today() - timedelta(days=self.days)

    @property
    def ends(self) -> date | None:
        return today().replace(day=1) - timedelta(days=1) if self.ended_last_month else None


@dataclass(frozen=True)
class Born:
    """A birthday in a fixed year, for grown-ups."""

    year: int
    month: int
    day: int

    def birth_date(self, today: date) -> date:
        return date(self.year, self.month, self.day)


@dataclass(frozen=True)
class InGrade:
    """A birthday in the year that gives the grade today; 0 and below are years in kindergarten."""

    grade: int
    month: int
    day: int

    def birth_date(self, today: date) -> date:
        return date(self.first_grade_year(today) - FIRST_GRADE_AGE, self.month, self.day)

    def first_grade_year(self, today: date) -> int:
        return school_year_of(today) - self.grade + 1


@dataclass(frozen=True)
class WeeksOld:
    """A birthday so many weeks ago."""

    weeks: int

    def birth_date(self, today: date) -> date:
        return today - timedelta(weeks=self.weeks)


@dataclass(frozen=True)
class Turned:
    """A birthday so many days ago on which somebody turned so old; days to come are below 0."""

    years: int
    days_ago: int

    def birth_date(self, today: date) -> date:
        return add_years(today - timedelta(days=self.days_ago), -self.years)

    def first_grade_year(self, today: date) -> int:
        return self.birth_date(today).year + FIRST_GRADE_AGE


@dataclass(frozen=True)
class CastPerson:
    """An invented person. `shows` says what their door on the demo's login page opens; empty where there is none.

    `role` is what the door says they are; `locale` is blank for those who read as their municipality writes.
    """

    key: str
    given: str
    family: str
    born: Born | InGrade | WeeksOld | Turned
    role: str | Promise = ""
    shows: str | Promise = ""
    posts: tuple[Post, ...] = ()
    locale: str = ""
    number_serial: int = 0
    protection: AddressProtection = AddressProtection.NONE

    @property
    def id(self) -> UUID:
        return made_id("person", self.key)

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def unit_name(self) -> str | None:
        return self.posts[0].unit.name if self.posts else None

    @property
    def birth_date(self) -> date:
        return self.born.birth_date(today())

    @property
    def number(self) -> PersonalNumber:
        """A synthetic personal number that no living person can have."""
        serials = range(self.number_serial, self.number_serial + SERIALS_TRIED)
        return next(number for serial in serials if (number := synthetic(self.birth_date, serial)))


@dataclass(frozen=True)
class CastChild:
    """A child with the unit and the group it belongs to."""

    person: CastPerson
    unit: CastUnit
    group_name: str = ""

    @property
    def key(self) -> str:
        return self.person.key

    @property
    def id(self) -> UUID:
        return made_id("child", self.person.key)

    @property
    def first_grade_year(self) -> int | None:
        born = self.person.born
        return born.first_grade_year(today()) if isinstance(born, InGrade | Turned) else None


@dataclass(frozen=True)
class CastRelation:
    """Who is a child's guardian, and how far that is settled. `by` is the key of who entered or confirmed it."""

    child: str
    guardian: str
    by: str
    kind: RelationKind = RelationKind.PARENT
    has_parental_responsibility: bool = True
    state: RelationState = RelationState.CONFIRMED
    reason: str = ""

    @property
    def id(self) -> UUID:
        return made_id("relation", f"{self.child}-{self.guardian}")


@dataclass(frozen=True)
class Place:
    """An invented municipality with all that is in it. `people` are the grown-ups."""

    slug: str
    name: str
    locale: str
    model_alias: str
    units: tuple[CastUnit, ...]
    people: tuple[CastPerson, ...]
    children: tuple[CastChild, ...]
    relations: tuple[CastRelation, ...]

    @property
    def id(self) -> UUID:
        return made_id("place", self.slug)

    @property
    def everyone(self) -> tuple[CastPerson, ...]:
        """Grown-ups and children."""
        return (*self.people, *(child.person for child in self.children))


def made_id(kind: str, key: str) -> UUID:
    """The id of a thing of the cast: the same every time and everywhere."""
    return uuid5(NAMESPACE, f"{kind}/{key}")


def today() -> date:
    """The day the cast is looked at."""
    return clock.today_in_norway(clock.now())
