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
    TRANSFER_OFFERED = "transfer_offered", _("Du er tilbudt stafettpinnen i en logg.")
    TRANSFER_TO_UNIT = "transfer_to_unit", _("En stafettlogg er tilbudt enheten. Velg hvem som tar imot.")
    TRANSFER_ACCEPTED = "transfer_accepted", _("Stafettpinnen du tilbød, er tatt imot.")
    TRANSFER_DECLINED = "transfer_declined", _("Stafettpinnen du tilbød, ble ikke tatt imot.")
    TRANSFER_WITHDRAWN = "transfer_withdrawn", _("Et tilbud om stafettpinnen er trukket tilbake.")
    TRANSFER_EXPIRED = (
        "transfer_expired",
        _("Ingen svarte på tilbudet om stafettpinnen. Du har den fortsatt."),
    )
    BATON_PASSED = "baton_passed", _("Loggen har fått ny stafettholder.")
    DEPUTY_ENDS = "deputy_ends", _("Et vikariat med stafettpinnen varer til %(date)s.")
    LOG_WITHOUT_HOLDER = "log_without_holder", _("En logg står uten stafettholder.")
    LOG_OPENED_BY_LEADER = "log_opened_by_leader", _("En leder har åpnet loggen, og skrevet hvorfor.")
    EVALUATION_SOON = "evaluation_soon", _("Tiltak skal evalueres innen %(date)s.")
    EVALUATION_OVERDUE = "evaluation_overdue", _("Tiltak skulle vært evaluert innen %(date)s.")
    LEADER_REMINDS = (
        "leader_reminds",
        _("Lederen minner om en evaluering som skulle vært gjort innen %(date)s."),
    )
    NOTHING_PLANNED = "nothing_planned", _("Ingenting har vært planlagt i loggen på to uker.")
    NOBODY_COORDINATES = (
        "nobody_coordinates",
        _("Flere tjenester er med i en logg, og ingen av dem samordner."),
    )
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
    COURSE_SIGNED_UP = "course_signed_up", _("Du er meldt på kurset %(date)s.")
    COURSE_WAITING = "course_waiting", _("Du står på ventelisten til kurset %(date)s.")
    COURSE_MOVED_UP = "course_moved_up", _("Du har fått plass på kurset %(date)s.")
    COURSE_WITHDRAWN = "course_withdrawn", _("Du er meldt av kurset %(date)s.")
    COURSE_CHANGED = "course_changed", _("Tid eller sted er endret for kurset %(date)s.")
    COURSE_CANCELLED = "course_cancelled", _("Kurset %(date)s er avlyst.")
    COURSE_CLOSES = "course_closes", _("Meld på ansatte til kurs innen %(date)s.")
    COURSE_MISSING = (
        "course_missing",
        _("Et halvdagskurs skal holdes innen %(date)s, og er ikke satt opp ennå."),
    )
    ASSESSMENT_DUE = "assessment_due", _("Egenvurderingen sendes inn innen %(date)s.")
    ASSESSMENT_OVERDUE = "assessment_overdue", _("Egenvurderingen skulle vært sendt inn innen %(date)s.")
    ASSESSMENT_SENT = "assessment_sent", _("Kvittering: egenvurderingen er sendt inn.")
    ASSESSMENT_RECEIVED = "assessment_received", _("En enhet har sendt inn egenvurderingen.")
    ASSESSMENT_TALK = "assessment_talk", _("Noen har skrevet til deg om en egenvurdering.")
    WHEEL_TASK = "wheel_task", _("En oppgave i årshjulet er din denne måneden.")
    WHEEL_WITHOUT_LEADER = "wheel_without_leader", _("En enhet med årshjul har ingen leder nå.")
    TOPIC_PROPOSED = "topic_proposed", _("Et tema er foreslått til systemmøtet i enheten.")
    TOPIC_ANSWERED = "topic_answered", _("Forslaget ditt til systemmøte er behandlet.")
    SYSTEM_MEETING_INVITED = (
        "system_meeting_invited",
        _("Du er invitert til systemmøte %(date)s. Les hva det handler om, og forbered deg."),
    )
    SYSTEM_MEETING_CHANGED = "system_meeting_changed", _("Noe er endret i systemmøtet %(date)s.")
    SYSTEM_MEETING_MOVED = "system_meeting_moved", _("Et systemmøte er flyttet til %(date)s.")
    SYSTEM_MEETING_CANCELLED = "system_meeting_cancelled", _("Systemmøtet %(date)s er avlyst.")
    SYSTEM_MINUTES = "system_minutes", _("Referatet fra systemmøtet %(date)s er klart.")
    SYSTEM_MEASURE_SOON = (
        "system_measure_soon",
        _("Et tiltak fra systemmøtet skal evalueres innen %(date)s."),
    )
    SYSTEM_MEASURE_DUE = (
        "system_measure_due",
        _("Et tiltak fra systemmøtet skulle vært evaluert innen %(date)s."),
    )
    ARCHIVE_REFUSED = "archive_refused", _("Arkivet sa nei til en pakke. Se hva det svarte.")
    ARCHIVE_WAITS = "archive_waits", _("Noe har ventet på arkivet i over et døgn.")
    DISPOSAL_WAITS = (
        "disposal_waits",
        _("En liste over logger som kan slettes, venter på at du ser på den."),
    )
    LIST_WAITS = "list_waits", _("En liste er hentet fra mappen og venter på at du ser på den.")
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
    Kind.COURSE_MISSING: "courses",
    Kind.ARCHIVE_REFUSED: "deposits",
    Kind.ARCHIVE_WAITS: "deposits",
    Kind.LIST_WAITS: "staff_imports",
    Kind.TOPIC_ANSWERED: "system_meetings",
    Kind.WHEEL_TASK: "wheels",
    Kind.WHEEL_WITHOUT_LEADER: "wheels",
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
