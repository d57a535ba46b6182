"""What others have done in a log since somebody last looked at it. Asked for every open page, again and again."""

import functools

from django.db import connection

from stafett.access import scope
from stafett.audit import trail
from stafett.relay_log.enums import Event
from stafett.relay_log.models import RelayLog
from stafett.relay_log.queries import sight
from stafett.relay_log.queries.page import about_what

LOOKED_AT = 100
PAGES_OPEN = 4096


def newest_for(actor, log_id, *, since, today):
    """Number of the newest act after `since` by somebody else that `actor` may see; `since` when there is none.

    None when the actor does not reach the log. What somebody does not see is no news to them (L-07, L-13, X5), and the
    holder's own round of the analysis is news to nobody (S001-23).
    """
    place = _place(actor, log_id, today)
    if place is None:
        return None
    acts = [
        act
        for act in trail.story_of(log_id, limit=LOOKED_AT, after=since)
        if act.actor_id != actor.person_id and act.event != Event.OWN_ROUND
    ]
    about = {act.number: about_what(act) for act in acts}
    seen = _seen(actor, log_id, place, {each for each in about.values() if each}, today)
    return next((number for number, each in about.items() if each is None or str(each) in seen), since)


def reaches(actor, log_id, today) -> bool:
    """Whether the actor reaches a log today: what open pages about something in it ask again and again."""
    return _place(actor, log_id, today) is not None


def _place(actor, log_id, today):
    """(relation, unit of the place, unit of the log) of the actor, or None."""
    with connection.cursor() as cursor:
        cursor.execute(*_statement(actor, log_id, today))
        return cursor.fetchone()


@functools.lru_cache(maxsize=PAGES_OPEN)
def _statement(actor, log_id, today):
    """The question scope asks about this person, log and day, as SQL and parameters. Kept, because building it takes
    ten times as long as asking it; the answer is never kept."""
    rows = scope.reachable_logs(actor, RelayLog.objects.filter(pk=log_id)).values_list(
        "relation", "place_unit_id", "unit_id"
    )
    return rows.query.sql_with_params()


def _seen(actor, log_id, place, ids, today):
    """Those of the ids that the actor sees in a log where they have that place, as text."""
    if not ids:
        return set()
    relation, place_unit_id, unit_id = place
    log = RelayLog(pk=log_id, unit_id=unit_id)
    if place_unit_id not in (None, unit_id):  # what consent lets another service see must be asked
        log = RelayLog.objects.select_related("municipality", "child__person").get(pk=log_id)
    log.relation, log.place_unit_id = relation, place_unit_id
    return sight.ids_seen(sight.look(log, reader_id=actor.person_id, today=today), log_id, among=ids)
