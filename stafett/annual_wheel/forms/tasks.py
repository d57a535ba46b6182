"""What a task is: a unit's own, one of the starter's made one's own, and one for every unit of a kind."""

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line, Words
from stafett.annual_wheel.content import library
from stafett.annual_wheel.enums import Month, Refusal, Rhythm, TaskOwner
from stafett.annual_wheel.rules import months_in_order
from stafett.register.enums import UnitKind

NO_MONTH = ("", _("Velg måned"))


class _WhenAndWho(EntryForm):
    """Month and owner, which every task has."""

    refusals = {
        Refusal.MONTH_MISSING: "month",
        Refusal.NO_MONTH: "month",
        Refusal.PERSONAL_NUMBER: "title",
        Refusal.NO_WHEEL_HERE: "unit_kind",
    }

    title = Line(
        max_length=80,
        label=_("Hva skal gjøres?"),
        help_text=_(
            "Kort, som en overskrift. Skriv aldri om enkeltbarn: alle som jobber her, leser årshjulet."
        ),
    )
    text = Words(max_length=600, required=False, label=_("Mer om oppgaven"))
    month = forms.TypedChoiceField(
        choices=(),
        required=False,
        coerce=int,
        empty_value=None,
        label=_("I hvilken måned?"),
        error_messages={"invalid_choice": _("Velg en måned.")},
    )
    owner = Choice(choices=TaskOwner.choices, label=_("Hvem gjør det?"))

    def __init__(self, *args, owners=None, **kwargs):
        super().__init__(*args, **kwargs)
        labels = dict(Month.choices)
        self.fields["month"].choices = [NO_MONTH, *((month, labels[month]) for month in months_in_order())]
        if owners:
            self.fields["owner"].choices = owners


class NewTaskForm(_WhenAndWho):
    """A task of the unit's own."""

    rhythm = Choice(choices=Rhythm.choices, label=_("Hvor ofte?"), initial=Rhythm.ONCE)

    field_order = ["submission", "title", "text", "rhythm", "month", "owner"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["month"].help_text = _("Bare for oppgaver som gjøres én gang i året.")


class TaskForm(_WhenAndWho):
    """A task's words, month and owner; `version` is that of the words one began from."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, has_month, **kwargs):
        super().__init__(*args, **kwargs)
        if has_month:
            self.fields["month"].required = True
            self.fields["month"].error_messages["required"] = Refusal.MONTH_MISSING.label
        else:
            del self.fields["month"]

    def clean(self):
        """A task of all year has no month."""
        return {"month": None, **super().clean()}


class NewCommonTaskForm(NewTaskForm):
    """A task for every unit of a kind."""

    unit_kind = Choice(
        choices=[(kind.value, kind.label) for kind in UnitKind if library.has_starter(kind)],
        label=_("I hvilke årshjul?"),
        initial=UnitKind.SCHOOL,
    )

    field_order = ["submission", "unit_kind", "title", "text", "rhythm", "month", "owner"]


class CommonTaskForm(TaskForm):
    """Changing one of those."""
