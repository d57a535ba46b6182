"""Forms of retention: what is decided, stopped, proposed and answered."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Tick, Words
from stafett.retention.enums import Fate, Refusal

NO_NAMES = _("Skriv ikke navn på barn eller foresatte.")
MONTHS = Refusal.MONTHS_NEEDED.label


class RuleForm(EntryForm):
    """How long one kind of log is kept, what becomes of it then, and why that is changed."""

    refusals = {Refusal.MONTHS_NEEDED: "months"}

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    fate = Choice(choices=Fate.choices, label=_("Hva skjer når tiden er ute?"))
    months = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=1200,
        label=_("Hvor mange måneder?"),
        help_text=_("60 er fem år. La feltet stå tomt når loggene bevares."),
        error_messages={"invalid": MONTHS, "min_value": MONTHS, "max_value": MONTHS},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    basis = Words(
        max_length=300,
        label=_("Hvor står det?"),
        help_text=_("Loven, eller punktet i kommunens bevarings- og kassasjonsplan."),
    )
    reason = Words(
        max_length=300,
        label=_("Hvorfor endrer dere regelen?"),
        help_text=_("Det står i sporet sammen med navnet ditt."),
    )


class HoldForm(EntryForm):
    """Why disposal is stopped, and until when."""

    refusals = {Refusal.END_IS_OVER: "ends_on"}

    reason = Words(max_length=300, label=_("Hvorfor skal ingenting slettes?"), help_text=NO_NAMES)
    ends_on = Day(
        required=False,
        label=_("Til og med"),
        help_text=_("La feltet stå tomt for å stoppe slettingen til noen opphever stansen."),
    )


class LiftForm(EntryForm):
    """Why disposal may go on."""

    reason = Words(max_length=300, label=_("Hvorfor kan stansen oppheves?"), help_text=NO_NAMES)


class ProposeForm(EntryForm):
    """Which of the logs that may go are proposed, and why."""

    offers_change = True
    refusals = {Refusal.CHOOSE_LOGS: "log_ids", Refusal.GONE_FROM_LIST: "log_ids"}

    log_ids = Choices(choices=(), label=_("Logger som kan slettes"))
    words = Words(
        max_length=300,
        label=_("Begrunnelse til den som skal godkjenne"),
        help_text=NO_NAMES,
    )

    def __init__(self, *args, logs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["log_ids"].choices = logs
        self.fields["log_ids"].initial = [key for key, _label in logs]

    def clean_log_ids(self):
        return [UUID(each) for each in self.cleaned_data["log_ids"]]


class ApproveForm(EntryForm):
    """That somebody has looked the list over, and says yes to deleting for good."""

    seen = Tick(
        required=True,
        label=_("Jeg har sett over listen, og vet at det ikke kan angres"),
        error_messages={"required": _("Sett kryss når du har sett over listen.")},
    )
    words = Words(max_length=300, required=False, label=_("Vil du si noe om det?"), help_text=NO_NAMES)

    def clean(self):
        cleaned = super().clean()
        cleaned.pop("seen", None)
        return cleaned


class DeclineForm(EntryForm):
    """Why a list is not approved."""

    words = Words(max_length=300, label=_("Hvorfor sier du nei?"), help_text=NO_NAMES)


class WithdrawForm(EntryForm):
    """Nothing but a press."""
