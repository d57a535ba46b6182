"""The shape of children, guardians and what is said of them, as it is typed in."""

from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line, Tick, Words
from stafett.administration.enums import Refusal
from stafett.kernel import personal_number
from stafett.kernel.personal_number import InvalidPersonalNumber, Reason
from stafett.register import enums as register
from stafett.register.enums import AddressProtection, Documentation, RelationEnd, RelationKind, RequestAnswer

_SENTENCES = {
    Reason.LENGTH: Refusal.NUMBER_LENGTH,
    Reason.DATE: Refusal.NUMBER_DATE,
    Reason.CONTROL_DIGITS: Refusal.NUMBER_CONTROL,
    Reason.SYNTHETIC: Refusal.NUMBER_SYNTHETIC,
}
_GUARDIANS = "guardians"


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


class DocumentationField(Choice):
    """What somebody has seen, from a fixed list."""

    def __init__(self, **options):
        super().__init__(
            choices=Documentation.choices,
            required=False,
            label=_("Hvilken dokumentasjon har du sett?"),
            **options,
        )


class ReasonField(Line):
    """Why, in a line."""

    def __init__(self, **options):
        super().__init__(max_length=300, label=_("Hvorfor?"), **options)


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

    refusals = {
        register.Refusal.GUARDIAN_IS_CHILD: "number",
        register.Refusal.ALREADY_GUARDIAN: "number",
        register.Refusal.FOSTER_PARENT_NEEDS_LEADER: "has_parental_responsibility",
        register.Refusal.DOCUMENTATION_MISSING: "documentation",
    }

    given_name = Line(max_length=100, label=_("Fornavn"))
    family_name = Line(max_length=100, label=_("Etternavn"))
    number = NumberField()
    kind = Choice(choices=RelationKind.choices, initial=RelationKind.PARENT, label=_("Hvem er det?"))
    has_parental_responsibility = Tick(
        label=_("Har foreldreansvar"), help_text=_("Etter dokumentasjon, ikke etter adresse eller navn.")
    )
    documentation = DocumentationField()


class NoWordsForm(EntryForm):
    """A form with nothing to fill in but its own id."""


class ReasonedForm(EntryForm):
    """Why a guardian is blocked, or a block is lifted."""

    refusals = {register.Refusal.REASON_MISSING: "reason"}

    reason = ReasonField(help_text=_("Bare du og andre ledere i enheten ser dette."))


class ResponsibilityForm(EntryForm):
    """Who has parental responsibility, from when, and by what (L-20)."""

    refusals = {
        register.Refusal.DOCUMENTATION_MISSING: "documentation",
        register.Refusal.DAY_IN_FUTURE: "responsibility_from",
    }

    has_parental_responsibility = Tick(label=_("Har foreldreansvar"))
    responsibility_from = Day(required=False, label=_("Fra hvilken dag gjelder det?"))
    documentation = DocumentationField()


class EndForm(EntryForm):
    """Why somebody is no longer a guardian, and since when."""

    refusals = {register.Refusal.DAY_IN_FUTURE: "ended_on"}

    end_kind = Choice(choices=RelationEnd.choices, label=_("Hva har skjedd?"))
    ended_on = Day(label=_("Når skjedde det?"))


class NumberForm(EntryForm):
    """A corrected personal number (W-16)."""

    refusals = {
        register.Refusal.NUMBER_IN_USE: "number",
        register.Refusal.IS_EMPLOYEE: "number",
        register.Refusal.OLD_ENOUGH_TO_LOG_IN: "number",
    }

    number = NumberField()


class ProtectionForm(EntryForm):
    """Whose address is protected, and how strictly (L-27). The address itself is never asked for."""

    refusals = {register.Refusal.NOT_IN_FAMILY: "person_id"}

    person_id = Choice(choices=(), label=_("Hvem gjelder det?"))
    protection = Choice(choices=AddressProtection.choices, label=_("Skjerming i Folkeregisteret"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_id"].choices = [(str(person.pk), person.name) for person in people]

    def clean_person_id(self):
        return UUID(self.cleaned_data["person_id"])


class OpeningForm(EntryForm):
    """Who may start a digital log at a protected address, and why paper will not do (L-27)."""

    refusals = {register.Refusal.NOT_IN_UNIT: "holder_id", register.Refusal.REASON_MISSING: "reason"}
    offers_change = True

    holder_id = Choice(choices=(), label=_("Hvem skal ha stafettpinnen?"))
    reason = Line(max_length=300, label=_("Hvorfor er ikke papir nok?"))

    def __init__(self, *args, posts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["holder_id"].choices = [
            (str(post.person_id), f"{post.person.name}, {post.position}") for post in posts
        ]

    def clean_holder_id(self):
        return UUID(self.cleaned_data["holder_id"])


class AnswerOpeningForm(EntryForm):
    """Yes or no to an opening."""

    refusals = {register.Refusal.NOT_ALONE: "approved"}

    approved = Choice(
        choices=[("yes", _("Ja, loggen kan startes")), ("no", _("Nei, bruk papir"))],
        label=_("Hva svarer du?"),
    )

    def clean_approved(self):
        return self.cleaned_data["approved"] == "yes"


class ConsentRightForm(EntryForm):
    """Who holds the right to consent: the guardians, or a child welfare service (L-26)."""

    refusals = {
        register.Refusal.DOCUMENTATION_MISSING: "documentation",
        register.Refusal.NOT_CHILD_WELFARE: "unit_id",
    }

    unit_id = Choice(choices=(), label=_("Hvem har samtykkeretten?"))
    documentation = DocumentationField(help_text=_("Bare når barnevernet har den."))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [
            (_GUARDIANS, _("De foresatte")), *((str(unit.pk), unit.name) for unit in units)
        ]  # fmt: skip

    def clean_unit_id(self):
        chosen = self.cleaned_data["unit_id"]
        return None if chosen == _GUARDIANS else UUID(chosen)


class RequestForm(EntryForm):
    """That a parent has asked for information, and when."""

    refusals = {register.Refusal.DAY_IN_FUTURE: "asked_on"}
    offers_change = True

    asked_on = Day(label=_("Når ba forelderen om det?"))


class AnswerForm(EntryForm):
    """The leader's letter, or a refusal with its reason (L-21)."""

    refusals = {
        register.Refusal.TEXT_MISSING: "letter",
        register.Refusal.REASON_MISSING: "refusal_reason",
    }

    answer = Choice(
        choices=[(RequestAnswer.GIVEN, _("Gi informasjon om barnet")), (RequestAnswer.REFUSED, _("Avslå"))],
        label=_("Hva svarer du?"),
    )
    letter = Words(
        required=False, label=_("Brevet"),
        help_text=_("Bare om barnet. Ikke om den andre forelderen, hjemmet eller andre barn, og ikke kopi av loggen."),
    )  # fmt: skip
    refusal_reason = Line(
        max_length=500, required=False, label=_("Hvorfor avslår du?"), help_text=_("Bare når informasjonen kan være til skade for barnet.")
    )  # fmt: skip
