"""The shape of a search in the trail, of a look at a reading, and of a package that somebody has asked for."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, Day, EntryForm, Line, Words
from stafett.audit.enums import EntryKind
from stafett.oversight.enums import Outcome, Refusal
from stafett.oversight.rules import periods
from stafett.oversight.rules.periods import Period

EVERYTHING = ("alt", _("Alt"))
SEARCH_DAYS = 30


class PeriodForm(forms.Form):
    """Which days. Asked in the address, so it writes nothing; what is left out is as usual.

    `.period` is what was asked for when it is valid, else the usual days.
    """

    most_days = periods.SEARCHED_DAYS
    usual_days = SEARCH_DAYS

    fra = Day(label=_("Fra og med"))
    til = Day(label=_("Til og med"))

    def __init__(self, asked, *, today):
        self.period = periods.last_days(self.usual_days, today=today)
        usual = {
            "fra": self.period.first.isoformat(),
            "til": self.period.last.isoformat(),
            "slag": EVERYTHING[0],
        }
        super().__init__(usual | {name: asked[name] for name in usual if asked.get(name)})

    def clean(self):
        given = super().clean()
        if "fra" not in given or "til" not in given:
            return given
        period = Period(given["fra"], given["til"])
        verdict = periods.may_be_searched(period, most=self.most_days)
        if verdict:
            self.period = period
        else:
            self.add_error("til", verdict.sentence())
        return given


class WatchForm(PeriodForm):
    """Which days of unusual readings to show: a week from the start, a month at most."""

    most_days, usual_days = periods.MOST_WATCHED_DAYS, periods.WATCHED_DAYS


class SearchForm(PeriodForm):
    """A search in the trail."""

    slag = Choice(choices=[EVERYTHING, *EntryKind.choices], label=_("Hva"), widget=forms.Select())

    @property
    def kind(self):
        """The kind of rows asked for; empty for all."""
        asked = self.cleaned_data.get("slag", "")
        return asked if asked in EntryKind.values else ""


class LookUpForm(forms.Form):
    """The name of a child or an employee. Sent, never in the address: an address stays in the browser's history."""

    name = Line(max_length=100, label=_("Navn på barn eller ansatt"))


class ReviewForm(EntryForm):
    """What came of looking at a reading."""

    refusals = {Refusal.NOTHING_TO_REVIEW: "outcome"}

    outcome = Choice(choices=Outcome.choices, label=_("Hva kom du fram til?"))
    words = Words(max_length=500, label=_("Begrunnelse"), help_text=_("Skriv kort, og ikke noe om barnet."))


class PackageForm(forms.Form):
    """Whose package: the child's own, or a guardian's. Each sees what they may see on the pages."""

    receiver_id = Choice(choices=(), label=_("Hvem har bedt om innsyn?"))

    def __init__(self, *args, family, **options):
        super().__init__(*args, **options)
        self.fields["receiver_id"].choices = [(str(person.pk), person.name) for person in family]

    def clean_receiver_id(self):
        return UUID(self.cleaned_data["receiver_id"])
