"""A course day, who is signed up for it, who was there, and how long training lasts."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import CHOOSE, REQUIRED, Choice, Choices, Day, EntryForm, Line, Words
from stafett.courses.enums import CourseKind, Refusal

LENGTHS = (
    (60, _("1 time")),
    (120, _("2 timer")),
    (180, _("3 timer")),
    (240, _("4 timer")),
    (420, _("7 timer")),
)


class Clock(forms.TimeField):
    """A time of day, typed or picked."""

    def __init__(self, **options):
        messages = {
            "required": _("Fyll inn klokkeslettet."),
            "invalid": _("Skriv et klokkeslett, for eksempel 14.00."),
        }
        widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
        formats = ["%H:%M", "%H.%M", "%H:%M:%S", "%H"]
        super().__init__(widget=widget, input_formats=formats, error_messages=messages, **options)


class Count(forms.IntegerField):
    """A whole number from one to a limit. `said` is the sentence when it is not."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, *, largest, said, **options):
        messages = {"required": REQUIRED, "invalid": said, "min_value": said, "max_value": said}
        super().__init__(min_value=1, max_value=largest, error_messages=messages, **options)


class CourseForm(EntryForm):
    """One course day."""

    refusals = {
        Refusal.DAY_PASSED: "day",
        Refusal.COURSE_OVER: "day",
        Refusal.DEADLINE_AFTER_DAY: "sign_up_by",
        Refusal.PLACES_TAKEN: "places",
        Refusal.NOT_EMPLOYED: "leader_id",
    }

    kind = Choice(
        choices=CourseKind.choices,
        label=_("Hva slags dag er det?"),
        help_text=_("Halvdagskurs holdes vanligvis i februar og oktober."),
    )
    day = Day(label=_("Hvilken dag?"))
    at = Clock(label=_("Når begynner det?"))
    minutes = forms.TypedChoiceField(
        choices=LENGTHS,
        coerce=int,
        label=_("Hvor lenge?"),
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    place = Line(max_length=200, label=_("Hvor?"))
    places = Count(largest=500, said=_("Skriv et helt tall fra 1 til 500."), label=_("Hvor mange plasser?"))
    sign_up_by = Day(label=_("Siste dag for påmelding"))
    leader_id = Choice(choices=(), label=_("Hvem leder dagen?"), widget=forms.Select)
    about = Words(
        max_length=600, required=False, label=_("Hva skal dere gjennom?"), help_text=_("Noen få setninger.")
    )

    def __init__(self, *args, caretakers, **kwargs):
        super().__init__(*args, **kwargs)
        known = self.get_initial_for_field(self.fields["leader_id"], "leader_id") in dict(caretakers)
        self.fields["leader_id"].choices = caretakers if known else [("", _("Velg hvem")), *caretakers]

    def clean_leader_id(self):
        return UUID(self.cleaned_data["leader_id"])


class EditCourseForm(CourseForm):
    """A course day that is there."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class SignUpForm(EntryForm):
    """Whom of the unit's own to sign up."""

    refusals = dict.fromkeys(Refusal, "person_ids")
    offers_change = True

    person_ids = Choices(choices=(), label=_("Hvem vil du melde på?"))

    def __init__(self, *args, colleagues=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_ids"].choices = colleagues

    def clean_person_ids(self):
        return [UUID(each) for each in self.cleaned_data["person_ids"]]


class AttendanceForm(EntryForm):
    """Who was there, of those who had a place."""

    refusals = {Refusal.NOT_YET: "there_ids"}

    there_ids = Choices(choices=(), required=False, label=_("Hvem var med?"))

    def __init__(self, *args, seats=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["there_ids"].choices = seats

    def clean_there_ids(self):
        return {UUID(each) for each in self.cleaned_data["there_ids"]}


class RefresherForm(EntryForm):
    """How long training lasts."""

    refresh_years = Count(
        largest=10,
        said=_("Skriv et helt tall fra 1 til 10."),
        label=_("Etter hvor mange år trenger ansatte oppfriskning?"),
    )
