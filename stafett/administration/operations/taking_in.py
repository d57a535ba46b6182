"""What the jobs do with a staff list: read it, carry it out, undo it. Carrying out is one transaction: all of it or nothing.

What is carried out is worked out anew from the file, and only when that is, line for line, what somebody has seen and said
yes to. Where the register has moved meanwhile, it is shown anew.
"""

import hashlib
import json
from datetime import date

from django.conf import settings
from django.db import connection, transaction

from stafett.administration import rules
from stafett.administration.content import tables
from stafett.administration.enums import Event, LineKind, ListAbout, ListState
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.operations.lists import move
from stafett.administration.operations.writing import Writer
from stafett.administration.operations.writing_families import FamilyWriter
from stafett.administration.queries import lists as queries
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.crypto import KeyRing
from stafett.register.tenancy import within

_MADE = """
    UPDATE administration_staffimportline AS line
       SET thing_id = made.thing, person_id = made.person, is_new_person = made.is_new
      FROM unnest(%s::int[], %s::uuid[], %s::uuid[], %s::bool[]) AS made (position, thing, person, is_new)
     WHERE line.staff_import_id = %s AND line.position = made.position
"""
CHUNK = 2_000  # lines written between two looks at whether somebody has cancelled


def read_list(municipality_id, import_id) -> str:
    """Read the file and write down what it would do; gives the state it came to. Progress is there to be seen, and the
    work stops soon after somebody has cancelled."""
    with within(municipality_id):
        row = StaffImport.objects.filter(pk=import_id, state=ListState.READING).first()
        StaffImportLine.objects.filter(staff_import_id=import_id).delete()
    if row is None:
        return ""
    reading = _read(row)
    if reading.problem:
        return _settle(row, ListState.UNREADABLE, problem=reading.problem, missing=list(reading.missing))
    with within(municipality_id):
        found = _compared(row, reading)
    for start in range(0, len(found), CHUNK):
        with within(municipality_id):
            _write_lines(row, found, start, CHUNK)
            is_wanted = StaffImport.objects.filter(pk=row.pk, state=ListState.READING).update(
                done=start, total=len(found)
            )
            if not is_wanted:
                StaffImportLine.objects.filter(staff_import=row).delete()
                return ListState.CANCELLED
    with within(municipality_id):
        return _settle_read(row, found)


@operation(Event.LIST_TAKEN_IN, lock="staff_import")
def take_in(*, actor, staff_import):
    """Carry out a list that was ordered, in one transaction. When it no longer is what was shown, it is shown anew.

    `actor` is who ordered it, as they are now. Raises Refused when it is not waiting to be taken in.
    """
    found = _compared(staff_import, _read(staff_import))
    if checksum_of(found) != staff_import.checksum:
        StaffImportLine.objects.filter(staff_import=staff_import).delete()
        _write_lines(staff_import, found)
        _settle_read(staff_import, found, anew=True)
        return Outcome(staff_import, {"shown_anew": True})
    move(staff_import, ListState.TAKEN_IN)
    made = _writer(staff_import, actor).carry_out(found)
    _note_what_was_made(staff_import, made)
    staff_import.file_cipher, staff_import.settled_at = None, clock.now()
    staff_import.save(update_fields=["state", "file_cipher", "settled_at"])
    return Outcome(staff_import, {"counts": staff_import.counts})


@operation(Event.LIST_UNDONE, lock="staff_import")
def undo(*, actor, staff_import):
    """Put everything back as it was before the list, but for what has been changed since; gives the list with `.kept`."""
    move(staff_import, ListState.UNDONE)
    lines = StaffImportLine.objects.filter(staff_import=staff_import).order_by("position")
    staff_import.kept = _writer(staff_import, actor).put_back(lines.exclude(kind=LineKind.UNCHANGED))
    staff_import.settled_at = clock.now()
    staff_import.save(update_fields=["state", "kept", "settled_at"])
    return Outcome(staff_import, {"kept": staff_import.kept})


def checksum_of(found) -> str:
    """What tells whether two previews are the same, line for line."""
    digest = hashlib.sha256()
    for line in found:
        said = [line.number_in_file, line.kind, line.name, line.unit_name, str(line.thing_id or ""),
                line.fault or "", dict(line.before), dict(line.after)]  # fmt: skip
        digest.update(json.dumps(said, sort_keys=True, ensure_ascii=False).encode())
    return digest.hexdigest()


def _read(row):
    content = KeyRing.from_setting(settings.KEY_RING).decrypt(row.file_cipher, context=row.pk.bytes)
    try:
        table = tables.rows_of(content)
    except tables.UnreadableFile as fault:
        return rules.Reading(problem=fault.reason)
    reader = rules.read_children if row.about == ListAbout.CHILDREN else rules.read
    return reader(table, allow_synthetic=settings.SYNTHETIC_PERSONS)


def _compared(row, reading):
    today = _today()
    if row.about == ListAbout.CHILDREN:
        families = queries.families_for(reading.rows, municipality_id=row.municipality_id)
        return rules.compare_children(reading.rows, families, today=today)
    register = queries.register_for(reading.rows, municipality_id=row.municipality_id, today=today)
    return rules.compare(
        reading.rows, register, today=today, is_whole=row.is_whole, keeper_id=row.added_by_id
    )


def _writer(row, actor):
    writer = FamilyWriter if row.about == ListAbout.CHILDREN else Writer
    return writer(actor)


def _settle_read(row, found, *, anew=False) -> str:
    counts = queries.counts_of(row)
    state = ListState.FAULTY if counts[LineKind.FAULT] else ListState.READY
    ends = row.is_whole and {line.unit_id for line in found} - {None}
    standing = queries.standing_in(ends, today=_today()) if ends else 0
    changed = {
        "counts": counts, "standing": standing, "checksum": checksum_of(found), "done": len(found),
        "total": len(found), "was_shown_anew": anew,
    }  # fmt: skip
    return _settle(row, state, **changed)


def _settle(row, state, **changed) -> str:
    """Write where the list has come to, unless somebody has cancelled it meanwhile; a file that is of no more use goes."""
    with within(row.municipality_id), transaction.atomic():
        held = StaffImport.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if held.state == ListState.CANCELLED:
            return ListState.CANCELLED
        move(held, state)
        for name, value in changed.items():
            setattr(held, name, value)
        if state in (ListState.FAULTY, ListState.UNREADABLE):
            held.file_cipher, held.settled_at = None, clock.now()
        held.save()
    return state


def _write_lines(row, found, start=0, size=None):
    StaffImportLine.objects.bulk_create(
        (
            StaffImportLine(
                municipality_id=row.municipality_id, staff_import=row, position=position,
                number_in_file=line.number_in_file, kind=line.kind, name=line.name[:210], unit_name=line.unit_name[:500],
                fault=line.fault or "", params=dict(line.params), before=dict(line.before), after=dict(line.after),
                person_id=line.person_id, thing_id=line.thing_id,
                unit_id=line.unit_id,
            )
            for position, line in enumerate(found[start : start + size] if size else found[start:], start=start)
        ),
        batch_size=CHUNK,
    )  # fmt: skip


def _note_what_was_made(row, made):
    """Which employment and person each new line became, so that it can be undone."""
    things, persons, are_new = zip(*made.values(), strict=True) if made else ((), (), ())
    with connection.cursor() as cursor:  # one statement: a list may be of everybody in a large city
        cursor.execute(_MADE, [list(made), list(things), list(persons), list(are_new), row.pk])


def _today() -> date:
    return clock.today_in_norway(clock.now())
