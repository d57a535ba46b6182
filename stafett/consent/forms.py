"""The shape of what is asked, answered and recorded about consent."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.consent.content import library
from stafett.consent.enums import ConsentForm, Fact, Refusal, TextLocale
from stafett.consent.rules import FILE_LIMIT

OWN = "own"  # each reads in the language they have chosen on Min side
_DATES = {
    Refusal.SIGNED_IN_THE_FUTURE: "signed_on",
    Refusal.WITHDRAWN_SINCE: "signed_on",
    Refusal.ENDS_BEFORE_IT_STARTS: "valid_until",
    Refusal.ALREADY_OVER: "valid_until",
    Refusal.LASTS_TOO_LONG: "valid_until",
}
_GIVERS = dict.fromkeys(
    (
        Refusal.RELATION_NOT_CONFIRMED,
        Refusal.NO_PARENTAL_RESPONSIBILITY,
        Refusal.YOUTH_DECIDES,
        Refusal.YOUTH_TOO_YOUNG,
        Refusal.OTHER_UNIT_CONSENTS,
        Refusal.NOTHING_TO_WITHDRAW,
    ),
    "guardian_id",
)


class _Services(EntryForm):
    """Services besides the one that holds the baton."""

    covered_unit_ids = Choices(
        choices=(), required=False, label=_("Hvilke andre tjenester gjelder samtykket for?"),
        help_text=_("Enheten som har stafettpinnen, er alltid med."),
    )  # fmt: skip

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["covered_unit_ids"].choices = [(str(unit.pk), unit.name) for unit in units]

    def clean_covered_unit_ids(self):
        return [UUID(unit) for unit in self.cleaned_data["covered_unit_ids"]]


class RequestForm(_Services):
    """Whom we ask, about which services, until when, in which language (L-03, L-06, W-18)."""

    refusals = {Refusal.NOBODY_ASKED: "person_ids", **_DATES}

    person_ids = Choices(choices=(), label=_("Hvem spør dere?"))
    valid_until = Day(label=_("Hvor lenge skal samtykket gjelde?"))
    locale = Choice(choices=(), label=_("Hvilket språk leser de best?"))
    about = Words(
        max_length=500, required=False, label=_("Hva gjelder det?"),
        help_text=_("Noen ord til den dere spør, for eksempel hvorfor en ny tjeneste skal være med."),
    )  # fmt: skip
    field_order = ["submission", "person_ids", "covered_unit_ids", "valid_until", "locale", "about"]

    def __init__(self, *args, givers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person_ids"].choices = [(str(g.person_id), g.name) for g in givers if g.may_answer]
        self.fields["locale"].choices = [(OWN, _("Det hver av dem har valgt")), *language_choices()]

    def clean_locale(self):
        chosen = self.cleaned_data["locale"]
        return "" if chosen == OWN else chosen

    def clean_person_ids(self):
        return [UUID(person) for person in self.cleaned_data["person_ids"]]

    def clean(self):
        cleaned = super().clean()
        if "covered_unit_ids" in cleaned:
            cleaned["unit_ids"] = cleaned.pop("covered_unit_ids")
        return cleaned


class _RecordForm(_Services):
    """What every recorded yes says: who, when, until when, language, services, and what was held back (L-03)."""

    refusals = {**_GIVERS, **_DATES}

    guardian_id = Choice(choices=(), label=_("Hvem har samtykket?"))
    signed_on = Day(label=_("Når sa de ja?"))
    valid_until = Day(label=_("Hvor lenge gjelder samtykket?"))
    locale = Choice(choices=TextLocale.choices, label=_("Hvilket språk er skjemaet på?"))
    limits = Line(
        max_length=500, required=False, label=_("Er noe holdt utenfor?"),
        help_text=_("Foresatte kan be om at noe ikke deles med alle."),
    )  # fmt: skip

    def __init__(self, *args, givers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guardian_id"].choices = [(str(giver.person_id), giver.name) for giver in givers]

    def clean_guardian_id(self):
        return UUID(self.cleaned_data["guardian_id"])


class PaperForm(_RecordForm):
    """A signed paper consent, and the form itself (S001-13, L-03)."""

    refusals = {
        **_RecordForm.refusals,
        Refusal.NO_DOCUMENT: "file",
        Refusal.FILE_TOO_LARGE: "file",
        Refusal.FILE_TYPE: "file",
    }

    missing_facts = Choices(
        choices=Fact.choices, required=False, label=_("Er det et annet skjema enn det som skrives ut her?"),
        help_text=_("Kryss av for det som IKKE står på skjemaet. Mangler noe, er samtykket ikke gyldig."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("Kopi av det underskrevne skjemaet"), help_text=_("PDF eller bilde, inntil 10 MB."),
        error_messages={"required": Refusal.NO_DOCUMENT.label, "empty": _("Filen er tom."), "invalid": _("Filen kunne ikke leses.")},
    )  # fmt: skip
    field_order = [
        "submission", "guardian_id", "signed_on", "valid_until", "locale", "covered_unit_ids", "limits", "missing_facts",
        "file",
    ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guardian_id"].label = _("Hvem har skrevet under?")
        self.fields["signed_on"].label = _("Når ble skjemaet underskrevet?")

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        if upload.size > FILE_LIMIT:
            raise forms.ValidationError(Refusal.FILE_TOO_LARGE.label)
        return upload.name, upload.read()


class OralForm(_RecordForm):
    """A yes said aloud, and who heard it (L-05)."""

    refusals = {**_RecordForm.refusals, Refusal.NO_WITNESS: "witness_id"}

    witness_id = Choice(choices=(), label=_("Hvem andre hørte på?"))
    field_order = [
        "submission", "guardian_id", "signed_on", "witness_id", "locale", "valid_until", "covered_unit_ids", "limits",
    ]  # fmt: skip

    def __init__(self, *args, witnesses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["locale"].label = _("På hvilket språk fikk de teksten lest opp?")
        self.fields["witness_id"].choices = [
            (str(post.pk), f"{post.person.name}, {post.position}") for post in witnesses
        ]

    def clean_witness_id(self):
        return UUID(self.cleaned_data["witness_id"])


class WithdrawalRecordForm(EntryForm):
    """That somebody has taken their consent back, aloud or in writing (L-08, W-19)."""

    refusals = {**_GIVERS, Refusal.SIGNED_IN_THE_FUTURE: "signed_on"}

    guardian_id = Choice(choices=(), label=_("Hvem trekker samtykket?"))
    signed_on = Day(label=_("Når sa de fra?"))
    form = Choice(
        choices=[(ConsentForm.ORAL.value, _("Muntlig")), (ConsentForm.PAPER.value, _("Skriftlig"))],
        label=_("Hvordan sa de fra?"),
    )
    asks_to_end = Tick(label=_("De ber om at loggen avsluttes"))

    def __init__(self, *args, givers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["guardian_id"].choices = [(str(giver.person_id), giver.name) for giver in givers]

    def clean_guardian_id(self):
        return UUID(self.cleaned_data["guardian_id"])


class WithdrawalForm(EntryForm):
    """One's own no, and perhaps that the log should end (L-08, W-28)."""

    asks_to_end = Tick(label=_("Jeg vil også at loggen avsluttes"))


class DeclineForm(EntryForm):
    """A no to a request."""


class OwnConsentForm(EntryForm):
    """One's own yes: which services, what each may not see, until when, and what to hold back (L-07).

    `units` are those that may be named, `concerns` (id, title) pairs that the person can see.
    """

    refusals = {
        Refusal.NOT_ASKED_ABOUT: "covered_unit_ids",
        Refusal.WIDER_THAN_BEFORE: "covered_unit_ids",
        **{refusal: field for refusal, field in _DATES.items() if field == "valid_until"},
    }

    covered_unit_ids = Choices(
        choices=(), required=False, label=_("Hvem sier du ja til?"), help_text=_("Kryss av for dem du vil ha med.")
    )  # fmt: skip
    limits = Words(
        max_length=500, required=False, label=_("Er det noe som ikke skal deles?"),
        help_text=_("Stafettholderen leser det du skriver her. De andre gjør det ikke."),
    )  # fmt: skip
    valid_until = Day(label=_("Hvor lenge sier du ja?"))

    def __init__(self, *args, units, concerns, **kwargs):
        super().__init__(*args, **kwargs)
        self.concern_ids = [str(pk) for pk, _title in concerns]
        self.units = [(str(unit.pk), unit.name) for unit in units]
        if not self.units:
            del self.fields["covered_unit_ids"]
        else:
            self.fields["covered_unit_ids"].choices = self.units
        for pk, name in self.units if concerns else ():
            self.fields[f"hidden_{pk}"] = Choices(
                choices=[(str(concern), title) for concern, title in concerns], required=False,
                label=_now("Hva skal %(unit)s ikke se?") % {"unit": name},
                help_text=_("Krysser du av noe, ser de heller ikke det som kommer til senere."),
            )  # fmt: skip

    def hidden_fields_of(self, unit_id):
        """The bound field for what a service may not see, or None."""
        name = f"hidden_{unit_id}"
        return self[name] if name in self.fields else None

    def clean(self):
        cleaned = super().clean()
        hidden = {pk: cleaned.pop(f"hidden_{pk}", []) for pk, _name in self.units}
        cleaned["restrictions"] = {
            UUID(pk): [UUID(each) for each in self.concern_ids if each not in ticked]
            for pk, ticked in hidden.items()
            if ticked
        }
        cleaned["covered_unit_ids"] = [UUID(unit) for unit in cleaned.get("covered_unit_ids", [])]
        return cleaned


def language_choices():
    """Languages the text can be read in; those nobody has vouched for say so (W-22)."""
    return [
        (
            each.code,
            each.name if each.is_checked else f"{each.name} ({_now('ikke kvalitetssikret; bruk tolk')})",
        )
        for each in library.languages()
    ]
