"""The answers of a report as the form's version asks for them, and what is asked and answered about it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Words
from stafett.self_assessment import rules
from stafett.self_assessment.content.library import Sheet
from stafett.self_assessment.enums import Refusal, Scale

LONGEST = 2000


class Plain(Words):
    """Words about the work: no personal number."""

    def validate(self, value):
        super().validate(value)
        verdict = rules.may_write(value)
        if not verdict:
            raise forms.ValidationError(verdict.sentence())


class Graded(Choice):
    """A place on the scale: asked for before the report is sent, and not by a draft."""

    def validate(self, value):
        if value:
            super().validate(value)


class AnswersForm(EntryForm):
    """The questions of one version of a form. A draft may be half; what is missing is asked for when it is sent."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, sheet: Sheet, **kwargs):
        super().__init__(*args, **kwargs)
        for question in sheet.questions:
            self.fields[question.key] = _field(question)
        self.sheet = sheet

    def clean(self):
        """The answers as one value, for the operation."""
        given = super().clean()
        answers = {
            question.key: int(given[question.key]) if question.is_scale else given[question.key]
            for question in self.sheet.questions
            if given.get(question.key)
        }
        kept = {name: value for name, value in given.items() if name in ("submission", "version")}
        return {**kept, "answers": answers}


class RemarkForm(EntryForm):
    """A question or an answer."""

    refusals = {Refusal.HAS_PERSONAL_NUMBER: "text"}

    text = Plain(
        max_length=1000,
        label=_("Hva vil du spørre om eller svare?"),
        help_text=_("Om arbeidet i enheten, aldri om et barn."),
    )


def _field(question):
    if question.is_scale:
        return Graded(choices=Scale.choices, label=question.text, help_text=question.hint)
    return Plain(max_length=LONGEST, required=False, label=question.text, help_text=question.hint)
