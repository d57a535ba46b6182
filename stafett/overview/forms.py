"""The shape of Min side."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line
from stafett.register.enums import Locale


class OwnPageForm(EntryForm):
    """Language and contact details; nobody else sees them (L-22)."""

    locale = Choice(choices=Locale.choices, label=_("Språk"))
    email = forms.EmailField(
        required=False, max_length=254, label=_("E-post"),
        error_messages={"invalid": _("Skriv en e-postadresse, for eksempel navn@eksempel.no.")},
    )  # fmt: skip
    phone = Line(max_length=20, required=False, label=_("Mobil"))

    def clean_phone(self):
        phone = self.cleaned_data["phone"]
        if phone and not (
            phone.lstrip("+").replace(" ", "").isdecimal() and 8 <= len(phone.replace(" ", "")) <= 16
        ):
            raise forms.ValidationError(_("Skriv et telefonnummer med minst åtte siffer."))
        return phone
