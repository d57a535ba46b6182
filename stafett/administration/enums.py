"""Events of looking after the register, and what is refused only when people are entered."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """What happens in the register, as the trail tells it. Never why somebody is blocked, nor which address (L-25)."""

    CHILD_REGISTERED = "register.child_registered", _("%(actor)s la inn et barn i registeret.")
    GUARDIAN_REGISTERED = "register.guardian_registered", _("%(actor)s la inn en foresatt.")
    GUARDIAN_CONFIRMED = "register.guardian_confirmed", _("%(actor)s bekreftet en foresatt.")
    GUARDIAN_BLOCKED = "register.guardian_blocked", _("%(actor)s sperret tilgangen til en foresatt.")
    BLOCK_LIFTED = "register.block_lifted", _("%(actor)s opphevet sperringen av en foresatt.")
    RESPONSIBILITY_CHANGED = (
        "register.responsibility_changed",
        _("%(actor)s rettet opplysningen om foreldreansvar."),
    )
    RELATION_ENDED = "register.relation_ended", _("%(actor)s avsluttet en foresattrelasjon.")
    PROTECTION_CHANGED = "register.protection_changed", _("%(actor)s endret skjermingen i familien.")
    OPENING_ASKED_FOR = "register.opening_asked_for", _("%(actor)s sa ja til digital logg, som leder.")
    OPENING_ANSWERED = "register.opening_answered", _("%(actor)s svarte om digital logg, for kommunen.")
    CONSENT_RIGHT_CHANGED = (
        "register.consent_right_changed",
        _("%(actor)s endret hvem som har samtykkeretten."),
    )
    REQUEST_REGISTERED = "register.request_registered", _("%(actor)s noterte et ønske om informasjon.")
    REQUEST_ANSWERED = "register.request_answered", _("%(actor)s svarte på et ønske om informasjon.")
    NUMBER_CORRECTED = "register.number_corrected", _("%(actor)s rettet et fødselsnummer.")
    REGISTER_CHECKED = "register.checked", _("En foresatt ble slått opp i Folkeregisteret.")
    RESIDENCE_CHECKED = "register.residence_checked", _("Et barn ble slått opp i Folkeregisteret.")
    CONTACT_CHANGED = "register.contact_changed", _("%(actor)s endret språk eller kontaktopplysninger.")


class Refusal(TextChoices):
    """Why somebody cannot be entered, or a number not be read. The register's own are in register/enums.py."""

    CHILD_EXISTS = "child_exists", _("Barnet er allerede registrert. Søk det opp i stedet.")
    CHILD_ELSEWHERE = (
        "child_elsewhere",
        _("Barnet er allerede i registeret, men ikke hos deg. Ta kontakt med lederen din."),
    )
    NOT_YOUR_UNIT = "not_your_unit", _("Velg en enhet du arbeider i.")
    NUMBER_MISSING = "number_missing", _("Skriv fødselsnummeret, eller D-nummeret, med 11 siffer.")
    NUMBER_LENGTH = "number_length", _("Et fødselsnummer har 11 siffer.")
    NUMBER_DATE = "number_date", _("De seks første sifrene er ikke en gyldig dato.")
    NUMBER_CONTROL = "number_control", _("Fødselsnummeret stemmer ikke. Se etter om to siffer er byttet om.")
    NUMBER_SYNTHETIC = "number_synthetic", _("Dette er et testnummer og kan ikke brukes her.")
