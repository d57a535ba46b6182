"""The fixed words of consent."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConsentForm(TextChoices):
    """How the consent was given (L-05, X10)."""

    PAPER = "paper", _("Underskrift på papir")


class Event(TextChoices):
    """What happens to consent, as the trail tells it."""

    RECORDED = "consent.recorded", _("%(actor)s registrerte samtykke fra %(guardian)s.")
    DOCUMENT_OPENED = "consent.document_opened", _("%(actor)s åpnet samtykkeskjemaet.")


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
    SIGNED_IN_THE_FUTURE = "signed_in_the_future", _("Datoen for underskrift kan ikke være i framtiden.")
    ENDS_BEFORE_IT_STARTS = (
        "ends_before_it_starts",
        _("Samtykket må vare til etter datoen det ble underskrevet."),
    )
    LASTS_TOO_LONG = "lasts_too_long", _("Et samtykke kan vare i høyst %(months)s måneder.")
    NO_DOCUMENT = "no_document", _("Legg ved en kopi av det underskrevne skjemaet.")
    FILE_TOO_LARGE = "file_too_large", _("Filen er for stor. Den kan være inntil 10 MB.")
    FILE_TYPE = "file_type", _("Filen må være en PDF eller et bilde (JPEG eller PNG).")
