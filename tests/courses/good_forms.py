"""For every form of courses: fields that are carried out, who sends them, and where to."""

from datetime import timedelta

from django.urls import reverse

from stafett.courses import forms
from stafett.courses.models import CourseDay
from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.courses import filling

FORMS = {
    "new_course": forms.CourseForm,
    "edit_course": forms.EditCourseForm,
    "course_sign_up": forms.SignUpForm,
    "attendance": forms.AttendanceForm,
    "refresher": forms.RefresherForm,
}
_SENDERS = {"course_sign_up": "elle"}


def sender(name):
    """Who sends it: the administrator, or the leader whose staff it is."""
    return _SENDERS.get(name, "randi")


def fields(name):
    """The fields of the form on a route."""
    return _FIELDS[name]()


def address(name):
    """Where the form is sent."""
    if name in ("new_course", "refresher"):
        return reverse(name)
    return reverse(name, args=[(held() if name == "attendance" else course()).pk])


def course():
    """A course day ahead."""
    return _the(starts_at__gt=filling.datetime.now(filling.NORWAY)) or filling.a_course()


def held():
    """A course day that has been, with Kari on it."""
    return _the(starts_at__lt=filling.datetime.now(filling.NORWAY)) or filling.a_past_course("kari")


def _the(**which):
    with within(filling.HERE):
        return CourseDay.objects.filter(**which).order_by("id").first()


def _course_words():
    day = stage.today() + timedelta(days=50)
    return {
        "kind": "full_staff", "day": day.isoformat(), "at": "09:00", "minutes": "420", "place": "Kinoen", "places": "200",
        "sign_up_by": (day - timedelta(days=10)).isoformat(), "leader_id": str(cast.person("randi").id),
        "about": "Alle er med.",
    }  # fmt: skip


_FIELDS = {
    "new_course": _course_words,
    "edit_course": lambda: {**_course_words(), "version": str(filling.stored(course()).version)},
    "course_sign_up": lambda: {"person_ids": [str(cast.person("jonas").id)]},
    "attendance": lambda: {"there_ids": []},
    "refresher": lambda: {"refresh_years": "2"},
}
