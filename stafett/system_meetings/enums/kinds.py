"""What there is to choose from before, in and after a system meeting."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingStep(TextChoices):
    """The seven steps of the meeting, in their order (S002-14..25)."""

    ROLES = "roles", _("Slik gjør vi det")
    CHALLENGE = "challenge", _("Utfordringen")
    QUESTIONS = "questions", _("Oppklarende runde")
    STATUS_QUO = "status_quo", _("Hva er utfordringen nå?")
    FACTORS = "factors", _("Hva holder den ved like?")
    MEASURES = "measures", _("Tiltak")
    SUMMARY = "summary", _("Oppsummering")


class Source(TextChoices):
    """Where a challenge has been seen (S002-08..10)."""

    OBSERVATIONS = "observations", _("Observasjoner, eller innspill fra barn, ansatte eller foresatte")
    DEVELOPMENT = "development", _("Utviklingsarbeidet vårt, med resultater fra undersøkelser")
    LOGS_AND_PLANS = "logs_and_plans", _("Stafettlogger, aktivitetsplaner og tiltaksplaner, sett under ett")


class AgreedAs(TextChoices):
    """What became of the challenge in the clarifying round (S002-18)."""

    SAME = "same", _("Den samme")
    SHARPENED = "sharpened", _("Justert eller spisset")
    CHANGED = "changed", _("En annen")


class TrackReason(TextChoices):
    """Why the viddevakt helps the meeting back (S002-15)."""

    SPEAKING_TIME = "speaking_time", _("La oss fordele taletiden")
    SUBJECT = "subject", _("La oss holde oss til saken")
    TIME = "time", _("La oss se på tiden vi har igjen")


class MeasureForm(TextChoices):
    """What kind of measure it is (S002-27)."""

    INFORMS = "informs", _("En støttetjeneste informerer på et personalmøte")
    COMPETENCE = "competence", _("En støttetjeneste leder et kompetansetiltak")
    OWN = "own", _("Noe vi prøver ut selv")
    OTHER = "other", _("Noe annet")


class DidWe(TextChoices):
    """A short answer to whether the meeting kept its structure, and was useful (S002-29)."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Delvis")
    NO = "no", _("Nei")


class Result(TextChoices):
    """How a measure went, when it is evaluated with the support service (S002-36)."""

    WORKS = "works", _("Det virker: vi fortsetter slik")
    ADJUST = "adjust", _("Vi justerer og prøver videre")
    STOP = "stop", _("Vi stopper")
