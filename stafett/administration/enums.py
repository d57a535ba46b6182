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
    UNIT_ADDED = "register.unit_added", _("%(actor)s la inn en enhet.")
    UNIT_CHANGED = "register.unit_changed", _("%(actor)s endret en enhet.")
    EMPLOYEE_ADDED = "register.employee_added", _("%(actor)s satte en ansatt på listen.")
    EMPLOYMENT_CHANGED = (
        "register.employment_changed",
        _("%(actor)s endret stillingen eller rollen til en ansatt."),
    )
    EMPLOYEE_MOVED = "register.employee_moved", _("%(actor)s flyttet en ansatt til en annen enhet.")
    EMPLOYMENT_ENDED = "register.employment_ended", _("%(actor)s skrev når en ansatt slutter.")
    MUNICIPALITY_FOUNDED = "register.municipality_founded", _("%(actor)s la inn kommunen.")
    SETTINGS_CHANGED = "register.settings_changed", _("%(actor)s endret kommunens innstillinger.")
    ASSESSMENT_NOTED = (
        "register.assessment_noted",
        _("%(actor)s noterte at vurderingen av personvern er godkjent."),
    )
    SAID_READY = "register.said_ready", _("%(actor)s sa at kommunen er klar til å ta Stafett i bruk.")
    LIST_UPLOADED = "register.list_uploaded", _("%(actor)s la inn en liste fra fil til gjennomsyn.")
    LIST_CANCELLED = "register.list_cancelled", _("%(actor)s avbrøt en liste fra fil.")
    LIST_ORDERED = "register.list_ordered", _("%(actor)s ba om at en liste fra fil ble tatt inn.")
    LIST_TAKEN_IN = "register.list_taken_in", _("En liste fra fil ble tatt inn for %(actor)s.")
    LIST_UNDOING = "register.list_undoing", _("%(actor)s ba om at en liste fra fil ble angret.")
    LIST_UNDONE = "register.list_undone", _("En liste fra fil ble angret for %(actor)s.")
    EMPLOYMENT_REOPENED = "register.employment_reopened", _("%(actor)s tok tilbake at en ansatt har sluttet.")


class Refusal(TextChoices):
    """Why somebody cannot be entered, or a number not be read. The register's own are in register/enums.py."""

    OWN_POST = "own_post", _("Din egen stilling endrer noen andre enn deg.")
    ROLE_NOT_YOURS = "role_not_yours", _("Denne rollen gir kommuneadministratoren.")
    ROLE_DOES_NOT_FIT = "role_does_not_fit", _("Denne rollen hører ikke til i en slik enhet.")
    DAY_TOO_FAR = "day_too_far", _("Velg en dag innen et år fra nå.")
    POST_HAS_ENDED = "post_has_ended", _("Ansettelsen er slutt før denne dagen.")
    ENDS_BEFORE_START = "ends_before_start", _("Den siste dagen kan ikke være før den første.")
    POST_IS_OPEN = "post_is_open", _("Ansettelsen har ingen sluttdato.")
    ENDED_LONG_AGO = "ended_long_ago", _("Det er over en måned siden. Sett personen på listen på nytt.")
    LAST_ADMINISTRATOR = (
        "last_administrator",
        _("Kommunen må ha en kommuneadministrator. Sett inn en til først."),
    )
    ALREADY_ON_LIST = "already_on_list", _("Personen står allerede på listen her, med denne rollen.")
    NAME_DIFFERS = (
        "name_differs",
        _("Navnet og nummeret hører ikke sammen. Se etter at begge deler er riktig."),
    )
    NUMBER_OPENS_POSTS = (
        "number_opens_posts",
        _("Personen har en stilling som du ikke har ansvar for. Da retter kommuneadministratoren nummeret."),
    )
    NUMBER_OPENS_LOGS = (
        "number_opens_logs",
        _(
            "Personen er med i en logg, eller har barn i registeret. Da retter brukerstøtte nummeret sammen med dere."
        ),
    )
    UNIT_EXISTS = "unit_exists", _("Det finnes allerede en enhet med dette navnet.")
    UNIT_IN_USE = "unit_in_use", _("Enheten er i bruk, og kan ikke bli en annen slags enhet.")
    LIST_HAS_MOVED_ON = "list_has_moved_on", _("Listen er behandlet i mellomtiden. Se hva som står her nå.")
    LIST_WAITS = "list_waits", _("En annen liste er underveis. Ta den inn eller avbryt den først.")
    MANY_END = (
        "many_end",
        _("Mange avsluttes. Kryss av for at det er riktig, eller avbryt."),
    )
    UNDONE_TOO_LATE = "undone_too_late", _("Listen kan ikke lenger angres.")
    SET_BEFORE_FIRST_LOG = (
        "set_before_first_log",
        _(
            "Dette velges før den første loggen. Nå endres det av brukerstøtte, fordi det avgjør hvem som leser."
        ),
    )
    NOT_READY = "not_ready", _("Noe på listen er ikke trygt ennå. Rett det som er merket, og prøv igjen.")
    NOT_BEGUN = (
        "not_begun",
        _(
            "Kommunen er ikke klar ennå, så ingen logg kan startes. Kommuneadministratoren ser hva som mangler."
        ),
    )
    DAY_IN_FUTURE = "day_in_future", _("Datoen kan ikke være i framtiden.")
    NOT_AN_AREA = "not_an_area", _("Velg et område fra listen.")

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


class Unreadable(TextChoices):
    """Why a file cannot be read as a staff list at all."""

    EMPTY = "empty", _("Filen er tom.")
    TOO_LARGE = "too_large", _("Filen er for stor. Den kan være på inntil 20 MB.")
    TOO_MANY_ROWS = "too_many_rows", _("Filen har for mange rader. Den kan ha inntil 250 000.")
    OLD_EXCEL = "old_excel", _("Dette er en gammel Excel-fil. Lagre den som .xlsx eller CSV.")
    NOT_A_LIST = (
        "not_a_list",
        _("Filen kan ikke leses. Lagre den som CSV eller vanlig Excel (.xlsx), uten passord."),
    )
    NO_HEADINGS = (
        "no_headings",
        _("Vi fant ingen overskrifter vi kjenner igjen. Den første raden skal si hva kolonnene er."),
    )
    COLUMNS_MISSING = "columns_missing", _("Filen mangler kolonner.")


class Fault(TextChoices):
    """What is wrong with a row of a list, in words that say what to do."""

    NUMBER_MISSING = "number_missing", _("Fødselsnummeret mangler.")
    NUMBER_LENGTH = "number_length", _("Fødselsnummeret skal ha 11 siffer.")
    NUMBER_DATE = "number_date", _("De seks første sifrene i fødselsnummeret er ikke en dato.")
    NUMBER_CONTROL = "number_control", _("Fødselsnummeret stemmer ikke. Se etter om to siffer er byttet om.")
    NUMBER_SYNTHETIC = "number_synthetic", _("Fødselsnummeret er et testnummer.")
    NAME_MISSING = "name_missing", _("Fornavn eller etternavn mangler.")
    UNIT_MISSING = "unit_missing", _("Enheten mangler.")
    UNIT_UNKNOWN = "unit_unknown", _("Enheten «%(unit)s» finnes ikke. Legg den inn først, eller rett navnet.")
    UNIT_LIKE = "unit_like", _("Enheten «%(unit)s» finnes ikke. Mente dere «%(like)s»?")
    POSITION_MISSING = "position_missing", _("Stillingen mangler.")
    ROLE_UNKNOWN = (
        "role_unknown",
        _("Rollen er ukjent. Skriv ansatt, ressursperson eller enhetsleder, eller la den stå tom."),
    )
    ROLE_DOES_NOT_FIT = "role_does_not_fit", _("«%(unit)s» føres for hånd, ikke med liste.")
    DAY_UNKNOWN = "day_unknown", _("En dato kan ikke leses. Skriv den som 31.12.2026.")
    DAY_TOO_FAR = "day_too_far", _("Startdatoen er mer enn et år fram i tid.")
    ENDS_BEFORE_START = "ends_before_start", _("Sluttdatoen er før startdatoen.")
    TOO_LONG = "too_long", _("Et navn eller en stilling er på over 100 tegn.")
    NAME_DIFFERS = "name_differs", _("Nummeret hører til en med et annet navn i registeret.")
    OTHER_NAME_IN_FILE = "other_name_in_file", _("Samme nummer står med et annet navn i rad %(row)s.")
    TWICE = "twice", _("Samme person står med andre opplysninger i rad %(row)s.")
    OWN_ROW = "own_row", _("Dette er deg selv. Din egen stilling endrer noen andre enn deg.")
    NOT_A_CHILD = "not_a_child", _("Nummeret hører til en som er over 20 år. Er dette en liste over barn?")
    NOT_FOR_CHILDREN = "not_for_children", _("«%(unit)s» er ikke en skole, barnehage eller helsestasjon.")
    GRADE_UNKNOWN = "grade_unknown", _("Trinnet kan ikke leses. Skriv det som et tall fra 1 til 10.")
    GROUP_TOO_LONG = "group_too_long", _("Klassen eller gruppen er på over 40 tegn.")
    GUARDIAN_NUMBER = "guardian_number", _("Fødselsnummeret til en foresatt mangler eller stemmer ikke.")
    GUARDIAN_NAME = "guardian_name", _("Fornavnet eller etternavnet til en foresatt mangler.")
    GUARDIAN_IS_CHILD = "guardian_is_child", _("Barnet og den foresatte har samme fødselsnummer.")
    GUARDIAN_DIFFERS = (
        "guardian_differs",
        _("Nummeret til en foresatt hører til en med et annet navn i registeret."),
    )


class Note(TextChoices):
    """What is said of a row that nothing is wrong with."""

    MERGED = "merged", _("Samme person som i rad %(row)s. Radene er slått sammen.")
    OTHER_UNIT = (
        "other_unit",
        _("Barnet står i en annen enhet i Stafett. Det flyttes der, ikke med en liste."),
    )


class ListAbout(TextChoices):
    """What a list is about."""

    STAFF = "staff", _("Ansatte")
    CHILDREN = "children", _("Barn og foresatte")


class LineKind(TextChoices):
    """What a list would do with somebody."""

    FAULT = "fault", _("Feil")
    NEW = "new", _("Nye")
    CHANGED = "changed", _("Endret")
    ENDED = "ended", _("Slutter")
    UNCHANGED = "unchanged", _("Uendret")


class ListState(TextChoices):
    """Where a staff list that came as a file is."""

    READING = "reading", _("Leses")
    READY = "ready", _("Klar til gjennomsyn")
    FAULTY = "faulty", _("Har feil")
    UNREADABLE = "unreadable", _("Kan ikke leses")
    TAKING_IN = "taking_in", _("Tas inn")
    TAKEN_IN = "taken_in", _("Tatt inn")
    UNDOING = "undoing", _("Angres")
    UNDONE = "undone", _("Angret")
    CANCELLED = "cancelled", _("Avbrutt")


# A list with faults is never taken in; one that the register has moved away from meanwhile is shown anew.
LIST_STATES = {
    ListState.READING: {ListState.READY, ListState.FAULTY, ListState.UNREADABLE, ListState.CANCELLED},
    ListState.READY: {ListState.TAKING_IN, ListState.CANCELLED},
    ListState.FAULTY: {ListState.CANCELLED},
    ListState.UNREADABLE: set(),
    ListState.TAKING_IN: {ListState.TAKEN_IN, ListState.READY, ListState.FAULTY},
    ListState.TAKEN_IN: {ListState.UNDOING},
    ListState.UNDOING: {ListState.UNDONE, ListState.TAKEN_IN},
    ListState.UNDONE: set(),
    ListState.CANCELLED: set(),
}


class Readiness(TextChoices):
    """What is looked at before a municipality begins: what is in place when it is right."""

    NAMES = "names", _("Noen har sett over navn, målform og hva modellen heter")
    SUPPORT = "support", _("Brukerne vet hvem de spør om hjelp")
    PRIVACY_CONTACT = "privacy_contact", _("Alle kan se hvordan de når personvernombudet")
    ACCESSIBILITY = "accessibility", _("Tilgjengelighetserklæringen er på plass")
    INFORMATION = "information", _("Kommunen har en egen side om arbeidet")
    CONSENT = "consent", _("Kommunen har bestemt hvem som samtykker, og fra hvilken alder")
    WORK = "work", _("Noen har sett over hvor lenge et samtykke varer, og hvor mange tiltak en kan ha")
    UNITS = "units", _("Enhetene er lagt inn")
    LEADERS = "leaders", _("Alle enheter med ansatte eller barn har en leder")
    STAFF = "staff", _("Ingen enhet står uten ansatte")
    TWO_ADMINISTRATORS = "two_administrators", _("To personer kan være kommuneadministrator for hverandre")
    OFFICER = "officer", _("Personvernombudet har en egen tilgang, og er ikke kommuneadministrator")
    ARCHIVIST = "archivist", _("Noen er arkivar")
    ASSESSMENT = "assessment", _("Vurderingen av personvern (DPIA) er godkjent")
    LOGIN = "login", _("Kommunens egen innlogging er satt opp for ansatte og familier")
    REAL_NUMBERS = "real_numbers", _("Testnumre slipper ikke inn")
    ARCHIVE = "archive", _("Arkivet er satt opp")


class SettingsPart(TextChoices):
    """The parts that a municipality's settings are asked for in, one at a time."""

    NAMES = "names", _("Navn og språk")
    CONTACTS = "contacts", _("Hvem man kontakter")
    CONSENT = "consent", _("Samtykke og alder")
    WORK = "work", _("Varighet og tiltak")


class SetupStep(TextChoices):
    """The steps from an empty municipality to the first log, in the order they are taken."""

    NAMES = "names", _("Navn og språk")
    CONTACTS = "contacts", _("Hvem man kontakter")
    CONSENT = "consent", _("Samtykke og alder")
    WORK = "work", _("Varighet og tiltak")
    UNITS = "units", _("Enheter, ledere og ansatte")
    PEOPLE = "people", _("De som passer på")
    RISK = "risk", _("Risiko og personvern")
    OPERATOR = "operator", _("Det driften ordner")


# What each step is done by; every check stands in one.
STEPS = {
    SetupStep.NAMES: (Readiness.NAMES,),
    SetupStep.CONTACTS: (
        Readiness.SUPPORT, Readiness.PRIVACY_CONTACT, Readiness.ACCESSIBILITY, Readiness.INFORMATION,
    ),
    SetupStep.CONSENT: (Readiness.CONSENT,),
    SetupStep.WORK: (Readiness.WORK,),
    SetupStep.UNITS: (Readiness.UNITS, Readiness.LEADERS, Readiness.STAFF),
    SetupStep.PEOPLE: (Readiness.TWO_ADMINISTRATORS, Readiness.OFFICER, Readiness.ARCHIVIST),
    SetupStep.RISK: (Readiness.ASSESSMENT,),
    SetupStep.OPERATOR: (Readiness.LOGIN, Readiness.REAL_NUMBERS, Readiness.ARCHIVE),
}  # fmt: skip
