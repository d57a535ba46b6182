"""Fixed words of courses with their Norwegian labels: kinds, states, who needs training, and the sentences of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CourseKind(TextChoices):
    """What a course day is (S000-16, S000-17, S004-13)."""

    HALF_DAY = "half_day", _("Halvdagskurs")
    INTERDISCIPLINARY = "interdisciplinary", _("Tverrfaglig halvdag")
    FULL_STAFF = "full_staff", _("Kursdag for alle ansatte")


# Days on which one learns the model itself. At the tverrfaglig halvdag leaders meet (S000-17).
TRAINS = frozenset({CourseKind.HALF_DAY, CourseKind.FULL_STAFF})


class CourseState(TextChoices):
    """Whether a course day takes place."""

    OPEN = "open", _("Åpen")
    CANCELLED = "cancelled", _("Avlyst")


class SignUpState(TextChoices):
    """What became of one person's place on a course day."""

    SIGNED_UP = "signed_up", _("Påmeldt")
    WAITING = "waiting", _("På venteliste")
    WITHDRAWN = "withdrawn", _("Meldt av")
    ATTENDED = "attended", _("Var med")
    ABSENT = "absent", _("Var ikke med")


COURSE_STATES = {CourseState.OPEN: {CourseState.CANCELLED}, CourseState.CANCELLED: set()}
# Who comes back after withdrawing is signed up anew, last in the line.
SIGN_UP_STATES = {
    SignUpState.SIGNED_UP: {SignUpState.WITHDRAWN, SignUpState.ATTENDED, SignUpState.ABSENT},
    SignUpState.WAITING: {SignUpState.SIGNED_UP, SignUpState.WITHDRAWN},
    SignUpState.WITHDRAWN: set(),
    SignUpState.ATTENDED: {SignUpState.ABSENT},
    SignUpState.ABSENT: {SignUpState.ATTENDED},
}
HOLDS_A_PLACE = frozenset({SignUpState.SIGNED_UP, SignUpState.ATTENDED, SignUpState.ABSENT})


class Need(TextChoices):
    """Whether a colleague needs training, and why (S000-06, S000-15, S000-19)."""

    NEW = "new", _("Ny siden forrige kurs")
    NEVER = "never", _("Har ikke vært på kurs")
    REFRESHER = "refresher", _("Trenger oppfriskning")
    NONE = "none", _("Har vært på kurs")


class Refusal(TextChoices):
    """Why something cannot be done, in words that people read."""

    DAY_PASSED = "day_passed", _("Velg en dag fram i tid, høyst to år fram.")
    DEADLINE_AFTER_DAY = "deadline_after_day", _("Fristen må være før kursdagen, og tidligst i dag.")
    PLACES_TAKEN = (
        "places_taken",
        _("%(taken)s er påmeldt allerede. Meld noen av først, eller velg minst så mange plasser."),
    )
    COURSE_OVER = "course_over", _("Kursdagen har vært.")
    COURSE_CANCELLED = "course_cancelled", _("Kurset er avlyst.")
    DEADLINE_PASSED = (
        "deadline_passed",
        _("Fristen for å melde på var %(day)s. Ta kontakt med den som leder kurset."),
    )
    NOT_YOUR_STAFF = (
        "not_your_staff",
        _("Velg blant dem som arbeider i enheten din og ikke er påmeldt allerede."),
    )
    NOT_NOW = "not_now", _("Dette er gjort allerede, eller kan ikke gjøres lenger.")
    NOT_YET = "not_yet", _("Oppmøte krysses av fra og med kursdagen.")
    NOT_EMPLOYED = "not_employed", _("Velg en som er ansatt nå.")


class Event(TextChoices):
    """What happens with courses, as the trail tells it."""

    COURSE_ADDED = "courses.course_added", _("%(actor)s satte opp en kursdag.")
    COURSE_CHANGED = "courses.course_changed", _("%(actor)s endret en kursdag.")
    COURSE_CANCELLED = "courses.course_cancelled", _("%(actor)s avlyste en kursdag.")
    STAFF_SIGNED_UP = "courses.staff_signed_up", _("%(actor)s meldte ansatte på en kursdag.")
    SIGN_UP_WITHDRAWN = "courses.sign_up_withdrawn", _("%(actor)s meldte noen av en kursdag.")
    ATTENDANCE_TICKED = "courses.attendance_ticked", _("%(actor)s krysset av hvem som var med på en kursdag.")
    REFRESHER_SET = "courses.refresher_set", _("%(actor)s sa hvor ofte ansatte trenger oppfriskning.")
