"""Fixed words of the guide."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OutcomeKind(TextChoices):
    """Where a step that decides can lead (domain 7). The order is the order they are shown in."""

    CLOSE = "close", _("Avslutt")
    STAY = "stay", _("Fortsett på samme nivå")
    UP = "up", _("Gå opp et nivå")
    DOWN = "down", _("Gå ned et nivå")
    REPORT = "report", _("Meld fra")


class ContactKind(TextChoices):
    """Whom a municipality can have a number of its own for; the rest of the exit's numbers are the nation's."""

    CHILD_WELFARE = "child_welfare", _("Barnevernstjenesten")
    CHILD_WELFARE_DUTY = "child_welfare_duty", _("Barnevernvakten")
    POLICE = "police", _("Politiet")


LANGUAGES = ("nb", "nn")
