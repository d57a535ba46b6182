"""The end of a tour."""

from django import forms

from stafett.access.forms import EntryForm


class TourEndForm(EntryForm):
    """Whether the tour was seen to its end; nothing to fill in."""

    is_whole = forms.BooleanField(required=False, widget=forms.HiddenInput)
