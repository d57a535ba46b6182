"""Fixed words of archive with their Norwegian labels, and the sentences of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What is handed in to the archive."""

    LOG_CLOSED = "log_closed", _("Avsluttet stafettlogg")
    LOG_SNAPSHOT = "log_snapshot", _("Årlig kopi av stafettlogg")
    MINUTES = "minutes", _("Referat fra systemmøte")


LOGS = frozenset({Kind.LOG_CLOSED, Kind.LOG_SNAPSHOT})


class DepositState(TextChoices):
    """How far something has come on its way to the archive."""

    WAITING = "waiting", _("Venter på å bli sendt")
    SENT = "sent", _("Sendt, venter på kvittering")
    RECEIVED = "received", _("Mottatt i arkivet")
    FAILED = "failed", _("Arkivet sa nei")


# Back to waiting: an archive that does not answer is asked again, and the archivist sends anew what it said no to or has
# not acknowledged for a day.
# A receipt may come after a no: the archive had taken in an earlier sending.
DEPOSIT_STATES = {
    DepositState.WAITING: {DepositState.SENT, DepositState.RECEIVED, DepositState.FAILED},
    DepositState.SENT: {DepositState.WAITING, DepositState.RECEIVED, DepositState.FAILED},
    DepositState.RECEIVED: set(),
    DepositState.FAILED: {DepositState.WAITING, DepositState.RECEIVED},
}


class OrderState(TextChoices):
    """How far the making of a whole period's deposit has come."""

    ORDERED = "ordered", _("Blir laget")
    MADE = "made", _("Ferdig og kontrollert")
    FAULTY = "faulty", _("Kontrollen fant feil")


ORDER_STATES = {
    OrderState.ORDERED: {OrderState.MADE, OrderState.FAULTY},
    OrderState.MADE: set(),
    OrderState.FAULTY: set(),
}


class Adapter(TextChoices):
    """How the municipality's archive takes things in."""

    FOLDER = "folder", _("Mappe på disk")
    FIKS_ARKIV = "fiks_arkiv", _("Fiks Arkiv")


class Refusal(TextChoices):
    """Why something cannot be done, in words that people read."""

    ONLY_FAILED = "only_failed", _("Bare det arkivet har sagt nei til, kan sendes på nytt herfra.")
    ANSWER_MAY_COME = (
        "answer_may_come",
        _("Pakken er sendt. Gi arkivet et døgn på å svare før du sender på nytt."),
    )
    PERIOD_TURNED = "period_turned", _("Perioden må slutte etter at den begynner.")
    PERIOD_NOT_OVER = "period_not_over", _("Perioden må være over: velg en sluttdag før i dag.")
    NO_SCHEMAS = (
        "no_schemas",
        _(
            "Driften har ikke lagt inn skjemaene fra Nasjonalarkivet ennå. Uten dem kan vi ikke lage en avlevering."
        ),
    )
    NO_FOLDER = "no_folder", _("Driften har ikke sagt hvor avleveringen skal legges ennå.")
    ALREADY_ORDERED = "already_ordered", _("En avlevering blir laget allerede. Vent til den er ferdig.")


class Event(TextChoices):
    """What happens on the way to the archive, as the trail tells it."""

    HANDED_IN = "archive.handed_in", _("%(actor)s la en pakke klar til arkivet.")
    RECEIVED = "archive.received", _("Arkivet har tatt imot pakken og kvittert.")
    REFUSED = "archive.refused", _("Arkivet sa nei til pakken.")
    SENT_ANEW = "archive.sent_anew", _("%(actor)s sendte pakken til arkivet på nytt.")
    PERIOD_ORDERED = "archive.period_ordered", _("%(actor)s bestilte en avlevering av en periode.")
    PERIOD_MADE = "archive.period_made", _("En avlevering av en periode er laget.")
    SETTINGS_CHANGED = "archive.settings_changed", _("%(actor)s endret oppsettet for arkivet.")
