"""The municipality's settings, a part at a time, each with what it decides; and the day its assessment was approved."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line, Tick
from stafett.administration.enums import Refusal, SettingsPart
from stafett.register.enums import ConsentPolicy, Locale, OneMeasurePerActor

_ADDRESS = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"})


class Address(Line):
    """An https address."""

    def __init__(self, **options):
        super().__init__(max_length=200, required=False, widget=_ADDRESS, **options)

    def validate(self, value):
        super().validate(value)
        if not value:
            return
        try:
            URLValidator(schemes=["https"])(value)
        except ValidationError:
            raise ValidationError(_("Skriv en adresse som begynner med https://")) from None


class NamesForm(EntryForm):
    """What the municipality and the model are called, and in which language people meet it."""

    name = Line(
        max_length=100,
        label=_("Kommunens navn"),
        help_text=_("Står på sidene, og i det som sendes til arkivet."),
    )
    locale = Choice(
        choices=[each for each in Locale.choices if each[0] != Locale.ENGLISH],
        label=_("Målform"),
        help_text=_("Den hver enkelt møter først. Alle kan velge selv på Min side."),
    )
    model_alias = Line(
        max_length=20,
        label=_("Hva kaller dere modellen?"),
        help_text=_("For eksempel BTI eller BTS. Navnet står overalt der modellen nevnes."),
    )


class ContactsForm(EntryForm):
    """Whom people ask, and where the municipality says more."""

    support_contact = Line(
        max_length=200,
        required=False,
        label=_("Hvem spør en om hjelp?"),
        help_text=_(
            "Vises nederst på alle sider. En felles adresse eller et telefonnummer, aldri en persons eget."
        ),
    )
    information_url = Address(
        label=_("Kommunens egen side om arbeidet"), help_text=_("Lenken står nederst på alle sider.")
    )
    privacy_contact = Line(
        max_length=200,
        required=False,
        label=_("Personvernombudet: hvordan man når det"),
        help_text=_("Står i personvernerklæringen."),
    )
    accessibility_contact = Line(
        max_length=200,
        required=False,
        label=_("Hvem man sier fra til om tilgjengelighet"),
        help_text=_("Står i tilgjengelighetserklæringen."),
    )
    accessibility_url = Address(label=_("Adressen til tilgjengelighetserklæringen i uustatus"))


class ConsentRulesForm(EntryForm):
    """Who consents and who reads. Chosen before the first log."""

    refusals = {Refusal.SET_BEFORE_FIRST_LOG: "own_consent_age"}

    consent_policy = Choice(
        choices=ConsentPolicy.choices,
        label=_("Hvem må samtykke?"),
        help_text=_("Alle med foreldreansvar er det tryggeste. Da er ingen av dem ukjent med loggen."),
    )
    own_consent_age = forms.TypedChoiceField(
        choices=[(15, _("15 år")), (16, _("16 år"))],
        coerce=int,
        widget=forms.RadioSelect,
        label=_("Fra hvilken alder samtykker ungdommen selv?"),
        help_text=_("Kommunene gjør dette ulikt. 16 år følger helseretten, og er forslaget her."),
        error_messages={"required": _("Velg en alder."), "invalid_choice": _("Velg en alder.")},
    )
    guardian_access_age = forms.TypedChoiceField(
        choices=[(16, _("16 år")), (17, _("17 år")), (18, _("18 år"))],
        coerce=int,
        widget=forms.RadioSelect,
        label=_("Hvor lenge leser foresatte når ungdommen samtykker selv?"),
        help_text=_("Fra denne alderen kan ungdommen si nei til at de leser. 16 år verner ungdommen mest."),
        error_messages={"required": _("Velg en alder."), "invalid_choice": _("Velg en alder.")},
    )
    require_same_address = Tick(
        label=_("Barn under 12 år: foresatte leser bare når noen av dem bor på barnets adresse"),
        help_text=_("Virker bare når Stafett er koblet til Folkeregisteret."),
    )  # fmt: skip


class WorkingRulesForm(EntryForm):
    """How the work in a log goes. Can be changed at any time."""

    consent_months = forms.IntegerField(
        min_value=1,
        max_value=36,
        label=_("Hvor mange måneder varer et samtykke?"),
        help_text=_("Det som foreslås når noen samtykker. Det som er gitt, varer som det er."),
        error_messages={
            "required": _("Skriv et tall fra 1 til 36."),
            "invalid": _("Skriv et tall fra 1 til 36."),
            "min_value": _("Skriv et tall fra 1 til 36."),
            "max_value": _("Skriv et tall fra 1 til 36."),
        },
    )
    one_measure_per_actor = Choice(
        choices=OneMeasurePerActor.choices,
        label=_("Når noen får et tiltak til i samme oppmerksomhet"),
        help_text=_("Ett tiltak om gangen er lettest å holde."),
    )


class AssessmentForm(EntryForm):
    """When the assessment of the privacy risks was approved."""

    refusals = {Refusal.DAY_IN_FUTURE: "assessed_on"}

    assessed_on = Day(
        label=_("Når ble den godkjent?"), help_text=_("Vurderingen selv ligger i kommunens arkiv.")
    )


PARTS = {
    SettingsPart.NAMES: NamesForm,
    SettingsPart.CONTACTS: ContactsForm,
    SettingsPart.CONSENT: ConsentRulesForm,
    SettingsPart.WORK: WorkingRulesForm,
}


def field_called(name):
    """The field of a setting, whichever part it is asked for in; None for one that is no longer there."""
    return next((form.base_fields[name] for form in PARTS.values() if name in form.base_fields), None)
