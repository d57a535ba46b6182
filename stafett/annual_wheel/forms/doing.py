"""Doing a task, ticking a month, confirming the staff list, and ticking a parents' meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import CHOOSE, Day, EntryForm, Line, Words
from stafett.annual_wheel.enums import Month, Refusal


class YearForm(EntryForm):
    """Which school year to open."""

    year = forms.IntegerField(
        widget=forms.HiddenInput, label=_("Skoleår"), error_messages={"required": CHOOSE, "invalid": CHOOSE}
    )


class NoWordsForm(EntryForm):
    """A press that needs no words."""


class MonthForm(EntryForm):
    """Which month of a task of every month; none for the others."""

    month = forms.TypedChoiceField(
        choices=[("", ""), *Month.choices],
        required=False,
        coerce=int,
        empty_value=None,
        label=_("Måned"),
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": CHOOSE},
    )


class DoneForm(MonthForm):
    """What shows that a task is done. All of it may be empty."""

    refusals = {
        Refusal.PERSONAL_NUMBER: "evidence",
        Refusal.NOT_AN_ADDRESS: "link",
    }

    evidence = Line(
        max_length=300,
        required=False,
        label=_("Hva viser at det er gjort?"),
        help_text=_(
            "For eksempel «Tatt opp på personalmøtet 14. august, 38 til stede». Skriv aldri om enkeltbarn."
        ),
    )
    link = Line(
        max_length=500,
        required=False,
        label=_("Lenke"),
        help_text=_("Til et referat eller en side, med https:// foran."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
    note = Words(max_length=600, required=False, label=_("Notat til neste gang"))


class ParentMeetingForm(EntryForm):
    """One class and the day of its parents' meeting."""

    refusals = {
        Refusal.PERSONAL_NUMBER: "group_name",
        Refusal.DAY_AHEAD: "held_on",
        Refusal.DAY_TOO_OLD: "held_on",
    }

    group_name = Line(
        max_length=40,
        label=_("Hvilken klasse eller gruppe?"),
        widget=forms.TextInput(attrs={"list": "grupper", "autocomplete": "off"}),
    )
    held_on = Day(label=_("Hvilken dag var møtet?"))
