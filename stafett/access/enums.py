"""Actions, relations, and the words of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Relation(TextChoices):
    """How a person stands to a log."""

    BATON_HOLDER = "baton_holder", _("Stafettholder")
    PARTICIPANT = "participant", _("Aktør")
    EXTERNAL = "external", _("Ekstern aktør")
    GUARDIAN = "guardian", _("Foresatt")
    CHILD = "child", _("Barnet selv")
    LEADER_INSIGHT = "leader_insight", _("Leder med innsyn")


class LogState(TextChoices):
    """Where a log is in its life."""

    AWAITING_CONSENT = "awaiting_consent", _("Venter på samtykke")
    ACTIVE = "active", _("Aktiv")
    CLOSED = "closed", _("Avsluttet")


class Action(TextChoices):
    """Everything a person can do; each has one rule in `policy.py`."""

    CHECK_HEALTH = "check_health", _("Se om systemet svarer")
    SEE_FRONT_PAGE = "see_front_page", _("Se forsiden")
    READ_ABOUT_SECURITY = "read_about_security", _("Lese om sikkerheten")
    READ_GUIDE = "read_guide", _("Lese handlingsveilederen")
    LOG_IN = "log_in", _("Logge inn")
    SEE_OWN_PAGE = "see_own_page", _("Se og endre Min side")
    READ_MESSAGES = "read_messages", _("Lese egne meldinger")
    LIST_OWN_LOGS = "list_own_logs", _("Se Mine stafettlogger")
    LIST_PARTICIPATING_LOGS = "list_participating_logs", _("Se Mine aktørlogger")
    LIST_FAMILY_LOGS = "list_family_logs", _("Se barnets logg som foresatt")
    START_LOG = "start_log", _("Starte stafettlogg")
    SEARCH_STAFF = "search_staff", _("Søke etter ansatte")
    CONFIRM_GUARDIAN = "confirm_guardian", _("Bekrefte foresatt")
    SEE_WHAT_WAITS = "see_what_waits", _("Se foresatte og skjermede barn som venter på en")
    LEAD_CHILD = "lead_child", _("Endre foresatte, skjerming og samtykkerett i egen enhet")
    APPROVE_OPENING = "approve_opening", _("Si ja til digital logg ved skjermet adresse")
    VIEW_LOG = "view_log", _("Lese loggen")
    MANAGE_CONSENT = "manage_consent", _("Be om, registrere og følge opp samtykke")
    SEE_OWN_CONSENTS = "see_own_consents", _("Se hva en selv har samtykket til")
    ANSWER_CONSENT = "answer_consent", _("Svare på en forespørsel om samtykke")
    CHANGE_OWN_CONSENT = "change_own_consent", _("Begrense eller trekke eget samtykke")
    DECIDE_GUARDIAN_READING = "decide_guardian_reading", _("Bestemme om foresatte leser videre")
    LIST_UNIT_LOGS = "list_unit_logs", _("Se Enhetens logger, uten innholdet")
    LIST_AREA = "list_area", _("Se tall for området")
    APPOINT_HOLDER = "appoint_holder", _("Gi stafettpinnen til en ny når holderen har sluttet")
    OPEN_WITH_REASON = "open_with_reason", _("Åpne en logg i egen enhet med begrunnelse")
    INVITE_EXTERNAL = "invite_external", _("Slippe inn en aktør utenfra, forlenge og avslutte")
    WRITE_LOG = "write_log", _("Skrive oppmerksomhet, mål og tiltak")
    EVALUATE_MEASURE = "evaluate_measure", _("Evaluere tiltak")
    CHANGE_LEVEL = "change_level", _("Endre nivå")
    INVITE_PARTICIPANT = "invite_participant", _("Legge til og fjerne aktør")
    SHARE_BRIGHT_SPOT = "share_bright_spot", _("Skrive lysglimt")
    WRITE_NOTE = "write_note", _("Skrive notat")
    KEEP_NOTE = "keep_note", _("Holde et notat tilbake for foresatte, eller dele det likevel")
    CLOSE_LOG = "close_log", _("Avslutte loggen")
    DISCARD_LOG = "discard_log", _("Slette en logg som ikke er tatt i bruk")
    VIEW_ACCESS_LIST = "view_access_list", _("Se hvem som har sett loggen")
    MAKE_ACCESS_PACKAGE = "make_access_package", _("Ta med seg egen innsynspakke")
    ANSWER_ACCESS_REQUEST = "answer_access_request", _("Lage innsynspakke for familien")
    SEARCH_TRAIL = "search_trail", _("Søke i sporet")
    REVIEW_READING = "review_reading", _("Se på uvanlig lesing")
    EXPORT_TRAIL = "export_trail", _("Ta ut en liste fra sporet")


class Refusal(TextChoices):
    """Why an action is not for this person now, in words that people read."""

    NOT_FOR_YOU = "not_for_you", _("Du har ikke tilgang til å gjøre dette.")
    ONLY_BATON_HOLDER = "only_baton_holder", _("Bare stafettholderen kan gjøre dette.")
    ONLY_STAFF = "only_staff", _("Dette er for ansatte i kommunen.")
    ONLY_UNIT_LEADER = "only_unit_leader", _("Dette er for enhetslederen.")
    ONLY_AREA_LEADER = "only_area_leader", _("Dette er for områdelederen.")
    HAS_HOLDER = "has_holder", _("Loggen har en stafettholder.")
    ONLY_READS = "only_reads", _("Du kan lese loggen, men ikke skrive i den.")
    ONLY_FAMILY_AND_HOLDER = "only_family_and_holder", _("Dette er for familien og stafettholderen.")
    ONLY_PRIVACY_OFFICER = "only_privacy_officer", _("Dette er for personvernombudet.")
    NO_CONSENT = "no_consent", _("Loggen har ikke gyldig samtykke. Registrer samtykket først.")
    LOG_NOT_STARTED = "log_not_started", _("Loggen venter på samtykke.")
    LOG_CLOSED = "log_closed", _("Loggen er avsluttet og kan bare leses.")
    LOG_IN_USE = "log_in_use", _("Loggen er tatt i bruk og kan ikke slettes.")


class Event(TextChoices):
    """Reads and refusals that the guard writes in the trail, as sentences."""

    PAGE_READ = "access.page_read", _("%(actor)s leste")
    REFUSED = "access.refused", _("%(actor)s ble avvist")
    NOT_FOUND = "access.not_found", _("%(actor)s spurte etter noe som ikke finnes for dem")
    TOO_OFTEN = "access.too_often", _("%(actor)s ble bedt om å vente litt")
