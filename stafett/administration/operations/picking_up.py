"""Lists that come by themselves: picked up from a folder, taken in when nothing asks for somebody's eyes, else shown to the
administrators. Whoever acts here is the municipality's own system, which appoints nobody (ADR 0045)."""

from pathlib import Path

from django.conf import settings
from django.db.models import Q

from stafett.administration import rules
from stafett.administration.content import folder
from stafett.administration.enums import LineKind, ListState
from stafett.administration.models import StaffImport, StaffImportLine
from stafett.administration.operations.lists import add_list, cancel_list, order_list
from stafett.administration.queries.lists import is_under_way
from stafett.kernel import clock
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.register.actor import Actor
from stafett.register.enums import EmploymentRole
from stafett.register.tenancy import within

SETTLED_BADLY = (ListState.FAULTY, ListState.UNREADABLE)


def system_of(municipality_id):
    """The municipality's own system: nobody, with no post."""
    return Actor(person_id=None, municipality_id=municipality_id, name="Stafett")


def pick_up(municipality_id, slug):
    """Let the oldest file that lies ready for a municipality be read; gives whether there was one. The file is taken away
    when it is kept here, sealed. A list from the folder that still waits for a yes gives way to the newer one."""
    ready = folder.waiting(Path(settings.LISTS_FOLDER), slug, now=clock.now())
    if not ready:
        return False
    with within(municipality_id):
        actor, file = system_of(municipality_id), ready[0]
        older = StaffImport.objects.filter(state=ListState.READY, added_by__isnull=True).first()
        if older is not None:
            cancel_list(actor=actor, staff_import=older)
        if is_under_way():
            return False
        content = (file.path.name, file.content())
        add_list(actor=actor, file=content, is_whole=file.is_whole, about=file.about)
    file.path.unlink(missing_ok=True)
    return True


def follow_up(pk, *, is_new):
    """What becomes of a list from the folder: taken in by itself when it has just been read, and else told of. The caller's
    transaction."""
    row = StaffImport.objects.filter(pk=pk, added_by__isnull=True).first()
    if row is None or row.state not in (ListState.READY, *SETTLED_BADLY):
        return
    is_plain = (
        is_new
        and row.state == ListState.READY
        and rules.may_take_in_unseen(
            ending=row.counts[LineKind.ENDED], standing=row.standing, touches_leaders=_touches_leaders(row)
        )
    )
    if is_plain:
        order_list(actor=system_of(row.municipality_id), staff_import=row, ends_confirmed=False)
        return
    administrators = staff.administrators(day=clock.today_in_norway(clock.now()))
    link = ("staff_import", row.pk)
    tell(row.municipality_id, administrators, Kind.LIST_WAITS, link=link, once=f"{row.pk}:{row.checksum}")


def _touches_leaders(row):
    leader = EmploymentRole.UNIT_LEADER
    rows = StaffImportLine.objects.filter(staff_import=row)
    return rows.filter(Q(after__role=leader) | Q(before__role=leader)).exists()
