"""The words of a no, and of a friendly hint."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Refusal(TextChoices):
    """Why a step cannot be taken now, and what to do instead."""

    WRONG_STATE = "wrong_state", _("Dette kan ikke gjøres nå. Siden kan ha endret seg mens du skrev.")
    HELD = "held", _("Sletting er stoppet i denne loggen inntil videre. Si fra til arkivaren om det haster.")
    LOG_ALREADY_OPEN = (
        "log_already_open",
        _("Barnet har allerede en stafettlogg. Ta kontakt med enhetslederen."),
    )
    IN_FAMILY = (
        "in_family",
        _("Den som er i barnets familie, er ikke med i loggen som ansatt. En annen må ta det."),
    )
    NO_CRITERION = "no_criterion", _("Velg minst én grunn til at det er tid for en stafettlogg.")
    LEADER_NOT_ASKED = (
        "leader_not_asked",
        _("Avtal med lederen din først, og fyll inn når dere snakket sammen."),
    )
    DATE_IN_FUTURE = "date_in_future", _("Datoen kan ikke være i framtiden.")
    NO_GUARDIAN = "no_guardian", _("Barnet må ha minst én foresatt i registeret.")
    TITLE_MISSING = "title_missing", _("Beskriv hva dere er særlig oppmerksomme på.")
    TITLE_TOO_LONG = "title_too_long", _("Beskrivelsen kan være på inntil 100 tegn. Nå er den på %(length)s.")
    NO_CATEGORY = "no_category", _("Velg en kategori.")
    SUBCATEGORY_OF_ANOTHER = "subcategory_of_another", _("Underkategorien hører til noe annet.")
    UNKNOWN_SUBCATEGORY = "unknown_subcategory", _("Velg en underkategori fra listen.")
    OTHER_IS_NEEDED = (
        "other_is_needed",
        _("Denne kan ikke skjules. Det må alltid finnes et sted for det som ikke passer andre steder."),
    )
    WORD_TOO_LONG = "word_too_long", _("Ordet kan være på inntil 60 tegn.")
    WORD_IN_USE = "word_in_use", _("Det står alt på listen. Velg et annet ord.")
    TOO_MANY_WORDS = (
        "too_many_words",
        _("Her er det alt 30. Skjul noen først, så listen er til å finne fram i."),
    )
    GOAL_MISSING = "goal_missing", _("Skriv målet først.")
    NOT_TALKED_WITH_GUARDIANS = (
        "not_talked_with_guardians",
        _("Fyll inn når dere snakket med foresatte. Oppmerksomheten skal være kjent for dem."),
    )
    NOT_TALKED_WITH_CHILD = (
        "not_talked_with_child",
        _("Fyll inn når dere snakket med barnet, eller hvorfor det ikke er gjort."),
    )
    CHILD_VIEW_MISSING = (
        "child_view_missing",
        _("Fyll inn barnets eget syn, eller hvorfor det mangler. Barn fra 7 år har rett til å bli hørt."),
    )
    VIEW_NOT_WEIGHED = (
        "view_not_weighed",
        _(
            "Barnet er uenig. Skriv hvordan dere har lagt vekt på det barnet mener. Fra 12 år veier det tungt."
        ),
    )
    FACTOR_KIND_MISSING = "factor_kind_missing", _("Velg hvor det ligger.")
    FACTOR_TOO_LONG = "factor_too_long", _("Teksten kan være på inntil 200 tegn. Nå er den på %(length)s.")
    NOT_IN_FAMILY_ROUND = (
        "not_in_family_round",
        _("Det familien sier, hører til i runden med familien. Den begynner når oppmerksomheten er delt."),
    )
    CONCERN_NOT_SHARED = "concern_not_shared", _("Del oppmerksomheten først. Da kan du dele analysen også.")
    FACTOR_AIMED_AT = (
        "factor_aimed_at",
        _("Et tiltak er rettet mot dette. Det kan tas bort når ingen tiltak viser til det."),
    )
    FACTOR_NOT_SHARED = "factor_not_shared", _("Velg noe alle ser. Del det i analysen først.")
    SERVICE_MEASURE_MISSING = "service_measure_missing", _("Det mangler et tiltak i tjenesten.")
    HOME_MEASURE_MISSING = "home_measure_missing", _("Det mangler et tiltak hjemme. Hjemmet er alltid med.")
    CHILD_MEASURE_MISSING = (
        "child_measure_missing",
        _(
            "Det mangler et tiltak barnet selv har ansvar for. Legg til ett, eller skriv hvorfor det ikke går nå."
        ),
    )
    DESCRIPTION_MISSING = "description_missing", _("Skriv kort og konkret hva dere skal gjøre.")
    NO_OWNER = "no_owner", _("Kryss av for hvem som har ansvar for tiltaket.")
    OWNER_NOT_CHOSEN = "owner_not_chosen", _("Velg hvilke aktører som har ansvar.")
    OWNER_NOT_IN_LOG = "owner_not_in_log", _("Den du valgte, er ikke aktør i loggen.")
    EVALUATED_BEFORE_STARTED = (
        "evaluated_before_started",
        _("Evalueringsdatoen må være samme dag som oppstart eller senere."),
    )
    START_MISSING = "start_missing", _("Fyll inn når tiltaket skal være i gang.")
    EVALUATION_DATE_MISSING = "evaluation_date_missing", _("Fyll inn når tiltaket skal evalueres.")
    EVALUATION_TOO_FAR = "evaluation_too_far", _("Evalueringsdatoen kan være høyst ett år etter oppstart.")
    SECOND_MEASURE_FOR_ACTOR = (
        "second_measure_for_actor",
        _(
            "%(owner)s har allerede et aktivt tiltak her. Ett om gangen er lettere å få til. Kryss av for å fortsette likevel."
        ),
    )
    SECOND_MEASURE_BLOCKED = (
        "second_measure_blocked",
        _("%(owner)s har allerede et aktivt tiltak her. Kommunen har valgt ett tiltak om gangen."),
    )
    ALREADY_EVALUATED = "already_evaluated", _("Tiltaket er allerede evaluert. Et tiltak evalueres én gang.")
    UNKNOWN_OPTION = "unknown_option", _("Velg ett av de seks svarene.")
    NOBODY_TOOK_PART = "nobody_took_part", _("Kryss av for hvem som var med på evalueringen.")
    NEW_DATE_WITHOUT_REASON = "new_date_without_reason", _("Skriv kort hvorfor evalueringen flyttes.")
    NEW_DATE_IN_PAST = "new_date_in_past", _("Den nye evalueringsdatoen må være fram i tid.")
    NEW_DATE_TOO_FAR = "new_date_too_far", _("Den nye evalueringsdatoen kan være høyst ett år fram i tid.")
    MEASURE_NOT_EVALUATED = (
        "measure_not_evaluated",
        _("Alle tiltak må være evaluert eller tatt bort først. %(count)s gjenstår."),
    )
    REASON_MISSING = "reason_missing", _("Skriv kort hvorfor.")
    LEVEL_TOO_FAR = "level_too_far", _("Nivået kan endres ett trinn om gangen.")
    OUTSIDERS_AT_LEVEL_ONE = (
        "outsiders_at_level_one",
        _("Aktører utenfor egen enhet er med i loggen. Avslutt deres deltakelse før nivået senkes til 1."),
    )
    LEVEL_TWO_NEEDED = (
        "level_two_needed",
        _("Loggen må være på nivå 2 når noen utenfor egen enhet skal være med. Hev nivået først."),
    )
    SERVICE_NOT_IN_CONSENT = (
        "service_not_in_consent",
        _("Samtykket dekker ikke %(unit)s. Registrer et samtykke som gjør det, først."),
    )
    COORDINATED_FROM_LEVEL_TWO = (
        "coordinated_from_level_two",
        _("På nivå 1 er det bare én tjeneste. Samordningen begynner når loggen kommer på nivå 2."),
    )
    SERVICE_NOT_IN_LOG = "service_not_in_log", _("Velg en av kommunens tjenester som er med i loggen.")
    CHILD_VIEW_OF_SERVICE_MISSING = (
        "child_view_of_service_missing",
        _("Skriv hva barnet mener om det, eller hvorfor dere ikke har spurt."),
    )
    COORDINATOR_NOT_IN_LOG = (
        "coordinator_not_in_log",
        _("Den du valgte, er ikke med i loggen. Legg dem til som aktør først."),
    )
    ALREADY_IN_LOG = "already_in_log", _("%(person)s er allerede med i loggen.")
    NOT_EMPLOYED = "not_employed", _("Personen er ikke ansatt i kommunen nå.")
    ORGANISATION_MISSING = "organisation_missing", _("Skriv navnet på virksomheten.")
    PURPOSE_MISSING = "purpose_missing", _("Skriv hva de skal bidra med. Familien ser det.")
    LAST_DAY_PASSED = "last_day_passed", _("Den siste dagen må være i dag eller fram i tid.")
    LASTS_TOO_LONG = "lasts_too_long", _("Deltakelsen kan vare i høyst 12 måneder om gangen.")
    LASTS_LONGER_THAN_CONSENT = (
        "lasts_longer_than_consent",
        _("Samtykket til %(unit)s varer til %(date)s. Velg en dag som ikke er senere."),
    )
    IS_FAMILY = "is_family", _("%(person)s hører til familien, og er med i loggen som det.")
    WORKS_HERE = "works_here", _("%(person)s arbeider i kommunen. Legg til kollegaen som aktør.")
    REASON_TOO_SHORT = (
        "reason_too_short",
        _("Skriv litt mer om hvorfor, minst %(least)s tegn. Familien kan lese det."),
    )
    HAS_HOLDER = "has_holder", _("Loggen har allerede en stafettholder.")
    OWNS_ACTIVE_MEASURE = (
        "owns_active_measure",
        _("%(person)s har ansvar for et aktivt tiltak. Evaluer det før deltakelsen avsluttes."),
    )
    CONCERN_STILL_OPEN = (
        "concern_still_open",
        _("Alle oppmerksomheter må være avsluttet først. %(count)s gjenstår."),
    )
    MEETING_AHEAD = "meeting_ahead", _("Et møte er planlagt. Avlys det først, eller vent til det er holdt.")
    SUMMARY_MISSING = "summary_missing", _("Skriv noen ord om hvor langt dere er kommet.")
    NO_STEPS = "no_steps", _("Skriv minst to trinn, ett på hver linje.")
    TOO_MANY_STEPS = "too_many_steps", _("En trapp kan ha inntil 12 trinn.")
    STEP_TOO_LONG = "step_too_long", _("Et trinn kan være på inntil 120 tegn.")
    NOTHING_TO_MERGE_WITH = "nothing_to_merge_with", _("Det er ikke noe trinn etter dette å slå sammen med.")
    TEXT_MISSING = "text_missing", _("Skriv noe først.")
    NOT_KEPT_BY_FAMILY = "not_kept_by_family", _("Det er ansatte som kan holde noe tilbake for foresatte.")
    NOT_KEPT_AT_THIS_AGE = (
        "not_kept_at_this_age",
        _(
            "Bare når barnet er 12 år eller mer, og ikke samtykker selv, kan noe holdes tilbake for foresatte."
        ),
    )
    ONLY_AUTHOR_OR_HOLDER = (
        "only_author_or_holder",
        _("Det er den som skrev notatet, eller stafettholderen, som kan endre dette."),
    )
    NAMES_A_GUARDIAN = (
        "names_a_guardian",
        _(
            "Teksten ser ut til å nevne en foresatt ved navn. Loggen handler om barnet. Skriv om,"
            " eller kryss av hvis navnet må stå."
        ),
    )

    REPORT_IS_NOT_MADE_HERE = (
        "report_is_not_made_here",
        _(
            "Teksten ligner noe som skal meldes. En melding lages aldri her, og foresatte kan lese dette. Ring i"
            " stedet, eller kryss av hvis teksten er noe annet."
        ),
    )


class Hint(TextChoices):
    """Friendly advice. A hint never stops anybody."""

    NOT_PRESENT_TENSE = (
        "not_present_tense",
        _("Mål skrives som om de alt er nådd: «leser», ikke «skal lese»."),
    )
    NOT_MEASURABLE = (
        "not_measurable",
        _("Hvordan ser dere at målet er nådd? Et tall eller et tydelig tegn hjelper."),
    )
    TOO_MANY_SENTENCES = "too_many_sentences", _("Ett mål om gangen. Kanskje dette er to?")
    ONLY_THE_CHILD = (
        "only_the_child",
        _(
            "Alt dere har skrevet, ligger hos barnet. Er det noe i gruppen, hos oss voksne eller i rammene rundt"
            " som også spiller inn?"
        ),
    )
    MEASURE_TOO_WIDE = "measure_too_wide", _("Tiltaket rommer mye. Kanskje det er flere små tiltak?")
    NOT_SHAPED_AT_HOME = (
        "not_shaped_at_home",
        _("Har foresatte vært med på å forme dette? Snakk om det, og kryss av når tiltaket er deres også."),
    )
    LASTS_LONG = (
        "lasts_long",
        _("Over to måneder til evaluering. En kortere frist gjør det lettere å justere."),
    )
