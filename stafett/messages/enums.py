"""The fixed words of messages: what each kind says, where it leads, and what becomes of a pointer to it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a message is about. The label is all it says: a fixed sentence with dates and numbers (L-59)."""

    CONSENT_REQUESTED = "consent_requested", _("Du er spurt om samtykke.")
    CONSENT_GIVEN = "consent_given", _("Et samtykke er gitt.")
    CONSENT_DECLINED = "consent_declined", _("Svaret på en samtykkeforespørsel er nei.")
    CONSENT_CHANGED = "consent_changed", _("Et samtykke er endret. Se hva det gjelder nå.")
    CONSENT_WITHDRAWN = "consent_withdrawn", _("Et samtykke er trukket tilbake. Det gjelder fra nå.")
    CONSENT_ENDS = "consent_ends", _("Et samtykke går ut %(date)s.")
    CONSENT_ENDS_TODAY = "consent_ends_today", _("Et samtykke går ut i dag.")
    CONSENT_ENDED = "consent_ended", _("Et samtykke har gått ut og må fornyes.")
    CONSENT_IS_YOURS = "consent_is_yours", _("Fra nå er det du selv som samtykker.")
    GUARDIAN_WAITS = "guardian_waits", _("En foresatt venter på at du ser på relasjonen og bekrefter.")
    ACCESS_OPENED = "access_opened", _("Du er bekreftet som foresatt.")
    PARTICIPANT_ADDED = "participant_added", _("Du er lagt til som aktør i en logg.")
    PARTICIPATION_ENDED = "participation_ended", _("Du er ikke lenger aktør i en logg.")
    PARTICIPATION_ENDS = "participation_ends", _("En plass i loggen varer til %(date)s.")
    HOLDER_APPOINTED = "holder_appointed", _("Du har fått stafettpinnen i en logg.")
    LOG_WITHOUT_HOLDER = "log_without_holder", _("En logg står uten stafettholder.")
    LOG_OPENED_BY_LEADER = "log_opened_by_leader", _("En leder har åpnet loggen, og skrevet hvorfor.")
    EVALUATION_SOON = "evaluation_soon", _("Tiltak skal evalueres innen %(date)s.")
    EVALUATION_OVERDUE = "evaluation_overdue", _("Tiltak skulle vært evaluert innen %(date)s.")
    NOTHING_PLANNED = "nothing_planned", _("Ingenting har vært planlagt i loggen på to uker.")
    WEEK_AHEAD = (
        "week_ahead",
        _(
            "Uken i enheten: %(due)s evalueringer nærmer seg, %(overdue)s er over tiden, %(idle)s logger er uten plan."
        ),
    )
    MEETING_INVITED = "meeting_invited", _("Du er invitert til møte %(date)s.")
    MEETING_MOVED = "meeting_moved", _("Et møte er flyttet til %(date)s.")
    MEETING_CHANGED = "meeting_changed", _("Noe er endret i møtet %(date)s.")
    MEETING_CANCELLED = "meeting_cancelled", _("Møtet %(date)s er avlyst.")
    MEETING_NEAR = "meeting_near", _("Husk møtet %(date)s.")
    INVITATION_ANSWERED = "invitation_answered", _("Noen har svart på invitasjonen til møtet %(date)s.")
    DOCUMENT_REVIEW = "document_review", _("Et dokument i verktøykassen skal ses over innen %(date)s.")
    GUIDE_SENT = "guide_sent", _("En ny utgave av handlingsveilederen venter på styringsgruppen.")
    GUIDE_SENT_BACK = (
        "guide_sent_back",
        _("Styringsgruppen har sendt utgaven av handlingsveilederen tilbake."),
    )
    GUIDE_APPROVED = "guide_approved", _("Styringsgruppen har godkjent en ny utgave av handlingsveilederen.")
    GUIDE_REVIEW = "guide_review", _("Handlingsveilederen skal ses over innen %(date)s.")
    NOT_REACHED = (
        "not_reached",
        _("Et varsel til en foresatt kom ikke fram. Be dem se på kontaktopplysningene på Min side."),
    )


URGENT = frozenset({Kind.CONSENT_WITHDRAWN})  # L-08: told at once, also at night

# Where a message leads when the one who tells says nothing else: a route that takes the log's id, or no id.
DEFAULT_ROUTES = {
    Kind.GUARDIAN_WAITS: "my_logs",
    Kind.ACCESS_OPENED: "family_logs",
    Kind.PARTICIPATION_ENDED: None,
    Kind.CONSENT_REQUESTED: "my_consents",
    Kind.CONSENT_IS_YOURS: "my_consents",
    Kind.WEEK_AHEAD: "unit_logs",
    Kind.GUIDE_SENT: "guide_desk",
    Kind.GUIDE_SENT_BACK: "guide_desk",
    Kind.GUIDE_APPROVED: "guide_desk",
    Kind.GUIDE_REVIEW: "guide_desk",
    Kind.DOCUMENT_REVIEW: "own_documents",
}


class Channel(TextChoices):
    """How a pointer reaches somebody."""

    EMAIL = "email", _("E-post")
    SMS = "sms", _("SMS")


class DeliveryState(TextChoices):
    """What became of a pointer."""

    WAITING = "waiting", _("Venter")
    SENT = "sent", _("Sendt")
    UNNEEDED = "unneeded", _("Trengtes ikke")
    FAILED = "failed", _("Kom ikke av sted")
    BOUNCED = "bounced", _("Adressen tok ikke imot")


DELIVERY_STATES = {
    DeliveryState.WAITING: {
        DeliveryState.SENT,
        DeliveryState.UNNEEDED,
        DeliveryState.FAILED,
        DeliveryState.BOUNCED,
    },
    DeliveryState.SENT: {DeliveryState.BOUNCED},
    DeliveryState.UNNEEDED: set(),
    DeliveryState.FAILED: set(),
    DeliveryState.BOUNCED: set(),
}


class Event(TextChoices):
    """What people do with their messages, as the trail tells it."""

    MESSAGE_READ = "messages.read", _("%(actor)s leste en melding.")
    ALL_READ = "messages.all_read", _("%(actor)s merket meldingene sine som lest.")
    PREFERENCES_CHANGED = "messages.preferences_changed", _("%(actor)s endret varslene sine.")
