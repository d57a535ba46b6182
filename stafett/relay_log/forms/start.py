"""Starting a log, consent, level, participants, closing."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.consent.enums import Refusal as ConsentRefusal
from stafett.consent.rules import FILE_LIMIT
from stafett.register.enums import Locale
from stafett.relay_log.enums import Level, Refusal, StartCriterion


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


class ConsentForm(EntryForm):
    """A signed paper consent: who, when, language, services, and the form itself (S001-13, L-03)."""

    refusals = {
        ConsentRefusal.RELATION_NOT_CONFIRMED: "guardian_id",
        ConsentRefusal.NO_PARENTAL_RESPONSIBILITY: "guardian_id",
        ConsentRefusal.SIGNED_IN_THE_FUTURE: "signed_on",
        ConsentRefusal.ENDS_BEFORE_IT_STARTS: "valid_until",
        ConsentRefusal.LASTS_TOO_LONG: "valid_until",
        ConsentRefusal.NO_DOCUMENT: "file",
        ConsentRefusal.FILE_TOO_LARGE: "file",
        ConsentRefusal.FILE_TYPE: "file",
    }

    guardian_id = Choice(choices=(), label=_("Hvem har skrevet under?"))
    signed_on = Day(label=_("Når ble skjemaet underskrevet?"))
    valid_until = Day(label=_("Hvor lenge gjelder samtykket?"))
    locale = Choice(choices=Locale.choices, label=_("Hvilket språk er skjemaet på?"))
    covered_unit_ids = Choices(
        choices=(), required=False, label=_("Hvilke andre tjenester gjelder samtykket for?"),
        help_text=_("Enheten som har stafettpinnen, er alltid med."),
    )  # fmt: skip
    limits = Line(
        max_length=500, required=False, label=_("Er noe holdt utenfor?"),
        help_text=_("Foresatte kan be om at noe ikke deles med alle."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Kopi av det underskrevne skjemaet"), help_text=_("PDF eller bilde, inntil 10 MB."),
        error_messages={"required": ConsentRefusal.NO_DOCUMENT.label, "empty": _("Filen er tom."), "invalid": _("Filen kunne ikke leses.")},
    )  # fmt: skip

    def __init__(self, *args, guardians, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guardian_id"].choices = [(str(r.guardian_id), r.guardian.name) for r in guardians]
        self.fields["covered_unit_ids"].choices = [(str(unit.pk), unit.name) for unit in units]

    def clean_guardian_id(self):
        return UUID(self.cleaned_data["guardian_id"])

    def clean_covered_unit_ids(self):
        return [UUID(unit) for unit in self.cleaned_data["covered_unit_ids"]]

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        if upload.size > FILE_LIMIT:
            raise forms.ValidationError(ConsentRefusal.FILE_TOO_LARGE.label)
        return upload.name, upload.read()


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


class NoteForm(EntryForm):
    """A note."""

    refusals = {Refusal.TEXT_MISSING: "text"}

    text = Words(max_length=4000, label=_("Notat"))
