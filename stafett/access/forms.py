"""What every form shares: an id, so that it is carried out once; clean text; clear sentences; a place for a no."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.kernel import text
from stafett.kernel.ids import new_id

REQUIRED = _("Fyll inn dette.")
CHOOSE = _("Velg ett av alternativene.")
FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y"]


class EntryForm(forms.Form):
    """A form that writes. `refusals` maps a refusal to the name of the field it is about."""

    refusals: dict = {}
    offers_change = (
        False  # what may be chosen changes when the form is carried out, so a second copy is not valid
    )
    conflict = None
    status = 200

    submission = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=new_id)

    def field_of(self, refusal):
        """The field a refusal belongs beside; None shows it above the form."""
        name = self.refusals.get(refusal)
        return name if name in self.fields else None

    def clean_submission(self):
        return self.cleaned_data.get("submission")

    def shown_fields(self):
        """The visible fields, in order."""
        return [bound for bound in self if bound.widget_type != "hidden"]


class Line(forms.CharField):
    """One line of text, cleaned of control characters, counted in code points."""

    def __init__(self, *, max_length, **options):
        options.setdefault("error_messages", {}).setdefault("required", REQUIRED)
        super().__init__(max_length=None, strip=False, **options)
        self.max_length = max_length

    def to_python(self, value):
        return text.clean_line(str(value)) if value not in self.empty_values else ""

    def validate(self, value):
        super().validate(value)
        if self.max_length and text.length(value) > self.max_length:
            raise forms.ValidationError(
                _("Teksten kan være på inntil %(limit)s tegn. Nå er den på %(length)s."),
                params={"limit": self.max_length, "length": text.length(value)},
            )


class Words(Line):
    """Several lines of text."""

    widget = forms.Textarea

    def __init__(self, *, max_length=4000, **options):
        super().__init__(max_length=max_length, **options)

    def to_python(self, value):
        return text.clean_text(str(value)) if value not in self.empty_values else ""


class Day(forms.DateField):
    """A date, typed or picked; 29 February only when there is one."""

    def __init__(self, **options):
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(
            input_formats=FORMATS,
            error_messages={
                "required": _("Fyll inn datoen."),
                "invalid": _("Skriv en dato som finnes, for eksempel 3.9.2026."),
            },
            **options,
        )

    def validate(self, value):
        super().validate(value)
        if isinstance(value, date) and not 1900 <= value.year <= 2100:
            raise forms.ValidationError(_("Skriv en dato som finnes, for eksempel 3.9.2026."))


class Choice(forms.ChoiceField):
    """One of several, as radio buttons."""

    def __init__(self, *, choices, **options):
        options.setdefault("widget", forms.RadioSelect)
        super().__init__(
            choices=choices, error_messages={"required": CHOOSE, "invalid_choice": CHOOSE}, **options
        )


class Choices(forms.MultipleChoiceField):
    """Any of several, as ticks."""

    def __init__(self, *, choices, **options):
        options.setdefault("widget", forms.CheckboxSelectMultiple)
        super().__init__(
            choices=choices,
            error_messages={
                "required": _("Velg minst ett."),
                "invalid_choice": CHOOSE,
                "invalid_list": CHOOSE,
            },
            **options,
        )


class Tick(forms.BooleanField):
    """Yes or not."""

    def __init__(self, **options):
        options.setdefault("required", False)
        super().__init__(**options)
