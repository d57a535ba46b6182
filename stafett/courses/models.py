"""Tables of courses: the days, who is signed up for them, and how often training is refreshed. Nothing is about a child."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.courses.enums import CourseKind, CourseState, SignUpState
from stafett.register.tenancy import Tenanted, belongs_to


class CourseDay(Tenanted):
    """One day with a course: when, where, for how many, and until when leaders sign people up (S000-16, S000-17)."""

    kind = models.CharField(max_length=20, choices=CourseKind)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    places = models.PositiveSmallIntegerField()
    sign_up_by = models.DateField()
    leader = belongs_to("register.Person", related_name="+")
    state = models.CharField(max_length=10, choices=CourseState, default=CourseState.OPEN)
    added_by = belongs_to("register.Person", related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("kursdag")
        indexes = [models.Index(fields=["municipality", "starts_at"], name="course_days_in_order")]
        constraints = [
            models.CheckConstraint(name="a_course_day_has_places", condition=Q(places__range=(1, 500))),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.starts_at:%Y-%m-%d}"

    @property
    def title(self):
        """What the day is called on pages that list it among other things."""
        return self.get_kind_display()


class SignUp(Tenanted):
    """One person's place on one course day, on behalf of a unit. `number` is the place in the line: first come, first."""

    course = belongs_to(CourseDay, related_name="sign_ups")
    person = belongs_to("register.Person", related_name="+")
    unit = belongs_to("register.Unit", related_name="+")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=SignUpState)
    signed_up_by = belongs_to("register.Person", related_name="+")
    signed_up_at = models.DateTimeField()

    class Meta:
        verbose_name = _("påmelding")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "course", "number"], name="one_sign_up_of_each_number"
            ),
            models.UniqueConstraint(
                fields=["municipality", "course", "person"],
                condition=~Q(state=SignUpState.WITHDRAWN),
                name="one_place_for_each_person",
            ),
        ]
        indexes = [
            # own sign-ups, and when somebody last had training
            models.Index(fields=["municipality", "person"], name="sign_ups_of_person"),
        ]

    def __str__(self):
        return f"{self.course_id} {self.number}"


class TrainingRoutine(Tenanted):
    """How many years training lasts in a municipality before it is refreshed; three where nobody has said anything."""

    refresh_years = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("opplæringsrutine")
        constraints = [
            models.UniqueConstraint(fields=["municipality"], name="one_training_routine"),
            models.CheckConstraint(
                name="training_lasts_one_to_ten_years", condition=Q(refresh_years__range=(1, 10))
            ),
        ]

    def __str__(self):
        return str(self.refresh_years)
