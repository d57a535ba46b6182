"""What the forms of words share: keeping them from guardians with a reason, and a second look at names."""

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import EntryForm, Line, Tick
from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules.keeping import names_a_guardian


class MayBeKept:
    """A part of forms with words about a child, before EntryForm. `may_keep` offers to keep them from guardians (L-13); `names` are guardians' and the child's
    names, for a warning one may go past and that leaves no trace (L-23)."""

    read_for_names: tuple = ()

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

    def shown_fields(self):
        return [bound for bound in super().shown_fields() if self._is_shown(bound)]

    def keeping_fields(self):
        """The bound fields that this class adds and shows now."""
        mine = ("keep", "kept_from_guardians", "names_are_fine")
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
        return given

    def _warn_of_names(self, given):
        text = "\n".join(str(given.get(name) or "") for name in self.read_for_names)
        if names_a_guardian(text, **self._names):
            self.add_error("names_are_fine", Refusal.NAMES_A_GUARDIAN.label)

    def _is_shown(self, bound):
        return bound.name != "names_are_fine" or bool(bound.errors) or bool(bound.value())


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
