"""Why something is not done in a system meeting, in words that people read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Refusal(TextChoices):
    """Sentences of a no while the meeting is held, and about what may be written at all."""

    # S002-39
    PERSONAL_NUMBER = "personal_number", _("Teksten ser ut til å ha et fødselsnummer. Ta det bort.")
    NAMES_A_CHILD = (
        "names_a_child",
        _(
            "Teksten ser ut til å nevne et barn («%(name)s»). Systemmøter handler om det vi ser hos mange. "
            "Skriv det uten navn."
        ),
    )
    MAY_NAME_A_CHILD = (
        "may_name_a_child",
        _(
            "«%(name)s» kan være navnet på et barn. Skriv det uten navn, eller si at det ikke gjelder et barn."
        ),
    )

    # beginning
    NOT_PLANNED = "system_not_planned", _("Møtet er ikke lenger et planlagt møte.")
    NO_CHALLENGE = "no_challenge", _("Velg utfordringen først. Det er den møtet handler om.")
    TOO_FEW_THERE = "too_few_there", _("Dere må være minst tre for å holde møtet.")
    LEADER_NOT_THERE = "leader_not_there", _("Den som leder møtet, må være her.")
    WRITER_NOT_THERE = "system_writer_not_there", _("Den som skriver, må være her. Velg en annen.")
    PRESENTER_NOT_THERE = (
        "presenter_not_there",
        _("Den som forteller om utfordringen, må være her. Velg en annen."),
    )
    NO_TRACK_KEEPER = "no_track_keeper", _("Velg en viddevakt blant dere som er her.")
    LEADER_KEEPS_WATCH = "leader_keeps_watch", _("Den som leder, kan ikke være viddevakt. Velg en annen.")

    # the way through
    NOT_UNDER_WAY = "system_not_under_way", _("Møtet er ikke i gang.")
    ANOTHER_STEP = "system_another_step", _("Møtet er på et annet steg nå. Ordene dine står her ennå.")
    TOO_LONG = "system_too_long", _("Teksten kan være på inntil %(limit)s tegn.")
    LINE_TOO_LONG = "line_too_long", _("Hver linje kan være på inntil %(limit)s tegn. Del opp teksten.")
    NOT_YOUR_WORDS = "not_your_words", _("Her skriver den som leder møtet, eller den som skriver.")
    NOTHING_SAID = "nothing_said", _("Skriv noe først.")
    NO_ROUND_HERE = "no_round_here", _("Dette steget har ingen runde.")
    NOT_THERE = "not_there", _("Den du valgte, er ikke her nå.")
    NOT_YOUR_TURN = "not_your_turn", _("Vent til det er din tur. Ordene dine er lagret.")
    SOME_WAIT = (
        "some_wait",
        _("Noen har ikke hatt ordet ennå (%(count)s). Gi dem ordet, eller si at resten står over."),
    )
    HOW_IT_IS_NOW = "how_it_is_now", _("Velg om utfordringen er den samme, spisset eller en annen.")
    AGREEMENT_EMPTY = "agreement_empty", _("Skriv hva utfordringen er.")
    NOT_AGREED = "not_agreed", _("Dere går videre når alle er enige om hva utfordringen er.")
    FACTORS_NOT_TALKED_ABOUT = (
        "factors_not_talked_about",
        _("Si for hver faktor om dere kan gjøre noe med den (%(count)s mangler)."),
    )
    NO_SYSTEM_FACTOR = "no_system_factor", _("Finn minst én faktor som dere kan gjøre noe med.")
    NO_FACTOR_CHOSEN = "no_factor_chosen", _("Velg hvilken faktor dere vil gjøre noe med først.")
    CANNOT_INFLUENCE = "cannot_influence", _("Velg en faktor som dere kan gjøre noe med.")
    NO_IDEA = "no_idea", _("Finn minst ett tiltak før dere går videre.")
    AIM_MISSING = "aim_missing", _("Velg hvilken faktor tiltaket skal redusere eller fjerne.")
    USED = "used", _("Dette er brukt lenger ut i møtet og kan ikke tas bort.")

    # the end
    NO_MEASURE_CHOSEN = "no_measure_chosen", _("Velg det ene tiltaket dere vil prøve først.")
    FORM_MISSING = "form_missing", _("Velg hva slags tiltak det er.")
    PARTNER_MISSING = "partner_missing", _("Velg eller skriv hvilken støttetjeneste som er med.")
    APPOINTMENT_MISSING = "appointment_missing", _("Avtal når dere møtes om tiltaket.")
    APPOINTMENT_PASSED = "appointment_passed", _("Velg et tidspunkt som ikke har vært.")
    EVALUATION_DAY = "evaluation_day", _("Velg en dag fra i morgen og inntil ett år fram.")
    EVALUATOR_MISSING = "evaluator_missing", _("Velg hvem som evaluerer.")
    METHOD_MISSING = "method_missing", _("Skriv hvordan dere evaluerer.")

    # the viddevakt
    NOT_TRACK_KEEPER = "not_track_keeper", _("Dette er for viddevakten og den som leder møtet.")
