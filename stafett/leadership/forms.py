"""Giving the baton on, a reason to look, and a reminder."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line
from stafett.relay_log.enums import Refusal


class HolderForm(EntryForm):
    """A colleague in the unit who takes the baton."""

    refusals = {Refusal.NOT_EMPLOYED: "employment_id"}
    offers_change = True

    employment_id = Choice(choices=(), label=_("Hvem skal ha stafettpinnen?"))

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employment_id"].choices = [
            (str(post.pk), f"{post.person.name}, {post.position}") for post in colleagues
        ]

    def clean_employment_id(self):
        return UUID(self.cleaned_data["employment_id"])


class LookForm(EntryForm):
    """Why a leader must read a log."""

    refusals = {Refusal.REASON_TOO_SHORT: "reason"}

    reason = Line(
        max_length=200,
        label=_("Hvorfor trenger du å lese loggen?"),
        help_text=_("Minst 10 tegn. Familien og stafettholderen ser det du skriver."),
    )


class ReminderForm(EntryForm):
    """A reminder has nothing to fill in: its sentence is fixed."""
