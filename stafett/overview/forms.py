"""The shape of Min side."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line
from stafett.register.enums import Locale


class OwnPageForm(EntryForm):
    """Language and contact details, which nobody else sees (L-22); and for employees, how colleagues reach them (S003-05)."""

    locale = Choice(choices=Locale.choices, label=_("Språk"))
    email = forms.EmailField(
        required=False, max_length=254, label=_("E-post"),
        error_messages={"invalid": _("Skriv en e-postadresse, for eksempel navn@eksempel.no.")},
    )  # fmt: skip
    phone = Line(max_length=20, required=False, label=_("Mobil"))
    work_contact = Line(max_length=100, required=False, label=_("Telefon eller e-post på jobb"))

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not _is_number(phone):
            raise ValidationError(_("Skriv et telefonnummer med minst åtte siffer."))
        return phone

    def clean_work_contact(self):
        contact = self.cleaned_data["work_contact"]
        if contact and not _is_number(contact) and not _is_address(contact):
            raise ValidationError(_("Skriv enten et telefonnummer eller en e-postadresse."))
        return contact


def _is_number(text):
    digits = text.lstrip("+").replace(" ", "")
    return digits.isdecimal() and 8 <= len(text.replace(" ", "")) <= 16


def _is_address(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
