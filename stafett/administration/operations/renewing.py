"""What follows from a change in the register: places in the child's logs, and word to the leaders. Parts of operations."""

from stafett.access.enums import LogState
from stafett.consent.operations import renew_places
from stafett.kernel import clock
from stafett.messages.operations import tell
from stafett.register import staff


def renew(child):
    """Write anew how long consent covers each place in the child's open logs (L-06, L-08). The caller's transaction."""
    logs = child.logs.exclude(state=LogState.CLOSED).select_related("municipality", "child__person")
    for log in logs:
        renew_places(log, today=today())


def tell_leaders(child, kind, *, leave_out=None):
    """Put a message in the inbox of the leaders of the child's unit. It names nobody (L-59)."""
    leaders = {post.person_id for post in staff.leaders_of([child.unit_id], day=today())} - {leave_out}
    tell(child.municipality_id, leaders, kind, link=("what_waits", None))


def today():
    """The day it is in Norway."""
    return clock.today_in_norway(clock.now())
