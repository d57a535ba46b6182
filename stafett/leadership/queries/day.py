"""What a unit's leader needs in five minutes: what asks for something, how logs move, and what to talk with staff about.

Everything is summed in the database, and the lists are short: no query grows with the logs that are not shown.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat, JSONObject

from stafett.access import scope
from stafett.access.enums import LogState, Relation
from stafett.access.insight_rules import ReminderFacts
from stafett.access.models import Grant
from stafett.kernel.clock import NORWAY
from stafett.leadership import rules
from stafett.leadership.enums import Routine
from stafett.leadership.queries import marks
from stafett.log_meetings.enums import MeetingState
from stafett.log_meetings.models import Meeting
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register import staff
from stafett.register.enums import RequestAnswer
from stafett.register.models import Person
from stafett.relay_log.models import RelayLog

SHOWN = 8
FLOW_DAYS = 90
NAME = Concat("person__given_name", Value(" "), "person__family_name")
AMISS = Q(has_holder=False) | Q(overdue_on__isnull=False) | Q(is_idle=True)  # of a log as `_marked` gives it


@dataclass(frozen=True)
class Need:
    """A log that asks for something: who holds it (None when nobody who works there does), and what is amiss."""

    log_id: UUID
    child_name: str
    holder: str | None
    overdue_on: date | None
    without_plan: bool
    is_reminded: bool


@dataclass(frozen=True)
class Flow:
    """Logs on their way: how many wait, stand on each level, and have begun and ended in the last ninety days."""

    waiting: int
    level_1: int
    level_2: int
    level_3: int
    begun: int
    ended: int


@dataclass(frozen=True)
class LeadersDay:
    """The week in numbers, the logs that need somebody most (at most eight), how many there are besides, and the flow."""

    open: int
    overdue: int
    without_plan: int
    without_holder: int
    consents_ending: int
    waiting: int  # guardians to confirm, and requests to answer
    needs: tuple[Need, ...]
    more: int
    flow: Flow


@dataclass(frozen=True)
class TalkNote:
    """What to talk with an employee about: how many logs they hold, and which routines wait in how many of them."""

    name: str
    logs: int
    missed: tuple[tuple[Routine, int], ...]


def leaders_day(actor, *, today: date) -> LeadersDay:
    """What the units that the actor leads need this week, and how their logs move. Two queries.

    Source: S000-12, S000-13, issue E 3.
    """
    logs = _marked(actor, today)
    sums = _sums(actor, logs, today)
    needs = _needs(logs.filter(AMISS), today)
    more = sums["week"].pop("amiss") - len(needs)
    waiting = sums["to_confirm"] + sums["to_answer"]
    return LeadersDay(**sums["week"], waiting=waiting, needs=needs, more=more, flow=Flow(**sums["flow"]))


def talk_notes(actor, *, today: date) -> list[TalkNote]:
    """What to talk about with each employee who holds a log in the units that the actor leads: those with most first, by
    name. Numbers of logs only: no child, no word. One query. Source: S000-12."""
    of_log = {"log_id": OuterRef("log_id")}
    places = Grant.objects.filter(
        _employed("person_id", "unit_id", today),
        relation=Relation.BATON_HOLDER,
        ended_at__isnull=True,
        log__unit_id__in=actor.led_unit_ids,
        log__state=LogState.ACTIVE,
    ).annotate(
        is_overdue=Exists(marks.overdue(today, **of_log)),
        is_idle=~Exists(marks.waiting(**of_log)) & ~marks.meets_soon(today, to="log__"),
        is_unmet=~Exists(_met(today, **of_log)) & Q(log__started_at__lt=_long_ago(today)),
    )
    sums = places.values("person_id", name=NAME).annotate(
        logs=Count("id"),
        overdue=Count("id", filter=Q(is_overdue=True)),
        idle=Count("id", filter=Q(is_idle=True)),
        unmet=Count("id", filter=Q(is_unmet=True)),
    )
    rows = sums.order_by("person__sort_key", "person_id")
    notes = [
        TalkNote(
            row["name"], row["logs"], rules.missed(row["overdue"], without_plan=row["idle"], without_meeting=row["unmet"])
        )
        for row in rows
    ]  # fmt: skip
    return sorted(notes, key=lambda note: -sum(count for _routine, count in note.missed))


def overdue_log(actor, pk):
    """A log of a unit that the actor leads, with `.overdue_on` (None when nothing is late) and `.holder_id`, the person who
    holds it and works there; None when there is no such log."""
    logs = scope.logs_led_by(actor, RelayLog.objects.select_related("child__person"))
    holders = _holding(actor.on).values("person_id")[:1]
    day = marks.overdue(actor.on, log_id=OuterRef("pk")).order_by("evaluate_by").values("evaluate_by")[:1]
    return logs.annotate(overdue_on=Subquery(day), holder_id=Subquery(holders)).filter(pk=pk).first()


def facts_about_reminder(log, *, today):
    """Facts for the policy."""
    return ReminderFacts(unit_id=log.unit_id, log_state=log.state)


def _marked(actor, today):
    """The led logs with what is amiss in each."""
    first_late = marks.overdue(today, log_id=OuterRef("pk")).order_by("evaluate_by").values("evaluate_by")[:1]
    return scope.logs_led_by(actor, RelayLog.objects.all()).annotate(
        has_holder=Exists(_holding(today)),
        overdue_on=Subquery(first_late),
        is_idle=marks.idle(today),
        consent_ends=marks.consent_ends(today),
    )


def _sums(actor, logs, today):
    """Every sum of the page in one query: each is a question of its own beside the actor's row."""
    requests = scope.information_requests_led_by(actor).filter(answer=RequestAnswer.WAITING)
    return (
        Person.objects.filter(pk=actor.person_id)
        .values(
            week=Subquery(_week(logs)),
            flow=Subquery(_flow(actor, today)),
            to_confirm=Subquery(_summed(scope.relations_to_confirm(actor), Count("pk"))),
            to_answer=Subquery(_summed(requests, Count("pk"))),
        )
        .get()
    )


def _week(logs):
    sums = {
        "open": Count("id"),
        "overdue": Count("id", filter=Q(overdue_on__isnull=False)),
        "without_plan": Count("id", filter=Q(is_idle=True)),
        "without_holder": Count("id", filter=Q(has_holder=False)),
        "consents_ending": Count("id", filter=Q(consent_ends=True)),
        "amiss": Count("id", filter=AMISS),
    }
    return _summed(logs, JSONObject(**sums))


def _flow(actor, today):
    """How logs move through the levels in the units that the actor leads. Source: S000-12."""
    since = datetime.combine(today - timedelta(days=FLOW_DAYS), time(), NORWAY)
    levels = {
        f"level_{level}": Count("id", filter=Q(state=LogState.ACTIVE, level=level)) for level in (1, 2, 3)
    }
    sums = {
        "waiting": Count("id", filter=Q(state=LogState.AWAITING_CONSENT)),
        "begun": Count("id", filter=Q(started_at__gte=since)),
        "ended": Count("id", filter=Q(closed_at__gte=since)),
    }
    led = RelayLog.objects.filter(unit_id__in=actor.led_unit_ids)
    recent = led.filter(~Q(state=LogState.CLOSED) | Q(closed_at__gte=since))
    return _summed(recent, JSONObject(**sums, **levels))


def _summed(rows, total):
    """One row with the sum of all of them, also where there is none."""
    return rows.order_by().values(of_all=Value(1)).annotate(total=total).values("total")


def _needs(logs, today):
    told = Message.objects.filter(
        kind=Kind.LEADER_REMINDS, about_id=OuterRef("pk"), created_at__gte=_week_began(today)
    )
    order = Case(When(has_holder=False, then=0), default=1, output_field=IntegerField())
    rows = logs.select_related("child__person").annotate(
        holder=Subquery(_holding(today).values(name=NAME)[:1]), is_reminded=Exists(told)
    )
    rows = rows.order_by(order, F("overdue_on").asc(nulls_last=True), "child__person__sort_key", "id")
    return tuple(
        Need(row.pk, row.child.person.name, row.holder, row.overdue_on, row.is_idle, row.is_reminded)
        for row in rows[:SHOWN]
    )


def _met(today, **of_log):
    """Meetings that have been, lately, or are planned."""
    rows = Meeting.objects.filter(**of_log).exclude(state=MeetingState.CANCELLED)
    return rows.filter(starts_at__gte=_long_ago(today))


def _holding(today):
    """Places of those who hold a log and work in its unit."""
    return Grant.objects.filter(
        _employed("person_id", "unit_id", today),
        log_id=OuterRef("pk"),
        relation=Relation.BATON_HOLDER,
        ended_at__isnull=True,
    )


def _employed(person, unit, today):
    return Exists(staff.holding_in_unit(person=OuterRef(person), unit=OuterRef(unit), day=today))


def _long_ago(today):
    return datetime.combine(today - rules.WITHOUT_MEETING, time(), NORWAY)


def _week_began(today):
    return datetime.combine(today - timedelta(days=today.weekday()), time(), NORWAY)
