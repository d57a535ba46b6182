"""School starters: the cohort as the kindergarten's leader and as the school's leader see it, and how many wait."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Q

from stafett.access import scope
from stafett.access.enums import LogState
from stafett.consent import queries as consent_queries
from stafett.register.enums import UnitKind
from stafett.register.models import Unit
from stafett.relay_log.models import RelayLog
from stafett.transfers import rules
from stafett.transfers.enums import StarterStep, TransferKind, TransferState
from stafett.transfers.models import Transfer

_CHILD = ("child__person", "child__unit", "unit", "municipality")
_TAKEN = (TransferState.ACCEPTED, TransferState.RETURNED)


@dataclass(frozen=True)
class Starter:
    """One child who starts school, as a leader sees it: name, where from and to, how far the log has come, and the
    meeting. Nothing of what stands in the log."""

    log: RelayLog
    child_name: str
    from_unit: Unit
    school: Unit | None
    step: StarterStep
    meeting_at: datetime | None
    transfer_id: object = None


@dataclass(frozen=True)
class Arriving:
    """Those who come to a leader's schools: the ones consent lets the school know of, and how many more there are (None:
    fewer than five)."""

    starters: list
    hidden: int | None


def leaving(actor, *, today) -> list[Starter]:
    """School starters with a log in the kindergartens the actor leads, and those whose log the school has taken and not
    read yet; by unit and name. A fixed number of queries."""
    here = scope.logs_led_by(actor, RelayLog.objects.all()).filter(
        _starts(today), unit__kind=UnitKind.KINDERGARTEN
    )
    stays = list(_with_start(here))
    gone = list(_with_start(_at_school(actor, today)))
    seen = _starters([*stays, *gone], today=today)
    kept, moved = seen[: len(stays)], seen[len(stays) :]
    return _in_order([*kept, *(_as_handed_over(each) for each in moved if each.step == StarterStep.ACCEPTED)])


def arriving(actor, *, today) -> Arriving:
    """School starters that are on their way to, or have come to, the schools the actor leads: named where consent lets
    the school see the log, else counted. A fixed number of queries."""
    coming = Q(
        school_start__school_id__in=actor.led_unit_ids, school_start__year__gte=rules.next_start(today) - 1
    )
    logs = list(_with_start(RelayLog.objects.filter(coming).exclude(state=LogState.CLOSED)))
    known = [starter for starter in _starters(logs, today=today) if _is_known(starter, today)]
    return Arriving(_in_order(known), rules.shown_count(len(logs) - len(known)))


def school_starters_waiting(actor, unit_id, today) -> int:
    """How many school starters wait for the leader of a unit (UUID): in a kindergarten those whose log the school has not
    accepted, at a school those offered to it or not read and planned yet. 0 for whoever does not lead it.

    For the annual wheel (S000-11).
    """
    if unit_id not in actor.led_unit_ids:
        return 0
    waits = [each for each in leaving(actor, today=today) if each.log.unit_id == unit_id]
    leaving_here = sum(
        each.step not in (StarterStep.ACCEPTED, StarterStep.READ, StarterStep.PLANNED) for each in waits
    )
    coming = [each for each in arriving(actor, today=today).starters if _school_id(each) == unit_id]
    not_done = (StarterStep.OFFERED, StarterStep.ACCEPTED, StarterStep.READ)
    return leaving_here + sum(each.step in not_done for each in coming)


def _at_school(actor, today):
    """Logs that have come to the school the kindergarten chose; until the end of August, when the children are there."""
    gone = Q(
        school_start__from_unit_id__in=actor.led_unit_ids,
        school_start__year__gte=rules.first_year_followed(today),
        unit_id=F("school_start__school_id"),
    )
    return (
        RelayLog.objects.filter(gone).exclude(state=LogState.CLOSED).exclude(unit_id__in=actor.led_unit_ids)
    )


def _as_handed_over(starter):
    """The log is the school's now: its meetings are not for the one who gave it on (L-04, L-29)."""
    return replace(starter, meeting_at=None)


def _starts(today):
    """Children who begin next August, or should have begun: the rule `is_starter` as a question to the database."""
    year = rules.next_start(today)
    by_birth = Q(child__first_grade_year__isnull=True, child__person__birth_date__year__lte=year - 6)
    return Q(child__first_grade_year__lte=year) | by_birth


def _with_start(rows):
    return rows.select_related(*_CHILD, "school_start__school", "school_start__from_unit")


def _starters(logs, *, today):
    standings = consent_queries.standings_of(logs, today=today) if logs else {}
    newest = _newest_transfers(logs)
    return [_starter(log, standings[log.pk], newest.get(log.pk), today) for log in logs]


def _newest_transfers(logs):
    """The newest offer to another unit of each log that waits or was accepted."""
    rows = Transfer.objects.filter(
        log_id__in=[log.pk for log in logs],
        kind=TransferKind.UNIT,
        state__in=(TransferState.OFFERED, *_TAKEN),
    )
    return {row.log_id: row for row in rows.order_by("offered_at")}


def _starter(log, standing, transfer, today):
    log.standing = standing
    start = getattr(log, "school_start", None)
    to_school = transfer is not None and start is not None and transfer.to_unit_id == start.school_id
    state = rules.state_on(today, state=transfer.state, expires_on=transfer.expires_on) if to_school else None
    came_at = transfer.answered_at if state in _TAKEN else None
    step = rules.step_of(
        has_school=start is not None,
        is_covered=start is not None and standing.covers_until(start.school_id, today=today) is not None,
        is_offered=state == TransferState.OFFERED,
        is_accepted=came_at is not None,
        is_read=bool(to_school and transfer.read_at),
        meets=log.next_meeting_at is not None,
    )
    return Starter(
        log=log,
        child_name=log.child.person.name,
        from_unit=start.from_unit if start else log.unit,
        school=start.school if start else None,
        step=step,
        meeting_at=log.next_meeting_at if came_at else None,
        transfer_id=transfer.pk if state == TransferState.OFFERED else None,
    )


def _is_known(starter, today):
    """The school has the log already, or consent lets it see all there is to know of where it comes from."""
    school_id = starter.log.school_start.school_id
    has_it = starter.log.unit_id == school_id
    return has_it or starter.log.standing.covers_until(school_id, today=today) is not None


def _school_id(starter):
    return starter.log.school_start.school_id


def _in_order(starters):
    return sorted(
        starters, key=lambda each: (each.step in _LAST, each.log.child.person.sort_key, str(each.log.pk))
    )


_LAST = (StarterStep.PLANNED,)
