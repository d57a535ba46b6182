"""Why something about planning a meeting is refused, in words that people read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Refusal(TextChoices):
    """Each label is the sentence beside the field."""

    STARTS_IN_PAST = "starts_in_past", _("Velg en tid som ikke har vært.")
    TOO_FAR_AHEAD = "too_far_ahead", _("Møtet kan være høyst ett år fram i tid.")
    LASTS_WRONG = "lasts_wrong", _("Møtet kan vare fra 10 minutter til 4 timer.")
    PLACE_MISSING = "place_missing", _("Skriv hvor dere møtes.")
    LINK_MISSING = "link_missing", _("Lim inn lenken til videomøtet. Den begynner med https.")
    NOBODY_INVITED = "nobody_invited", _("Inviter minst én til.")
    NOT_TO_BE_INVITED = (
        "not_to_be_invited",
        _("En du har valgt, er ikke med i loggen lenger. Se over listen."),
    )
    NOT_IN_LOG_THEN = "not_in_log_then", _("%(person)s er ikke med i loggen så lenge. Siste dag er %(date)s.")
    CHILD_NEEDS_REASON = (
        "child_needs_reason",
        _("Fra 1. trinn er barnet med på møtet. Inviter barnet, eller skriv hvorfor ikke."),
    )
    LANGUAGE_MISSING = "language_missing", _("Skriv hvilket språk det skal tolkes til.")
    WRITER_NOT_STAFF = "writer_not_staff", _("Den som skriver, må være ansatt og med i loggen.")
    NOT_PLANNED = "not_planned", _("Møtet er i gang, holdt eller avlyst.")
    NOT_INVITED = "not_invited", _("Denne personen er ikke invitert.")
    NOT_NOW = "not_now", _("Møtet har kommet et annet sted nå. Last siden på nytt og se.")
    NOT_UNDER_WAY = "not_under_way", _("Møtet er ikke i gang nå, så ordene kan ikke føres inn.")
    ANOTHER_STEP = "another_step", _("Møtet har gått videre til et annet steg. Ordene dine står her ennå.")
    TOO_LONG = "too_long", _("Teksten kan være på inntil %(limit)s tegn.")
    ANOTHER_OPEN = (
        "another_open",
        _("Et annet møte i loggen er i gang eller venter på bekreftelse. Gjør det ferdig først."),
    )
    NOBODY_THERE = "nobody_there", _("Kryss av for hvem som er her. Et møte er minst to.")
    WRITER_NOT_THERE = "writer_not_there", _("Den som skriver, må være her. Velg en annen som skriver.")
    CHILD_ABSENT = "child_absent", _("Barnet er ikke her. Skriv kort hvorfor.")
    NOT_TO_CONFIRM = "not_to_confirm", _("Referatet venter ikke på bekreftelse nå.")
    WAS_NOT_THERE = "was_not_there", _("Bare de som var på møtet, bekrefter referatet.")
    NOT_FOR_OTHERS = "not_for_others", _("Du bekrefter bare for deg selv.")
    WORDS_MISSING = "words_missing", _("Skriv kort hva som ikke stemmer.")
    CHANGED_SINCE = "changed_since", _("Teksten er endret siden du leste den. Les den på nytt.")
    OPTION_MISSING = (
        "option_missing",
        _("Velg hvordan det har gått, eller «Pågående» hvis dere tar det senere."),
    )
    NO_CONCERN = "no_concern", _("Skriv først hva dere er oppmerksomme på.")
    NOTHING_AGREED = "nothing_agreed", _("Ingenting er ført inn ennå.")
    ANSWER_MISSING = "answer_missing", _("Velg «Kommer» eller «Kan ikke».")
    MEETING_NOT_HELD = "meeting_not_held", _("Møtet er ikke holdt ennå.")
    PULSE_ANSWERED = "pulse_answered", _("Du har svart om dette møtet.")
    NOTHING_WISHED = "nothing_wished", _("Velg noe, eller skriv noe.")
