"""Units and staff of one municipality, in the proportions Norwegian municipalities have."""

from collections import defaultdict
from dataclasses import dataclass, field, replace

from stafett.demo.generate import names
from stafett.demo.generate.draw import Draw
from stafett.demo.generate.loading import Rows
from stafett.demo.generate.sizes import Share
from stafett.demo.generate.tables import EMPLOYMENT, PERSON, UNIT
from stafett.kernel.sort_key import sort_key
from stafett.register.enums import EmploymentRole, UnitKind

KINDERGARTEN_COHORTS, SCHOOL_COHORTS = 5, 10
COHORTS = 1 + KINDERGARTEN_COHORTS + SCHOOL_COHORTS  # ages 0 to 15; the babies belong to the health station
CHILDREN_PER_UNIT = {UnitKind.KINDERGARTEN: 60, UnitKind.SCHOOL: 245}
SERVICES = (UnitKind.HEALTH_STATION, UnitKind.PPT, UnitKind.CHILD_WELFARE)
PRIVATE_SHARE = 0.4  # of kindergartens
BUSY_POSITION = "Kontaktlærer"

POSITIONS = {
    UnitKind.KINDERGARTEN: ("Styrer", ("Pedagogisk leder", "Barnehagelærer")),
    UnitKind.SCHOOL: ("Rektor", ("Kontaktlærer", "Lærer", "Spesialpedagog")),
    UnitKind.HEALTH_STATION: ("Ledende helsesykepleier", ("Helsesykepleier",)),
    UnitKind.PPT: ("Leder for PP-tjenesten", ("PP-rådgiver", "Logoped")),
    UnitKind.CHILD_WELFARE: ("Barnevernleder", ("Barnevernkonsulent", "Familieveileder")),
}


@dataclass(frozen=True)
class Employee:
    """Somebody who works in a unit, as the trail shows them."""

    id: str
    name: str
    title: str
    unit_id: str
    unit_name: str


@dataclass(frozen=True)
class Workplace:
    """A unit with its leader and staff."""

    id: str
    name: str
    kind: UnitKind
    leader: Employee | None = None
    staff: tuple[Employee, ...] = ()  # all but the leader, and but the teacher who holds many logs


@dataclass
class Town:
    """The units of one municipality by kind. `busy` is the teacher who holds many logs."""

    workplaces: dict[UnitKind, list[Workplace]] = field(default_factory=lambda: defaultdict(list))
    busy: Employee | None = None

    @property
    def first_school(self) -> Workplace:
        return self.workplaces[UnitKind.SCHOOL][0]


def build(load: Rows, draw: Draw, share: Share) -> Town:
    """Units, leaders and staff for so many children; at least one unit of each kind."""
    place = names.municipality_name(share.index)
    town = Town()
    for kind, count in _unit_counts(share.children).items():
        for number in range(count):
            size = _staff_count(kind, share.children, count)
            town.workplaces[kind].append(_workplace(load, draw, kind, number, place, size))
    school = town.first_school
    town.busy = _employee(load, draw, school, BUSY_POSITION, EmploymentRole.STAFF, share.marks.holder.hex)
    return town


def _unit_counts(children: int) -> dict[UnitKind, int]:
    in_kindergarten = children * KINDERGARTEN_COHORTS // COHORTS
    in_school = children * SCHOOL_COHORTS // COHORTS
    return {
        UnitKind.KINDERGARTEN: 1 + in_kindergarten // CHILDREN_PER_UNIT[UnitKind.KINDERGARTEN],
        UnitKind.SCHOOL: 1 + in_school // CHILDREN_PER_UNIT[UnitKind.SCHOOL],
        **dict.fromkeys(SERVICES, 1),
    }


def _staff_count(kind: UnitKind, children: int, units: int) -> int:
    """Staff besides the leader: a handful in a kindergarten, one to fifteen pupils in a school, few in a service."""
    if kind == UnitKind.KINDERGARTEN:
        return 4
    if kind == UnitKind.SCHOOL:
        return 2 + children * SCHOOL_COHORTS // COHORTS // units // 15
    return 2 + children // 500


def _workplace(load, draw, kind, number, place, size) -> Workplace:
    unit = Workplace(draw.id(), names.unit_name(kind, number, place), kind)
    is_private = kind == UnitKind.KINDERGARTEN and draw.chance(PRIVATE_SHARE)
    load.add(UNIT, unit.id, unit.name, sort_key(unit.name), kind.value, is_private)
    leads, does = POSITIONS[kind]
    leader = _employee(load, draw, unit, leads, EmploymentRole.UNIT_LEADER)
    helper = EmploymentRole.RESOURCE_PERSON if kind == UnitKind.SCHOOL else EmploymentRole.STAFF
    roles = (helper, *(EmploymentRole.STAFF for _ in range(size - 1)))
    staff = (_employee(load, draw, unit, does[i % len(does)], role) for i, role in enumerate(roles))
    return replace(unit, leader=leader, staff=tuple(staff))


def _employee(load, draw, unit: Workplace, position, role, own_id=None) -> Employee:
    person_id = own_id or draw.id()
    given, family = draw.one_of(names.GIVEN), draw.one_of(names.FAMILY)
    born = draw.days_ago(24 * 365, 66 * 365)
    load.add(PERSON, person_id, given, family, names.key_of(given, family), born)
    load.add(EMPLOYMENT, draw.id(), person_id, unit.id, position, role.value, draw.days_ago(600, 6000))
    return Employee(person_id, f"{given} {family}", f"{position}, {unit.name}", unit.id, unit.name)
