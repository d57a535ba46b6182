"""What there is to choose among, and what is told of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Scope(TextChoices):
    """What a system may be let in to; each is one rule in access/machine_rules.py."""

    SCIM = "scim", _("Holde ansattlisten ved like (SCIM)")
    UNITS = "units.read", _("Hente enhetene")
    STAFF = "staff.read", _("Hente hvem som arbeider hvor")
    ENDS = "staff.end", _("Melde at noen slutter")
    GUIDE = "guide.read", _("Hente veilederen")
    STATISTICS = "statistics.read", _("Hente publiserte tall, uten små tall")
    ARCHIVE = "archive.read", _("Hente hva arkivet har mottatt")


class KeyKind(TextChoices):
    """How a key is shown."""

    SECRET = "secret", _("Hemmelighet som byttes i kortvarige adgangstegn")  # noqa: S105 - a kind, not a secret
    BEARER = "bearer", _("Nøkkel som vises i hver forespørsel")


class Basis(TextChoices):
    """Why the directory has somebody in a unit."""

    GROUP = "group", _("Gruppe")
    DEPARTMENT = "department", _("Avdeling")


class Event(TextChoices):
    """What is told in the trail."""

    CONNECTED = "integrations.connected", _("%(actor)s koblet til et system.")
    KEY_MADE = "integrations.key_made", _("%(actor)s laget en ny nøkkel til et system.")
    DISCONNECTED = "integrations.disconnected", _("%(actor)s koblet fra et system.")
    TOKEN_GIVEN = "integrations.token_given", _("%(actor)s fikk et kortvarig adgangstegn.")  # noqa: S105 - an event
    USER_ADDED = "integrations.user_added", _("%(actor)s meldte inn en ansatt.")
    USER_CHANGED = "integrations.user_changed", _("%(actor)s endret en ansatt.")
    USER_REMOVED = "integrations.user_removed", _("%(actor)s meldte ut en ansatt.")
    GROUP_ADDED = "integrations.group_added", _("%(actor)s meldte inn en enhet.")
    GROUP_CHANGED = "integrations.group_changed", _("%(actor)s endret hvem som er i en enhet.")
    GROUP_REMOVED = "integrations.group_removed", _("%(actor)s meldte ut en enhet.")
    POST_ENDED = "integrations.post_ended", _("%(actor)s meldte at noen slutter.")


class Refusal(TextChoices):
    """Why a system is not connected."""

    DISCONNECTED = "disconnected", _("Systemet er koblet fra. Koble det til på nytt som et nytt system.")
    NAME_TAKEN = "name_taken", _("Et tilkoblet system heter allerede dette.")
