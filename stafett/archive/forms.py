"""Forms of the archivist: how the archive is set up, and which period to deposit."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line
from stafett.archive.enums import Adapter, Refusal


class SetupForm(EntryForm):
    """How packages reach the archive, and under which folder and case type they are filed there."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    adapter = Choice(choices=Adapter.choices, label=_("Hvordan tar arkivet imot?"))
    system_name = Line(
        max_length=60,
        required=False,
        label=_("Hva heter arkivsystemet?"),
        help_text=_("For eksempel Websak."),
    )
    log_folder = Line(
        max_length=120,
        label=_("Mappe for stafettlogger"),
        help_text=_("Barnets navn settes etter, og er skjermet i den offentlige tittelen."),
    )
    meeting_folder = Line(max_length=120, label=_("Mappe for referater fra systemmøter"))
    case_type = Line(
        max_length=60,
        required=False,
        label=_("Sakstype"),
        help_text=_("Koden arkivet bruker. La stå tom om dere ikke bruker sakstyper."),
    )
    journal_unit = Line(max_length=60, required=False, label=_("Journalenhet"))
    access_days = forms.IntegerField(
        min_value=0,
        max_value=365,
        label=_("Hvor mange dager skal en avsluttet logg kunne leses etter at arkivet har den?"),
        help_text=_("Fra 0 til 365. Vanlig er 30."),
        error_messages={
            "required": _("Skriv et tall fra 0 til 365."),
            "invalid": _("Skriv et tall fra 0 til 365."),
            "min_value": _("Skriv et tall fra 0 til 365."),
            "max_value": _("Skriv et tall fra 0 til 365."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class PeriodForm(EntryForm):
    """Which closed logs a deposit holds."""

    refusals = {
        Refusal.PERIOD_TURNED: "last",
        Refusal.PERIOD_NOT_OVER: "last",
    }

    first = Day(label=_("Fra og med"))
    last = Day(label=_("Til og med"))


class AnewForm(EntryForm):
    """Nothing but a press."""
