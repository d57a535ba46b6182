"""A step of a meeting as a form whose fields are words under way, named as they are saved."""

from django import forms

from stafett.access.forms import Choices, EntryForm, Tick


class WordsForm(EntryForm):
    """One step. `asked` are its fields by name, `saved` the rows of words under way by field.

    `cleaned_data`: `go`, which button was pressed ("save" when none), and `words`: field -> (text, version that was seen).
    """

    go = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, asked, saved, **kwargs):
        super().__init__(*args, **kwargs)
        self.saved, self.own = saved, tuple(self.fields)
        for name, field in asked:
            row = saved.get(name)
            if row is not None:
                field.initial = _from_text(field, row.text)
            field.required = False
            self.fields[name] = field

    def version_of(self, name) -> int:
        """The version of a field's words that the page was shown with."""
        given = self.data.get(f"v.{name}", "") if self.is_bound else ""
        row = self.saved.get(name)
        return int(given) if given.isdecimal() and len(given) < 9 else (row.version if row else 0)

    @property
    def asked_names(self) -> list[str]:
        """The fields of the step, in order."""
        return [name for name in self.fields if name not in self.own]

    def clean(self):
        """Everything as words; what was not asked in this step is not there."""
        given = super().clean()
        words = {name: (_to_text(given.get(name)), self.version_of(name)) for name in self.asked_names}
        kept = {name: given.get(name) for name in self.own}
        return kept | {"go": given.get("go") or "save", "words": words}


def _from_text(field, text):
    """What a saved text stands for in a field."""
    if isinstance(field, Choices):
        return [each for each in text.split(",") if each]
    return text == "on" if isinstance(field, Tick) else text


def _to_text(value):
    """What a field's value is saved as."""
    if isinstance(value, list):
        return ",".join(value)
    if isinstance(value, bool):
        return "on" if value else ""
    if hasattr(value, "strftime") and not hasattr(value, "isocalendar"):
        return f"{value:%H:%M}"
    return value.isoformat() if hasattr(value, "isoformat") else (value or "")
