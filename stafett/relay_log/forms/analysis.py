"""What keeps a challenge alive, and what we can do about it."""

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import Choice, EntryForm, Line, Tick
from stafett.relay_log.enums import AnalysisRound, FactorKind, NamedBy, Refusal
from stafett.relay_log.forms.keeping import MayBeKept
from stafett.relay_log.rules.analysis import TEXT_LIMIT


class FactorForm(MayBeKept, EntryForm):
    """Something that keeps the challenge alive. Who said it is asked in the family's round only."""

    refusals = {
        Refusal.FACTOR_KIND_MISSING: "kind",
        Refusal.TEXT_MISSING: "text",
        Refusal.FACTOR_TOO_LONG: "text",
        Refusal.NOT_IN_FAMILY_ROUND: "named_by",
    }
    read_for_names = ("text",)

    kind = Choice(choices=FactorKind.choices, label=_("Hvor ligger det?"))
    text = Line(max_length=TEXT_LIMIT, label=_("Hva holder utfordringen ved like?"))
    named_by = Choice(
        choices=NamedBy.choices, required=False, initial=NamedBy.STAFF, label=_("Hvem sier det?")
    )
    is_within_reach = Tick(
        label=_("Dette kan vi gjøre noe med"),
        help_text=_("Det som er merket, kommer først når dere velger tiltak."),
    )

    def __init__(self, *args, shown_round=AnalysisRound.FAMILY, **kwargs):
        super().__init__(*args, **kwargs)
        if shown_round == AnalysisRound.STAFF:
            del self.fields["named_by"]

    def clean(self):
        """Who said it is staff when nothing is chosen."""
        given = super().clean()
        given["named_by"] = given.get("named_by") or NamedBy.STAFF
        return given
