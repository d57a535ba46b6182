"""Who is asked to a meeting, who does what, what they are told, and what each answers and prepares."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, EntryForm, Line, Words
from stafett.log_meetings.enums import Answer
from stafett.system_meetings.enums import Refusal
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.forms.nameless import NamelessForm


class ColleaguesForm(EntryForm):
    """Which of the unit's own employees take part."""

    refusals = {
        BeforeRefusal.NOT_EMPLOYED: "person_ids",
        BeforeRefusal.TOO_MANY: "person_ids",
        BeforeRefusal.NOT_PLANNED: "person_ids",
    }

    person_ids = Choices(choices=(), required=False, label=_("Hvem fra enheten er med?"))

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_ids"].choices = colleagues

    def clean_person_ids(self):
        return [UUID(each) for each in self.cleaned_data["person_ids"]]


class EmployeeForm(EntryForm):
    """One employee of any service, found by a search."""

    refusals = {
        BeforeRefusal.NOT_EMPLOYED: "employment_id",
        BeforeRefusal.TOO_MANY: "employment_id",
        BeforeRefusal.NOT_PLANNED: "employment_id",
    }

    employment_id = Choice(choices=(), label=_("Hvem inviterer du?"))

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employment_id"].choices = [
            (str(post.pk), f"{post.person.name}, {post.position}, {post.unit.name}") for post in found
        ]

    def clean_employment_id(self):
        return UUID(self.cleaned_data["employment_id"])


class OutsiderForm(NamelessForm):
    """Somebody without a login, by name and service."""

    refusals = {**NamelessForm.refusals, BeforeRefusal.TOO_MANY: "name"}

    name = Line(max_length=120, label=_("Navn"))
    service = Line(max_length=120, label=_("Tjeneste"), help_text=_("For eksempel BUP eller politiet."))


class TasksForm(EntryForm):
    """Who writes, who tells of the challenge, and who is viddevakt (S002-15, S002-16)."""

    refusals = {
        BeforeRefusal.PRESENTER_NOT_INVITED: "presenter_id",
        BeforeRefusal.SERVICE_PRESENTS_ITS_OWN: "presenter_id",
        Refusal.LEADER_KEEPS_WATCH: "track_keeper_id",
    }

    presenter_id = Choice(choices=(), widget=forms.Select, label=_("Hvem forteller om utfordringen?"))
    writer_id = Choice(choices=(), widget=forms.Select, label=_("Hvem skriver?"))
    track_keeper_id = Choice(
        choices=(),
        required=False,
        widget=forms.Select,
        label=_("Hvem er viddevakt?"),
        help_text=_("Hjelper møtet tilbake når praten sklir ut. Kan også velges når møtet begynner."),
    )

    def __init__(self, *args, seats, leader_id, **kwargs):
        super().__init__(*args, **kwargs)
        named = {seat: (str(seat.pk), f"{seat.name}, {seat.service}") for seat in seats}
        others = [name for seat, name in named.items() if seat.person_id != leader_id]  # ADR 0034
        self.fields["presenter_id"].choices = list(named.values())
        self.fields["track_keeper_id"].choices = [("", _("Velges i møtet")), *others]
        self.fields["writer_id"].choices = [
            (str(seat.person_id), seat.name) for seat in seats if seat.person_id
        ]

    def clean(self):
        """Ids as ids."""
        given = super().clean()
        ids = ("presenter_id", "writer_id", "track_keeper_id")
        return given | {name: UUID(given[name]) if given.get(name) else None for name in ids if name in given}


class InformationForm(NamelessForm):
    """A few words on what the meeting is about, so that people can prepare (S002-13)."""

    refusals = {
        **NamelessForm.refusals,
        BeforeRefusal.INFORMATION_MISSING: "information",
        BeforeRefusal.CHALLENGE_NOT_CHOSEN: "information",
        BeforeRefusal.NOBODY_INVITED: "information",
    }

    information = Words(
        max_length=1000,
        label=_("Kort til dem som skal være med"),
        help_text=_("Hva dere skal snakke om, og hva de kan tenke på fram til da. Ingen navn på barn."),
    )


class AnswerForm(NamelessForm):
    """Whether one comes, and a short word with it."""

    refusals = {
        **NamelessForm.refusals,
        BeforeRefusal.NOT_PLANNED: "answer",
        BeforeRefusal.NOT_INVITED: "answer",
    }

    answer = Choice(choices=Answer.choices[1:], label=_("Kommer du?"))
    words = Line(
        max_length=300,
        required=False,
        label=_("Vil du si noe?"),
        help_text=_("Den som leder møtet, ser det du skriver."),
    )


class PreparationForm(NamelessForm):
    """A note to oneself."""

    refusals = {**NamelessForm.refusals, BeforeRefusal.NOT_PLANNED: "prepared"}

    prepared = Words(
        max_length=2000,
        required=False,
        label=_("Notat til deg selv"),
        help_text=_("Bare du ser det, også i møtet. Skriv om det du ser hos mange, aldri om ett barn."),
    )
