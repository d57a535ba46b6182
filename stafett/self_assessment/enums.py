"""Fixed words of self-assessment with their Norwegian labels: periods, states, the scale, and the sentences of a no."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class AssessmentKind(TextChoices):
    """Which of the year's reports it is, in the order of a school year (S000-18, S000-21)."""

    DECEMBER = "december", _("Egenvurdering i desember")
    MAY = "may", _("Egenvurdering i mai")
    YEAR = "year", _("Evaluering av året")


class AssessmentState(TextChoices):
    """Whether the leader of the area has it."""

    DRAFT = "draft", _("Utkast")
    SUBMITTED = "submitted", _("Sendt inn")


# What is sent stands as it was sent; a correction is a new edition.
ASSESSMENT_STATES = {
    AssessmentState.DRAFT: {AssessmentState.SUBMITTED},
    AssessmentState.SUBMITTED: set(),
}


class Scale(IntegerChoices):
    """How far a unit says that it has come."""

    NOT_YET = 1, _("Ikke ennå")
    ON_THE_WAY = 2, _("Litt på vei")
    MOSTLY = 3, _("Stort sett")
    IN_PLACE = 4, _("På plass")


class Refusal(TextChoices):
    """Why something cannot be done, in words that people read."""

    NOT_OPEN = "not_open", _("Denne egenvurderingen er ikke åpen nå.")
    SENT_ALREADY = (
        "sent_already",
        _("Egenvurderingen er sendt inn. Vil du rette noe, lager du en ny utgave av den."),
    )
    NOT_ANSWERED = (
        "not_answered",
        _("Svar på alle spørsmålene med skala før du sender inn. Det mangler %(missing)s."),
    )
    HAS_PERSONAL_NUMBER = (
        "has_personal_number",
        _("Her står det et nummer på elleve siffer. Skriv aldri fødselsnummer eller noe om enkeltbarn her."),
    )
    READ_ALREADY = "read_already", _("Du har sagt at den er lest.")
    HAS_DRAFT = "has_draft", _("En ny utgave er påbegynt allerede.")


class Event(TextChoices):
    """What happens with self-assessments, as the trail tells it."""

    STARTED = "self_assessment.started", _("%(actor)s begynte på en egenvurdering.")
    SAVED = "self_assessment.saved", _("%(actor)s lagret et utkast til en egenvurdering.")
    SUBMITTED = "self_assessment.submitted", _("%(actor)s sendte inn en egenvurdering.")
    CORRECTED = "self_assessment.corrected", _("%(actor)s begynte på en ny utgave av en egenvurdering.")
    READ = "self_assessment.read", _("%(actor)s sa at en egenvurdering er lest.")
    REMARKED = "self_assessment.remarked", _("%(actor)s skrev om en egenvurdering.")
