"""When a login is still good, and what a provider's tokens must say: plain functions, no database and no clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from stafett.identity.enums import LogoutFault, Refusal
from stafett.kernel.verdict import YES, Verdict, first_no, no

IDLE_LIMIT = timedelta(minutes=30)
ABSOLUTE_LIMIT = timedelta(hours=8)
TOUCH_EVERY = timedelta(minutes=1)
CONFIRMED_FOR = timedelta(minutes=15)
SKEW = timedelta(seconds=60)  # how far two clocks may be apart
LONGEST_WAY = timedelta(minutes=5)  # how old a token may be when it comes, whatever it says itself
ATTEMPT_LIMIT = timedelta(minutes=15)
TEST_METHODS = frozenset({"TestID"})
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"

Claims = Mapping[str, object]


def is_live(*, lasts_until: datetime, seen_at: datetime, now: datetime) -> bool:
    """A login lasts while it is used: at most 30 minutes idle, and never beyond `lasts_until`.

    Source: compliance 1.1, "our session must time out after at most 30 min of inactivity"; OIDC-01.
    """
    return now - seen_at <= IDLE_LIMIT and now <= lasts_until


def should_touch(*, seen_at: datetime, now: datetime) -> bool:
    """Last use is written at most once a minute, so that reading pages seldom writes. Source: ours."""
    return now - seen_at >= TOUCH_EVERY


def is_fresh(authenticated_at: datetime | None, *, now: datetime) -> bool:
    """Whether the person has shown who they are within the last 15 minutes. Source: OIDC-12."""
    return authenticated_at is not None and now - authenticated_at < CONFIRMED_FOR


@dataclass(frozen=True)
class Expected:
    """What an id_token must fit: whom it is from and for, and what was asked for."""

    issuer: str
    client_id: str
    nonce: str
    levels: tuple[str, ...]  # those that are good enough
    level_claim: str = "acr"
    number_claim: str = ""  # empty where the provider gives no personal number
    is_test: bool = False
    confirmed_after: datetime | None = None  # when the person was asked to show who they are anew


def may_enter(claims: Claims, expected: Expected, *, now: datetime) -> Verdict:
    """Whether an id_token with a good signature opens the door.

    In: its claims as they came (any JSON), what was expected, and the moment. Source: OpenID Connect Core 3.1.3.7;
    OIDC-02, OIDC-12.
    """
    return first_no(
        YES if claims.get("iss") == expected.issuer else no(Refusal.WRONG_ISSUER),
        _for_us(claims, expected.client_id),
        YES if expected.nonce and claims.get("nonce") == expected.nonce else no(Refusal.WRONG_NONCE),
        _in_time(claims, now),
        YES if _text(claims.get("sub")) else no(Refusal.NOT_A_PERSON),
        YES if set(_texts(claims.get(expected.level_claim))) & set(expected.levels) else no(Refusal.LEVEL_TOO_LOW),
        _not_a_test_user(claims, expected),
        YES if not expected.number_claim or _text(claims.get(expected.number_claim)) else no(Refusal.NO_PERSONAL_NUMBER),
        _confirmed(claims, expected),
    )  # fmt: skip


def may_end(claims: Claims, *, issuer: str, client_id: str, now: datetime) -> Verdict:
    """Whether a logout token with a good signature ends logins; that it is used once is the caller's to see to.

    Source: OpenID Connect Back-Channel Logout 1.0, 2.6; OIDC-07.
    """
    events = claims.get("events")
    return first_no(
        YES if claims.get("iss") == issuer else no(LogoutFault.WRONG_ISSUER),
        YES if client_id in _texts(claims.get("aud")) else no(LogoutFault.WRONG_AUDIENCE),
        YES if _in_time(claims, now, must_end=False) else no(LogoutFault.WRONG_TIME),
        YES if _text(claims.get("jti")) else no(LogoutFault.NO_ID),
        YES if isinstance(events, dict) and LOGOUT_EVENT in events else no(LogoutFault.NO_EVENT),
        no(LogoutFault.HAS_NONCE) if "nonce" in claims else YES,
        YES if _text(claims.get("sid")) or _text(claims.get("sub")) else no(LogoutFault.NOBODY),
    )


def moment(value: object) -> datetime | None:
    """The moment that a claim in seconds since 1970 names; None when it is no such number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _for_us(claims: Claims, client_id: str) -> Verdict:
    """The audience is us; where it is others too, or a party is named, that party is us."""
    audience, party = _texts(claims.get("aud")), claims.get("azp")
    named = party == client_id if party is not None else len(audience) == 1
    return YES if client_id in audience and named else no(Refusal.WRONG_AUDIENCE)


def _in_time(claims: Claims, now: datetime, *, must_end: bool = True) -> Verdict:
    issued, ends, begins = (moment(claims.get(name)) for name in ("iat", "exp", "nbf"))
    if issued is None or (ends is None and (must_end or "exp" in claims)) or now - issued > LONGEST_WAY:
        return no(Refusal.TOO_OLD)
    if issued - now > SKEW or (begins is not None and begins - now > SKEW):
        return no(Refusal.FROM_THE_FUTURE)
    return no(Refusal.TOO_OLD) if ends is not None and now - ends > SKEW else YES


def _not_a_test_user(claims: Claims, expected: Expected) -> Verdict:
    """`amr` is not judged, for its values change; but a test user has no business where people are real."""
    is_test_user = TEST_METHODS & set(_texts(claims.get("amr")))
    return no(Refusal.TEST_USER) if is_test_user and not expected.is_test else YES


def _confirmed(claims: Claims, expected: Expected) -> Verdict:
    if expected.confirmed_after is None:
        return YES
    shown = moment(claims.get("auth_time"))
    is_new = shown is not None and shown >= expected.confirmed_after - SKEW
    return YES if is_new else no(Refusal.NOT_CONFIRMED)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    """A claim that may be one text or a list of them."""
    if isinstance(value, list):
        return tuple(each for each in value if isinstance(each, str))
    return (value,) if isinstance(value, str) else ()
