"""How one wants to be told."""

from django.utils.translation import gettext_lazy as _

from stafett.access.forms import EntryForm, Tick


class PointersForm(EntryForm):
    """E-mail and SMS, yes or no (W-17)."""

    by_email = Tick(label=_("E-post"))
    by_sms = Tick(label=_("SMS"))
