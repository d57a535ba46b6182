"""Forms of insight: a yes to sharing what was shown, and an end to it."""

from django import forms

from stafett.access.forms import EntryForm


class ShareForm(EntryForm):
    """Yes to the numbers on the page. `seen` is their fingerprint, so that no others are shared."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)


class StopForm(EntryForm):
    """Nothing but a press."""
