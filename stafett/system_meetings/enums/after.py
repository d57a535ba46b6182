"""Why something is refused after a system meeting, in words that people read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AfterRefusal(TextChoices):
    """Why something cannot be done after the meeting, in words that people read."""

    NOT_EVALUATING = (
        "not_evaluating",
        _("Evalueringen skrives når samtalen er slutt, og før referatet er signert."),
    )
    CHALLENGE_MISSING = "challenge_missing", _("Skriv hva utfordringen var.")
    FACTORS_MISSING = "factors_missing", _("Skriv hva som holder utfordringen ved like.")
    MEASURES_MISSING = "measures_missing", _("Skriv hvilket tiltak dere prøver.")
    DAY_MISSING = "day_missing", _("Velg når tiltaket skal evalueres.")
    DAY_WRONG = "day_wrong", _("Velg en dag fram i tid, høyst ett år fram.")
    EVALUATOR_MISSING = "evaluator_missing", _("Skriv hvem som evaluerer.")
    METHOD_MISSING = "method_missing", _("Skriv hvordan dere evaluerer.")
    NOT_HELD = "not_held", _("Dette gjøres når møtet er holdt.")
    SIGNED = "signed", _("Referatet er signert og endres ikke mer.")
    NOT_SIGNED = "not_signed", _("Referatet må signeres først.")
    NOT_WAITING = "not_waiting", _("Denne ideen er prøvd allerede.")
    ONE_AT_A_TIME = "one_at_a_time", _("Ett tiltak om gangen: evaluer det dere prøver nå, først.")
    NO_MEASURE = (
        "no_measure",
        _("Møtet har ikke bestemt hvilket tiltak dere prøver først. Gå tilbake til møtet."),
    )
    NOT_TRIED = "not_tried", _("Dette tiltaket prøves ikke ut nå.")
    WORDS_MISSING = "words_missing", _("Skriv kort hva dere ser.")
    NEW_DAY_MISSING = "new_day_missing", _("Velg når dere ser på det igjen.")
