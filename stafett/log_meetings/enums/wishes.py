"""What a child may wish of a meeting: a few choices that can be tapped, said the way a child would say them (L-12)."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class WishPeople(TextChoices):
    """Who should be there."""

    FEW = "few", _("Bare noen få")
    HOME = "home", _("De hjemme")
    TRUSTED = "trusted", _("En voksen jeg er trygg på")
    FRIEND = "friend", _("En venn")
    ALL = "all", _("Det er fint at alle er med")


class WishSeat(TextChoices):
    """Where to sit."""

    DOOR = "door", _("Nær døra")
    NEXT_TO_HOME = "next_to_home", _("Ved siden av en hjemmefra")
    NEXT_TO_TRUSTED = "next_to_trusted", _("Ved siden av en voksen jeg er trygg på")
    ANYWHERE = "anywhere", _("Det er det samme")


class WishEase(TextChoices):
    """What makes it easier to be there."""

    SHORT = "short", _("Et kort møte")
    BREAK = "break", _("En pause")
    LEAVE = "leave", _("Å kunne gå når jeg vil")
    HANDS = "hands", _("Noe å holde i")
    PART = "part", _("Å være med bare litt")


class WishVoice(TextChoices):
    """Who speaks."""

    MYSELF = "myself", _("Jeg snakker selv")
    HOME = "home", _("En hjemmefra snakker for meg")
    TRUSTED = "trusted", _("En voksen jeg er trygg på, snakker for meg")
    READ_OUT = "read_out", _("Noen leser det jeg har skrevet")
