"""Why something is refused before a system meeting, in words that people read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BeforeRefusal(TextChoices):
    """Why something cannot be done before the meeting, in words that people read."""

    TOPIC_MISSING = "topic_missing", _("Velg et tema, eller skriv ditt eget.")
    CHALLENGE_MISSING = "challenge_missing", _("Skriv hvilken utfordring det gjelder.")
    SOURCE_MISSING = "source_missing", _("Velg hvor dere ser det.")
    NO_SUCH_UNIT = "no_such_unit", _("Velg en barnehage eller skole.")
    PROPOSAL_HAS_MOVED_ON = (
        "proposal_has_moved_on",
        _("Forslaget er allerede behandlet. Se på siden på nytt."),
    )
    REPORTED_TOO_LATE = (
        "reported_too_late",
        _("Forslaget kom mindre enn en uke før dette møtet. Det kan tidligst tas opp %(earliest)s."),
    )
    STARTS_IN_PAST = "starts_in_past", _("Velg en tid som ikke har vært.")
    TOO_FAR_AHEAD = "too_far_ahead", _("Møtet kan være høyst ett år fram i tid.")
    LASTS_WRONG = "lasts_wrong", _("Møtet kan vare fra 15 minutter til 4 timer.")
    NOWHERE = "nowhere", _("Skriv hvor dere møtes, eller lim inn en lenke.")
    NOT_A_LINK = "not_a_link", _("Lim inn hele lenken. Den begynner med https://")
    NOBODY_INVITED = "nobody_invited", _("Inviter minst én til.")
    TOO_MANY = "too_many", _("Høyst 40 kan være med, så alle får en tur.")
    NOT_EMPLOYED = "not_employed", _("En du har valgt, er ikke ansatt der lenger. Se over listen.")
    PRESENTER_NOT_INVITED = "presenter_not_invited", _("Den som forteller om utfordringen, må være invitert.")
    SERVICE_PRESENTS_ITS_OWN = (
        "service_presents_its_own",
        _("Tjenesten som meldte inn utfordringen, forteller om den selv. Inviter og velg en derfra."),
    )
    CHALLENGE_NOT_CHOSEN = "challenge_not_chosen", _("Velg tema og skriv utfordringen først.")
    INFORMATION_MISSING = "information_missing", _("Skriv kort hva dere skal snakke om.")
    NOT_PLANNED = "not_planned", _("Møtet er begynt, holdt eller avlyst, og endres ikke her.")
    NOT_INVITED = "not_invited", _("Du er ikke invitert til dette møtet.")
