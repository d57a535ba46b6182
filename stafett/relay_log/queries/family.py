"""What a family's package of a log asks for besides what the pages show."""

from stafett.access import scope
from stafett.access.enums import Relation
from stafett.relay_log.enums import ConcernState
from stafett.relay_log.models import Concern, Note, RelayLog
from stafett.relay_log.queries.page import log_page
from stafett.relay_log.queries.sight import give_sight


def logs_of_child(actor, child_id):
    """The logs about a child that `actor` reaches, newest first, each as `reachable_log` gives it."""
    logs = RelayLog.objects.filter(child_id=child_id)
    found = scope.reachable_logs(
        actor, logs.select_related("child__person", "child__unit", "unit", "municipality")
    )
    return [give_sight(log, actor) for log in found.order_by("-started_at", "id")]


def pages_of_story(log, *, today):
    """Every page of the log's story, newest first, each as the log page has it."""
    before = None
    while True:
        page = log_page(log, today=today, before=before)
        yield page
        if page.older is None:
            return
        before = page.older


def parts_kept_from(log) -> int:
    """How many concerns and notes of a reached log are kept from this reader with a reason (L-13)."""
    if log.relation != Relation.GUARDIAN:
        return 0
    concerns = (
        Concern.objects.filter(log_id=log.pk)
        .exclude(kept_from_guardians="")
        .exclude(state=ConcernState.DRAFT)
    )
    notes = Note.objects.filter(log_id=log.pk).exclude(kept_from_guardians="")
    return concerns.count() + notes.count()
