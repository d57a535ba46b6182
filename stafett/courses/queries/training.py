"""Who needs training in the units one leads, and who has not begun to use the log. For the unit's own leader alone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q

from stafett.access.models import Grant
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.courses import rules
from stafett.courses.enums import TRAINS, CourseState, Need, SignUpState
from stafett.courses.models import CourseDay, SignUp, TrainingRoutine
from stafett.courses.queries.courses import day_of
from stafett.kernel.clock import NORWAY, local
from stafett.register import staff
from stafett.register.enums import WITH_CHILDREN
from stafett.register.models import Employment

ACTIVE_DAYS = 180


@dataclass(frozen=True)
class Trainee:
    """One colleague: who, where, when last trained, what they need, and the course day they are signed up for (or None)."""

    person_id: UUID
    unit_id: UUID
    name: str
    position: str
    unit_name: str
    trained_on: date | None
    need: Need
    ahead: SignUp | None

    @property
    def needs_training(self) -> bool:
        return self.need != Need.NONE


def colleagues(actor, *, today: date, on: date | None = None) -> list[Trainee]:
    """Staff of the units the actor leads, by name, each once: who needs training and why. Five queries.

    `on`: those employed on this day instead, such as the day of a course, so that who begins before it is there too.
    Source: S000-06, S000-15, S000-19.
    """
    return _colleagues(actor.led_unit_ids, on or today, today)


def wanting(unit_id: UUID, *, today: date) -> int:
    """How many in a unit need training and are not signed up for any. For the unit's leader alone: ask nobody else's."""
    return sum(each.needs_training and each.ahead is None for each in _colleagues([unit_id], today, today))


def without_training(actor, *, today: date) -> list[Trainee]:
    """Those of `colleagues` who need training and are not signed up for any. Source: S000-06, issue E 2."""
    return [each for each in colleagues(actor, today=today) if each.needs_training and each.ahead is None]


def without_activity(actor, *, since: date, today: date) -> list[Employment]:
    """Staff of the units the actor leads who since a day have neither had a place in a log nor done anything in one, by
    name, with person and unit. That is all it says: no log, no date, no count. One query. Source: S000-06, issue E 2."""
    start = datetime.combine(since, time(0), NORWAY)
    acts = Entry.objects.filter(
        actor_id=OuterRef("person_id"), kind=EntryKind.ACT, at__gte=start, log_id__isnull=False
    )
    places = Grant.objects.filter(Q(ended_at=None) | Q(ended_at__gte=start), person_id=OuterRef("person_id"))
    rows = _employed(actor.led_unit_ids, today).filter(~Exists(acts), ~Exists(places))
    return list({post.person_id: post for post in rows}.values())


def usual_since(*, today: date) -> date:
    """From when activity is asked about when nobody says otherwise: half a year."""
    return today - timedelta(days=ACTIVE_DAYS)


def units_to_sign_up(actor, course: CourseDay, *, today: date) -> dict[UUID, UUID]:
    """Whom the actor may sign up for a course day, and on behalf of which unit: own staff on that day without a place."""
    taken = SignUp.objects.filter(course=course).exclude(state=SignUpState.WITHDRAWN)
    on_it = set(taken.values_list("person_id", flat=True))
    posts = _posts(actor.led_unit_ids, day_of(course))
    return {person: post.unit_id for person, (post, _begins) in posts.items() if person not in on_it}


def refresh_years() -> int:
    """How many years training lasts in this municipality."""
    said = TrainingRoutine.objects.values_list("refresh_years", flat=True).first()
    return said or rules.REFRESH_YEARS


def _colleagues(unit_ids, day, today):
    posts = _posts(unit_ids, day)
    ids = list(posts)
    trained, ahead = _trained(ids), _signed_up_ahead(ids, today)
    known = {"last_course_on": _last_course_on(today), "years": refresh_years(), "today": today}
    return [
        _trainee(post, begins, trained.get(person_id), ahead.get(person_id), known)
        for person_id, (post, begins) in posts.items()
    ]


def _employed(unit_ids, day):
    rows = Employment.objects.filter(
        staff.holding_on(day), unit_id__in=list(unit_ids), role__in=WITH_CHILDREN
    )
    return rows.select_related("person", "unit").order_by("person__sort_key", "starts_on", "id")


def _posts(unit_ids, day):
    """Person id -> (their first post here, the day they began)."""
    found = {}
    for post in _employed(unit_ids, day):
        found.setdefault(post.person_id, (post, post.starts_on))
    return found


def _trained(ids):
    """When each of these last was on a day on which one learns the model."""
    rows = SignUp.objects.filter(person_id__in=ids, state=SignUpState.ATTENDED, course__kind__in=TRAINS)
    last = rows.values_list("person_id").annotate(Max("course__starts_at")).order_by("person_id")
    return {person_id: local(moment).date() for person_id, moment in last}


def _signed_up_ahead(ids, today):
    start = datetime.combine(today, time(0), NORWAY)
    rows = SignUp.objects.filter(
        person_id__in=ids,
        state__in=(SignUpState.SIGNED_UP, SignUpState.WAITING),
        course__kind__in=TRAINS,
        course__state=CourseState.OPEN,
        course__starts_at__gte=start,
    )
    return {row.person_id: row for row in rows.select_related("course").order_by("-course__starts_at")}


def _last_course_on(today):
    start = datetime.combine(today, time(0), NORWAY)
    rows = CourseDay.objects.filter(kind__in=TRAINS, state=CourseState.OPEN, starts_at__lt=start)
    last = rows.aggregate(last=Max("starts_at"))["last"]
    return local(last).date() if last else None


def _trainee(post, begins, trained_on, ahead, known):
    need = rules.need_of(trained_on=trained_on, employed_from=begins, **known)
    return Trainee(
        person_id=post.person_id, unit_id=post.unit_id, name=post.person.name, position=post.position,
        unit_name=post.unit.name, trained_on=trained_on, need=need, ahead=ahead,
    )  # fmt: skip
