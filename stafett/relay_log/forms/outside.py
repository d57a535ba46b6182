"""Somebody from outside the municipality: the organisation, the person, what for and until when (W-05)."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line
from stafett.administration.forms import NumberField
from stafett.relay_log.enums import Refusal

_DAYS = {
    Refusal.LAST_DAY_PASSED: "ends_on",
    Refusal.LASTS_TOO_LONG: "ends_on",
    Refusal.LASTS_LONGER_THAN_CONSENT: "ends_on",
}


class OrganisationForm(EntryForm):
    """The name of an organisation that is not the municipality's."""

    refusals = {Refusal.ORGANISATION_MISSING: "name"}

    name = Line(
        max_length=120,
        label=_("Hva heter virksomheten?"),
        help_text=_("For eksempel BUP, et legesenter eller habiliteringen."),
    )


class OutsiderForm(EntryForm):
    """Who comes in from one of the organisations, what for, and until when."""

    refusals = {
        **_DAYS,
        Refusal.ORGANISATION_MISSING: "unit_id",
        Refusal.SERVICE_NOT_IN_CONSENT: "unit_id",
        Refusal.PURPOSE_MISSING: "purpose",
        Refusal.ALREADY_IN_LOG: "number",
        Refusal.IS_FAMILY: "number",
        Refusal.WORKS_HERE: "number",
    }
    offers_change = True

    unit_id = Choice(choices=(), label=_("Hvor arbeider personen?"))
    given_name = Line(max_length=100, label=_("Fornavn"))
    family_name = Line(max_length=100, label=_("Etternavn"))
    number = NumberField()
    purpose = Line(
        max_length=200, label=_("Hva skal personen bidra med?"), help_text=_("Familien ser det du skriver.")
    )
    ends_on = Day(label=_("Hva er den siste dagen?"), help_text=_("Høyst 12 måneder fram i tid."))

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [(str(unit.pk), unit.name) for unit in organisations]

    def clean_unit_id(self):
        return UUID(self.cleaned_data["unit_id"])


class LastDayForm(EntryForm):
    """A new last day for somebody from outside."""

    refusals = _DAYS

    ends_on = Day(label=_("Hva er den siste dagen?"), help_text=_("Høyst 12 måneder fram i tid."))
