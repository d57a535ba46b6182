"""Fixed words of transfers with their Norwegian labels, and the sentences of a no."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TransferKind(TextChoices):
    """Where the baton goes."""

    COLLEAGUE = "colleague", _("Til en kollega")
    DEPUTY = "deputy", _("Til en vikar for en tid")
    UNIT = "unit", _("Til en annen enhet")
    MUNICIPALITY = "municipality", _("Til en annen kommune")
    PLACED = "placed", _("Gitt av enhetslederen")


class TransferState(TextChoices):
    """What has become of an offer of the baton."""

    OFFERED = "offered", _("Tilbudt")
    ACCEPTED = "accepted", _("Tatt imot")
    DECLINED = "declined", _("Nei takk")
    WITHDRAWN = "withdrawn", _("Trukket tilbake")
    EXPIRED = "expired", _("Gått ut")
    RETURNED = "returned", _("Gitt tilbake")


# A deputy's baton comes back; every other acceptance is for good.
TRANSFER_STATES = {
    TransferState.OFFERED: {
        TransferState.ACCEPTED,
        TransferState.DECLINED,
        TransferState.WITHDRAWN,
        TransferState.EXPIRED,
    },
    TransferState.ACCEPTED: {TransferState.RETURNED},
    TransferState.DECLINED: set(),
    TransferState.WITHDRAWN: set(),
    TransferState.EXPIRED: set(),
    TransferState.RETURNED: set(),
}


class StarterStep(TextChoices):
    """How far a school starter's log has come, in order: each says what is next (S000-11, W-27)."""

    CHOOSE_SCHOOL = "choose_school", _("Skolen er ikke valgt")
    ASK_CONSENT = "ask_consent", _("Mangler samtykke til skolen")
    OFFER = "offer", _("Kan tilbys skolen")
    OFFERED = "offered", _("Tilbudt skolen")
    ACCEPTED = "accepted", _("Tatt imot, men ikke lest")
    READ = "read", _("Lest, men første møte mangler")
    PLANNED = "planned", _("Lest, og første møte er planlagt")


class CarriedKind(TextChoices):
    """What a part of a history from another municipality is (ADR 0044)."""

    CONCERN = "concern", _("Oppmerksomhet")
    MEETING = "meeting", _("Møte")
    BRIGHT_SPOT = "bright_spot", _("Lysglimt")
    NOTE = "note", _("Notat")
    CHILDS_GOAL = "childs_goal", _("Barnets eget mål")
    SUMMARY = "summary", _("Så langt var de kommet")


class Refusal(TextChoices):
    """Why something cannot be done, in words that people read."""

    ALREADY_OFFERED = (
        "already_offered",
        _("Stafettpinnen er tilbudt noen allerede. Trekk det tilbudet først."),
    )
    NOT_EMPLOYED = "not_employed", _("Velg en som er ansatt nå.")
    NOT_IN_UNIT = "not_in_unit", _("Velg en som arbeider i enheten.")
    IS_YOURSELF = "is_yourself", _("Du har stafettpinnen selv. Velg en annen.")
    UNTIL_PASSED = "until_passed", _("Velg en dag som kommer.")
    UNTIL_TOO_FAR = "until_too_far", _("Et vikariat kan vare i høyst ett år. Overfør loggen i stedet.")
    SAME_UNIT = "same_unit", _("Loggen er i denne enheten allerede. Velg en kollega i stedet.")
    UNIT_HAS_NO_LEADER = (
        "unit_has_no_leader",
        _("Enheten har ingen leder i ansattlisten som kan ta imot. Ta kontakt med dem først."),
    )
    UNIT_NOT_COVERED = (
        "unit_not_covered",
        _("Foresatte må si ja til at %(unit)s får loggen. Be om samtykke først."),
    )
    UNIT_SEES_ONLY_PARTS = (
        "unit_sees_only_parts",
        _("Foresatte lar %(unit)s se bare noe av loggen. Be om et nytt samtykke før loggen går dit."),
    )
    NOT_YET_SHARED = (
        "not_yet_shared",
        _(
            "Du har %(count)s utkast som familien ikke har sett. Del dem eller slett dem før loggen går til en annen enhet."
        ),
    )
    NOBODY_TO_ASK = (
        "nobody_to_ask",
        _("Ingen kan spørres på nettet nå. Bruk papirskjemaet på siden om samtykke."),
    )
    OFFER_IS_OVER = "offer_is_over", _("Tilbudet gjelder ikke lenger.")
    NO_RECEIVER = "no_receiver", _("Lederen må velge hvem som tar imot først.")
    REASON_MISSING = "reason_missing", _("Skriv kort hvorfor.")
    HAS_LEFT = "has_left", _("Den du var vikar for, arbeider ikke i enheten lenger. Snakk med enhetslederen.")
    NOT_AN_ORGANISATION = "not_an_organisation", _("Velg en virksomhet utenfor kommunen.")
    WRONG_RECEIPT = (
        "wrong_receipt",
        _("Koden stemmer ikke med pakken. Be den nye kommunen lese den opp én gang til."),
    )
    NOT_A_PACKAGE = (
        "not_a_package",
        _("Dette er ikke en hel pakke fra Stafett. Be om å få den sendt på nytt."),
    )
    PACKAGE_TOO_LARGE = (
        "package_too_large",
        _(
            "Loggen blir en større pakke enn 10 MB, og da kan den nye kommunen ikke åpne den. Avtal med dem hvordan de får den."
        ),
    )
    PROTECTED_ADDRESS = (
        "protected_address",
        _(
            "Adressen er skjermet. Da lages det ingen pakke: kommunen avtaler selv med den nye kommunen hvordan de får loggen."
        ),
    )
    NOT_UNDERSTOOD = (
        "not_understood",
        _("Pakken er hel, men er ikke bygd slik Stafett bygger en logg. Be om å få den laget på nytt."),
    )
    OTHER_CHILD = (
        "other_child",
        _(
            "Pakken gjelder ikke barnet i denne loggen. Ingenting er hentet inn. Snakk med den som sendte den."
        ),
    )
    OWN_LOG = "own_log", _("Pakken er laget av denne loggen selv.")
    ALL_TAKEN_IN = "all_taken_in", _("Alt i denne pakken er hentet inn fra før.")
    PACKAGE_PUT_AWAY = (
        "package_put_away",
        _("Pakken er lagt bort. Velg filen på nytt om du vil hente inn mer."),
    )
    PROTECTED_HERE = (
        "protected_here",
        _("Adressen er skjermet. Da hentes ingenting inn fra en pakke: den forteller hvor barnet har vært."),
    )
    NOT_A_SCHOOL = "not_a_school", _("Velg en skole fra listen.")
    NOT_A_STARTER = "not_a_starter", _("Barnet begynner ikke på skolen i sommer.")


class Event(TextChoices):
    """What happens with the baton, as the timeline and the trail tell it."""

    OFFERED = "transfer.offered", _("%(actor)s tilbød stafettpinnen til %(to)s.")
    ACCEPTED = "transfer.accepted", _("%(actor)s tok imot stafettpinnen.")
    DECLINED = "transfer.declined", _("%(actor)s sa nei takk til stafettpinnen.")
    WITHDRAWN = "transfer.withdrawn", _("%(actor)s trakk tilbudet om stafettpinnen tilbake.")
    RETURNED = "transfer.returned", _("Vikariatet er over. %(holder)s har stafettpinnen igjen.")
    RECEIVED = "transfer.received", _("En annen kommune har tatt imot loggen.")
    READ = "transfer.read", _("%(actor)s har lest loggen som ny stafettholder.")
    CARRIED_IN = "transfer.carried_in", _("%(actor)s hentet inn historie fra en annen kommune.")


class QuietEvent(TextChoices):
    """Acts around a transfer that the timeline does not tell: other acts say it, or it is between employees."""

    PLACED = "transfer.placed", _("%(actor)s ga stafettpinnen videre etter en som har sluttet.")
    RECEIVER_NAMED = "transfer.receiver_named", _("%(actor)s valgte hvem som tar imot.")
    CONSENT_ASKED = "transfer.consent_asked", _("%(actor)s ba om samtykke til en overføring.")
    PACKAGE_MADE = "transfer.package_made", _("%(actor)s lastet ned pakken til en annen kommune.")
    PACKAGE_CHECKED = "transfer.package_checked", _("%(actor)s så på en pakke fra en annen kommune.")
    PACKAGE_OPENED = (
        "transfer.package_opened",
        _("%(actor)s åpnet en pakke fra en annen kommune for å hente inn historie."),
    )
    SCHOOL_CHOSEN = "transfer.school_chosen", _("%(actor)s valgte skole.")
