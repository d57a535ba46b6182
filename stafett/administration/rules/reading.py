"""What the rows of a staff list say, and what is wrong with each. Pure functions; the personal number stays in the row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from stafett.administration.content import columns
from stafett.administration.enums import Fault, Unreadable
from stafett.kernel import personal_number
from stafett.kernel.personal_number import InvalidPersonalNumber, PersonalNumber, Reason

HEADING_WITHIN = 10  # rows: some systems put a title above
_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%Y%m%d", "%Y-%m-%dT%H:%M:%SZ")
_NEEDED = (columns.NUMBER, columns.UNIT, columns.POSITION)
_WRONG_NUMBER = {
    Reason.LENGTH: Fault.NUMBER_LENGTH,
    Reason.DATE: Fault.NUMBER_DATE,
    Reason.CONTROL_DIGITS: Fault.NUMBER_CONTROL,
    Reason.SYNTHETIC: Fault.NUMBER_SYNTHETIC,
}
_LIMITS = {columns.GIVEN: 100, columns.FAMILY: 100, columns.POSITION: 100}


@dataclass(frozen=True)
class ListRow:
    """One row as it is understood. `role` is empty where the file says nothing of it; `says_end` whether it has a column
    for the last day, so that an empty cell there means that there is none."""

    number_in_file: int
    given_name: str
    family_name: str
    number: PersonalNumber | None = field(repr=False)
    unit: str
    position: str
    role: str
    starts_on: date | None
    ends_on: date | None
    says_end: bool
    faults: tuple[Fault, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


Said = TypeVar("Said")


@dataclass(frozen=True)
class Reading(Generic[Said]):
    """What a file says. `problem` is set, and `rows` empty, when it cannot be read as a list at all."""

    rows: tuple[Said, ...] = ()
    problem: Unreadable | None = None
    missing: tuple[str, ...] = ()  # fields that no column is named for


def read(table: Sequence[tuple[str, ...]], *, allow_synthetic: bool) -> Reading[ListRow]:
    """The rows below the headings. Empty rows are passed over.

    Source: S000-07, W-16, issue H 2.
    """
    found = headings(table, columns.field_of)
    if found is None:
        return Reading(problem=Unreadable.NO_HEADINGS)
    at, places = found
    missing = missing_in(places)
    if missing:
        return Reading(problem=Unreadable.COLUMNS_MISSING, missing=missing)
    rows = tuple(
        _row(number, cells, places, allow_synthetic)
        for number, cells in enumerate(table[at + 1 :], start=at + 2)
        if any(cells)
    )
    return Reading(rows=rows) if rows else Reading(problem=Unreadable.EMPTY)


def missing_in(fields: Iterable[str]) -> tuple[str, ...]:
    """What a list must have and has no column for: a number, a unit, a position, and a name in one column or two.

    Source: issue H 2.
    """
    there = set(fields)
    missing = [each for each in _NEEDED if each not in there]
    if columns.NAME not in there:
        missing += [each for each in (columns.GIVEN, columns.FAMILY) if each not in there]
    return tuple(missing)


def day_of(text: str) -> date | None:
    """The day that is written, in one of the ways people and systems write days; None when it is none of them.

    Source: issue H 2.
    """
    for form in _DAYS:
        try:
            found = datetime.strptime(text, form).date()
        except ValueError:
            continue
        return found if 1900 <= found.year <= 2100 else None
    return None


def number_of(text: str, *, allow_synthetic: bool) -> PersonalNumber | Fault:
    """The number in a cell, or what is wrong with it. A spreadsheet drops a zero in front: ten digits get it back, and
    must then be right.

    Source: W-16.
    """
    if not text:
        return Fault.NUMBER_MISSING
    digits = "".join(text.split())
    given = digits.zfill(11) if len(digits) == 10 and digits.isascii() and digits.isdecimal() else digits
    try:
        return personal_number.parse(given, allow_synthetic=allow_synthetic)
    except InvalidPersonalNumber as invalid:
        return Fault.NUMBER_LENGTH if given != digits else _WRONG_NUMBER[invalid.reason]


def headings(
    table: Sequence[tuple[str, ...]], field_of: Callable[[str], str | None]
) -> tuple[int, dict[str, int]] | None:
    """Where the headings stand, and which column each field is in: the first row that names two fields or more.

    Source: issue H 2.
    """
    for at, cells in enumerate(table[:HEADING_WITHIN]):
        places: dict[str, int] = {}
        for place, cell in enumerate(cells):
            name = field_of(cell)
            if name:
                places.setdefault(name, place)
        if len(places) > 1:
            return at, places
    return None


def _row(
    number_in_file: int, cells: tuple[str, ...], places: dict[str, int], allow_synthetic: bool
) -> ListRow:
    said = {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
    given, family = names_in(said.get(columns.NAME, ""), said.get(columns.GIVEN), said.get(columns.FAMILY))
    number = number_of(said[columns.NUMBER], allow_synthetic=allow_synthetic)
    role = columns.ROLE_WORDS.get(said.get(columns.ROLE, "").casefold())
    days = {name: day_of(said[name]) for name in (columns.STARTS, columns.ENDS) if said.get(name)}
    starts_on, ends_on = days.get(columns.STARTS), days.get(columns.ENDS)
    faults = [
        number if isinstance(number, Fault) else None,
        None if given and family else Fault.NAME_MISSING,
        None if said[columns.UNIT] else Fault.UNIT_MISSING,
        None if said[columns.POSITION] else Fault.POSITION_MISSING,
        Fault.ROLE_UNKNOWN if role is None else None,
        Fault.DAY_UNKNOWN if None in days.values() else None,
        Fault.ENDS_BEFORE_START if starts_on and ends_on and ends_on < starts_on else None,
        Fault.TOO_LONG if _is_too_long({**said, columns.GIVEN: given, columns.FAMILY: family}) else None,
    ]
    return ListRow(
        number_in_file=number_in_file,
        given_name=given,
        family_name=family,
        number=None if isinstance(number, Fault) else number,
        unit=said[columns.UNIT],
        position=said[columns.POSITION],
        role=role or "",
        starts_on=starts_on,
        ends_on=ends_on,
        says_end=columns.ENDS in places,
        faults=tuple(each for each in faults if each is not None),
    )


def names_in(whole: str, given: str | None, family: str | None) -> tuple[str, str]:
    """Given name and family name, from two columns, or from one: "Etternavn, Fornavn" or "Fornavn Etternavn".

    Source: issue H 2.
    """
    if given is not None and family is not None:
        return given, family
    if "," in whole:
        family, _comma, given = whole.partition(",")
        return given.strip(), family.strip()
    given, _space, family = whole.rpartition(" ")
    return given, family


def _is_too_long(said: dict[str, str]) -> bool:
    return any(len(said[name]) > limit for name, limit in _LIMITS.items())
