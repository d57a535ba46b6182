"""Planning a meeting, calling it off, and answering an invitation."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import Relation
from stafett.access.forms import CHOOSE, Choice, Choices, Day, EntryForm, Line
from stafett.log_meetings.enums import Answer, InterpreterBooking, MeetingForm, MeetingKind, Refusal

LENGTHS = (
    (15, _("15 minutter")), (30, _("30 minutter")), (45, _("45 minutter")), (60, _("1 time")), (90, _("1,5 timer")),
    (120, _("2 timer")),
)  # fmt: skip


_INTERPRETED = (InterpreterBooking.TO_BE_BOOKED, InterpreterBooking.BOOKED)


class Clock(forms.TimeField):
    """A time of day, typed or picked."""

    def __init__(self, **options):
        super().__init__(
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            input_formats=["%H:%M", "%H.%M", "%H:%M:%S", "%H"],
            error_messages={
                "required": _("Fyll inn klokkeslettet."),
                "invalid": _("Skriv et klokkeslett, for eksempel 14.00."),
            },
            **options,
        )


class PlanForm(EntryForm):
    """When, where, who, and whether an interpreter is needed (S001-16, S001-29, S001-44, S003-57, L-49)."""

    refusals = {
        Refusal.STARTS_IN_PAST: "day",
        Refusal.TOO_FAR_AHEAD: "day",
        Refusal.LASTS_WRONG: "minutes",
        Refusal.PLACE_MISSING: "place",
        Refusal.LINK_MISSING: "video_link",
        Refusal.NOBODY_INVITED: "invited_ids",
        Refusal.NOT_TO_BE_INVITED: "invited_ids",
        Refusal.NOT_IN_LOG_THEN: "invited_ids",
        Refusal.CHILD_NEEDS_REASON: "child_absent_reason",
        Refusal.LANGUAGE_MISSING: "interpreter_language",
        Refusal.WRITER_NOT_STAFF: "writer_id",
    }

    kind = Choice(choices=MeetingKind.choices, label=_("Hva slags møte er det?"))
    day = Day(label=_("Hvilken dag?"))
    at = Clock(label=_("Når?"))
    minutes = forms.TypedChoiceField(
        choices=LENGTHS,
        coerce=int,
        label=_("Hvor lenge?"),
        error_messages={"required": CHOOSE, "invalid_choice": Refusal.LASTS_WRONG.label},
    )
    form = Choice(choices=MeetingForm.choices, label=_("Hvordan møtes dere?"))
    place = Line(
        max_length=200, required=False, label=_("Hvor?"), help_text=_("For eksempel møterommet ved kontoret.")
    )
    video_link = Line(
        max_length=500, required=False, label=_("Lenke til videomøtet"), help_text=_("Begynner med https.")
    )
    invited_ids = Choices(choices=(), label=_("Hvem inviterer du?"))
    child_absent_reason = Line(
        max_length=300, required=False, label=_("Hvorfor er ikke barnet med?"),
        help_text=_("Fra 1. trinn er barnet med på møtet. Skriv bare hvis det ikke går denne gangen."),
    )  # fmt: skip
    interpreter = Choice(choices=InterpreterBooking.choices, label=_("Trenger noen tolk?"))
    interpreter_language = Line(
        max_length=60, required=False, label=_("Hvilket språk?"),
        help_text=_("Bestill en kvalifisert tolk. Barn og søsken tolker aldri."),
    )  # fmt: skip
    writer_id = Choice(choices=(), label=_("Hvem skriver i møtet?"))

    def __init__(self, *args, people, asks_why_child_is_absent, **kwargs):
        super().__init__(*args, **kwargs)
        others = [each for each in people if each.relation != Relation.BATON_HOLDER]
        self.fields["invited_ids"].choices = [
            (str(each.person_id), f"{each.name}, {each.role.lower()}") for each in others
        ]
        self.fields["writer_id"].choices = [
            (str(each.person_id), each.name) for each in people if each.may_write
        ]
        self._ask_for_what_goes_with("place", "form", MeetingForm.IN_PERSON, Refusal.PLACE_MISSING)
        self._ask_for_what_goes_with("video_link", "form", MeetingForm.VIDEO, Refusal.LINK_MISSING)
        self._ask_for_what_goes_with(
            "interpreter_language", "interpreter", _INTERPRETED, Refusal.LANGUAGE_MISSING
        )
        if self.is_bound and not _is_time(self.fields["at"], self["at"].value()):
            self.fields["at"].widget.input_type = "text"  # a picker of hours would hide what was typed
        if not asks_why_child_is_absent:
            del self.fields["child_absent_reason"]

    def _ask_for_what_goes_with(self, name, question, answers, refusal):
        """A field that is shown with some answers only, and needed with them."""
        field, answers = self.fields[name], answers if isinstance(answers, tuple) else (answers,)
        field.required = not self.is_bound or self[question].value() in answers
        field.error_messages["required"] = refusal.label

    def clean_invited_ids(self):
        return [UUID(person) for person in self.cleaned_data["invited_ids"]]

    def clean_writer_id(self):
        return UUID(self.cleaned_data["writer_id"])

    def clean(self):
        """Nobody is asked why a child before 1st grade stays at home."""
        given = super().clean()
        given.setdefault("child_absent_reason", "")
        return given


class ChangeForm(PlanForm):
    """The same, about a meeting that people are invited to already."""

    version = forms.IntegerField(widget=forms.HiddenInput)


def _is_time(field, typed):
    try:
        return bool(field.clean(typed))
    except forms.ValidationError:
        return False


class CancelForm(EntryForm):
    """Why a meeting is called off, if one wants to say."""

    reason = Line(
        max_length=300, required=False, label=_("Vil du si hvorfor?"),
        help_text=_("De som er invitert, ser det på siden om møtet."),
    )  # fmt: skip


class AnswerForm(EntryForm):
    """Whether one comes, and a short word with it."""

    refusals = {
        Refusal.ANSWER_MISSING: "answer",
        Refusal.NOT_INVITED: "answer",
        Refusal.NOT_PLANNED: "answer",
    }

    answer = Choice(choices=Answer.choices[1:], label=_("Kommer du?"))
    words = Line(
        max_length=300, required=False, label=_("Vil du si noe?"),
        help_text=_("Den som inviterer, ser det du skriver."),
    )  # fmt: skip


class RecordedAnswerForm(EntryForm):
    """What somebody invited has answered by phone or on paper."""

    refusals = {
        Refusal.ANSWER_MISSING: "answer", Refusal.NOT_INVITED: "person_id", Refusal.NOT_PLANNED: "answer",
    }  # fmt: skip

    person_id = Choice(choices=(), label=_("Hvem har svart?"))
    answer = Choice(choices=Answer.choices[1:], label=_("Hva er svaret?"))
    words = Line(max_length=300, required=False, label=_("Noe mer de sa"))

    def __init__(self, *args, invitations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [
            (str(each.person_id), f"{each.person.name}: {each.get_answer_display().lower()}")
            for each in invitations
        ]

    def clean_person_id(self):
        return UUID(self.cleaned_data["person_id"])
