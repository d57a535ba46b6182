"""Children with their guardians, household by household; siblings share surname, guardians and school."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from stafett.demo.generate import names
from stafett.demo.generate.draw import Draw
from stafett.demo.generate.loading import Rows
from stafett.demo.generate.sizes import Share
from stafett.demo.generate.tables import CHILD, PERSON, RELATION
from stafett.demo.generate.town import COHORTS, Town, Workplace
from stafett.kernel.dates import school_year_of
from stafett.register.enums import RelationState, UnitKind

SIBLINGS = (1, 1, 1, 2, 2, 2, 2, 3)  # how many children a household has
ONE_GUARDIAN = 0.15
FIRST_GRADE_AGE = 6
CLASSES = ("A", "B", "C")


@dataclass(frozen=True)
class Guardian:
    """A child's guardian."""

    id: str
    name: str


@dataclass(frozen=True)
class LogChild:
    """A child who gets a log: `number` counts the logs of the municipality from 0."""

    number: int
    id: str
    workplace: Workplace
    guardians: tuple[Guardian, ...]


def settle_families(load: Rows, draw: Draw, share: Share, town: Town) -> Iterator[LogChild]:
    """Make every child and guardian of the municipality, and give those who get logs.

    The first children go to the school of the teacher who holds many logs; the rest are drawn.
    """
    chosen = _chosen(draw, share)
    number = 0
    confirmed_at = draw.moments(draw.today - timedelta(days=400), 1)[0]
    while number < share.children:
        size = min(draw.one_of(SIBLINGS), share.children - number)
        household = _Household(load, draw, town, confirmed_at)
        for child_number in range(number, number + size):
            child_id, workplace = household.child(in_first_school=child_number < share.busy_logs)
            if child_number in chosen:
                yield LogChild(chosen[child_number], child_id, workplace, household.guardians)
        number += size


def _chosen(draw: Draw, share: Share) -> dict[int, int]:
    """Number of the child -> number of its log."""
    others = draw.random.sample(range(share.busy_logs, share.children), share.logs - share.busy_logs)
    return {child: log for log, child in enumerate([*range(share.busy_logs), *sorted(others)])}


class _Household:
    """Guardians of one household, and the school and kindergarten its children go to."""

    def __init__(self, load: Rows, draw: Draw, town: Town, confirmed_at: datetime) -> None:
        self._load, self._draw, self._town, self._confirmed_at = load, draw, town, confirmed_at
        self._family = draw.one_of(names.FAMILY)
        self._school = draw.one_of(town.workplaces[UnitKind.SCHOOL])
        self._kindergarten = draw.one_of(town.workplaces[UnitKind.KINDERGARTEN])
        count = 1 if draw.chance(ONE_GUARDIAN) else 2
        self.guardians = tuple(self._guardian() for _ in range(count))

    def child(self, *, in_first_school: bool) -> tuple[str, Workplace]:
        """Make one child; returns its id and where it goes."""
        draw = self._draw
        year = school_year_of(draw.today)
        age = draw.number(FIRST_GRADE_AGE, COHORTS - 1) if in_first_school else draw.number(0, COHORTS - 1)
        workplace = self._town.first_school if in_first_school else self._workplace(age)
        given, person_id, child_id = draw.one_of(names.GIVEN), draw.id(), draw.id()
        born = min(date(year - age, 1, 1) + timedelta(days=draw.number(0, 364)), draw.today)
        self._load.add(PERSON, person_id, given, self._family, names.key_of(given, self._family), born)
        first_grade_year = year - age + FIRST_GRADE_AGE
        self._load.add(CHILD, child_id, person_id, workplace.id, self._group(age), first_grade_year)
        for guardian in self.guardians:
            row = (child_id, guardian.id, RelationState.CONFIRMED.value, self._confirmed_at)
            self._load.add(RELATION, draw.id(), *row)
        return child_id, workplace

    def _guardian(self) -> Guardian:
        draw = self._draw
        person_id, given = draw.id(), draw.one_of(names.GIVEN)
        born = draw.days_ago(26 * 365, 52 * 365)
        self._load.add(PERSON, person_id, given, self._family, names.key_of(given, self._family), born)
        return Guardian(person_id, f"{given} {self._family}")

    def _workplace(self, age: int) -> Workplace:
        if age >= FIRST_GRADE_AGE:
            return self._school
        return self._kindergarten if age else self._town.workplaces[UnitKind.HEALTH_STATION][0]

    def _group(self, age: int) -> str:
        if age >= FIRST_GRADE_AGE:
            return f"{age - FIRST_GRADE_AGE + 1}{self._draw.one_of(CLASSES)}"
        return self._draw.one_of(names.GROUPS) if age else ""
