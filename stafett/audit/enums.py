"""Kinds of rows in the trail."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EntryKind(TextChoices):
    """What a row in the trail tells of (L-60)."""

    ACT = "act", _("Endring")
    READ = "read", _("Lesing")
    REFUSAL = "refusal", _("Avvist")
