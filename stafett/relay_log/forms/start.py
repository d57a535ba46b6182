"""Starting a log, level, participants, closing."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.relay_log.enums import Level, Refusal, StartCriterion
from stafett.relay_log.forms.keeping import MayBeKept


class ChildSearch(forms.Form):
    """Find a child in my units."""

    q = Line(max_length=100, required=False, label=_("Navn"))


class StartForm(EntryForm):
    """Is it time for a log, and does the leader agree? (S001-05..12)"""

    refusals = {
        Refusal.NO_CRITERION: "criteria",
        Refusal.LEADER_NOT_ASKED: "leader_agreed_on",
        Refusal.DATE_IN_FUTURE: "leader_agreed_on",
    }

    criteria = Choices(choices=StartCriterion.choices, label=_("Hvorfor er det tid for en stafettlogg?"))
    simple_measures_tried = Tick(label=_("Vi har prøvd enkle tiltak først"))
    leader_id = Choice(choices=(), label=_("Hvilken leder har du avtalt det med?"))
    leader_agreed_on = Day(label=_("Når avtalte dere det?"))

    def __init__(self, *args, leaders, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["leader_id"].choices = [
            (str(post.person_id), f"{post.person.name}, {post.unit.name}") for post in leaders
        ]

    def clean_leader_id(self):
        return UUID(self.cleaned_data["leader_id"])


class GuardianReadingForm(EntryForm):
    """Whether guardians go on reading (L-14)."""

    may_read = Choice(
        choices=[("yes", _("Ja, de kan lese videre")), ("no", _("Nei, jeg leser loggen alene"))],
        label=_("Skal foresatte lese loggen?"),
    )

    def clean_may_read(self):
        return self.cleaned_data["may_read"] == "yes"


class LevelForm(EntryForm):
    """A new level, and why."""

    refusals = {Refusal.REASON_MISSING: "reason", Refusal.LEVEL_TOO_FAR: "level"}
    offers_change = True

    level = Choice(choices=Level.choices, label=_("Nytt nivå"))
    reason = Line(max_length=300, label=_("Hvorfor endrer dere nivå?"))

    def clean_level(self):
        return int(self.cleaned_data["level"])


class ParticipantForm(EntryForm):
    """A colleague or a service, found by search."""

    offers_change = True

    employment_id = Choice(choices=(), label=_("Hvem vil du legge til?"))
    purpose = Line(max_length=200, required=False, label=_("Hva skal de bidra med?"))

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employment_id"].choices = [
            (str(post.pk), f"{post.person.name}, {post.position}, {post.unit.name}") for post in found
        ]


class ClosureForm(EntryForm):
    """A few words on where the family stands."""

    refusals = {Refusal.SUMMARY_MISSING: "summary"}

    summary = Words(max_length=4000, label=_("Hvor langt er dere kommet?"))


class ReasonForm(EntryForm):
    """Only a reason."""

    refusals = {Refusal.REASON_MISSING: "reason"}

    reason = Line(max_length=300, label=_("Hvorfor?"))


class BrightSpotForm(EntryForm):
    """A lysglimt."""

    refusals = {Refusal.TEXT_MISSING: "text"}

    text = Words(max_length=500, label=_("Hva gikk bra?"))


class NoteForm(MayBeKept, EntryForm):
    """A note."""

    refusals = {
        Refusal.TEXT_MISSING: "text",
        Refusal.NOT_KEPT_BY_FAMILY: "keep",
        Refusal.NOT_KEPT_AT_THIS_AGE: "keep",
    }
    read_for_names = ("text",)

    text = Words(max_length=4000, label=_("Notat"))
