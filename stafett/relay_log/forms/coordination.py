"""Who coordinates, a barnekoordinator, and an individual plan."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line, Tick, Words
from stafett.relay_log.enums import PlanStanding, Refusal


class CoordinationForm(EntryForm):
    """Which service coordinates and what the child thinks of it, who is barnekoordinator, where a plan stands (L-40..44)."""

    refusals = {
        Refusal.COORDINATED_FROM_LEVEL_TWO: "unit_id",
        Refusal.SERVICE_NOT_IN_LOG: "unit_id",
        Refusal.CHILD_VIEW_OF_SERVICE_MISSING: "child_view",
        Refusal.COORDINATOR_NOT_IN_LOG: "child_coordinator_id",
    }

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    why = Line(
        max_length=300,
        required=False,
        label=_("Hvorfor må tjenestene samarbeide?"),
        help_text=_("Kort: hva barnet ikke får til sammen med én tjeneste alene."),
    )
    unit_id = Choice(choices=(), label=_("Hvilken tjeneste samordner?"))
    is_decided_above = Tick(
        label=_("Tjenestene var uenige, og kommunen har bestemt"),
        help_text=_("Blir dere ikke enige, tar lederne det opp. Barnet skal ikke vente på svaret."),
    )
    child_view = Words(
        max_length=500,
        label=_("Hva mener barnet om hvem som samordner?"),
        help_text=_("Eller hvorfor dere ikke har spurt barnet."),
    )
    child_coordinator_id = Choice(
        choices=(),
        required=False,
        label=_("Har familien fått barnekoordinator?"),
        help_text=_("Er det en som ikke står her, legger du dem til som aktør først."),
    )
    plan = Choice(
        choices=PlanStanding.choices,
        initial=PlanStanding.NOT_ASKED,
        label=_("Hvordan er det med individuell plan?"),
    )

    def __init__(self, *args, places, **kwargs):
        """`places` are those of the municipality's people in the log, with person and unit."""
        super().__init__(*args, **kwargs)
        units = {str(each.unit_id): each.unit.name for each in places}
        people = {str(each.person_id): f"{each.person.name}, {each.unit.name}" for each in places}
        self.fields["unit_id"].choices = list(units.items())
        self.fields["child_coordinator_id"].choices = [("", _("Nei, ingen")), *people.items()]

    def clean(self):
        """Chosen service and person as UUIDs."""
        given = super().clean()
        for name in ("unit_id", "child_coordinator_id"):
            given[name] = UUID(given[name]) if given.get(name) else None
        return given
