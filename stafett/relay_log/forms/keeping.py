"""What the forms of words share: keeping them from guardians with a reason, and a second look at names and at what should
be reported."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from stafett.access.forms import EntryForm, Line, Tick
from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules.keeping import names_a_guardian
from stafett.relay_log.rules.reporting import reads_like_a_report

_GONE_PAST = ("names_are_fine", "is_no_report")


class MayBeKept:
    """A part of forms with words about a child, before EntryForm. `may_keep` offers to keep them from guardians (L-13); `names` are guardians' and the child's
    names, for a warning one may go past and that leaves no trace (L-23). So is that of a report, which is never made here
    (L-33)."""

    read_for_names: tuple = ()
    read_for_reports: tuple = ()

    def __init__(self, *args, may_keep=False, names=None, **kwargs):
        super().__init__(*args, **kwargs)
        self._names = names
        if may_keep:
            self.fields["keep"] = Tick(label=_("Hold dette tilbake for foresatte"))
            self.fields["kept_from_guardians"] = Line(
                max_length=300, required=False, label=_("Hvorfor skal det holdes tilbake?"),
                help_text=_("Ansatte i loggen og barnet selv ser begrunnelsen. Foresatte ser verken teksten eller at noe er holdt tilbake."),
            )  # fmt: skip
        if names:
            self.fields["names_are_fine"] = Tick(label=_("Navnet må stå her"))
        way_out = format_html('<a href="{}">{}</a>', reverse("guide_exit"), _("Se hvem du ringer"))
        self.fields["is_no_report"] = Tick(label=_("Dette er ikke noe som skal meldes"), help_text=way_out)

    def shown_fields(self):
        return [bound for bound in super().shown_fields() if self._is_shown(bound)]

    def keeping_fields(self):
        """The bound fields that this class adds and shows now."""
        mine = ("keep", "kept_from_guardians", *_GONE_PAST)
        return [self[name] for name in mine if name in self.fields and self._is_shown(self[name])]

    def clean(self):
        """Ask for the reason, and once about names."""
        given = super().clean()
        if "keep" in self.fields:
            reason, keep = given.get("kept_from_guardians", ""), given.pop("keep", False)
            if keep and not reason and "kept_from_guardians" not in self.errors:
                self.add_error("kept_from_guardians", Refusal.REASON_MISSING.label)
            given["kept_from_guardians"] = reason if keep else ""
        if "names_are_fine" in self.fields and not given.pop("names_are_fine", False):
            self._warn_of_names(given)
        if not given.pop("is_no_report", False) and reads_like_a_report(
            self._text(given, self.read_for_reports or self.read_for_names)
        ):
            self.add_error("is_no_report", Refusal.REPORT_IS_NOT_MADE_HERE.label)
        return given

    def _warn_of_names(self, given):
        if names_a_guardian(self._text(given, self.read_for_names), **self._names):
            self.add_error("names_are_fine", Refusal.NAMES_A_GUARDIAN.label)

    def _text(self, given, names):
        return "\n".join(str(given.get(name) or "") for name in names)

    def _is_shown(self, bound):
        return bound.name not in _GONE_PAST or bool(bound.errors) or bool(bound.value())


class NoteKeepingForm(EntryForm):
    """Keep a note that is written already from guardians, or share it with them after all."""

    refusals = {
        Refusal.REASON_MISSING: "kept_from_guardians",
        Refusal.NOT_KEPT_AT_THIS_AGE: "keep",
        Refusal.ONLY_AUTHOR_OR_HOLDER: "keep",
    }

    keep = Tick(label=_("Hold notatet tilbake for foresatte"))
    kept_from_guardians = Line(
        max_length=300, required=False, label=_("Hvorfor skal det holdes tilbake?"),
        help_text=_("Ansatte i loggen og barnet selv ser begrunnelsen."),
    )  # fmt: skip
