"""A staff list as a file, and the yes to what it would do."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Tick
from stafett.administration.content.tables import FILE_LIMIT
from stafett.administration.enums import ListAbout, Refusal, Unreadable


class ListForm(EntryForm):
    """The file, and what it is: some of the staff, all of them, or children with guardians."""

    refusals = {Refusal.LIST_WAITS: "file"}

    file = forms.FileField(
        label=_("Filen"),
        help_text=_("CSV eller Excel (.xlsx), inntil 20 MB."),
        allow_empty_file=True,
        error_messages={"required": _("Velg en fil."), "invalid": _("Velg en fil."), "missing": _("Velg en fil.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )  # fmt: skip
    scope = Choice(
        choices=[
            ("some", _("Noen av de ansatte. Ingen slutter.")),
            ("whole", _("Alle ansatte i enhetene som står i filen. Den som mangler, har sluttet.")),
            ("children", _("Barn og foresatte. Ingen tas bort.")),
        ],
        label=_("Hvem er med i filen?"),
    )

    def clean_file(self):
        """(name, bytes)."""
        given = self.cleaned_data["file"]
        if given.size > FILE_LIMIT:
            raise forms.ValidationError(Unreadable.TOO_LARGE.label)
        if given.size == 0:
            raise forms.ValidationError(Unreadable.EMPTY.label)
        return given.name, given.read()

    def clean(self):
        given = super().clean()
        if "scope" in given:
            scope = given.pop("scope")
            given["is_whole"] = scope == "whole"
            given["about"] = ListAbout.CHILDREN if scope == "children" else ListAbout.STAFF
        return given


class TakeInForm(EntryForm):
    """The yes to what was shown; and to that many end, when many do."""

    refusals = {Refusal.MANY_END: "ends_confirmed"}

    ends_confirmed = Tick(label=_("Ja, det er riktig at alle disse slutter"))
