"""What others have done in a log since somebody last looked at it. Asked for every open page, again and again."""

import functools

from django.db import connection

from stafett.access import scope
from stafett.audit import trail
from stafett.relay_log.models import Measure, MeasureLadder, RelayLog
from stafett.relay_log.queries.page import visible_concerns

LOOKED_AT = 100
PAGES_OPEN = 4096
_IN_CONCERNS = {f"relay_log.{name}" for name in ("concern", "measure", "measureladder")}


def newest_for(actor, log_id, *, since, today):
    """Number of the newest act after `since` by somebody else that `actor` may see; `since` when there is none.

    None when the actor does not reach the log. What is done with a private draft is news to nobody else (X5).
    """
    relation = _relation(actor, log_id, today)
    if relation is None:
        return None
    acts = [
        act for act in trail.story_of(log_id, limit=LOOKED_AT, after=since) if act.actor_id != actor.person_id
    ]
    visible = _visible_ids(log_id, relation) if acts else set()
    return next((act.number for act in acts if _about(act) in visible | {""}), since)


def _relation(actor, log_id, today):
    with connection.cursor() as cursor:
        cursor.execute(*_statement(actor, log_id, today))
        row = cursor.fetchone()
    return row[0] if row else None


@functools.lru_cache(maxsize=PAGES_OPEN)
def _statement(actor, log_id, today):
    """The question scope asks about this person, log and day, as SQL and parameters. Kept, because building it takes
    ten times as long as asking it; the answer is never kept."""
    rows = scope.reachable_logs(actor, RelayLog.objects.filter(pk=log_id)).values_list("relation")
    return rows.query.sql_with_params()


def _about(act):
    """Id, as text, of what decides who sees the act; empty when everyone in the log does."""
    return str(act.facts.get("concern") or (act.thing_id if act.thing_kind in _IN_CONCERNS else ""))


def _visible_ids(log_id, relation):
    """Ids, as text, of the concerns this reader may see, and of the measures and ladders in them."""
    log = RelayLog(pk=log_id)
    log.relation = relation
    concerns = visible_concerns(log).order_by().values("id")
    parts = [
        kind.objects.filter(log_id=log_id, concern_id__in=concerns).values_list("id")
        for kind in (Measure, MeasureLadder)
    ]
    return {str(pk) for (pk,) in concerns.values_list("id").union(*parts)}
