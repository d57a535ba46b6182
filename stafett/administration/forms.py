"""The shape of a child and a guardian as they are typed in."""

from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line, Tick
from stafett.administration.enums import Refusal
from stafett.kernel import personal_number
from stafett.kernel.personal_number import InvalidPersonalNumber, Reason
from stafett.register.enums import RelationKind

_SENTENCES = {
    Reason.LENGTH: Refusal.NUMBER_LENGTH,
    Reason.DATE: Refusal.NUMBER_DATE,
    Reason.CONTROL_DIGITS: Refusal.NUMBER_CONTROL,
    Reason.SYNTHETIC: Refusal.NUMBER_SYNTHETIC,
}


class NumberField(Line):
    """A fødselsnummer or D-number; gives a kernel PersonalNumber (W-16)."""

    def __init__(self, **options):
        super().__init__(
            max_length=20, label=_("Fødselsnummer"), help_text=_("11 siffer. Lagres kryptert, og vises ikke igjen."),
            error_messages={"required": Refusal.NUMBER_MISSING.label}, **options,
        )  # fmt: skip

    def clean(self, value):
        digits = super().clean(value)
        try:
            return personal_number.parse(digits, allow_synthetic=settings.SYNTHETIC_PERSONS)
        except InvalidPersonalNumber as invalid:
            raise forms.ValidationError(_SENTENCES[invalid.reason].label) from None


class ChildForm(EntryForm):
    """A child that is not in the register yet (S001-14)."""

    refusals = {
        Refusal.CHILD_EXISTS: "number",
        Refusal.CHILD_ELSEWHERE: "number",
        Refusal.NOT_YOUR_UNIT: "unit_id",
    }

    given_name = Line(max_length=100, label=_("Fornavn"))
    family_name = Line(max_length=100, label=_("Etternavn"))
    number = NumberField()
    unit_id = Choice(choices=(), label=_("Enhet"))
    group_name = Line(max_length=40, required=False, label=_("Klasse, gruppe eller avdeling"))
    first_grade_year = forms.IntegerField(
        required=False, min_value=1990, max_value=2100, label=_("Året barnet begynte, eller begynner, i 1. klasse"),
        error_messages={
            "invalid": _("Skriv et årstall, for eksempel 2026."),
            "min_value": _("Skriv et årstall, for eksempel 2026."),
            "max_value": _("Skriv et årstall, for eksempel 2026."),
        },
    )  # fmt: skip

    def __init__(self, *args, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [(str(post.unit_id), post.unit_name) for post in posts]

    def clean_unit_id(self):
        return UUID(self.cleaned_data["unit_id"])


class GuardianForm(EntryForm):
    """A guardian who is not connected to the child yet."""

    refusals = {Refusal.GUARDIAN_IS_CHILD: "number", Refusal.ALREADY_GUARDIAN: "number"}

    given_name = Line(max_length=100, label=_("Fornavn"))
    family_name = Line(max_length=100, label=_("Etternavn"))
    number = NumberField()
    kind = Choice(choices=RelationKind.choices, initial=RelationKind.PARENT, label=_("Hvem er det?"))
    has_parental_responsibility = Tick(
        label=_("Har foreldreansvar"), help_text=_("Etter dokumentasjon, ikke etter adresse eller navn.")
    )


class NoWordsForm(EntryForm):
    """A form with nothing to fill in but its own id."""
