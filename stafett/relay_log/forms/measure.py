"""A measure, its evaluation, and the ladder."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import Relation
from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.relay_log.enums import (
    Arena,
    EvaluationForm,
    EvaluationOption,
    MeasureType,
    OwnerKind,
    Refusal,
    TookPart,
)
from stafett.relay_log.rules import ladders, measures


class MeasureForm(EntryForm):
    """What we do, where, who follows it up, and when (S003-36..41)."""

    refusals = {
        Refusal.DESCRIPTION_MISSING: "description",
        Refusal.NO_OWNER: "owner_kinds",
        Refusal.OWNER_NOT_CHOSEN: "chosen_ids",
        Refusal.OWNER_NOT_IN_LOG: "chosen_ids",
        Refusal.EVALUATED_BEFORE_STARTED: "evaluate_by",
        Refusal.EVALUATION_TOO_FAR: "evaluate_by",
        Refusal.START_MISSING: "start_by",
        Refusal.EVALUATION_DATE_MISSING: "evaluate_by",
        Refusal.SECOND_MEASURE_FOR_ACTOR: "accept_second",
        Refusal.SECOND_MEASURE_BLOCKED: "owner_kinds",
        Refusal.FACTOR_NOT_SHARED: "factor_id",
    }

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    arena = Choice(choices=Arena.choices, label=_("Hvor skjer tiltaket?"))
    description = Line(
        max_length=300, label=_("Hva skal dere gjøre?"), help_text=_("Kort og konkret, ett tiltak om gangen.")
    )
    factor_id = Choice(
        choices=(),
        required=False,
        label=_("Hva i analysen er tiltaket rettet mot?"),
        help_text=_("Det dere kan gjøre noe med, står først."),
    )
    type = Choice(choices=MeasureType.choices, label=_("Hva slags tiltak er det?"))
    owner_kinds = Choices(choices=OwnerKind.choices, label=_("Hvem har ansvar for å følge opp?"))
    chosen_ids = Choices(choices=(), required=False, label=_("Hvilke aktører?"))
    shaped_with_guardians = Tick(
        label=_("Foresatte har vært med på å forme tiltaket"),
        help_text=_("Et tiltak hjemme er deres. Finn på det sammen, så det passer i hverdagen deres."),
    )
    is_habit = Tick(
        label=_("Dette er en liten vane"),
        help_text=_("Som matpakke, gymtøy eller spiss blyant. Vaner ser vi på etter to til tre uker."),
    )
    start_by = Day(label=_("I gang innen"))
    evaluate_by = Day(
        required=False, label=_("Evalueres innen"), help_text=_("Blir foreslått hvis du lar det stå tomt.")
    )
    accept_second = Tick(label=_("Ja, vi vil ha flere tiltak for samme ansvarlige nå"))

    def __init__(self, *args, participants, factors=(), **kwargs):
        """`factors` are (id, text) of what in the analysis may be chosen, in the order to show them."""
        super().__init__(*args, **kwargs)
        if factors:
            self.fields["factor_id"].choices = [*factors, ("", _("Ikke noe av dette"))]
        else:
            del self.fields["factor_id"]
        self.fields["chosen_ids"].choices = [
            (str(g.person_id), g.person.name) for g in participants if g.relation != Relation.LEADER_INSIGHT
        ]
        if not participants:
            del self.fields["chosen_ids"]
            self.fields["owner_kinds"].choices = OwnerKind.choices[:3]

    def shown_fields(self):
        """`accept_second` is shown only once the question has come up."""
        fields = super().shown_fields()
        asked = "accept_second" in self.errors or self["accept_second"].value()
        return fields if asked else [bound for bound in fields if bound.name != "accept_second"]

    def clean(self):
        """Chosen people as UUIDs, and smart dates: a habit left at the usual six weeks gets its three (S001-37)."""
        given = super().clean()
        start, end, is_habit = given.get("start_by"), given.get("evaluate_by"), given.get("is_habit")
        if start and (
            end is None or (is_habit and end == measures.default_evaluate_by(start, is_habit=False))
        ):
            given["evaluate_by"] = measures.default_evaluate_by(start, is_habit=is_habit)
        if "factor_id" in self.fields:
            given["factor_id"] = UUID(given["factor_id"]) if given.get("factor_id") else None
        given["chosen_ids"] = [UUID(person) for person in given.get("chosen_ids", [])]
        return given


class EvaluateForm(EntryForm):
    """The evaluation dialog with the source's six options (S003-72, S001-42..44)."""

    refusals = {
        Refusal.UNKNOWN_OPTION: "option",
        Refusal.NOBODY_TOOK_PART: "took_part",
        Refusal.NEW_DATE_WITHOUT_REASON: "reason",
        Refusal.NEW_DATE_IN_PAST: "new_evaluate_by",
    }

    option = Choice(choices=EvaluationOption.choices, label=_("Hvordan har det gått?"))
    took_part = Choices(choices=TookPart.choices, label=_("Hvem er med på evalueringen?"))
    form = Choice(
        choices=EvaluationForm.choices, initial=EvaluationForm.MEETING, label=_("Hvordan evaluerer dere?")
    )
    words = Words(max_length=2000, required=False, label=_("Hva har dere sett?"))
    new_evaluate_by = Day(required=False, label=_("Ny dato, hvis tiltaket fortsetter"))
    reason = Line(max_length=300, required=False, label=_("Hvorfor flyttes datoen?"))


class LadderForm(EntryForm):
    """A staircase of small steps, one on each line."""

    refusals = {Refusal.NO_STEPS: "steps", Refusal.TOO_MANY_STEPS: "steps", Refusal.STEP_TOO_LONG: "steps"}

    title = Line(max_length=120, label=_("Hva skal trappen hete?"))
    steps = Words(
        max_length=2000, label=_("Trinnene"), help_text=_("Ett trinn på hver linje, det letteste først.")
    )
    shaped_with_child = Tick(label=_("Barnet har vært med på å lage trappen"))

    def clean_steps(self):
        return ladders.steps_from(self.cleaned_data["steps"])
