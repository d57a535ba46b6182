"""Issues and articles of the news, and the phase of the roll-out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import REQUIRED, Choice, Day, EntryForm, Line, Words
from stafett.toolbox.enums import NewsLocale, PhaseKind, Refusal

_WHOLE = _("Skriv et helt tall fra 1 til 999.")


class Number(forms.IntegerField):
    """A small whole number from one."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def __init__(self, **options):
        messages = {"required": REQUIRED, "invalid": _WHOLE, "min_value": _WHOLE, "max_value": _WHOLE}
        super().__init__(min_value=1, max_value=999, error_messages=messages, **options)


class IssueForm(EntryForm):
    """The head of an issue."""

    refusals = {Refusal.SAME_ISSUE: "number"}

    volume = Number(label=_("Volum"), help_text=_("Vanligvis årgangen."))
    number = Number(label=_("Utgave"))
    locale = Choice(choices=NewsLocale.choices, label=_("Språk"))
    title = Line(max_length=120, label=_("Overskrift"))
    lead = Line(max_length=300, required=False, label=_("Ingress"))


class EditIssueForm(IssueForm):
    """The head of an issue that is there."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class ArticleForm(EntryForm):
    """One article in plain paragraphs."""

    title = Line(max_length=120, label=_("Overskrift"))
    text = Words(
        max_length=6000,
        label=_("Tekst"),
        help_text=_("Vanlige avsnitt, med en tom linje mellom. Skriv aldri om enkeltbarn."),
    )
    in_short = Line(
        max_length=300,
        required=False,
        label=_("Kort, til foreldremøtet"),
        help_text=_("En setning eller to som kan leses høyt. Uten den er saken bare i nyhetsbrevet."),
    )


class EditArticleForm(ArticleForm):
    """An article that is there."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PhaseForm(EntryForm):
    """Where one is, and what is next."""

    kind = Choice(choices=PhaseKind.choices, label=_("Hvilken fase er dere i?"))
    now = Words(max_length=600, label=_("Hva holder dere på med nå?"))
    following = Words(max_length=600, label=_("Hva er det neste?"))
    aims_on = Day(required=False, label=_("Når regner dere med å begynne på neste fase?"))
