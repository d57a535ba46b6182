"""Lists of logs, each row with what happens next. Three queries, whatever the number of logs."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from stafett.access import scope
from stafett.relay_log.models import Concern, RelayLog
from stafett.relay_log.queries.next_line import Row, rows_with_next

PAGE = 50


def my_logs(actor, *, today, page=1):
    """Logs whose baton the actor holds, open ones first. Returns (rows, has_more)."""
    return _page(scope.logs_held_by(actor, _logs()), today=today, page=page)


def participating_logs(actor, *, today, page=1):
    """Logs the actor takes part in without holding the baton. Returns (rows, has_more)."""
    return _page(scope.logs_taken_part_in_by(actor, _logs()), today=today, page=page)


def family_logs(actor, *, today):
    """Logs of the children the actor is a confirmed guardian of, as rows."""
    return _page(scope.logs_of_family(actor, _logs()), today=today, page=1)[0]


def _logs():
    return RelayLog.objects.select_related("child__person", "child__unit", "unit", "municipality")


def _page(logs, *, today, page) -> tuple[list[Row], bool]:
    start = (page - 1) * PAGE
    concerns = Concern.objects.filter(log_id=OuterRef("pk")).values(
        json=JSONObject(id="id", state="state", kept="kept_from_guardians")
    )
    ordered = logs.annotate(found_concerns=ArraySubquery(concerns)).order_by(
        F("closed_at").desc(nulls_first=True), "child__person__sort_key", "id"
    )
    found = list(ordered[start : start + PAGE + 1])
    return rows_with_next(found[:PAGE], today=today), len(found) > PAGE
