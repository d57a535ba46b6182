"""Reminders: what the rules say is due, put in the right inboxes. Run as often as one likes: each is told once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.relay_log.queries import reminding as queries
from stafett.relay_log.queries.coordination import without_service
from stafett.relay_log.rules import reminding as rules
from stafett.relay_log.rules.reminding import Reminder


@dataclass(frozen=True)
class Due:
    """A reminder about a log: to its holder, unless it is for others alone, and to those others."""

    log_id: UUID
    reminder: Reminder
    other_ids: tuple[UUID, ...] = ()
    holders_link: tuple[str, UUID] | None = None
    others_link: tuple[str, None] | None = None
    is_for_holder: bool = True


def remind(municipality_id: UUID, *, today: date) -> int:
    """Remind everybody in the municipality of what is due; gives how many messages that made.

    Must run within the municipality. Nobody acts: the trail has the acts that led to it, the inbox the reminder.
    """
    evaluations, without_plan = queries.evaluations(today=today), queries.without_plan(today=today)
    due = [
        *_about_evaluations(evaluations, today),
        *_about_plans(without_plan, today),
        *_about_consents(today),
        *_about_places(today),
        *_about_coordination(today),
    ]
    holders = queries.holders_of({each.log_id for each in due}, today=today)
    made = [message for each in due for message in _tell(municipality_id, each, holders.get(each.log_id))]
    made += _tell_of_no_holder(municipality_id, today)
    return len(made) + len(_tell_leaders(municipality_id, evaluations, without_plan, today))


def _tell(municipality_id, due, holder_id):
    kind = due.reminder.kind
    given = {
        "log": due.log_id, "facts": {"date": due.reminder.on}, "once": f"{due.log_id}:{due.reminder.key}",
    }  # fmt: skip
    if due.is_for_holder and holder_id:
        yield from tell(municipality_id, [holder_id], kind, link=due.holders_link, **given)
    yield from tell(municipality_id, due.other_ids, kind, link=due.others_link, **given)


def _about_evaluations(evaluations, today):
    for log_id, _unit, day, _count in evaluations:
        if reminder := rules.about_evaluation(day, today=today):
            yield Due(log_id, reminder)


def _about_plans(without_plan, today):
    for log_id, _unit, day in without_plan:
        if reminder := rules.about_no_plan(day, today=today):
            yield Due(log_id, reminder)


def _about_consents(today):
    """Where the youth decides from now on, they hear it from us, and the holder how long the guardians' yes still does."""
    for last in queries.consents(today=today):
        if last.youth_id:
            yours = Reminder(Kind.CONSENT_IS_YOURS, last.on, "own")
            yield Due(last.log_id, yours, (last.youth_id,), is_for_holder=False)
        if reminder := rules.about_consent(last.on, today=today):
            own = ("my_consents", None)
            yield Due(last.log_id, reminder, last.giver_ids, ("consent", last.log_id), own)


def _about_places(today):
    for log_id, person_id, day in queries.ending_places(today=today):
        if reminder := rules.about_place(day, today=today):
            yield Due(log_id, reminder, (person_id,), ("participants", log_id))


def _about_coordination(today):
    """The leaders hear it too: when services do not agree, it is they who decide (L-41)."""
    without = [
        (log_id, unit_id, reminder)
        for log_id, unit_id, since in without_service(today=today)
        if (reminder := rules.about_coordination(since, today=today))
    ]
    leaders = queries.leaders_of_units({unit_id for _log, unit_id, _reminder in without}, today=today)
    for log_id, unit_id, reminder in without:
        others = tuple(leaders.get(unit_id, ()))
        yield Due(log_id, reminder, others, ("coordination", log_id), ("unit_logs", None))


def _tell_of_no_holder(municipality_id, today):
    made = []
    for log_id, leader_ids in queries.without_holder(today=today):
        reminder = rules.about_no_holder(today=today)
        once, link = f"{log_id}:{reminder.key}", ("new_holder", log_id)
        made += tell(municipality_id, leader_ids, reminder.kind, log=log_id, link=link, once=once)
    return made


def _tell_leaders(municipality_id, evaluations, without_plan, today):
    made = []
    for unit, week in queries.weeks(evaluations, without_plan, today=today).items():
        numbers = {"due": week.due, "overdue": week.overdue, "idle": week.idle}
        if reminder := rules.about_week(**numbers, today=today):
            once = f"{unit}:{reminder.key}"
            made += tell(municipality_id, week.leader_ids, reminder.kind, facts=numbers, once=once)
    return made
