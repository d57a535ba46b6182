"""Start, find and end login sessions, and turn one into an actor."""

import hashlib
import secrets
from uuid import UUID

from django.db.models import FilteredRelation, Q

from stafett.identity import rules
from stafett.identity.models import LoginSession
from stafett.register.actor import Actor, Post
from stafett.register.enums import AddressProtection
from stafett.register.models import Person


def start(*, municipality_id, person_id, method, now):
    """Begin a session; returns the token for the cookie (text). Only its hash is stored."""
    token = secrets.token_urlsafe(32)
    LoginSession.objects.create(
        token_hash=_hash(token),
        municipality_id=municipality_id,
        person_id=person_id,
        method=method,
        started_at=now,
        seen_at=now,
    )
    return token


def find(token, *, now):
    """The live session of a cookie token, touched at most once a minute; None when unknown or too old."""
    session = peek(token, now=now)
    if session is not None and rules.should_touch(seen_at=session.seen_at, now=now):
        LoginSession.objects.filter(pk=session.pk).update(seen_at=now)
    return session


def peek(token, *, now):
    """The same session left as it is: for what goes on by itself, which must not keep a login alive."""
    session = LoginSession.objects.filter(token_hash=_hash(token)).first() if token else None
    if session is None:
        return None
    is_live = rules.is_live(started_at=session.started_at, seen_at=session.seen_at, now=now)
    return session if is_live else None


def end(token):
    """End the session of a cookie token; unknown tokens are ignored."""
    LoginSession.objects.filter(token_hash=_hash(token)).delete()


def forget_stale(*, now):
    """Delete sessions that are past their limits; returns how many."""
    stale = Q(seen_at__lt=now - rules.IDLE_LIMIT) | Q(started_at__lt=now - rules.ABSOLUTE_LIMIT)
    return LoginSession.objects.filter(stale).delete()[0]


def actor_of(person_id: UUID, *, today):
    """The actor with the employments that hold today, in one query; None when the person is not there.

    Must run within the person's municipality.
    """
    holding = Q(employments__starts_on__lte=today) & (
        Q(employments__ends_on__isnull=True) | Q(employments__ends_on__gte=today)
    )
    rows = list(
        Person.objects.filter(pk=person_id)
        .annotate(post=FilteredRelation("employments", condition=holding))
        .order_by("post__starts_on", "post__id")
        .values(
            *_OWN, *(f"municipality__{name}" for name in _MUNICIPAL), *(f"post__{name}" for name in _POST)
        )
    )
    return _actor(person_id, rows, today) if rows else None


_OWN = ("municipality_id", "given_name", "family_name", "locale", "birth_date", "protection")
_MUNICIPAL = ("name", "model_alias", "locale", "information_url", "support_contact", "own_consent_age")
_POST = ("unit_id", "unit__name", "unit__kind", "position", "role")


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
            Post(*(row[f"post__{name}"] for name in _POST))
            for row in rows
            if row["post__unit_id"] is not None
        ),
        birth_date=own["birth_date"],
        on=today,
        is_protected=own["protection"] != AddressProtection.NONE,
        own_consent_age=own["municipality__own_consent_age"],
    )


def _hash(token):
    return hashlib.sha256(token.encode()).digest()
