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


class OneMeasurePerActor(TextChoices):
    """What happens when somebody gets a second active measure on one concern (domain X1)."""

    OFF = "off", _("Ingen kontroll")
    WARN = "warn", _("Varsle")
    BLOCK = "block", _("Stopp")


class ConsentPolicy(TextChoices):
    """Whether everyone with parental responsibility must consent, or one is enough (L-10)."""

    ALL = "all", _("Alle med foreldreansvar")
    ONE = "one", _("Én med foreldreansvar")
