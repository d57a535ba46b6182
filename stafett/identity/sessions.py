"""Start, find and end login sessions, and turn one into an actor."""

import hashlib
import secrets
from uuid import UUID

from django.db.models import FilteredRelation, Q

from stafett.identity import rules
from stafett.identity.models import LoginSession
from stafett.register.actor import Actor, Post
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
        .values_list(
            "municipality_id", "municipality__name", "municipality__model_alias", "given_name", "family_name", "locale",
            "municipality__locale", "birth_date",
            "post__unit_id", "post__unit__name", "post__unit__kind", "post__position", "post__role",
        )
    )  # fmt: skip
    if not rows:
        return None
    municipality_id, municipality_name, alias, given, family, own_locale, default_locale, birth_date = rows[
        0
    ][:8]
    return Actor(
        person_id=person_id,
        municipality_id=municipality_id,
        name=f"{given} {family}",
        municipality_name=municipality_name,
        model_alias=alias,
        locale=own_locale or default_locale,
        posts=tuple(Post(*row[8:]) for row in rows if row[8] is not None),
        birth_date=birth_date,
    )


def _hash(token):
    return hashlib.sha256(token.encode()).digest()
