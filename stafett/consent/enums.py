"""The fixed words of consent."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsentForm(TextChoices):
    """How somebody said yes or no (L-05, X10)."""

    PAPER = "paper", _("Underskrift på papir")
    ORAL = "oral", _("Muntlig, med vitne")
    DIGITAL = "digital", _("Digitalt, med innlogging")


class TextLocale(TextChoices):
    """Languages the consent text can be read in; more than the product speaks (W-22, L-73, L-74)."""

    BOKMAAL = "nb", "Bokmål"
    NYNORSK = "nn", "Nynorsk"
    ENGLISH = "en", "English"
    NORTHERN_SAMI = "se", "Davvisámegiella"
    POLISH = "pl", "Polski"
    UKRAINIAN = "uk", "Українська"
    ARABIC = "ar", "العربية"
    SOMALI = "so", "Soomaali"
    TIGRINYA = "ti", "ትግርኛ"


class Fact(TextChoices):
    """The seven things somebody must have been told for a yes to be valid (L-03)."""

    PURPOSE = "purpose", _("hvorfor opplysninger deles")
    INFORMATION_TYPES = "information_types", _("hva som deles")
    RECEIVERS = "receivers", _("hvem som får lese")
    SOURCES = "sources", _("hvor opplysningene kommer fra")
    PROCESSOR = "processor", _("hvem som har ansvaret")
    WITHDRAWAL = "withdrawal", _("at samtykket kan trekkes")
    DOCUMENTATION = "documentation", _("hvem som sa ja, og når")


class Answer(TextChoices):
    """What became of a request for consent."""

    YES = "yes", _("Ja")
    NO = "no", _("Nei")
    REPLACED = "replaced", _("Erstattet av en ny forespørsel")


class Event(TextChoices):
    """What happens to consent, as the timeline tells it to everyone in the log: never what one guardian limited (L-22)."""

    RECORDED = "consent.recorded", _("%(actor)s registrerte samtykke fra %(guardian)s.")
    RECORDED_ORAL = "consent.recorded_oral", _("%(actor)s registrerte et muntlig samtykke fra %(guardian)s.")
    SIGNED = "consent.signed", _("%(actor)s samtykket.")
    CHANGED = "consent.changed", _("Et samtykke er endret. Det nye gjelder fra nå.")
    WITHDRAWN = "consent.withdrawn", _("Et samtykke er trukket tilbake. Det gjelder fra nå.")
    DOCUMENT_OPENED = "consent.document_opened", _("%(actor)s åpnet samtykkeskjemaet.")


class QuietEvent(TextChoices):
    """What happens to consent between the baton holder and one person; the timeline does not tell it (L-22)."""

    REQUESTED = "consent.requested", _("%(actor)s ba om samtykke.")
    DECLINED = "consent.declined", _("%(actor)s sa nei til en forespørsel om samtykke.")


class Refusal(TextChoices):
    """Why something about consent is refused, in words."""

    RELATION_NOT_CONFIRMED = (
        "relation_not_confirmed",
        _(
            "Relasjonen mellom barnet og den foresatte må bekreftes av en annen ansatt før samtykket kan registreres."
        ),
    )
    NO_PARENTAL_RESPONSIBILITY = (
        "no_parental_responsibility",
        _("Bare den som har foreldreansvar, kan samtykke."),
    )
    YOUTH_DECIDES = (
        "youth_decides",
        _("Ungdommen er gammel nok til å bestemme selv. Be om ungdommens samtykke."),
    )
    YOUTH_TOO_YOUNG = "youth_too_young", _("Barnet er ikke gammelt nok til å samtykke selv ennå.")
    OTHER_UNIT_CONSENTS = (
        "other_unit_consents",
        _("Barnevernstjenesten har omsorgen og samtykker. Lederen der registrerer samtykket."),
    )
    SIGNED_IN_THE_FUTURE = "signed_in_the_future", _("Datoen for underskrift kan ikke være i framtiden.")
    WITHDRAWN_SINCE = (
        "withdrawn_since",
        _("Samtykket er trukket tilbake etter denne datoen. Be om et nytt samtykke."),
    )
    ENDS_BEFORE_IT_STARTS = (
        "ends_before_it_starts",
        _("Samtykket må vare til etter datoen det ble underskrevet."),
    )
    LASTS_TOO_LONG = "lasts_too_long", _("Et samtykke kan vare i høyst %(months)s måneder.")
    ALREADY_OVER = "already_over", _("Velg en dag som kommer.")
    NO_DOCUMENT = "no_document", _("Legg ved en kopi av det underskrevne skjemaet.")
    NO_WITNESS = "no_witness", _("Velg en annen ansatt som hørte på.")
    NOBODY_ASKED = "nobody_asked", _("Velg hvem du vil spørre.")
    REQUEST_ANSWERED = "request_answered", _("Denne forespørselen er besvart eller erstattet av en ny.")
    NOT_ASKED_ABOUT = "not_asked_about", _("Svaret må gjelde tjenestene det ble spurt om.")
    WIDER_THAN_BEFORE = (
        "wider_than_before",
        _("Her kan du bare ta bort. Vil du si ja til mer, ber stafettholderen deg om et nytt samtykke."),
    )
    NOTHING_TO_WITHDRAW = "nothing_to_withdraw", _("Det er ikke noe samtykke å trekke tilbake.")
    FILE_TOO_LARGE = "file_too_large", _("Filen er for stor. Den kan være inntil 10 MB.")
    FILE_TYPE = "file_type", _("Filen må være en PDF eller et bilde (JPEG eller PNG).")
