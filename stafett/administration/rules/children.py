"""What a list of children and guardians says, what is wrong with each row, and what it would change. Pure functions.

A list enters and puts right; it takes nobody away, moves no child between units, and opens nothing to any guardian: what it
enters waits for somebody, as what is typed does (L-24). Where an address is protected it does nothing (L-27).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date

from stafett.administration.content import child_columns as columns
from stafett.administration.enums import Fault, LineKind, Note, Unreadable
from stafett.administration.rules.comparing import Line, PersonSeen, UnitNames, UnitSeen
from stafett.administration.rules.reading import Reading, headings, names_in, number_of
from stafett.kernel.dates import school_year_of
from stafett.kernel.personal_number import PersonalNumber
from stafett.kernel.sort_key import sort_key
from stafett.register.enums import UnitKind

OLDEST = 20
NAME_LIMIT, GROUP_LIMIT = 100, 40
FOR_CHILDREN = frozenset({UnitKind.KINDERGARTEN, UnitKind.SCHOOL, UnitKind.HEALTH_STATION})
GUARDIAN_OF = "guardian_of"  # stands in what a line changes when it is about a guardian

_GRADE = re.compile(r"(\d{1,2})(\D.*)?")


@dataclass(frozen=True)
class GuardianSaid:
    """Somebody a row names as the child's guardian."""

    given_name: str
    family_name: str
    number: PersonalNumber = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


@dataclass(frozen=True)
class ChildRow:
    """One row as it is understood. `group_name` and `grade` are empty where the file says nothing of them."""

    number_in_file: int
    given_name: str
    family_name: str
    number: PersonalNumber | None = field(repr=False)
    unit: str
    group_name: str
    grade: int | None
    guardians: tuple[GuardianSaid, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


@dataclass(frozen=True)
class ChildSeen:
    """A child as the register has it."""

    id: object
    person_id: object
    given_name: str
    family_name: str
    unit_id: object
    group_name: str
    first_grade_year: int | None


@dataclass(frozen=True)
class FamilyLine(Line):
    """A line that enters something: `row` is the child's, `guardian` whom it is about when it is not the child."""

    row: ChildRow | None = field(default=None, repr=False, compare=False)  # type: ignore[assignment]  # its own kind of row
    guardian: GuardianSaid | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Families:
    """What a list is compared with: units by the key of their name, people and children by number, and relations as (child,
    guardian). `protected` are numbers of those at a protected address, as the register or the population register says."""

    units: Mapping[str, UnitSeen]
    people: Mapping[str, PersonSeen]
    children: Mapping[str, ChildSeen]
    relations: Set[tuple[object, object]]
    protected: Set[str]


def read_children(table: Sequence[tuple[str, ...]], *, allow_synthetic: bool) -> Reading[ChildRow]:
    """The rows below the headings. Empty rows are passed over.

    Source: W-16, issue H 2 (FINT's names).
    """
    found = headings(table, columns.field_of)
    if found is None:
        return Reading(problem=Unreadable.NO_HEADINGS)
    at, places = found
    missing = [each for each in (columns.NUMBER, columns.UNIT) if each not in places]
    if columns.NAME not in places:
        missing += [each for each in (columns.GIVEN, columns.FAMILY) if each not in places]
    if missing:
        return Reading(problem=Unreadable.COLUMNS_MISSING, missing=tuple(missing))
    rows = tuple(
        _row(
            number,
            {name: cells[place] for name, place in places.items() if place < len(cells)},
            allow_synthetic,
        )
        for number, cells in enumerate(table[at + 1 :], start=at + 2)
        if any(cells)
    )
    return Reading(rows=rows) if rows else Reading(problem=Unreadable.EMPTY)


def grade_of(text: str) -> int | None:
    """The grade that is written: "3", "3." or "3. trinn"; None when it is none from 1 to 10. Source: issue H 2."""
    found = _GRADE.fullmatch(text)
    grade = int(found[1]) if found else 0
    return grade if 1 <= grade <= columns.MOST_GRADE else None


def compare_children(rows: Iterable[ChildRow], families: Families, *, today: date) -> list[Line]:
    """Each row's line, and one for each guardian who is not connected to the child yet.

    Source: W-16, L-24, L-27, issue H 2, ADR 0045.
    """
    work = _Comparison(families, today=today)
    return [line for row in rows for line in work.lines_of(row)]


class _Comparison:
    """One walk through the rows, with what has been met so far."""

    def __init__(self, families: Families, *, today: date) -> None:
        self.families, self.today = families, today
        self.units = UnitNames(families.units)
        self.met: dict[str, ChildRow] = {}
        self.connected: set[tuple[str, str]] = set()  # numbers of child and guardian

    def lines_of(self, row: ChildRow) -> Iterator[Line]:
        """One line for each fault; else the child's line and those of new guardians."""
        unit = self.units.find(row.unit)
        faults: list[tuple[Fault, dict[str, str]]] = [(fault, {}) for fault in row.faults]
        faults += self._wrong_here(row, unit)
        if faults:
            for fault, params in faults:
                yield Line(row.number_in_file, LineKind.FAULT, row.name, row.unit, fault=fault, params=params)
        elif unit is not None and row.number is not None:
            yield self._line(row, unit, row.number.digits)
            yield from self._guardians(row, unit, row.number.digits)

    def _line(self, row: ChildRow, unit: UnitSeen, digits: str) -> Line:
        first = self.met.setdefault(digits, row)
        if first is not row:
            said = {"row": str(first.number_in_file)}
            return Line(
                row.number_in_file, LineKind.UNCHANGED, row.name, row.unit, fault=Note.MERGED, params=said
            )
        seen, person = self.families.children.get(digits), self.families.people.get(digits)
        if seen is None:
            after = {"group_name": row.group_name, "first_grade_year": self._year(row)}
            return FamilyLine(
                row.number_in_file, LineKind.NEW, row.name, unit.name, after=after, row=row, unit_id=unit.id,
                person_id=person.id if person else None,
            )  # fmt: skip
        if digits in self.families.protected:
            return Line(row.number_in_file, LineKind.UNCHANGED, row.name, row.unit)
        if seen.unit_id != unit.id:
            return Line(row.number_in_file, LineKind.UNCHANGED, row.name, row.unit, fault=Note.OTHER_UNIT)
        before, after = self._differences(row, seen)
        return FamilyLine(
            row.number_in_file, LineKind.CHANGED if after else LineKind.UNCHANGED, row.name, unit.name, before=before,
            after=after, row=row, unit_id=unit.id, person_id=seen.person_id, thing_id=seen.id,
        )  # fmt: skip

    def _guardians(self, row: ChildRow, unit: UnitSeen, digits: str) -> Iterator[Line]:
        child, protected = self.families.children.get(digits), self.families.protected
        for guardian in row.guardians:
            pair, person = (digits, guardian.number.digits), self.families.people.get(guardian.number.digits)
            is_known = bool(child and person and (child.id, person.id) in self.families.relations)
            is_elsewhere = child is not None and child.unit_id != unit.id
            if is_known or is_elsewhere or pair in self.connected or not protected.isdisjoint(pair):
                continue
            self.connected.add(pair)
            yield FamilyLine(
                row.number_in_file, LineKind.NEW, guardian.name, unit.name, after={GUARDIAN_OF: row.name}, row=row,
                guardian=guardian, unit_id=unit.id, person_id=person.id if person else None,
            )  # fmt: skip

    def _differences(self, row: ChildRow, seen: ChildSeen) -> tuple[dict[str, str], dict[str, str]]:
        now = {
            "given_name": seen.given_name, "family_name": seen.family_name, "group_name": seen.group_name,
            "first_grade_year": str(seen.first_grade_year or ""),
        }  # fmt: skip
        said = {
            "given_name": row.given_name, "family_name": row.family_name, "group_name": row.group_name or seen.group_name,
            "first_grade_year": self._year(row) or now["first_grade_year"],
        }  # fmt: skip
        changed = [name for name in now if now[name] != said[name]]
        return {name: now[name] for name in changed}, {name: said[name] for name in changed}

    def _year(self, row: ChildRow) -> str:
        return str(school_year_of(self.today) - row.grade + 1) if row.grade else ""

    def _wrong_here(self, row: ChildRow, unit: UnitSeen | None) -> list[tuple[Fault, dict[str, str]]]:
        """What is wrong with a row in this register and this file."""
        found: list[tuple[Fault, dict[str, str]]] = []
        if unit is None and row.unit:
            found.append(self.units.unknown(row.unit))
        elif unit is not None and unit.kind not in FOR_CHILDREN:
            found.append((Fault.NOT_FOR_CHILDREN, {"unit": unit.name}))
        for guardian in row.guardians:
            known = self.families.people.get(guardian.number.digits)
            if known is not None and not _alike(known, guardian):
                found.append((Fault.GUARDIAN_DIFFERS, {}))
        return [*found, *self._wrong_with_child(row, row.number.digits)] if row.number else found

    def _wrong_with_child(self, row: ChildRow, digits: str) -> list[tuple[Fault, dict[str, str]]]:
        born = row.number.birth_date if row.number else None
        if born is not None and born.year < self.today.year - OLDEST:
            return [(Fault.NOT_A_CHILD, {})]
        first = self.met.get(digits)
        if first is not None and sort_key(first.name) != sort_key(row.name):
            return [(Fault.OTHER_NAME_IN_FILE, {"row": str(first.number_in_file)})]
        if first is not None and _words(first) != _words(row):
            return [(Fault.TWICE, {"row": str(first.number_in_file)})]
        known = self.families.people.get(digits)
        return [(Fault.NAME_DIFFERS, {})] if known is not None and not _alike(known, row) else []


def _row(number_in_file: int, said: Mapping[str, str], allow_synthetic: bool) -> ChildRow:
    given, family = names_in(said.get(columns.NAME, ""), said.get(columns.GIVEN), said.get(columns.FAMILY))
    number = number_of(said.get(columns.NUMBER, ""), allow_synthetic=allow_synthetic)
    grade = said.get(columns.GRADE, "")
    guardians, of_guardians = _guardians_in(said, allow_synthetic)
    digits = None if isinstance(number, Fault) else number.digits
    faults = [
        number if isinstance(number, Fault) else None,
        None if given and family else Fault.NAME_MISSING,
        None if said.get(columns.UNIT) else Fault.UNIT_MISSING,
        Fault.GRADE_UNKNOWN if grade and grade_of(grade) is None else None,
        Fault.TOO_LONG if max(len(given), len(family)) > NAME_LIMIT else None,
        Fault.GROUP_TOO_LONG if len(said.get(columns.GROUP, "")) > GROUP_LIMIT else None,
        Fault.GUARDIAN_IS_CHILD if any(each.number.digits == digits for each in guardians) else None,
        *of_guardians,
    ]
    return ChildRow(
        number_in_file=number_in_file, given_name=given, family_name=family,
        number=None if isinstance(number, Fault) else number, unit=said.get(columns.UNIT, ""),
        group_name=said.get(columns.GROUP, ""), grade=grade_of(grade), guardians=tuple(guardians),
        faults=tuple(each for each in faults if each is not None),
    )  # fmt: skip


def _guardians_in(said: Mapping[str, str], allow_synthetic: bool) -> tuple[list[GuardianSaid], list[Fault]]:
    """The guardians a row names, and what is wrong with them. Nobody is named where all cells are empty."""
    found: list[GuardianSaid] = []
    faults: list[Fault] = []
    for place in columns.GUARDIANS:
        cells = {name: said.get(columns.of_guardian(place, name)) for name in _OF_PERSON}
        if not any(cells.values()):
            continue
        given, family = names_in(cells[columns.NAME] or "", cells[columns.GIVEN], cells[columns.FAMILY])
        number = number_of(cells[columns.NUMBER] or "", allow_synthetic=allow_synthetic)
        is_named = bool(given and family) and max(len(given), len(family)) <= NAME_LIMIT
        if isinstance(number, Fault):
            faults.append(Fault.GUARDIAN_NUMBER)
        elif not is_named:
            faults.append(Fault.GUARDIAN_NAME)
        else:
            found.append(GuardianSaid(given, family, number))
    return found, faults


_OF_PERSON = (columns.NUMBER, columns.GIVEN, columns.FAMILY, columns.NAME)


def _alike(known: PersonSeen, said: ChildRow | GuardianSaid) -> bool:
    """Whether one of the names is the same: people marry, and are entered by half their names."""
    return sort_key(known.family_name) == sort_key(said.family_name) or (
        sort_key(known.given_name) == sort_key(said.given_name)
    )


def _words(row: ChildRow) -> tuple[object, ...]:
    return sort_key(row.unit), row.group_name, row.grade
