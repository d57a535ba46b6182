"""Verbs of a staff list that came as a file: add it, cancel it, have it taken in, have it undone (issue H 2, ADR 0045).

What takes time is a job (`taking_in.py`); these only say that it is to be done, in the transaction that puts the job in line.
"""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from procrastinate.contrib.django import app

from stafett.administration import rules
from stafett.administration.enums import LIST_STATES, Event, LineKind, ListAbout, ListState, Refusal
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.queries.lists import is_about_oneself, is_under_way
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.crypto import KeyRing
from stafett.kernel.verdict import no, require

UNDO_DAYS = 30
BEFORE = {ListState.TAKING_IN: ListState.READY, ListState.UNDOING: ListState.TAKEN_IN}
WAITING = (ListState.READING, ListState.READY)
ENDED = (ListState.UNREADABLE, ListState.FAULTY, ListState.TAKEN_IN, ListState.UNDONE, ListState.CANCELLED)


@operation(Event.LIST_UPLOADED)
def add_list(*, actor, file, is_whole, about=ListAbout.STAFF):
    """Keep a file, sealed, and let it be read; gives the StaffImport. `file` is (name, bytes). An actor without a person is
    the folder. Raises Refused when another list waits."""
    if is_under_way():
        require(no(Refusal.LIST_WAITS))
    name, content = file
    row = StaffImport(
        municipality_id=actor.municipality_id, file_name=name[-120:], about=about, is_whole=is_whole, added_by_id=actor.person_id,
        added_at=clock.now(),
    )  # fmt: skip
    row.file_cipher = KeyRing.from_setting(settings.KEY_RING).encrypt(content, context=row.pk.bytes)
    _save_alone(row, force_insert=True)
    _defer("administration.read_list", row)
    return Outcome(row, {"size": len(content), "is_whole": is_whole, "about": str(about)})


@operation(Event.LIST_CANCELLED, lock="staff_import")
def cancel_list(*, actor, staff_import):
    """Stop here: the file and what was read of it go. Raises Refused when it is being taken in already."""
    move(staff_import, ListState.CANCELLED)
    StaffImportLine.objects.filter(staff_import=staff_import).delete()
    staff_import.file_cipher, staff_import.settled_at = None, clock.now()
    staff_import.save(update_fields=["state", "file_cipher", "settled_at"])
    return staff_import


@operation(Event.LIST_ORDERED, lock="staff_import")
def order_list(*, actor, staff_import, ends_confirmed):
    """Have what was shown carried out, and nothing else. Somebody else says yes to a list of staff that changes one's own
    post. Raises Refused."""
    move(staff_import, ListState.TAKING_IN)
    if staff_import.about == ListAbout.STAFF and is_about_oneself(actor, staff_import):
        require(no(Refusal.OWN_POST))
    ending = staff_import.counts.get(LineKind.ENDED, 0)
    require(rules.may_take_in(ending=ending, standing=staff_import.standing, is_confirmed=ends_confirmed))
    staff_import.ordered_by_id = actor.person_id
    staff_import.save(update_fields=["state", "ordered_by"])
    _defer("administration.take_in_list", staff_import)
    return Outcome(staff_import, {"counts": staff_import.counts})


@operation(Event.LIST_UNDOING, lock="staff_import")
def order_undoing(*, actor, staff_import):
    """Have the list undone, within a month, where nothing has changed since. Raises Refused."""
    if staff_import.settled_at is None or staff_import.settled_at < clock.now() - timedelta(days=UNDO_DAYS):
        require(no(Refusal.UNDONE_TOO_LATE))
    if is_under_way():
        require(no(Refusal.LIST_WAITS))
    move(staff_import, ListState.UNDOING)
    staff_import.ordered_by_id = actor.person_id
    _save_alone(staff_import, update_fields=["state", "ordered_by"])
    _defer("administration.undo_list", staff_import)
    return staff_import


def move(staff_import, state):
    """The next state, when the table has it; else raises Refused."""
    require(rules.may_move(staff_import.state, state, table=LIST_STATES))
    staff_import.state = state


def put_back(pk):
    """A list whose job could not be done stands as before it was asked for. Part of the job, in its transaction."""
    row = StaffImport.objects.select_for_update(of=("self",)).filter(pk=pk, state__in=BEFORE).first()
    if row is not None:
        move(row, BEFORE[row.state])
        row.save(update_fields=["state"])


def put_back_forgotten(*, older_than):
    """The same for lists whose job was lost with its worker. The caller's transaction."""
    rows = StaffImport.objects.filter(state__in=BEFORE, added_at__lt=older_than)
    for pk in list(rows.order_by("id").values_list("id", flat=True)):
        put_back(pk)


def forget_lists(*, older_than):
    """Delete lists that were dealt with before a moment, and those that nobody has dealt with since then, which still have
    their file, with all their lines; gives how many. The caller's transaction."""
    dealt_with = Q(state__in=ENDED, settled_at__lt=older_than)
    gone = StaffImport.objects.filter(dealt_with | Q(state__in=WAITING, added_at__lt=older_than))
    StaffImportLine.objects.filter(staff_import__in=gone).delete()
    return gone.delete()[0]


def _save_alone(row, **how):
    """Two may ask in the same moment; the database lets one of them."""
    try:
        with transaction.atomic():
            row.save(**how)
    except IntegrityError:
        require(no(Refusal.LIST_WAITS))


def _defer(task, row):
    """The job knows two ids and nothing else; it begins when this transaction is through."""
    app.configure_task(task).defer(municipality_id=str(row.municipality_id), import_id=str(row.pk))
