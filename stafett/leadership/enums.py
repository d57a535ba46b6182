"""Words of the leaders' pages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsentState(TextChoices):
    """How it stands with consent in a log, without who and what."""

    MISSING = "missing", _("Venter på samtykke")
    VALID = "valid", _("Samtykket er på plass")
    ENDS_SOON = "ends_soon", _("Samtykket går snart ut")
    RAN_OUT = "ran_out", _("Samtykket gjelder ikke lenger")
