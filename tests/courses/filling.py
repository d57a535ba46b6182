"""Sets up course days and signs people up through the product's own operations. Randi runs the system; Elle leads a school."""

from datetime import datetime, time, timedelta

from stafett.courses import operations
from stafett.courses.models import CourseDay, SignUp
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.register.tenancy import within
from tests import stage

HERE = cast.EKSEMPELVIK.id
STAFF = ("kari", "jonas", "yusuf", "elle")  # of the school that Elle leads


def course_words(**changed):
    """A course day's fields as its form gives them."""
    day = stage.today() + timedelta(days=60)
    return {
        "kind": "half_day", "day": day, "at": time(8, 30), "minutes": 180, "place": "Rådhuset, sal 2", "places": 20,
        "sign_up_by": day - timedelta(days=14), "leader_id": cast.person("yusuf").id, "about": "Nivå 0 og 1.",
    } | changed  # fmt: skip


def a_course(**changed):
    """A course day in two months that Yusuf leads, with 20 places and two weeks from deadline to course."""
    with within(HERE):
        return operations.add_course(
            actor=stage.actor("randi"), today=stage.today(), **course_words(**changed)
        )


def sign_up(course, *people, by="elle"):
    """Sign people of the cast up, in this order."""
    with within(HERE):
        ids = [cast.person(key).id for key in people]
        operations.sign_up(actor=stage.actor(by), course=course, person_ids=ids, today=stage.today())


def withdraw(course, key, *, by="elle"):
    """Give somebody's place back."""
    with within(HERE):
        row = SignUp.objects.exclude(state="withdrawn").get(course=course, person_id=cast.person(key).id)
        operations.withdraw(actor=stage.actor(by), course=course, sign_up=row, today=stage.today())


def tick(course, *there, by="yusuf"):
    """Say who was there."""
    with within(HERE):
        ids = {cast.person(key).id for key in there}
        rows = SignUp.objects.filter(course=course, person_id__in=ids).exclude(state="withdrawn")
        operations.tick_attendance(
            actor=stage.actor(by),
            course=course,
            there_ids=set(rows.values_list("pk", flat=True)),
            today=stage.today(),
        )


def states(course):
    """Key -> state, for everybody who has been signed up, those who came back last."""
    with within(HERE):
        keys = {person.id: person.key for person in cast.EKSEMPELVIK.people}
        rows = SignUp.objects.filter(course=course).order_by("number")
        return {keys[person]: str(state) for person, state in rows.values_list("person_id", "state")}


def stored(course):
    """The course day as it is stored now."""
    with within(HERE):
        return CourseDay.objects.get(pk=course.pk)


def on_day(day, hour=9):
    """Let it be nine o'clock on another day, inside a `with`."""
    return clock.set_to(datetime.combine(day, time(hour), NORWAY))


def a_past_course(*there, days=400, **changed):
    """A course that was held some days ago, with these people there."""
    held = stage.today() - timedelta(days=days)
    with on_day(held - timedelta(days=40)):
        course = a_course(day=held, sign_up_by=held - timedelta(days=14), **changed)
        sign_up(course, *there)
    with on_day(held):
        tick(course, *there)
    return course
