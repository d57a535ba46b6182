"""Fixed words of the help: whom it speaks to, who has a user guide, and what the trail says of a tour."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """Whom a text speaks to; the value stands in the address. Nobody is let in anywhere by it (S003-24)."""

    ANYBODY = "alle", _("Alle")
    GUARDIAN = "foresatt", _("Foresatt")
    YOUTH = "ungdom", _("Ungdom")
    STAFF = "ansatt", _("Stafettholder og ansatt")
    PARTICIPANT = "aktor", _("Aktør fra en annen tjeneste")
    LEADER = "leder", _("Enhetsleder")
    MUNICIPALITY = "kommune", _("Områdeleder og administrator")


class Reader(TextChoices):
    """Who has a user guide of their own (issue D 7)."""

    GUARDIAN = "foresatt", _("For foresatte")
    STAFF = "ansatt", _("For ansatte")
    LEADER = "leder", _("For ledere")


class Event(TextChoices):
    """What the trail tells."""

    TOUR_ENDED = "user_guide.tour_ended", _("%(actor)s avsluttet omvisningen.")


LANGUAGES = ("nb", "nn", "en")
# English is for those who may not read Norwegian; employees have the two forms of Norwegian (L-73).
IN_ENGLISH = (Role.ANYBODY, Role.GUARDIAN, Role.YOUTH)
