"""Start, find and end login sessions, and turn one into an actor."""

import functools
import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery

from stafett.identity import devices, rules
from stafett.identity.models import Identity, LoginSession
from stafett.kernel.crypto import DecryptionFailed, KeyRing
from stafett.register.actor import Actor, Post
from stafett.register.models import Person
from stafett.register.rules import is_protected

DEMO = "demo"


@dataclass(frozen=True)
class Proof:
    """What a provider vouched for: who (in its own words), how surely and when, and for how long we take its word."""

    issuer: str
    subject: str
    sid: str = ""
    level: str = ""
    authenticated_at: datetime | None = None
    lasts: timedelta = rules.ABSOLUTE_LIMIT
    id_token: str = field(default="", repr=False)


def start(*, municipality_id, person_id, method, now, proof=None, user_agent=""):
    """Begin a session; returns the token for the cookie (text). Only its hash is stored.

    `proof` is what a provider vouched for; the demo has none, and is sure of everybody.
    """
    token = secrets.token_urlsafe(32)
    session = LoginSession(
        token_hash=_hash(token),
        municipality_id=municipality_id,
        person_id=person_id,
        method=method,
        started_at=now,
        seen_at=now,
        lasts_until=now + (proof.lasts if proof else rules.ABSOLUTE_LIMIT),
        authenticated_at=proof.authenticated_at if proof else now,
    )
    session.browser, session.system = devices.summary(user_agent)
    if proof:
        _vouch(session, proof)
    session.save(force_insert=True)
    return token


def find(token, *, now):
    """The live session of a cookie token, touched at most once a minute; None when unknown or too old."""
    session = peek(token, now=now)
    if session is not None and rules.should_touch(seen_at=session.seen_at, now=now):
        LoginSession.objects.filter(pk=session.pk).update(seen_at=now)
    return session


def peek(token, *, now):
    """The same session left as it is: for what goes on by itself, which must not keep a login alive."""
    session = held_by(token)
    is_there = session is not None and session.person_id is not None and _is_live(session, now)
    return session if is_there else None


def waiting(token, *, now):
    """A live login at the provider that has led to no person here yet; None when there is none (OIDC-08)."""
    session = held_by(token)
    is_there = session is not None and session.person_id is None and _is_live(session, now)
    return session if is_there else None


def held_by(token):
    """The session row of a cookie token, live or not; None when unknown."""
    return LoginSession.objects.filter(token_hash=_hash(token)).first() if token else None


def confirm(session, *, now):
    """Write down that the person has just shown who they are, in the demo."""
    LoginSession.objects.filter(pk=session.pk).update(authenticated_at=now)


def hand_over(session, log_id):
    """Shut a session for everything but the child's side of one log (W-23). What was shown of late counts no more: who
    takes the screen back shows anew who they are."""
    LoginSession.objects.filter(pk=session.pk).update(handed_log_id=log_id, authenticated_at=None)


def take_back(session, *, now):
    """Open a handed session again for the person who has just shown who they are, in the demo."""
    LoginSession.objects.filter(pk=session.pk).update(handed_log_id=None, authenticated_at=now)


def proof_of(session):
    """What the provider vouched for when this session began, as a `Proof`."""
    return Proof(
        issuer=session.issuer,
        subject=session.subject,
        sid=session.sid,
        level=session.level,
        authenticated_at=session.authenticated_at,
        lasts=session.lasts_until - session.started_at,
        id_token=id_token_of(session),
    )


def id_token_of(session):
    """The id_token kept for the logout; empty when there is none or its key has left the ring."""
    if not session.id_token_cipher:
        return ""
    try:
        return _ring().decrypt(session.id_token_cipher, context=session.pk.bytes).decode()
    except DecryptionFailed:
        return ""


def end(token):
    """End the session of a cookie token; unknown tokens are ignored."""
    LoginSession.objects.filter(token_hash=_hash(token)).delete()


def forget_person(person_id: UUID, *, municipality_id: UUID):
    """End every session of a person and loosen them from every provider's subject: they have turned out to be somebody
    else, because the personal number was wrong (W-16). Part of the operation that corrects it."""
    LoginSession.objects.filter(person_id=person_id, municipality_id=municipality_id).delete()
    Identity.objects.filter(person_id=person_id, municipality_id=municipality_id).delete()


def forget_handles(person_id: UUID, *, issuer: str, but: str, municipality_id: UUID):
    """Take back the access somebody was given at a provider under any other handle than `but`, and end their sessions: the
    municipality has said that they are known there by this one. Part of the operation that says so."""
    LoginSession.objects.filter(person_id=person_id, municipality_id=municipality_id).delete()
    given = Identity.objects.filter(person_id=person_id, municipality_id=municipality_id, issuer=issuer)
    given.exclude(handle__in=("", but)).delete()


def forget_stale(*, now):
    """Delete sessions that are past their limits; returns how many."""
    stale = Q(seen_at__lt=now - rules.IDLE_LIMIT) | Q(lasts_until__lt=now)
    return LoginSession.objects.filter(stale).delete()[0]


def _is_live(session, now):
    """Logins of the demo end with the demo."""
    is_allowed = settings.DEMO or session.method != DEMO
    return is_allowed and rules.is_live(lasts_until=session.lasts_until, seen_at=session.seen_at, now=now)


def _vouch(session, proof):
    session.issuer, session.subject, session.sid, session.level = (
        proof.issuer, proof.subject, proof.sid, proof.level,
    )  # fmt: skip
    if proof.id_token:
        session.id_token_cipher = _ring().encrypt(proof.id_token, context=session.pk.bytes)


def _ring():
    return KeyRing.from_setting(settings.KEY_RING)


def actor_of(person_id: UUID, *, today):
    """The actor with the employments and places from outside that hold today, in one query; None when nobody is there.

    Must run within the person's municipality.
    """
    statement, values = _statement(today)
    with connection.cursor() as cursor:
        cursor.execute(statement, [person_id if value == _ANYBODY else value for value in values])
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return _actor(person_id, rows, today) if rows else None


@functools.lru_cache(maxsize=2)
def _statement(today):
    """The question `actor_of` asks on a day, as SQL and parameters, with nobody in particular for the person. Kept,
    because building it takes longer than asking it; the answer is never kept."""
    holding = Q(employments__starts_on__lte=today) & (
        Q(employments__ends_on__isnull=True) | Q(employments__ends_on__gte=today)
    )
    outside = Q(
        grants__relation=_EXTERNAL, grants__ended_at__isnull=True, grants__ends_on__gte=today
    )  # joined by name: places stand a floor above this one
    rows = (
        Person.objects.filter(pk=_ANYBODY)
        .annotate(
            post=FilteredRelation("employments", condition=holding),
            outside=FilteredRelation("grants", condition=outside),
        )
        .order_by("post__starts_on", "post__id")
        .values(
            *_OWN, *(f"municipality__{name}" for name in _MUNICIPAL), *(f"post__{name}" for name in _POST)
        )
        .annotate(is_external=Q(outside__isnull=False), unread=Subquery(_UNREAD))
        .distinct()
    )
    return rows.query.sql_with_params()


# for the count in the menu, without a query of its own; messages too stand a floor above
_UNREAD = (
    Person.objects.filter(pk=OuterRef("pk"), messages__read_at__isnull=True, messages__isnull=False)
    .values("pk")
    .annotate(count=Count("messages"))
    .values("count")
)
_ANYBODY = UUID(int=0)
_EXTERNAL = "external"  # access.enums.Relation
_OWN = ("municipality_id", "given_name", "family_name", "locale", "birth_date", "protection")
_MUNICIPAL = ("name", "model_alias", "locale", "information_url", "support_contact", "own_consent_age")
_POST = ("id", "starts_on", "unit_id", "unit__name", "unit__kind", "position", "role")


def _actor(person_id, rows, today):
    own = rows[0]
    return Actor(
        person_id=person_id,
        municipality_id=own["municipality_id"],
        name=f"{own['given_name']} {own['family_name']}",
        municipality_name=own["municipality__name"],
        model_alias=own["municipality__model_alias"],
        information_url=own["municipality__information_url"],
        support_contact=own["municipality__support_contact"],
        locale=own["locale"] or own["municipality__locale"],
        posts=tuple(
            Post(*(row[f"post__{name}"] for name in _POST[2:]))
            for row in rows
            if row["post__unit_id"] is not None
        ),
        birth_date=own["birth_date"],
        on=today,
        unread=own["unread"] or 0,
        is_protected=is_protected(own["protection"]),
        own_consent_age=own["municipality__own_consent_age"],
        is_external=own["is_external"],
    )


def _hash(token):
    return hashlib.sha256(token.encode()).digest()
