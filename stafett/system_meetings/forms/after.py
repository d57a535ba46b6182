"""The look back, the minutes, how a measure went, and the next one."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, Line, Words
from stafett.system_meetings.enums import DidWe, MeasureForm, Result
from stafett.system_meetings.enums.after import AfterRefusal
from stafett.system_meetings.forms.nameless import NamelessForm


class LookBackForm(NamelessForm):
    """The five questions, a to e (S002-29)."""

    refusals = {**NamelessForm.refusals, AfterRefusal.NOT_EVALUATING: "worked_well"}

    worked_well = Words(max_length=1000, required=False, label=_("a) Hva gikk bra?"))
    could_be_better = Words(max_length=1000, required=False, label=_("b) Hva kunne gått bedre?"))
    kept_structure = Choice(choices=DidWe.choices, label=_("c) Holdt vi oss til stegene?"))
    kept_structure_words = Line(max_length=500, required=False, label=_("Noen ord om stegene"))
    was_useful = Choice(
        choices=DidWe.choices, label=_("d) Var det nyttig: kom vi et stykke videre, eller ble noe klarere?")
    )
    was_useful_words = Line(max_length=500, required=False, label=_("Noen ord om nytten"))
    next_time = Words(max_length=1000, required=False, label=_("e) Hva gjør vi bedre neste gang?"))


class MinutesForm(NamelessForm):
    """The minutes as the meeting wrote them, for the leader to go over and sign (S002-30..33)."""

    refusals = {
        **NamelessForm.refusals,
        AfterRefusal.CHALLENGE_MISSING: "challenge",
        AfterRefusal.FACTORS_MISSING: "factors",
        AfterRefusal.MEASURES_MISSING: "measures",
        AfterRefusal.NO_MEASURE: "measures",
        AfterRefusal.DAY_MISSING: "evaluate_on",
        AfterRefusal.DAY_WRONG: "evaluate_on",
        AfterRefusal.EVALUATOR_MISSING: "evaluator",
        AfterRefusal.METHOD_MISSING: "method",
    }

    challenge = Words(max_length=1000, label=_("Utfordringen vi ble enige om"))
    factors = Words(max_length=4000, label=_("Det som holder utfordringen ved like"))
    measures = Words(max_length=2000, label=_("Tiltaket vi prøver først, og hvem som er med på det"))
    plan = Words(max_length=1000, required=False, label=_("Slik går vi fram"))
    evaluate_on = Day(label=_("Når evaluerer vi?"))
    evaluator = Line(max_length=220, label=_("Hvem evaluerer?"))
    method = Line(max_length=300, label=_("Hvordan evaluerer vi?"))


class CorrectionForm(MinutesForm):
    """The same, of minutes that are signed."""

    refusals = {**MinutesForm.refusals, AfterRefusal.NOT_SIGNED: "why"}

    why = Line(max_length=300, label=_("Hva er rettet?"), help_text=_("Står sammen med den nye utgaven."))


class OutcomeForm(NamelessForm):
    """How a measure went (S002-36)."""

    refusals = {
        **NamelessForm.refusals,
        AfterRefusal.NOT_TRIED: "result",
        AfterRefusal.WORDS_MISSING: "words",
        AfterRefusal.NEW_DAY_MISSING: "next_on",
        AfterRefusal.DAY_WRONG: "next_on",
    }

    took_part = Line(
        max_length=300,
        required=False,
        label=_("Hvem har evaluert sammen?"),
        help_text=_("Tjenesten som var med på tiltaket, bør være med på dette også."),
    )
    result = Choice(choices=Result.choices, label=_("Hvordan går det?"))
    words = Words(max_length=2000, label=_("Hva ser dere, og hva har dere lært?"))
    next_on = Day(
        required=False,
        label=_("Når ser dere på det igjen?"),
        help_text=_("Bare når dere justerer og prøver videre."),
    )


class NextMeasureForm(NamelessForm):
    """The next idea to try (S002-37)."""

    refusals = {
        **NamelessForm.refusals,
        AfterRefusal.ONE_AT_A_TIME: "form",
        AfterRefusal.NOT_WAITING: "form",
        AfterRefusal.NOT_SIGNED: "form",
        AfterRefusal.DAY_WRONG: "evaluate_on",
        AfterRefusal.EVALUATOR_MISSING: "evaluator_id",
        AfterRefusal.METHOD_MISSING: "method",
    }

    form = Choice(choices=MeasureForm.choices, label=_("Hva slags tiltak er det?"))
    partner_id = Choice(choices=(), required=False, widget=forms.Select, label=_("Hvilken tjeneste er med?"))
    plan = Words(max_length=1000, required=False, label=_("Slik går vi fram"))
    evaluate_on = Day(label=_("Når evaluerer vi?"))
    evaluator_id = Choice(
        choices=(), widget=forms.Select, label=_("Hvem passer på at det blir gjort?"),
        help_text=_("Får en påminnelse en uke før."),
    )  # fmt: skip
    method = Line(max_length=300, label=_("Hvordan evaluerer vi?"))

    def __init__(self, *args, partners, evaluators, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner_id"].choices = [("", _("Ingen")), *partners]
        self.fields["evaluator_id"].choices = evaluators

    def clean_partner_id(self):
        return UUID(self.cleaned_data["partner_id"]) if self.cleaned_data["partner_id"] else None

    def clean_evaluator_id(self):
        return UUID(self.cleaned_data["evaluator_id"])
