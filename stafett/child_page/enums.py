"""Fixed words of the child's side with their Norwegian labels, and the sentences of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Said(TextChoices):
    """How the child's words came on the screen."""

    OWN_LOGIN = "own_login", _("Skrev selv")
    AT_THE_TABLE = "at_the_table", _("Skrev selv ved bordet")
    DICTATED = "dictated", _("Sa det til en voksen")


class Symbol(TextChoices):
    """A lysglimt without writing: a picture with a word under it."""

    SUN = "sun", pgettext_lazy("lysglimt", "En fin dag")
    HEART = "heart", pgettext_lazy("lysglimt", "Jeg ble glad")
    FRIENDS = "friends", pgettext_lazy("lysglimt", "Sammen med noen")
    MOUNTAIN = "mountain", pgettext_lazy("lysglimt", "Jeg turte")
    STAR = "star", pgettext_lazy("lysglimt", "Jeg fikk det til")
    BOOK = "book", pgettext_lazy("lysglimt", "Jeg lærte noe")
    BALL = "ball", pgettext_lazy("lysglimt", "Gøy å være med")
    LEAF = "leaf", pgettext_lazy("lysglimt", "Det var rolig")


class Event(TextChoices):
    """Acts on the child's side: feature, dot, past tense. They stand in the trail, not in the log's story."""

    GOAL_WRITTEN = "child_page.goal_written", _("%(actor)s skrev barnets eget mål.")
    BRIGHT_SPOT_TOLD = "child_page.bright_spot_told", _("%(actor)s skrev barnets lysglimt.")


class Refusal(TextChoices):
    """Each label is the sentence beside the field."""

    GOAL_MISSING = "goal_missing", _("Skriv hva du vil få til.")
    SPOT_MISSING = "spot_missing", _("Velg et bilde, eller skriv noe.")
    ONLY_TAKE_OR_UNDO = "only_take_or_undo", _("Her kan du ta et trinn, eller angre.")
    NOT_FOR_OTHERS = "not_for_others", _("Bare barnet kan svare. Gi skjermen til barnet først.")
