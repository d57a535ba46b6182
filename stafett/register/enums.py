"""The register's fixed words, with the words people see."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Locale(TextChoices):
    """Målform or language a text is shown in (L-73)."""

    BOKMAAL = "nb", "Bokmål"
    NYNORSK = "nn", "Nynorsk"
    ENGLISH = "en", "English"


class UnitKind(TextChoices):
    """What a unit is; also names the service that consent is given to (L-04)."""

    KINDERGARTEN = "kindergarten", _("Barnehage")
    SCHOOL = "school", _("Skole")
    HEALTH_STATION = "health_station", _("Helsestasjon")
    PPT = "ppt", _("PPT")
    CHILD_WELFARE = "child_welfare", _("Barnevern")
    OTHER = "other", _("Annen tjeneste")
    AREA = "area", _("Område")
    ADMINISTRATION = "administration", _("Kommuneadministrasjon")
    EXTERNAL = "external", _("Utenfor kommunen")


class EmploymentRole(TextChoices):
    """What an employment lets a person be in the unit, besides its position title."""

    STAFF = "staff", _("Ansatt")
    RESOURCE_PERSON = "resource_person", _("Ressursperson")
    UNIT_LEADER = "unit_leader", _("Enhetsleder")
    AREA_LEADER = "area_leader", _("Områdeleder")
    MUNICIPAL_ADMIN = "municipal_admin", _("Kommuneadministrator")
    PRIVACY_OFFICER = "privacy_officer", _("Personvernombud")
    ARCHIVIST = "archivist", _("Arkivar")


# Roles of those who themselves work with children; the others lead, run, watch or archive from a distance.
WITH_CHILDREN = frozenset({EmploymentRole.STAFF, EmploymentRole.RESOURCE_PERSON, EmploymentRole.UNIT_LEADER})


class AddressProtection(TextChoices):
    """Whether the population register protects a person's address; nothing may then reveal a place (L-27)."""

    NONE = "none", _("Ingen")
    CONFIDENTIAL = "confidential", _("Fortrolig")
    STRICTLY_CONFIDENTIAL = "strictly", _("Strengt fortrolig")


class RelationKind(TextChoices):
    """How a guardian is related to the child; foster parents are not guardians by default (L-26)."""

    PARENT = "parent", _("Forelder")
    FOSTER_PARENT = "foster_parent", _("Fosterforelder")
    OTHER = "other", _("Annen foresatt")


class RelationState(TextChoices):
    """Whether a guardian relation opens anything at all (L-24, L-25)."""

    UNCLEAR = "unclear", _("Ikke avklart")
    CONFIRMED = "confirmed", _("Bekreftet")
    BLOCKED = "blocked", _("Sperret")
    ENDED = "ended", _("Avsluttet")


# What a relation may become. Only an unclear one is confirmed, so whatever widens access passes two people.
RELATION_STATES = {
    RelationState.UNCLEAR: {RelationState.CONFIRMED, RelationState.BLOCKED, RelationState.ENDED},
    RelationState.CONFIRMED: {RelationState.UNCLEAR, RelationState.BLOCKED, RelationState.ENDED},
    RelationState.BLOCKED: {RelationState.UNCLEAR, RelationState.ENDED},
    RelationState.ENDED: {RelationState.UNCLEAR},
}


class RelationSource(TextChoices):
    """What a relation's state rests on: two people, the population register, or a transfer from an older list."""

    STAFF = "staff", _("To ansatte")
    REGISTER = "register", _("Folkeregisteret")
    IMPORTED = "imported", _("Overført")


class RelationEnd(TextChoices):
    """Why somebody is no longer a guardian; the relation stays in the register as ended (L-20)."""

    DIED = "died", _("Den foresatte er død")
    LOST_RESPONSIBILITY = "lost_responsibility", _("Har ikke lenger foreldreansvar")
    PLACEMENT_ENDED = "placement_ended", _("Fosterhjemmet er avsluttet")
    MISTAKE = "mistake", _("Lagt inn ved en feil")


class Documentation(TextChoices):
    """What somebody has looked at before saying who has parental responsibility or holds the right to consent."""

    REGISTER = "register", _("Oppslag i Folkeregisteret")
    BIRTH_CERTIFICATE = "birth_certificate", _("Fødselsattest")
    AGREEMENT = "agreement", _("Avtale mellom foreldrene")
    COURT = "court", _("Dom eller rettsforlik")
    CHILD_WELFARE = "child_welfare", _("Vedtak fra barnevernet")


class RequestAnswer(TextChoices):
    """What a parent without parental responsibility was answered (L-21)."""

    WAITING = "waiting", _("Venter på svar")
    GIVEN = "given", _("Informasjon er gitt")
    REFUSED = "refused", _("Avslått")


class AgeStage(TextChoices):
    """How much a child decides and is heard, by age (L-11..L-14)."""

    UNDER_SEVEN = "under_seven", _("Under 7 år")
    HEARD = "heard", _("7 til 11 år: skal bli hørt")
    WEIGHTY = "weighty", _("12 år eller mer: synet teller mye")
    CONSENTS = "consents", _("Samtykker selv")
    OF_AGE = "of_age", _("Myndig")


class OneMeasurePerActor(TextChoices):
    """What happens when somebody gets a second active measure on one concern (domain X1)."""

    OFF = "off", _("Ingen kontroll")
    WARN = "warn", _("Varsle")
    BLOCK = "block", _("Stopp")


class ConsentPolicy(TextChoices):
    """Whether everyone with parental responsibility must consent, or one is enough (L-10)."""

    ALL = "all", _("Alle med foreldreansvar")
    ONE = "one", _("Én med foreldreansvar")


class Refusal(TextChoices):
    """Why somebody cannot be entered, confirmed or changed in the register."""

    GUARDIAN_IS_CHILD = "guardian_is_child", _("Barnet og den foresatte kan ikke være samme person.")
    ALREADY_GUARDIAN = "already_guardian", _("Denne personen er allerede registrert som foresatt for barnet.")
    NOT_HERE = "not_here", _("Dette gjøres ikke i Stafett. Snakk med enhetslederen din.")
    FOSTER_PARENT_NEEDS_LEADER = (
        "foster_parent_needs_leader",
        _("En fosterforelder har ikke foreldreansvar uten vedtak. Enhetslederen registrerer det i så fall."),
    )
    DOCUMENTATION_MISSING = "documentation_missing", _("Velg hvilken dokumentasjon du har sett.")
    NOT_WAITING = "not_waiting", _("Denne relasjonen venter ikke på bekreftelse.")
    NOT_ALONE = "not_alone", _("Noen andre enn deg må si ja. To personer ser på dette.")
    RELATION_HAS_MOVED_ON = (
        "relation_has_moved_on",
        _("Dette kan ikke gjøres nå. Relasjonen kan ha endret seg mens du skrev."),
    )
    DAY_IN_FUTURE = "day_in_future", _("Datoen kan ikke være i framtiden.")
    NOT_CHILD_WELFARE = "not_child_welfare", _("Bare en barneverntjeneste kan ha samtykkeretten.")
    OPENING_NOT_APPROVED = (
        "opening_not_approved",
        _("Bruk papir. En digital logg her må enhetslederen og kommuneadministratoren ha sagt ja til først."),
    )
    REASON_MISSING = "reason_missing", _("Skriv kort hvorfor.")
    TEXT_MISSING = "text_missing", _("Skriv brevet først.")
    HAS_RESPONSIBILITY = (
        "has_responsibility",
        _("Denne foresatte har foreldreansvar, og trenger ikke å be om informasjon."),
    )
    ALREADY_WAITING = "already_waiting", _("Et ønske venter allerede på svar.")
    ALREADY_ANSWERED = "already_answered", _("Ønsket er allerede besvart.")
    NUMBER_IN_USE = (
        "number_in_use",
        _("Nummeret hører til en annen i registeret. Ta kontakt med brukerstøtte."),
    )
    OLD_ENOUGH_TO_LOG_IN = (
        "old_enough_to_log_in",
        _("Barnet er gammelt nok til å logge inn selv. Da rettes nummeret av brukerstøtte."),
    )
    NOT_IN_UNIT = "not_in_unit", _("Velg en som arbeider i barnets enhet.")
    IS_EMPLOYEE = "is_employee", _("Nummeret til en ansatt rettes i ansattlisten.")
    NOT_IN_FAMILY = "not_in_family", _("Velg barnet eller en av de foresatte.")
