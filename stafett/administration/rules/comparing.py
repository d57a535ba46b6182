"""What a staff list would change in the register: new, changed, ended, unchanged, and what is wrong. Pure functions.

The chain holds here too: a list keeps staff, resource persons and unit leaders; it appoints no administrator, ends no leader,
and does nothing with whoever takes it in.
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from stafett.administration.enums import Fault, LineKind, ListState, Note, Refusal
from stafett.administration.rules.reading import ListRow
from stafett.administration.rules.staffing import AHEAD, LEADERS_GIVE, fits
from stafett.kernel.sort_key import sort_key
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.enums import EmploymentRole

MOST_LIKENESSES = 200  # names compared with every unit; with more of them, it is another column
MANY = 20  # ended at once, when that is also more than a fifth of those on the lists


@dataclass(frozen=True)
class UnitSeen:
    """A unit as the register has it."""

    id: object
    name: str
    kind: str


@dataclass(frozen=True)
class PersonSeen:
    """Somebody the register knows by the number in a row."""

    id: object
    given_name: str
    family_name: str
    is_employee: bool


@dataclass(frozen=True)
class PostSeen:
    """An employment that holds today or later."""

    id: object
    person_id: object
    unit_id: object
    name: str
    position: str
    role: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Register:
    """What a list is compared with: units by the key of their name, people by number, and the posts of those units."""

    units: Mapping[str, UnitSeen]
    people: Mapping[str, PersonSeen]
    posts: Iterable[PostSeen]


@dataclass(frozen=True)
class Line:
    """What one row (or one person who is missing in the file, row 0) comes to. `before` and `after` hold the values that
    change, as text by name; `row` is what is written when it is new."""

    number_in_file: int
    kind: LineKind
    name: str
    unit_name: str
    fault: Fault | Note | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    thing_id: object | None = None
    person_id: object | None = None
    unit_id: object | None = None
    row: ListRow | None = field(default=None, repr=False, compare=False)


class UnitNames:
    """The units of a register, found by the names that files have for them."""

    def __init__(self, units: Mapping[str, UnitSeen]) -> None:
        self._units, self._names = units, [unit.name for unit in units.values()]
        self._likeness: dict[str, str] = {}  # by name that no unit has: the nearest one that there is

    def find(self, name: str) -> UnitSeen | None:
        """The unit of that name."""
        return self._units.get(sort_key(name))

    def unknown(self, name: str) -> tuple[Fault, dict[str, str]]:
        """What is said of a name that no unit has."""
        if name not in self._likeness and len(self._likeness) < MOST_LIKENESSES:
            like = difflib.get_close_matches(name, self._names, n=1, cutoff=0.75)
            self._likeness[name] = like[0] if like else ""
        if self._likeness.get(name):
            return Fault.UNIT_LIKE, {"unit": name, "like": self._likeness[name]}
        return Fault.UNIT_UNKNOWN, {"unit": name}


def compare(
    rows: Iterable[ListRow], register: Register, *, today: date, is_whole: bool, keeper_id: object | None
) -> list[Line]:
    """Each row's line, then those who are missing. `is_whole`: whoever is on the list of a unit the file names, and not
    in the file, ends today.

    Source: S000-07, W-16, issue H 2, ADR 0045.
    """
    work = _Comparison(register, today=today, keeper_id=keeper_id)
    lines = [line for row in rows for line in work.lines_of(row)]
    return [*lines, *work.missing()] if is_whole else lines


def may_move(state: str, after: str, *, table: Mapping[ListState, set[ListState]]) -> Verdict:
    """A list goes from state to state as the table says. Source: issue H 2."""
    return YES if after in table[ListState(state)] else no(Refusal.LIST_HAS_MOVED_ON)


def must_confirm_ends(*, ending: int, standing: int) -> bool:
    """Whether so many end at once that somebody says yes to just that: a file may be half a file. Source: ADR 0045."""
    return ending > MANY and ending * 5 > standing


def may_take_in(*, ending: int, standing: int, is_confirmed: bool) -> Verdict:
    """A list that ends many is taken in when somebody has said that it is right. Source: ADR 0045."""
    asks = must_confirm_ends(ending=ending, standing=standing)
    return no(Refusal.MANY_END) if asks and not is_confirmed else YES


def may_take_in_unseen(*, ending: int, standing: int, touches_leaders: bool) -> bool:
    """Whether a list that came by itself is taken in without anybody's yes: it ends few, and makes nobody a leader and no
    leader anything else.

    Source: domain 3.2 (C1), ADR 0045.
    """
    return not touches_leaders and not must_confirm_ends(ending=ending, standing=standing)


class _Comparison:
    """One walk through the rows, with what has been met so far."""

    def __init__(self, register: Register, *, today: date, keeper_id: object | None) -> None:
        self.register, self.today, self.keeper_id = register, today, keeper_id
        self.posts: dict[tuple[object, object], PostSeen] = {}
        for post in register.posts:
            self.posts.setdefault((post.person_id, post.unit_id), post)
        self.met: dict[tuple[str, object], ListRow] = {}  # by number and unit
        self.names: dict[str, ListRow] = {}  # the first row of each number
        self.named_units: set[object] = set()
        self.present: set[tuple[object, object]] = set()
        self.units = UnitNames(register.units)

    def lines_of(self, row: ListRow) -> list[Line]:
        """One line for each fault, else one line."""
        unit = self.units.find(row.unit)
        if unit is not None:
            self.named_units.add(unit.id)
        faults: list[tuple[Fault, dict[str, str]]] = [(fault, {}) for fault in row.faults]
        faults += self._wrong_here(row, unit)
        if faults:
            return [
                Line(row.number_in_file, LineKind.FAULT, row.name, row.unit, fault=fault, params=params)
                for fault, params in faults
            ]
        if unit is None or row.number is None:
            raise ValueError("a row without faults has a unit and a number")
        return self._line(row, unit, row.number.digits)

    def missing(self) -> list[Line]:
        """Staff and resource persons of the units the file names, who are not in it: they end today."""
        gone = [
            post for key, post in self.posts.items()
            if post.unit_id in self.named_units and key not in self.present and post.role in LEADERS_GIVE
            and post.person_id != self.keeper_id and post.starts_on <= self.today
            and (post.ends_on is None or post.ends_on > self.today)
        ]  # fmt: skip
        units = {unit.id: unit.name for unit in self.register.units.values()}
        return [
            Line(
                0, LineKind.ENDED, post.name, units[post.unit_id],
                before={"ends_on": _text(post.ends_on)}, after={"ends_on": self.today.isoformat()},
                thing_id=post.id, person_id=post.person_id, unit_id=post.unit_id,
            )
            for post in gone
        ]  # fmt: skip

    def _line(self, row: ListRow, unit: UnitSeen, digits: str) -> list[Line]:
        twin = self.met.get((digits, unit.id))
        if twin is not None:  # in the same words, or it would be a fault
            said = {"row": str(twin.number_in_file)}
            return [
                Line(
                    row.number_in_file,
                    LineKind.UNCHANGED,
                    row.name,
                    unit.name,
                    fault=Note.MERGED,
                    params=said,
                )
            ]
        self.met[digits, unit.id] = row
        self.names.setdefault(digits, row)
        person = self.register.people.get(digits)
        post = self.posts.get((person.id, unit.id)) if person else None
        if person is not None:
            self.present.add((person.id, unit.id))
        common = {"unit_name": unit.name, "unit_id": unit.id, "person_id": person.id if person else None}
        if post is None:
            is_over = row.ends_on is not None and row.ends_on < self.today
            kind = LineKind.UNCHANGED if is_over else LineKind.NEW
            after = {} if is_over else self._new_values(row)
            return [Line(row.number_in_file, kind, row.name, after=after, row=row, **common)]  # type: ignore[arg-type]
        before, after = self._differences(row, person, post)
        kind = LineKind.CHANGED if after else LineKind.UNCHANGED
        return [
            Line(
                row.number_in_file, kind, row.name, before=before, after=after, thing_id=post.id, row=row,
                **common,  # type: ignore[arg-type]
            )
        ]  # fmt: skip

    def _new_values(self, row: ListRow) -> dict[str, str]:
        return {
            "position": row.position,
            "role": row.role or EmploymentRole.STAFF.value,
            "starts_on": (row.starts_on or self.today).isoformat(),
            "ends_on": _text(row.ends_on),
        }

    def _differences(
        self, row: ListRow, person: PersonSeen | None, post: PostSeen
    ) -> tuple[dict[str, str], dict[str, str]]:
        now = {"position": post.position, "role": post.role, "ends_on": _text(post.ends_on)}
        said = {
            "position": row.position,
            "role": row.role or post.role,
            "ends_on": _text(row.ends_on) if row.says_end else _text(post.ends_on),
        }
        if person is not None:
            now |= {"given_name": person.given_name, "family_name": person.family_name}
            said |= {"given_name": row.given_name, "family_name": row.family_name}
        changed = [name for name in now if now[name] != said[name]]
        return {name: now[name] for name in changed}, {name: said[name] for name in changed}

    def _wrong_here(self, row: ListRow, unit: UnitSeen | None) -> list[tuple[Fault, dict[str, str]]]:
        """What is wrong with a row in this register and this file."""
        found: list[tuple[Fault, dict[str, str]]] = []
        if unit is None:
            if row.unit:
                found.append(self.units.unknown(row.unit))
        elif not fits(row.role or EmploymentRole.STAFF, unit.kind):
            found.append((Fault.ROLE_DOES_NOT_FIT, {"unit": unit.name}))
        if row.starts_on is not None and row.starts_on > self.today + AHEAD:
            found.append((Fault.DAY_TOO_FAR, {}))
        if row.number is None:
            return found
        return [*found, *self._wrong_with_person(row, unit, row.number.digits)]

    def _wrong_with_person(
        self, row: ListRow, unit: UnitSeen | None, digits: str
    ) -> list[tuple[Fault, dict[str, str]]]:
        first = self.names.get(digits)
        if first is not None and sort_key(first.name) != sort_key(row.name):
            return [(Fault.OTHER_NAME_IN_FILE, {"row": str(first.number_in_file)})]
        twin = self.met.get((digits, unit.id)) if unit else None
        if twin is not None and _words(twin) != _words(row):
            return [(Fault.TWICE, {"row": str(twin.number_in_file)})]
        person = self.register.people.get(digits)
        if person is None:
            return []
        post = self.posts.get((person.id, unit.id)) if unit else None
        if person.id == self.keeper_id and (post is None or self._differences(row, person, post)[1]):
            return [(Fault.OWN_ROW, {})]
        if not person.is_employee and sort_key(person.family_name) != sort_key(row.family_name):
            return [(Fault.NAME_DIFFERS, {})]
        return []


def _words(row: ListRow) -> tuple[object, ...]:
    return row.position, row.role, row.starts_on, row.ends_on


def _text(day: date | None) -> str:
    return day.isoformat() if day else ""
