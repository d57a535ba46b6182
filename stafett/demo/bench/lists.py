"""A staff list of 50 000 rows as a file: read with 500 planted faults, stopped halfway, and without faults taken in and undone.
And as many as asked for, up to the nation's, in one file taken in.

The municipality is the one whose marks are given; its own people are left as they are.
"""

import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count, islice
from uuid import UUID

from stafett.administration import operations
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.operations import lists, taking_in
from stafett.kernel.personal_number import synthetic
from stafett.register import people
from stafett.register.actor import Actor, Post
from stafett.register.enums import WITH_CHILDREN, EmploymentRole
from stafett.register.models import Employment, Unit
from stafett.register.tenancy import within

ROWS, FAULTS = 50_000, 500
FROM = date(1945, 1, 1)
SERIALS = 16  # individual numbers of each day
SPARE = 2_000  # numbers that somebody generated may have already
HEADINGS = "Fødselsnummer;Fornavn;Etternavn;Enhet;Stilling"


def measure(
    municipality_id: UUID,
    person_id: UUID,
    *,
    say: Callable[[str], None],
    rows: int = ROWS,
    faults: int = FAULTS,
    many: int = 0,
) -> dict:
    """Seconds to read a list with faults and how many of them are named; to read, take in and undo one without; and to read
    and take in one of `many`, when that is more than none."""
    say(f"A staff list of {rows:,} rows")
    actor = _administrator(municipality_id, person_id)
    spoiled, read_seconds = _read(actor, _file(actor, rows, every=rows // faults))
    with within(municipality_id):
        named = StaffImportLine.objects.filter(staff_import=spoiled, kind="fault").count()
        stopped = operations.add_list(actor=actor, file=("liste.csv", _file(actor, rows)), is_whole=False)
        operations.cancel_list(actor=actor, staff_import=stopped)
    left = taking_in.read_list(municipality_id, stopped.pk)
    there = _standing(municipality_id)
    good, _read_seconds, take_seconds = _take_in(actor, _file(actor, rows))
    after = _standing(municipality_id)
    with within(municipality_id):
        undo_seconds = _timed(lambda: _undo(actor, good))
    back = _standing(municipality_id)
    largest = {}
    if many:
        say(f"A staff list of {many:,} rows")
        largest = _largest(actor, many)
    return {
        "rows": rows, "faults": faults, "named": named, "state": spoiled.state, "stopped": left == "",
        "preview_seconds": read_seconds, "take_in_seconds": take_seconds, "undo_seconds": undo_seconds,
        "taken_in": after - there, "left_after_undo": back - there, **largest,
    }  # fmt: skip


def _take_in(actor, content):
    """The list, and seconds to read and to take in."""
    good, read_seconds = _read(actor, content)
    with within(actor.municipality_id):
        operations.order_list(actor=actor, staff_import=good, ends_confirmed=True)
        return good, read_seconds, _timed(lambda: taking_in.take_in(actor=actor, staff_import=good))


def _largest(actor, rows):
    """One file with everybody, read and taken in, and undone again so that the other pages are as they were."""
    content, there = _file(actor, rows), _standing(actor.municipality_id)
    good, read_seconds, take_seconds = _take_in(actor, content)
    taken_in = _standing(actor.municipality_id) - there
    with within(actor.municipality_id):
        undo_seconds = _timed(lambda: _undo(actor, good))
    return {
        "many": rows, "many_bytes": len(content), "many_preview_seconds": read_seconds, "many_take_in_seconds": take_seconds,
        "many_undo_seconds": undo_seconds, "many_taken_in": taken_in,
    }  # fmt: skip


def _standing(municipality_id):
    with within(municipality_id):
        return Employment.objects.count()


def _administrator(municipality_id, person_id):
    post = Post(municipality_id, "", "", "", EmploymentRole.MUNICIPAL_ADMIN)
    return Actor(person_id=person_id, municipality_id=municipality_id, name="Bench", posts=(post,))


def _read(actor, content):
    with within(actor.municipality_id):
        row = operations.add_list(actor=actor, file=("liste.csv", content), is_whole=False)
    seconds = _timed(lambda: taking_in.read_list(actor.municipality_id, row.pk))
    with within(actor.municipality_id):
        return StaffImport.objects.get(pk=row.pk), seconds


def _undo(actor, row):
    lists.order_undoing(actor=actor, staff_import=StaffImport.objects.get(pk=row.pk))
    taking_in.undo(actor=actor, staff_import=row)


def _file(actor, rows, *, every=0):
    """A list of people nobody knows in the municipality's own units; each `every`th row lacks a digit."""
    numbers = list(islice(_numbers(), rows + SPARE))
    with within(actor.municipality_id):
        here = Unit.objects.filter(employments__role__in=WITH_CHILDREN).order_by("id").distinct()
        units = list(here.values_list("name", flat=True))
        known = people.find_all(numbers, municipality_id=actor.municipality_id)
    unknown = [number.digits for number in numbers if number.digits not in known][:rows]
    lines = [HEADINGS]
    for place, digits in enumerate(unknown, start=1):
        said = digits[:-1][1:] if every and place % every == 0 else digits
        lines.append(f"{said};Ola;Listevik;{units[place % len(units)]};Lærer")
    return "\n".join(lines).encode()


def _numbers():
    """Numbers of people born from a day on, one after the other."""
    for days in count():
        made = (synthetic(FROM + timedelta(days=days), serial) for serial in range(SERIALS))
        yield from (number for number in made if number)


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
