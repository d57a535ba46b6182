"""What is kept and for how long, what stops disposal, and how far a disposal has come: fixed words with Norwegian labels."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a rule of retention is about."""

    CLOSED_LOG = "closed_log", _("Avsluttede stafettlogger")
    NEVER_STARTED = "never_started", _("Logger som aldri kom i gang")
    DRAFT = "draft", _("Kladder")
    NOTE = "note", _("Notater, vedlegg og alt annet i en logg")
    SYSTEM_MEETING = "system_meeting", _("Systemmøter")
    MESSAGE = "message", _("Meldinger i innboksen")
    TRAIL = "trail", _("Sporet")
    CERTIFICATE = "certificate", _("Slettebevis")


# Those the archivist decides about; the others are held by the house itself, and shown so that everybody can read them.
DECIDED_HERE = frozenset({Kind.CLOSED_LOG, Kind.NEVER_STARTED})


class Fate(TextChoices):
    """What becomes of a thing when its time is over."""

    KEEP = "keep", _("Bevares her")
    ARCHIVE = "archive", _("Slettes her når arkivet har den")
    DISPOSE = "dispose", _("Slettes uten å gå til arkivet")


class CountFrom(TextChoices):
    """What the time is counted from."""

    CLOSED = "closed", _("at loggen ble avsluttet")
    STARTED = "started", _("at loggen ble opprettet")


class DisposalState(TextChoices):
    """How far a proposal to dispose of some logs has come."""

    PROPOSED = "proposed", _("Venter på godkjenning")
    APPROVED = "approved", _("Godkjent")
    CARRIED_OUT = "carried_out", _("Slettet")
    DECLINED = "declined", _("Ikke godkjent")
    WITHDRAWN = "withdrawn", _("Trukket tilbake")
    EXPIRED = "expired", _("Gikk ut")


DISPOSAL_STATES = {
    DisposalState.PROPOSED: {
        DisposalState.APPROVED, DisposalState.DECLINED, DisposalState.WITHDRAWN, DisposalState.EXPIRED,
    },
    # the same moment: approving and deleting are one transaction, and nothing is approved without being carried out
    DisposalState.APPROVED: {DisposalState.CARRIED_OUT},
    DisposalState.CARRIED_OUT: set(),
    DisposalState.DECLINED: set(),
    DisposalState.WITHDRAWN: set(),
    DisposalState.EXPIRED: set(),
}  # fmt: skip


class ItemState(TextChoices):
    """What became of one log on the list."""

    WAITING = "waiting", _("Venter")
    DISPOSED = "disposed", _("Slettet")
    LEFT = "left", _("Ble stående")


class Refusal(TextChoices):
    """Why something is not disposed of, held or changed, in words that people read."""

    KEPT = "kept", _("Regelen sier at slike logger bevares.")
    IN_USE = "in_use", _("Loggen er i bruk.")
    NOT_OVER = "not_over", _("Tiden er ikke ute ennå.")
    HELD = "held", _("Slettingen er stoppet.")
    NO_RECEIPT = "no_receipt", _("Arkivet har ikke kvittert for loggen.")
    STILL_READ = "still_read", _("De som er med i loggen, kan fortsatt lese den.")
    ASKED_FOR = "asked_for", _("Noen venter på svar om innsyn.")
    ALREADY_LISTED = "already_listed", _("Loggen står på en liste som venter.")
    CHOOSE_LOGS = "choose_logs", _("Velg minst én logg.")
    GONE_FROM_LIST = "gone_from_list", _("Listen er endret siden du åpnet siden. Se over og velg på nytt.")
    NOTHING_LEFT = "nothing_left", _("Ingen av loggene på listen kan slettes nå. Se hvorfor under.")
    SAME_PERSON = "same_person", _("Den som foreslår, kan ikke godkjenne. Be en annen se på listen.")
    NOT_WAITING = "not_waiting", _("Listen venter ikke lenger.")
    TOO_LATE = "too_late", _("Forslaget har gått ut. Lag en ny liste.")
    NOT_DECIDED_HERE = "not_decided_here", _("Denne regelen bestemmer Stafett selv.")
    MONTHS_NEEDED = "months_needed", _("Skriv hvor mange måneder, fra 1 til 1200.")
    END_IS_OVER = "end_is_over", _("Velg en dag fra i dag og framover, eller la feltet stå tomt.")
    ALREADY_LIFTED = "already_lifted", _("Stansen er opphevet fra før.")


class Event(TextChoices):
    """What the trail tells of retention."""

    RULE_CHANGED = "retention.rule_changed", _("%(actor)s endret hvor lenge noe bevares.")
    HELD = "retention.held", _("%(actor)s stoppet sletting.")
    LIFTED = "retention.lifted", _("%(actor)s opphevet en stans i sletting.")
    PROPOSED = "retention.proposed", _("%(actor)s foreslo logger som kan slettes.")
    APPROVED = "retention.approved", _("%(actor)s godkjente at logger ble slettet.")
    DECLINED = "retention.declined", _("%(actor)s sa nei til å slette logger.")
    WITHDRAWN = "retention.withdrawn", _("%(actor)s trakk tilbake et forslag om sletting.")
    EXPIRED = "retention.expired", _("Et forslag om sletting gikk ut.")
    LOG_DISPOSED = "retention.log_disposed", _("Loggen er slettet etter bevaringsplanen.")
