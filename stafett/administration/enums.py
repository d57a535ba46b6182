"""Events and refusals of entering and confirming people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """What happens in the register, as the trail tells it."""

    CHILD_REGISTERED = "register.child_registered", _("%(actor)s la inn et barn i registeret.")
    GUARDIAN_REGISTERED = "register.guardian_registered", _("%(actor)s la inn en foresatt.")
    GUARDIAN_CONFIRMED = "register.guardian_confirmed", _("%(actor)s bekreftet en foresatt.")
    CONTACT_CHANGED = "register.contact_changed", _("%(actor)s endret språk eller kontaktopplysninger.")


class Refusal(TextChoices):
    """Why somebody cannot be entered or confirmed."""

    CHILD_EXISTS = "child_exists", _("Barnet er allerede registrert. Søk det opp i stedet.")
    CHILD_ELSEWHERE = (
        "child_elsewhere",
        _("Barnet er registrert i en annen enhet. Ta kontakt med lederen din."),
    )
    NOT_YOUR_UNIT = "not_your_unit", _("Velg en enhet du arbeider i.")
    GUARDIAN_IS_CHILD = "guardian_is_child", _("Barnet og den foresatte kan ikke være samme person.")
    ALREADY_GUARDIAN = "already_guardian", _("Denne personen er allerede registrert som foresatt for barnet.")
    NOT_WAITING = "not_waiting", _("Denne relasjonen venter ikke på bekreftelse.")
    NUMBER_MISSING = "number_missing", _("Skriv fødselsnummeret, eller D-nummeret, med 11 siffer.")
    NUMBER_LENGTH = "number_length", _("Et fødselsnummer har 11 siffer.")
    NUMBER_DATE = "number_date", _("De seks første sifrene er ikke en gyldig dato.")
    NUMBER_CONTROL = "number_control", _("Fødselsnummeret stemmer ikke. Se etter om to siffer er byttet om.")
    NUMBER_SYNTHETIC = "number_synthetic", _("Dette er et testnummer og kan ikke brukes her.")
