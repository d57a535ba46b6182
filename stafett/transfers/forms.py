"""Forms of transfers: to whom, until when, and why not."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Choices, Day, EntryForm, Line, Tick, Words
from stafett.transfers import rules
from stafett.transfers.enums import Refusal

FIRST = _("Det viktigste å vite først")
ALL_READ_IT = _("Alle i loggen kan lese det, også familien.")


class _AmongSome(EntryForm):
    """A choice among what there is today."""

    offers_change = True
    chosen = ""

    @property
    def has_choices(self):
        """Whether there is anything to choose."""
        return not self.chosen or bool(self.fields[self.chosen].choices)


class _ToSomebody(_AmongSome):
    """One of some people, by an employment each."""

    refusals = {
        Refusal.NOT_IN_UNIT: "employment_id",
        Refusal.NOT_EMPLOYED: "employment_id",
        Refusal.IS_YOURSELF: "employment_id",
    }

    chosen = "employment_id"
    employment_id = Choice(choices=(), label=_("Hvem?"))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employment_id"].choices = [
            (str(post.pk), f"{post.person.name}, {post.position}") for post in people
        ]

    def clean_employment_id(self):
        return UUID(self.cleaned_data["employment_id"])


class ColleagueForm(_ToSomebody):
    """A colleague who is offered the baton."""

    words = Words(max_length=500, required=False, label=FIRST, help_text=ALL_READ_IT)
    stays = Tick(label=_("Jeg fortsetter som aktør i loggen"))


class DeputyForm(_ToSomebody):
    """A colleague who stands in for a time."""

    refusals = {**_ToSomebody.refusals, Refusal.UNTIL_PASSED: "until", Refusal.UNTIL_TOO_FAR: "until"}

    until = Day(
        label=_("Til og med"),
        help_text=_("Du er aktør i loggen imens, og tar stafettpinnen tilbake etterpå."),
    )
    words = Words(max_length=500, required=False, label=FIRST, help_text=ALL_READ_IT)


class ReceiverForm(_ToSomebody):
    """Who in the receiving unit takes the log."""

    employment_id = Choice(choices=(), label=_("Hvem skal ta imot stafettpinnen?"))


class _ToUnit(_AmongSome):
    """One of some units."""

    refusals = dict.fromkeys((Refusal.NOT_IN_UNIT, Refusal.SAME_UNIT, Refusal.UNIT_NOT_COVERED, Refusal.UNIT_SEES_ONLY_PARTS, Refusal.UNIT_HAS_NO_LEADER), "unit_id")  # fmt: skip

    chosen = "unit_id"
    unit_id = Choice(choices=(), label=_("Hvilken enhet?"))

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [(str(unit.pk), unit.name) for unit in units]

    def clean_unit_id(self):
        return UUID(self.cleaned_data["unit_id"])


class UnitForm(_ToUnit):
    """Another unit that is offered the log."""

    words = Words(max_length=500, required=False, label=FIRST, help_text=ALL_READ_IT)


class MunicipalityForm(_ToUnit):
    """Another municipality, as an organisation outside this one."""

    refusals = {**_ToUnit.refusals, Refusal.NOT_AN_ORGANISATION: "unit_id"}

    unit_id = Choice(choices=(), label=_("Hvilken kommune?"))


class AskForm(_ToUnit):
    """The unit that guardians are asked about."""

    unit_id = Choice(choices=(), label=_("Hvilken enhet gjelder det?"), widget=forms.Select)


class SchoolForm(_AmongSome):
    """The school a child comes to."""

    refusals = {Refusal.NOT_A_SCHOOL: "school_id"}

    chosen = "school_id"
    school_id = Choice(choices=(), label=_("Hvilken skole begynner barnet på?"))

    def __init__(self, *args, schools, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school_id"].choices = [(str(unit.pk), unit.name) for unit in schools]

    def clean_school_id(self):
        return UUID(self.cleaned_data["school_id"])


class ReceiptForm(_AmongSome):
    """What the new municipality has read out."""

    refusals = {Refusal.WRONG_RECEIPT: "code"}

    code = Line(
        max_length=20,
        label=_("Kvitteringen fra den nye kommunen"),
        help_text=_("Tolv tegn, for eksempel 1A2B-3C4D-5E6F."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class PackageForm(EntryForm):
    """A package from another municipality, opened and found whole; `cleaned_data["file"]` is the Package."""

    file = forms.FileField(
        label=_("Filen du har fått"),
        help_text=_("En fil som slutter på .zip, inntil 10 MB."),
        error_messages={
            "required": _("Velg en fil."),
            "empty": _("Filen er tom."),
            "invalid": _("Filen kunne ikke leses."),
        },
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        package = rules.opened(upload.read()) if upload.size <= rules.FILE_LIMIT else None
        if package is None:
            raise forms.ValidationError(Refusal.NOT_A_PACKAGE.label)
        return package


class HistoryFileForm(PackageForm):
    """A package whose parts are to be chosen among, for one log."""

    refusals = dict.fromkeys((Refusal.NOT_UNDERSTOOD, Refusal.OTHER_CHILD, Refusal.OWN_LOG, Refusal.ALL_TAKEN_IN, Refusal.PROTECTED_HERE), "file")  # fmt: skip


class TakeInForm(EntryForm):
    """The parts of an opened package that are taken in, and that it is the same child."""

    refusals = {Refusal.OTHER_CHILD: "is_same_child"}
    offers_change = True

    choices = Choices(choices=(), label=_("Hva skal hentes inn?"))
    is_same_child = Tick(
        required=True,
        label=_("Jeg har sett at det er samme barn"),
        error_messages={"required": _("Se at det er samme barn, og sett kryss.")},
    )

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choices"].choices = offered


class NoForm(_AmongSome):
    """Why somebody does not take the baton."""

    refusals = {Refusal.REASON_MISSING: "reason"}

    reason = Line(
        max_length=300,
        label=_("Hvorfor passer det ikke?"),
        help_text=_("Bare den som spurte deg, leser dette."),
    )
