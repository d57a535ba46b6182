"""What is asked while the meeting is held: at its beginning, in each step, and in the rounds."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.access.forms import CHOOSE, Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.kernel.ids import parse_id
from stafett.live.forms import WordsForm
from stafett.system_meetings.enums import AgreedAs, MeasureForm, MeetingStep, Refusal, TrackReason
from stafett.system_meetings.forms.nameless import NamelessForm
from stafett.system_meetings.rules.words import LINE, SAID

DOWN = "down"  # the card is taken down
TURN_MINUTES = (1, 2, 3, 5)
_LABELS = {
    MeetingStep.QUESTIONS: gettext_lazy("%(name)s spør"),
    MeetingStep.FACTORS: gettext_lazy("%(name)s mener dette holder utfordringen ved like"),
    MeetingStep.MEASURES: gettext_lazy("%(name)s foreslår"),
}
_OWN_LABELS = {
    MeetingStep.QUESTIONS: gettext_lazy("Hva lurer du på?"),
    MeetingStep.FACTORS: gettext_lazy("Hva tror du holder utfordringen ved like?"),
    MeetingStep.MEASURES: gettext_lazy("Hvilket tiltak foreslår du?"),
}


class StepForm(WordsForm, NamelessForm):
    """One step, for the one who leads or writes (see WordsForm)."""

    refusals = {
        Refusal.HOW_IT_IS_NOW: "agreed.as",
        Refusal.AGREEMENT_EMPTY: "agreed.text",
        Refusal.NOT_AGREED: "agreed.all",
        Refusal.NO_MEASURE_CHOSEN: "measure.idea",
        Refusal.FORM_MISSING: "measure.form",
        Refusal.PARTNER_MISSING: "measure.partner",
        Refusal.APPOINTMENT_MISSING: "measure.meet_on",
        Refusal.APPOINTMENT_PASSED: "measure.meet_on",
        Refusal.EVALUATION_DAY: "measure.evaluate_on",
        Refusal.EVALUATOR_MISSING: "measure.evaluator",
        Refusal.METHOD_MISSING: "measure.method",
    }

    def __init__(self, data=None, *, sitting, services=(), **kwargs):
        self.sitting = sitting
        asked = _asked(sitting, data or {}, services)
        super().__init__(data, asked=asked, saved=sitting.words, **kwargs)


class OwnForm(WordsForm, NamelessForm):
    """One's own words in a round, on one's own device (see WordsForm)."""

    def __init__(self, data=None, *, sitting, **kwargs):
        self.sitting = sitting
        step, seat = sitting.meeting.step, sitting.own
        asked = [] if seat is None else _contribution(sitting, step, seat, _OWN_LABELS.get(step, ""))
        super().__init__(data, asked=asked, saved=sitting.own_words(), **kwargs)


class RolesForm(EntryForm):
    """Who writes, tells and keeps watch, among those in the room (S002-15, S002-16). `cleaned_data`: ids of seats."""

    refusals = {
        Refusal.WRITER_NOT_THERE: "writer_id",
        Refusal.PRESENTER_NOT_THERE: "presenter_id",
        Refusal.NO_TRACK_KEEPER: "track_keeper_id",
        Refusal.LEADER_KEEPS_WATCH: "track_keeper_id",
        Refusal.TOO_FEW_THERE: "there_ids",
        Refusal.LEADER_NOT_THERE: "there_ids",
    }

    presenter_id = Choice(
        choices=(), widget=forms.Select(), label=gettext_lazy("Hvem forteller om utfordringen?")
    )
    writer_id = Choice(choices=(), widget=forms.Select(), label=gettext_lazy("Hvem skriver?"))
    track_keeper_id = Choice(
        choices=(),
        widget=forms.Select(),
        label=gettext_lazy("Hvem er viddevakt?"),
        help_text=gettext_lazy("Viddevakten hjelper oss tilbake på sporet: taletiden, saken og klokka."),
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        named = [(str(seat.pk), f"{seat.name}, {seat.service}") for seat in seats]
        blank = ("", _("Velg"))
        self.fields["presenter_id"].choices = [blank, *named]
        self.fields["track_keeper_id"].choices = [blank, *named]
        self.fields["writer_id"].choices = [
            (str(seat.pk), f"{seat.name}, {seat.service}") for seat in seats if seat.person_id
        ]

    def clean(self):
        """Ids as UUIDs."""
        given = super().clean()
        for name in ("presenter_id", "writer_id", "track_keeper_id"):
            given[name] = parse_id(given.get(name) or "")
        return given


class OpeningForm(RolesForm):
    """Who is here, the tasks, and how long each may speak in a round (S002-14, S002-15)."""

    there_ids = Choices(choices=(), label=gettext_lazy("Hvem er her?"))
    turn_minutes = Choice(choices=(), label=gettext_lazy("Taletid for hver i rundene"))

    field_order = ("there_ids", "presenter_id", "writer_id", "track_keeper_id", "turn_minutes")

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, seats=seats, **kwargs)
        self.fields["there_ids"].choices = [(str(seat.pk), f"{seat.name}, {seat.service}") for seat in seats]
        self.fields["turn_minutes"].choices = [
            (str(count), _("%(count)s minutter") % {"count": count} if count > 1 else _("1 minutt"))
            for count in TURN_MINUTES
        ]

    def clean(self):
        """Ids as UUIDs, minutes as a number."""
        given = super().clean()
        given["there_ids"] = [parse_id(each) for each in given.get("there_ids", [])]
        given["turn_minutes"] = int(given.get("turn_minutes") or 0)
        return given


class PresenceForm(EntryForm):
    """That somebody has come, or has gone."""

    seat_id = forms.UUIDField(error_messages={"required": CHOOSE, "invalid": CHOOSE})
    is_here = Choice(choices=(("yes", gettext_lazy("Kommer")), ("no", gettext_lazy("Går"))))

    def clean_is_here(self):
        return self.cleaned_data["is_here"] == "yes"


class CardForm(EntryForm):
    """Which line everybody sees, or none (S002-15)."""

    reason = Choice(choices=[*TrackReason.choices, (DOWN, gettext_lazy("Ta ned kortet"))])

    def clean_reason(self):
        return "" if self.cleaned_data["reason"] == DOWN else self.cleaned_data["reason"]


class SaidForm(EntryForm):
    """What those at the table have found about something that was said (S002-21, S002-23)."""

    way = Choice(choices=[(each, each) for each in ("can", "cannot", "chosen", "not_chosen", "removed")])


class StopForm(NamelessForm):
    """Why the meeting is broken off."""

    reason = Line(max_length=300, label=gettext_lazy("Hvorfor avbryter dere?"))


def _asked(sitting, data, services):
    """The fields of the step, by name."""
    step = sitting.meeting.step
    if step in SAID:
        yield from _round(sitting, step, data)
    elif step == MeetingStep.CHALLENGE:
        yield "challenge.background", Words(
            max_length=2000, label=_("Hva ligger bak? Hvorfor er det en utfordring?"), initial=sitting.meeting.background
        )  # fmt: skip
    elif step == MeetingStep.STATUS_QUO:
        yield from _agreement(sitting.meeting)
    elif step == MeetingStep.SUMMARY:
        yield from _measure(sitting, services)


def _round(sitting, step, data):
    """The contribution of whoever has the floor, or of whom the page was about when it was sent."""
    posted = {match[1] for name in data if (match := re.fullmatch(rf"{SAID[step]}\.([0-9a-f]{{32}})", name))}
    seats = [seat for seat in sitting.seats if seat.pk.hex in posted]
    if not posted and sitting.speaker:
        seats = [sitting.speaker]
    for seat in seats:
        yield from _contribution(sitting, step, seat, _LABELS[step] % {"name": seat.name})
    if step == MeetingStep.QUESTIONS:
        for question in sitting.questions:
            yield f"answer.{question.pk.hex}", Words(
                max_length=1000, initial=question.answer, label=_("Svar: %(question)s") % {"question": question.text}
            )  # fmt: skip


def _contribution(sitting, step, seat, label):
    if step not in SAID:
        return
    several = _("Skriv én ting på hver linje. Inntil %(limit)s tegn på hver.") % {"limit": LINE[step]}
    yield f"{SAID[step]}.{seat.pk.hex}", Words(max_length=2000, label=label, help_text=several)
    if step == MeetingStep.MEASURES and len(sitting.chosen) > 1:
        factors = [(factor.pk.hex, factor.text) for factor in sitting.chosen]
        yield (
            f"aims.{seat.pk.hex}",
            Choices(choices=factors, label=_("Hva skal tiltaket redusere eller fjerne?")),
        )


def _agreement(meeting):
    yield "agreed.as", Choice(
        choices=AgreedAs.choices, label=_("Er utfordringen den samme etter runden?"), initial=meeting.agreed_as
    )  # fmt: skip
    yield "agreed.text", Words(
        max_length=1000, label=_("Da er vi enige om at …"), help_text=_("… er utfordringen vi drøfter i dette møtet."),
        initial=meeting.agreed_challenge or meeting.challenge,
    )  # fmt: skip
    yield (
        "agreed.all",
        Tick(label=_("Alle rundt bordet er enige om dette"), initial=bool(meeting.agreed_challenge)),
    )


def _measure(sitting, services):
    ideas = [(str(idea.pk), idea.text) for idea in sitting.ideas]
    people = [("", _("Velg")), *((str(seat.pk), f"{seat.name}, {seat.service}") for seat in sitting.seats)]
    offered = [("", _("Ingen")), *((str(unit.pk), unit.name) for unit in services)]
    yield "measure.idea", Choice(choices=ideas, label=_("Hvilket tiltak vil dere prøve først?"))
    yield "measure.form", Choice(choices=MeasureForm.choices, label=_("Hva slags tiltak er det?"))
    yield (
        "measure.partner",
        Choice(choices=offered, widget=forms.Select(), label=_("Hvilken støttetjeneste er med?")),
    )
    yield "measure.partner_name", Line(max_length=120, label=_("Eller en annen tjeneste"))
    yield "measure.meet_on", Day(label=_("Når møtes dere med tjenesten om tiltaket?"))
    yield (
        "measure.meet_at",
        forms.TimeField(
            label=_("Klokka"),
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            input_formats=["%H:%M", "%H.%M"],
            error_messages={"invalid": _("Skriv et klokkeslett, for eksempel 14.00.")},
        ),
    )
    yield "measure.meet_place", Line(max_length=120, label=_("Hvor?"))
    yield "measure.plan", Words(max_length=1000, label=_("Hvem gjør hva, og når?"))
    yield "measure.evaluate_on", Day(label=_("Når evaluerer dere?"))
    yield "measure.evaluator", Choice(choices=people, widget=forms.Select(), label=_("Hvem evaluerer?"))
    yield "measure.method", Line(max_length=300, label=_("Hvordan evaluerer dere?"))
