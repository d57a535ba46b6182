"""One try at logging in, between leaving for the provider and coming back: sealed in a cookie, kept nowhere here.

Each try has a cookie of its own, so that two windows do not disturb each other, and it is used once.
"""

import base64
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from django.conf import settings

from stafett.identity.oidc.requesting import Secrets
from stafett.identity.rules import ATTEMPT_LIMIT
from stafett.kernel.crypto import DecryptionFailed, KeyRing

CONTEXT = b"login attempt"
LONGEST_STATE = 128


@dataclass(frozen=True)
class Attempt:
    """What must still be known when the person comes back."""

    secrets: Secrets
    provider: str
    place: str = ""  # the municipality's short name, when it was chosen beforehand
    onward: str = ""  # path to go on to
    confirms: str = ""  # id of the person who shows anew who they are; empty at an ordinary login
    began_at: datetime = datetime.min.replace(tzinfo=UTC)
    anew: bool = False  # whoever it is must show it at the provider now, and not only be logged in there

    @property
    def asks_anew(self) -> bool:
        """Whether a login that the provider remembers is not enough."""
        return self.anew or bool(self.confirms)

    def fits(self, *, anew: bool, only: str) -> bool:
        """Whether it may end here: where a login must be shown `anew`, and where `only` one person (id) may log in."""
        return (self.asks_anew or not anew) and (not only or self.confirms == only)

    def is_live(self, now: datetime) -> bool:
        """Whether it may still be finished."""
        return now - self.began_at <= ATTEMPT_LIMIT


def cookie_name(state: str) -> str:
    """The cookie of the try with this state."""
    return f"{settings.LOGIN_COOKIE}-inn-{state[:12]}"


def sealed(attempt: Attempt) -> str:
    """The cookie's text: nobody can read or change it."""
    text = json.dumps(asdict(attempt), default=str)
    return base64.urlsafe_b64encode(_ring().encrypt(text, context=CONTEXT)).decode()


def opened(cookies, *, state: str, now: datetime) -> Attempt | None:
    """The live attempt with this state among the request's cookies; None when there is none."""
    if not state or len(state) > LONGEST_STATE:
        return None
    try:
        token = base64.urlsafe_b64decode(cookies.get(cookie_name(state), "").encode())
        told = json.loads(_ring().decrypt(token, context=CONTEXT))
    except (DecryptionFailed, ValueError):
        return None
    attempt = Attempt(
        **told | {"secrets": Secrets(**told["secrets"]), "began_at": datetime.fromisoformat(told["began_at"])}
    )
    return attempt if attempt.is_live(now) else None


def _ring() -> KeyRing:
    return KeyRing.from_setting(settings.KEY_RING)
