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
    SEE_GUIDE_WORK = "see_guide_work", _("Se hvor langt arbeidet med veilederen er kommet")
    READ_GUIDE_DRAFT = "read_guide_draft", _("Lese og kommentere utkast til veilederen")
    EDIT_GUIDE = "edit_guide", _("Skrive, sende inn og publisere veilederen")
    REVIEW_GUIDE = "review_guide", _("Godkjenne veilederen eller sende den tilbake")
    EXCHANGE_GUIDE = "exchange_guide", _("Gi veilederen til andre som fil, og låne fra andre")
    MANAGE_GUIDE_GROUPS = "manage_guide_groups", _("Si hvem som er i gruppene for veilederen")
    READ_TOOLBOX = "read_toolbox", _("Lese verktøykassen og hvem som gjør hva")
    READ_NEWS = "read_news", _("Lese nyhetene")
    READ_FORMER_VERSIONS = "read_former_versions", _("Lese eldre utgaver av dokumenter")
    SEE_OWN_DOCUMENTS = "see_own_documents", _("Se dokumentene en selv tar vare på")
    CARE_FOR_DOCUMENT = "care_for_document", _("Fornye, endre og trekke tilbake et dokument")
    EDIT_TOOLBOX = "edit_toolbox", _("Legge inn dokumenter, tjenester og kontaktkort")
    EDIT_NEWS = "edit_news", _("Skrive og publisere nyheter")
    SEE_ROLL_OUT = "see_roll_out", _("Se hvor kommunen er i innføringen")
    SET_PHASE = "set_phase", _("Si hvilken fase innføringen er i")
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
    PLAN_MEETING = "plan_meeting", _("Planlegge og endre møte, og føre inn svar")
    CANCEL_MEETING = "cancel_meeting", _("Avlyse møte")
    VIEW_MEETING = "view_meeting", _("Se møtene i loggen")
    WRITE_IN_MEETING = "write_in_meeting", _("Lede møtet eller skrive i det")
    CONFIRM_MINUTES = "confirm_minutes", _("Bekrefte referatet")
    ANSWER_INVITATION = "answer_invitation", _("Svare på en invitasjon til møte")
    VIEW_CHILD_PAGE = "view_child_page", _("Se Barnets side")
    WRITE_CHILD_PAGE = "write_child_page", _("Skrive på Barnets side, som barnet eller for det")
    HAND_OVER_SCREEN = "hand_over_screen", _("Gi skjermen til barnet")
    TAKE_BACK_SCREEN = "take_back_screen", _("Ta skjermen tilbake")
    ANSWER_PULSE = "answer_pulse", _("Svare på hvordan et møte var")
    SEE_PULSE = "see_pulse", _("Se hvordan møtene har vært")
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
    ONLY_ADMINISTRATOR = "only_administrator", _("Dette er for kommuneadministratoren.")
    ONLY_PROJECT_GROUP = "only_project_group", _("Dette er for prosjektgruppen for veilederen.")
    ONLY_STEERING_GROUP = "only_steering_group", _("Dette er for styringsgruppen for veilederen.")
    HAS_HOLDER = "has_holder", _("Loggen har en stafettholder.")
    ONLY_READS = "only_reads", _("Du kan lese loggen, men ikke skrive i den.")
    ONLY_KEEPERS = "only_keepers", _("Den som leder møtet, og den som skriver, kan gjøre dette.")
    NOT_INVITED = "not_invited", _("Du er ikke invitert til dette møtet.")
    ONLY_FAMILY_AND_HOLDER = "only_family_and_holder", _("Dette er for familien og stafettholderen.")
    ONLY_CHILD_AND_HOLDER = "only_child_and_holder", _("Dette er for barnet selv.")
    ON_PAPER = "on_paper", _("Adressen er skjermet. Da gir dere ikke skjermen videre.")
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
