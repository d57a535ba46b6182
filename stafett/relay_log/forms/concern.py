"""A concern with its goal, a new goal, and the start of the work."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.relay_log.enums import (
    Category,
    GoalKind,
    Informed,
    Refusal,
    Smarte,
)
from stafett.relay_log.forms.categories import SubcategoryChoice, offer
from stafett.relay_log.forms.keeping import MayBeKept

WEIGHED = _("Hvordan har dere lagt vekt på det barnet mener?")
GOAL_FIELDS = ("text", "kind", "success_indicator", "smarte")


class ConcernForm(MayBeKept, EntryForm):
    """What we pay attention to, and what we want (S003-30..35, S003-58..61). Writes a draft; rules come at sharing."""

    refusals = {
        Refusal.TITLE_MISSING: "title",
        Refusal.TITLE_TOO_LONG: "title",
        Refusal.NO_CATEGORY: "category",
        Refusal.NOT_KEPT_AT_THIS_AGE: "keep",
        Refusal.VIEW_NOT_WEIGHED: "disagreement_weighed",
    }
    read_for_names = ("title", "background", "context")
    read_for_reports = (*read_for_names, "child_view")

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    title = Line(
        max_length=100,
        label=_("Vi er særlig oppmerksomme på"),
        help_text=_("Beskriv det dere ser, nøytralt og kort."),
    )
    category = Choice(choices=Category.choices, label=_("Hva handler det om?"))
    subcategory = SubcategoryChoice()
    background = Words(
        required=False, label=_("Bakgrunn"), help_text=_("Vises bare når noen åpner oppmerksomheten.")
    )
    context = Words(required=False, label=_("Hva rundt barnet spiller inn?"))
    goal_text = Line(
        max_length=300,
        required=False,
        label=_("Mål"),
        help_text=_("Hva kjennetegner måloppnåelse? Skriv i nåtid."),
    )
    goal_kind = Choice(
        choices=GoalKind.choices,
        required=False,
        initial=GoalKind.MAIN,
        label=_("Er det et hovedmål eller et delmål?"),
    )
    success_indicator = Line(
        max_length=300, required=False, label=_("Hva ser vi når dette ikke lenger er en utfordring?")
    )
    smarte = Choices(choices=Smarte.choices, required=False, label=_("Er målet SMARTE?"))
    informed = Choices(choices=Informed.choices, required=False, label=_("Hvem er informert?"))
    talked_with_guardians_on = Day(required=False, label=_("Når snakket dere med foresatte?"))
    talked_with_child_on = Day(required=False, label=_("Når snakket dere med barnet?"))
    no_child_talk_reason = Line(max_length=300, required=False, label=_("Hvis ikke: hvorfor?"))
    child_view = Words(max_length=2000, required=False, label=_("Hva sier barnet selv?"))
    child_disagrees = Tick(label=_("Barnet er uenig"))
    disagreement_weighed = Words(
        max_length=1000,
        required=False,
        label=WEIGHED,
        help_text=_("Fra barnet er 12 år, skal barnets syn veie tungt. Skriv det før dere setter i gang."),
    )

    groups = (
        (_("Oppmerksomhet"), ("title", "category", "subcategory", "background", "context")),
        (_("Mål"), ("goal_text", "success_indicator", "goal_kind", "smarte")),
        (_("Samtaler"), ("informed", "talked_with_guardians_on", "talked_with_child_on", "no_child_talk_reason", "child_view", "child_disagrees", "disagreement_weighed")),
    )  # fmt: skip

    def __init__(self, *args, offered=None, **kwargs):
        """`offered` is what concerns may be about here, as the queries give it; else what the sources say."""
        super().__init__(*args, **kwargs)
        offer(self.fields["category"], self.fields["subcategory"], offered)

    def shown_groups(self):
        """(heading, bound fields) for each part of the form."""
        groups = [(heading, [self[name] for name in names]) for heading, names in self.groups]
        kept = self.keeping_fields()
        return [*groups, (_("Hvem ser dette?"), kept)] if kept else groups

    def clean(self):
        """Gather the goal's fields under `goal`, as the operation takes them."""
        given = super().clean()
        if given.get("subcategory") not in self.fields["subcategory"].keys.get(given.get("category"), ()):
            given["subcategory"] = ""  # chosen under another category, before a change of mind
        given["goal"] = {
            "text": given.pop("goal_text", ""),
            "kind": given.pop("goal_kind", "") or GoalKind.MAIN,
            "success_indicator": given.pop("success_indicator", ""),
            "smarte": given.pop("smarte", []),
        }
        return given


class GoalForm(EntryForm):
    """A new goal for a concern (S003-70)."""

    refusals = {Refusal.GOAL_MISSING: "text"}

    text = Line(
        max_length=300, label=_("Nytt mål"), help_text=_("Hva kjennetegner måloppnåelse? Skriv i nåtid.")
    )
    success_indicator = Line(
        max_length=300, required=False, label=_("Hva ser vi når dette ikke lenger er en utfordring?")
    )
    kind = Choice(
        choices=GoalKind.choices, initial=GoalKind.MAIN, label=_("Er det et hovedmål eller et delmål?")
    )
    smarte = Choices(choices=Smarte.choices, required=False, label=_("Er målet SMARTE?"))


class ActivationForm(EntryForm):
    """Setting the work in motion; asks for a reason when the child has no measure of its own, and how their view was
    weighed when they disagree (L-12)."""

    refusals = {
        Refusal.CHILD_MEASURE_MISSING: "no_child_measure_reason",
        Refusal.VIEW_NOT_WEIGHED: "disagreement_weighed",
    }

    no_child_measure_reason = Line(
        max_length=300, required=False, label=_("Hvorfor har ikke barnet et eget tiltak nå?"),
        help_text=_("Fyll bare inn hvis barnet ikke skal ha et eget tiltak."),
    )  # fmt: skip
    disagreement_weighed = Words(
        max_length=1000, required=False, label=WEIGHED, help_text=_("Fyll bare inn hvis barnet er uenig.")
    )
