"""Kinds of rows in the trail, and what can be wrong with a chain."""

from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EntryKind(TextChoices):
    """What a row in the trail tells of (L-60)."""

    ACT = "act", _("Endring")
    READ = "read", _("Lesing")
    REFUSAL = "refusal", _("Avvist")
    WORDS = "words", _("Skriving i møte")  # under way: not yet in the log, and not in its story


class Fault(Enum):
    """What does not fit in a chain, in a sentence for the operator (SEC-07)."""

    ALTERED = "row %(number)s is not as it was written"
    UNLINKED = "row %(number)s does not follow from the row before it"
    MISSING = "row %(number)s is missing"
    HEAD = "the head says that the last row is %(number)s, and it does not fit the last row there is"
    OTHER_THAN_CHECKPOINT = "row %(number)s is another than when the checkpoint was written"
    CUT = "row %(number)s is gone; a checkpoint says it was there"

    @property
    def label(self) -> str:
        return self.value
