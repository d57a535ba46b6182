"""Course days and who is signed up for them."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Q

from stafett.access.course_rules import CourseFacts, SignUpFacts
from stafett.courses.enums import HOLDS_A_PLACE, CourseKind, CourseState, SignUpState
from stafett.courses.models import CourseDay, SignUp
from stafett.kernel.clock import NORWAY, local
from stafett.register import staff
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment

SHOWN_PAST = 20


def listed(actor, *, today: date) -> tuple[list[CourseDay], list[CourseDay]]:
    """Course days ahead, nearest first, and the last twenty that have been. Each has `.taken` and `.waiting` (numbers) and
    `.own`, the actor's own sign-up or None. Three queries."""
    ahead = list(_counted().filter(starts_at__gte=_midnight(today)).order_by("starts_at", "id"))
    past = list(_counted().filter(starts_at__lt=_midnight(today)).order_by("-starts_at", "id")[:SHOWN_PAST])
    own = _own(actor, [*ahead, *past])
    for course in (*ahead, *past):
        course.own = own.get(course.pk)
    return ahead, past


def course_seen(actor, course_id: UUID) -> CourseDay | None:
    """A course day in the actor's own municipality, with who leads it, `.taken`, `.waiting` and `.own`."""
    course = _counted().select_related("leader").filter(pk=course_id).first()
    if course:
        course.own = _own(actor, [course]).get(course.pk)
    return course


def facts_about(course: CourseDay, *, today: date) -> CourseFacts:
    """What the policy asks of a course day."""
    return CourseFacts(leader_id=course.leader_id)


def sign_ups_of(course: CourseDay, *, unit_ids=None) -> list[SignUp]:
    """Those with a place or on the waiting list, in the order they came, with person and unit; of some units alone when
    `unit_ids` is given."""
    rows = SignUp.objects.filter(course=course).exclude(state=SignUpState.WITHDRAWN)
    if unit_ids is not None:
        rows = rows.filter(unit_id__in=list(unit_ids))
    return list(rows.select_related("person", "unit").order_by("number"))


def sign_up_reached(actor, sign_up_id: UUID) -> SignUp | None:
    """A sign-up with its course: one's own, of a unit one leads, or any for the administrator."""
    rows = SignUp.objects.select_related("course", "person").filter(pk=sign_up_id)
    if not actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        rows = rows.filter(Q(person_id=actor.person_id) | Q(unit_id__in=list(actor.led_unit_ids)))
    return rows.first()


def facts_about_sign_up(sign_up: SignUp, *, today: date) -> SignUpFacts:
    """What the policy asks of a sign-up."""
    return SignUpFacts(person_id=sign_up.person_id, unit_id=sign_up.unit_id)


def ahead(*, today: date) -> list[CourseDay]:
    """Course days after today that take place."""
    rows = CourseDay.objects.filter(
        starts_at__gte=_midnight(today + timedelta(days=1)), state=CourseState.OPEN
    )
    return list(rows.order_by("starts_at", "id"))


def closing(*, until: date, today: date) -> list[CourseDay]:
    """Course days that take place, and whose sign-up closes between today and a day."""
    rows = CourseDay.objects.filter(sign_up_by__range=(today, until), state=CourseState.OPEN)
    return list(rows.order_by("sign_up_by", "id"))


def half_days(*, around: date) -> list[date]:
    """The days of half-day courses that take place within a year of a day, before it or after."""
    year = timedelta(days=366)
    rows = CourseDay.objects.filter(
        kind=CourseKind.HALF_DAY,
        state=CourseState.OPEN,
        starts_at__range=(_midnight(around - year), _midnight(around + year)),
    )
    return [local(starts_at).date() for starts_at in rows.values_list("starts_at", flat=True)]


def unit_leader_ids(*, day: date) -> list[UUID]:
    """Everybody who leads a unit on a day."""
    rows = Employment.objects.filter(staff.holding_on(day), role=EmploymentRole.UNIT_LEADER)
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())


def day_of(course: CourseDay) -> date:
    """The date of a course day on a Norwegian calendar."""
    return local(course.starts_at).date()


def _counted():
    return CourseDay.objects.annotate(
        taken=Count("sign_ups", filter=Q(sign_ups__state__in=HOLDS_A_PLACE)),
        waiting=Count("sign_ups", filter=Q(sign_ups__state=SignUpState.WAITING)),
    )


def _own(actor, courses):
    rows = SignUp.objects.filter(course__in=courses, person_id=actor.person_id)
    return {row.course_id: row for row in rows.exclude(state=SignUpState.WITHDRAWN)}


def _midnight(day):
    return datetime.combine(day, time(0), NORWAY)
