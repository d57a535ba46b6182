"""Words of logging in and out: what the trail tells, and why a login is refused."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """What happens with logins, as the trail tells it."""

    LOGGED_IN = "identity.logged_in", _("%(actor)s logget inn.")
    CONFIRMED = "identity.confirmed", _("%(actor)s bekreftet hvem det er.")
    LOGIN_REFUSED = "identity.login_refused", _("En innlogging ble avvist.")
    LOGGED_OUT = "identity.logged_out", _("%(actor)s ble logget ut.")
    LINKED = "identity.linked", _("En innlogging ble knyttet til %(actor)s.")
    SCREEN_HANDED = "identity.screen_handed", _("%(actor)s ga skjermen til barnet.")
    SCREEN_TAKEN_BACK = "identity.screen_taken_back", _("%(actor)s tok skjermen tilbake.")


class Way(TextChoices):
    """How a login came to an end."""

    OWN = "own", _("Logget ut selv")
    FROM_LIST = "from_list", _("Logget ut fra Min side")
    EVERYWHERE = "everywhere", _("Logget ut overalt")
    FRONT_CHANNEL = "front_channel", _("Logget ut av innloggingstjenesten, i nettleseren")
    BACK_CHANNEL = "back_channel", _("Logget ut av innloggingstjenesten")


class Audience(TextChoices):
    """Whom a login provider is for in a municipality."""

    STAFF = "staff", _("Jeg er ansatt")
    FAMILY = "family", _("Jeg er foresatt eller ungdom")


_AGAIN = _("Innloggingen kunne ikke fullføres på en trygg måte. Start på nytt.")


class Refusal(TextChoices):
    """Why a login is refused. Where the reason would only help an attacker, the sentence is the same for several."""

    NO_ATTEMPT = (
        "no_attempt",
        _("Innloggingen tok for lang tid, eller ble startet i en annen nettleser. Start på nytt."),
    )
    CANCELLED = "cancelled", _("Innloggingen ble avbrutt. Du er ikke logget inn.")
    PROVIDER_SILENT = (
        "provider_silent",
        _("Vi får ikke kontakt med innloggingstjenesten. Prøv igjen om litt."),
    )
    PROVIDER_REFUSED = "provider_refused", _("Innloggingstjenesten sa nei. Prøv igjen om litt.")
    WRONG_STATE = "wrong_state", _AGAIN
    WRONG_SENDER = "wrong_sender", _AGAIN
    CODE_REFUSED = "code_refused", _AGAIN
    WRONG_SIGNATURE = "wrong_signature", _AGAIN
    UNKNOWN_KEY = "unknown_key", _AGAIN
    WRONG_ISSUER = "wrong_issuer", _AGAIN
    WRONG_AUDIENCE = "wrong_audience", _AGAIN
    WRONG_NONCE = "wrong_nonce", _AGAIN
    NOT_A_PERSON = "not_a_person", _AGAIN
    TOO_OLD = "too_old", _AGAIN
    FROM_THE_FUTURE = "from_the_future", _AGAIN
    LEVEL_TOO_LOW = (
        "level_too_low",
        _(
            "Denne innloggingen er ikke sikker nok for Stafett. Logg inn med en som er det, for eksempel BankID."
        ),
    )
    NO_PERSONAL_NUMBER = (
        "no_personal_number",
        _("Innloggingen din har ikke norsk fødselsnummer eller D-nummer. Ta kontakt med kommunen."),
    )
    TEST_USER = "test_user", _("En testbruker kan ikke logge inn her.")
    NOT_CONFIRMED = (
        "not_confirmed",
        _("Innloggingstjenesten bekreftet ikke på nytt hvem du er. Prøv en gang til."),
    )
    OTHER_PERSON = "other_person", _("En annen person enn deg bekreftet innloggingen.")
    NO_ACCESS = (
        "no_access",
        _("Kommunen har ikke gitt deg tilgang til Stafett. Ta kontakt med den du samarbeider med der."),
    )
    NOT_STAFF = "not_staff", _("Denne innloggingen er for ansatte i kommunen.")


class LogoutFault(TextChoices):
    """What is wrong with a logout token. Only the operator's log sees it."""

    NOT_A_LOGOUT = "not_a_logout", "not a logout token"
    WRONG_SIGNATURE = "wrong_signature", "wrong signature"
    WRONG_ISSUER = "wrong_issuer", "wrong issuer"
    WRONG_AUDIENCE = "wrong_audience", "wrong audience"
    WRONG_TIME = "wrong_time", "too old, or from the future"
    NO_ID = "no_id", "no id of its own"
    USED_BEFORE = "used_before", "used before"
    NO_EVENT = "no_event", "not the event of a logout"
    HAS_NONCE = "has_nonce", "carries a nonce, as only a login does"
    NOBODY = "nobody", "names no session"
