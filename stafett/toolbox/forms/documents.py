"""A document, its versions, and the look at it again."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line
from stafett.toolbox.enums import DocumentKind, Refusal
from stafett.toolbox.rules.files import FILE_LIMIT

USUAL_DAYS = 365


class _Source(EntryForm):
    """One of three: a file, an address, or one of our own."""

    refusals = {
        Refusal.ONE_SOURCE: "file",
        Refusal.FILE_TOO_LARGE: "file",
        Refusal.FILE_TYPE: "file",
        Refusal.FILE_NAME: "file",
        Refusal.NOT_AN_ADDRESS: "link",
        Refusal.REVIEW_PASSED: "review_on",
        Refusal.NOT_EMPLOYED: "owner_id",
    }

    file = forms.FileField(
        required=False,
        label=_("En fil"),
        help_text=_("PDF, bilde, eller dokument fra Word, Excel, PowerPoint eller LibreOffice. Inntil 10 MB. Alle kan lese den."),
        error_messages={"empty": _("Filen er tom."), "invalid": _("Filen kunne ikke leses.")},
    )  # fmt: skip
    link = Line(
        max_length=500,
        required=False,
        label=_("Eller en adresse"),
        help_text=_("Begynner med https://"),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    sheet = Choice(choices=(), required=False, label=_("Eller et av arkene i Stafett"), widget=forms.Select)

    def __init__(self, *args, own, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [("", _("Ikke noe ark")), *((each.key, each.title) for each in own)]

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if not upload:
            return None
        if upload.size > FILE_LIMIT:
            raise forms.ValidationError(Refusal.FILE_TOO_LARGE.label)
        return upload.name, upload.read()


class _Words(EntryForm):
    """What stands about a document, and who looks after it."""

    refusals = {Refusal.REVIEW_PASSED: "review_on", Refusal.NOT_EMPLOYED: "owner_id"}

    title = Line(max_length=120, label=_("Hva heter det?"))
    kind = Choice(choices=DocumentKind.choices, label=_("Hvilken hylle hører det til?"))
    about = Line(
        max_length=300, required=False, label=_("Hva er det til?"), help_text=_("Én setning holder.")
    )
    owner_id = Choice(
        choices=(),
        label=_("Hvem passer på det?"),
        help_text=_("Får beskjed når det er tid for å se over det. Navnet vises bare for ansatte."),
        widget=forms.Select,
    )
    review_on = Day(label=_("Når skal det ses over?"))

    def __init__(self, *args, caretakers, **kwargs):
        super().__init__(*args, **kwargs)
        known = self.get_initial_for_field(self.fields["owner_id"], "owner_id") in dict(caretakers)
        self.fields["owner_id"].choices = caretakers if known else [("", _("Velg hvem")), *caretakers]

    def clean_owner_id(self):
        return UUID(self.cleaned_data["owner_id"])


class NewDocumentForm(_Words, _Source):
    """A document with its first version."""

    refusals = {**_Source.refusals, **_Words.refusals}
    field_order = ["submission", "title", "kind", "about", "file", "link", "sheet", "owner_id", "review_on"]


class DocumentForm(_Words):
    """A document that is there."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class VersionForm(_Source):
    """A new version of a document."""

    what_is_new = Line(max_length=200, required=False, label=_("Hva er nytt?"))
    review_on = Day(label=_("Når skal det ses over igjen?"))


def usual_review(today: date) -> date:
    """When a document is usually looked at again: in a year."""
    return today + timedelta(days=USUAL_DAYS)
