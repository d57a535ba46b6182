"""Words of the leaders' pages: which logs are listed, how consent stands, the routines, what the trail says, and the sentences of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Shown(TextChoices):
    """Which of the unit's logs are listed; the value stands in the address (S000-12, S000-13)."""

    ALL = "", _("Alle")
    OVERDUE = "forsinket", _("Evaluering over tiden")
    WITHOUT_DATE = "uten-dato", _("Uten neste dato")
    CONSENT = "samtykke", _("Samtykke å fornye")


class ConsentState(TextChoices):
    """How it stands with consent in a log, without who and what."""

    MISSING = "missing", _("Venter på samtykke")
    VALID = "valid", _("Samtykket er på plass")
    ENDS_SOON = "ends_soon", _("Samtykket går snart ut")
    RAN_OUT = "ran_out", _("Samtykket gjelder ikke lenger")


class Routine(TextChoices):
    """What the municipality has agreed to do in every log, and a leader talks with staff about (S000-12)."""

    EVALUATED_IN_TIME = "evaluated_in_time", _("Tiltakene evalueres innen dagen dere har avtalt")
    NEXT_DATE = "next_date", _("Loggen har alltid en neste dato")
    MEETING = "meeting", _("Dere møtes minst hver tolvte uke")


class Event(TextChoices):
    """What a leader does about a log, as the trail tells it."""

    HOLDER_REMINDED = "leadership.holder_reminded", _("%(actor)s minnet stafettholderen om en evaluering.")


class Refusal(TextChoices):
    """Why a reminder is not sent."""

    NOTHING_IS_LATE = "nothing_is_late", _("Ingen evaluering er over tiden i denne loggen nå.")
    NOBODY_TO_REMIND = "nobody_to_remind", _("Loggen har ingen stafettholder å minne. Velg en ny først.")
    REMINDED_THIS_WEEK = (
        "reminded_this_week",
        _("Stafettholderen er allerede minnet om dette denne uken. Ta gjerne en prat i stedet."),
    )
