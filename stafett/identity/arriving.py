"""Back from a provider: is this the answer to our own question, who is it, and where are they known?"""

import hmac
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.conf import settings

from stafett.audit import trail
from stafett.identity import attempts, operations, queries, rules, sessions
from stafett.identity.attempts import Attempt
from stafett.identity.enums import Event, Refusal
from stafett.identity.oidc import metadata, requesting, tokens
from stafett.identity.oidc.metadata import Unreachable
from stafett.identity.oidc.providers import Provider
from stafett.identity.queries import Place
from stafett.identity.rules import Claims
from stafett.identity.sessions import Proof
from stafett.identity.setting_out import all_providers
from stafett.kernel import personal_number
from stafett.kernel.clock import today_in_norway
from stafett.kernel.personal_number import InvalidPersonalNumber
from stafett.kernel.verdict import Refused, no
from stafett.register.tenancy import within

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Arrived:
    """What came of it: a cookie token; and either on to a page, or a choice of places, or a no from the place."""

    token: str
    onward: str = ""
    place: str = ""
    choices: list[Place] = field(default_factory=list)
    refused: Refused | None = None


def arrive(
    provider: Provider,
    answer: Mapping[str, str],
    cookies: Mapping[str, str],
    *,
    now: datetime,
    user_agent: str,
    anew: bool = False,
    only: str = "",
) -> Arrived:
    """Finish a login. `answer` is what stood in the address the browser came back with.

    `anew`: an attempt that let the provider remember who it was is no good; `only`: id of the one person who may log in
    (ADR 0027). Raises Refused; where the municipality is known, its trail has the row. Source: OIDC-02.
    """
    attempt = attempts.opened(cookies, state=answer.get("state", ""), now=now)
    if attempt is not None and not attempt.fits(anew=anew, only=only):
        attempt = None
    place = _place(provider, attempt)
    try:
        claims, id_token = _claims(provider, answer, attempt, now=now)
        proof = _proof(provider, claims, id_token)
        people = people_of(provider, claims, queries.places(provider=provider))
        if attempt.confirms and str(people.get(place.id if place else None)) != attempt.confirms:
            raise Refused(no(Refusal.OTHER_PERSON))
        return _enter(
            provider, proof, claims, people, attempt=attempt, place=place, now=now, user_agent=user_agent
        )
    except Unreachable as silent:
        log.error("login: %s", silent)
        refused = Refused(no(Refusal.PROVIDER_SILENT))
        _note(place, refused)
        raise refused from None
    except Refused as refused:
        _note(place, refused)
        raise


def choose(session, slug: str, *, now: datetime, user_agent: str) -> Arrived:
    """Go on from a login at the provider to one of the places where the person is known.

    In: a waiting session. What the provider said then is read again from its id_token. Raises Refused.
    """
    provider, claims = _waiting(session)
    place = next((each for each in choices_of(session) if each.slug == slug), None)
    if place is None:
        raise Refused(no(Refusal.NO_ACCESS))
    proof = sessions.proof_of(session)
    people = people_of(provider, claims, [place])
    attempt = Attempt(requesting.Secrets("", "", ""), provider.key)
    return _enter(
        provider, proof, claims, people, attempt=attempt, place=place, now=now, user_agent=user_agent
    )


def choices_of(session) -> list[Place]:
    """Where the person of a waiting session is known. Raises Refused."""
    provider, claims = _waiting(session)
    served = queries.places(provider=provider)
    people = people_of(provider, claims, served)
    return [place for place in served if place.id in people]


def people_of(provider: Provider, claims: Claims, places: list[Place]) -> dict[UUID, UUID]:
    """Municipality -> person among `places`, for whom the claims are about.

    By verified personal number; where the provider has none, by what the municipality has promised. Never by e-mail or
    name. Raises Refused when the number is none. Source: compliance 1.2, OIDC-09.
    """
    ids, profile = {place.id for place in places}, provider.profile
    if profile.number_claim:
        try:
            number = personal_number.parse(
                str(claims[profile.number_claim]), allow_synthetic=settings.SYNTHETIC_PERSONS
            )
        except InvalidPersonalNumber:
            raise Refused(no(Refusal.NO_PERSONAL_NUMBER)) from None
        return queries.known_by_number(number.digits, municipality_ids=ids)
    subject = str(claims["sub"])
    promised = queries.promised(provider.issuer, _handle(provider, claims), subject=subject)
    found = promised | queries.linked(provider.issuer, subject)
    return {place_id: person_id for place_id, person_id in found.items() if place_id in ids}


def _claims(provider, answer, attempt, *, now):
    """The claims that open the door and the id_token they came in. Raises Refused or Unreachable."""
    if attempt is None:
        raise Refused(no(Refusal.NO_ATTEMPT if answer.get("state") else Refusal.WRONG_STATE))
    if attempt.provider != provider.key or not hmac.compare_digest(
        attempt.secrets.state.encode(), answer.get("state", "").encode()
    ):
        raise Refused(no(Refusal.WRONG_STATE))
    _require_sender(provider, answer)
    if "code" not in answer:
        is_cancelled = answer.get("error") in ("access_denied", "interaction_required", "login_required")
        raise Refused(no(Refusal.CANCELLED if is_cancelled else Refusal.PROVIDER_REFUSED))
    id_token = requesting.id_token_for(provider, code=answer["code"], verifier=attempt.secrets.verifier)
    claims = tokens.id_token_claims(
        id_token, provider, nonce=attempt.secrets.nonce, now=now,
        confirmed_after=attempt.began_at if attempt.asks_anew else None,
    )  # fmt: skip
    return claims, id_token


def _require_sender(provider, answer):
    """The answer says whom it is from, where the provider has said that it will (RFC 9207)."""
    must = metadata.issuer(provider.issuer).metadata().get("authorization_response_iss_parameter_supported")
    if answer.get("iss", None if must else provider.issuer) != provider.issuer:
        raise Refused(no(Refusal.WRONG_SENDER))


def _proof(provider, claims, id_token):
    level = claims.get(provider.profile.level_claim)
    return Proof(
        issuer=provider.issuer,
        subject=str(claims["sub"])[:255],
        sid=str(claims.get("sid", ""))[:255],
        level=(level if isinstance(level, str) else provider.level)[:100],
        authenticated_at=rules.moment(claims.get("auth_time")),
        lasts=provider.profile.lasts,
        id_token=id_token,
    )


def _enter(provider, proof, claims, people, *, attempt, place, now, user_agent):
    """In at the one place, or hold the login while a place is chosen, or while it is told that there is none."""
    if place is None and len(people) == 1:
        place = next(each for each in queries.places() if each.id in people)
    if place is not None and place.id in people:
        return _log_in(
            provider,
            proof,
            claims,
            people[place.id],
            attempt=attempt,
            place=place,
            now=now,
            user_agent=user_agent,
        )
    token = sessions.start(
        municipality_id=None, person_id=None, method=provider.key, now=now, proof=proof, user_agent=user_agent
    )
    if place is None and people:
        choices = [each for each in queries.places() if each.id in people]
        return Arrived(token, onward=attempt.onward, choices=choices)
    refused = Refused(no(Refusal.NO_ACCESS))
    _note(place, refused)
    return Arrived(token, refused=refused)


def _log_in(provider, proof, claims, person_id, *, attempt, place, now, user_agent):
    event = Event.CONFIRMED if attempt.confirms else Event.LOGGED_IN
    with within(place.id, actor_id=person_id, request_id=trail.request_id.get()):
        actor = sessions.actor_of(person_id, today=today_in_norway(now))
        if actor is not None and (actor.is_staff or not provider.is_for_staff_only):
            session = operations.log_in(
                actor=actor, provider=provider, proof=proof, handle=_handle(provider, claims),
                methods=_methods(claims), now=now, user_agent=user_agent, event=event,
            )  # fmt: skip
            return Arrived(session.token, onward=attempt.onward, place=place.slug)
    refused = Refused(no(Refusal.NOT_STAFF))
    _note(place, refused)
    token = sessions.start(
        municipality_id=None, person_id=None, method=provider.key, now=now, proof=proof, user_agent=user_agent
    )
    return Arrived(token, refused=refused)


def _waiting(session):
    provider = next(
        (each for each in all_providers() if each.key == session.method and each.issuer == session.issuer),
        None,
    )
    claims = tokens.unverified_claims(sessions.id_token_of(session))  # verified when it came, sealed since
    if provider is None or "sub" not in claims:
        raise Refused(no(Refusal.NO_ATTEMPT))
    return provider, claims


def _place(provider, attempt):
    """The municipality this login is for: the one that was chosen, else the only one the provider serves."""
    if attempt is not None and attempt.place:
        return queries.place(attempt.place)
    served = queries.places(provider=provider)
    return served[0] if len(served) == 1 else None


def _handle(provider, claims):
    handle = claims.get(provider.profile.handle_claim) if provider.profile.handle_claim else ""
    return handle[:255] if isinstance(handle, str) else ""


def _methods(claims):
    told = claims.get("amr")
    return told if isinstance(told, list) else ()


def _note(place, refused):
    if place is not None:
        operations.note_refusal(place.id, refused)
    log.info("login refused: %s", refused.refusal)
