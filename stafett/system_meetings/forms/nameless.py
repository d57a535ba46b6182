"""What every form about a system meeting shares: it asks about a first name that may be a child's (S002-39)."""

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import EntryForm, Tick
from stafett.system_meetings.enums.refusals import Refusal


class NamelessForm(EntryForm):
    """A form whose words name no child. `not_a_child` is shown only when a first name was found (`asks_about_name`)."""

    refusals = {Refusal.MAY_NAME_A_CHILD: "not_a_child"}

    not_a_child = Tick(label=_("Navnet i teksten gjelder ikke et barn hos dere"))

    def field_of(self, refusal):
        """The question about a name stands beside its tick, whatever else a form says about its own refusals."""
        return "not_a_child" if refusal == Refusal.MAY_NAME_A_CHILD else super().field_of(refusal)

    @property
    def asks_about_name(self) -> bool:
        """Whether the tick is to be shown: a first name was found in what was written."""
        return self.is_bound and bool(self.data.get("not_a_child") or "not_a_child" in self.errors)
