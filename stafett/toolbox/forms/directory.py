"""A service in the directory, and a contact card on the guide's exit."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import EntryForm, Line, Words
from stafett.toolbox.enums import Refusal

_PHONE = re.compile(r"[+0-9][-0-9 ()]{1,}")


class Phone(Line):
    """A number one can ring: at least two digits."""

    widget = forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"})

    def validate(self, value):
        super().validate(value)
        if value and not _PHONE.fullmatch(value):
            raise ValidationError(_("Skriv et telefonnummer med siffer, for eksempel 22 33 44 55."))


class ServiceForm(EntryForm):
    """Who does what, and how to reach them."""

    refusals = {Refusal.NO_WAY_TO_REACH: "phone", Refusal.NOT_AN_ADDRESS: "link"}

    name = Line(max_length=120, label=_("Hva heter tjenesten?"))
    does = Words(max_length=800, label=_("Hva gjør den?"))
    for_whom = Line(max_length=300, label=_("For hvem?"))
    contact = Line(
        max_length=120,
        required=False,
        label=_("Hvem spør en etter?"),
        help_text=_("En rolle, ikke et navn: «Leder for PPT»."),
    )
    phone = Phone(
        max_length=30, required=False, label=_("Telefon"), help_text=_("Tjenestens nummer, aldri en persons eget.")
    )  # fmt: skip
    email = Line(
        max_length=120,
        required=False,
        label=_("E-post"),
        help_text=_("En felles adresse. Minn om at ingen skriver navn på barn i e-post."),
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
    )
    link = Line(
        max_length=500,
        required=False,
        label=_("Nettside"),
        help_text=_("Begynner med https://"),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    how = Words(max_length=400, required=False, label=_("Når og hvordan får en tak i dem?"))
    consultation = Words(
        max_length=400,
        required=False,
        label=_("Hvordan drøfter en uten å si hvem det gjelder?"),
        help_text=_("Skriv når og hvordan. Arket for anonym drøfting vises ved siden av."),
    )

    def clean_email(self):
        address = self.cleaned_data["email"]
        if address:
            try:
                validate_email(address)
            except ValidationError:
                raise ValidationError(_("Skriv en e-postadresse, for eksempel ppt@eksempel.no.")) from None
        return address


class EditServiceForm(ServiceForm):
    """A service that is there."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ContactForm(EntryForm):
    """Whom to ring in this municipality."""

    name = Line(max_length=100, label=_("Hva heter tjenesten?"))
    phone = Phone(max_length=20, label=_("Telefon"))
    note = Line(
        max_length=200,
        required=False,
        label=_("Når og for hva?"),
        help_text=_("For eksempel «Hverdager 8–15. Utenom det: barnevernvakten»."),
    )
