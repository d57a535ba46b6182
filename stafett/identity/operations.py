"""Logging in, being refused, and logging out, each with its row in the municipality's trail."""

import hashlib

from django.db import connection

from stafett.audit import trail
from stafett.audit.trail import Outcome, operation
from stafett.identity import queries, sessions
from stafett.identity.enums import Event, Refusal, Way
from stafett.identity.models import Identity, LoginSession, UsedToken
from stafett.kernel.clock import today_in_norway
from stafett.kernel.ids import new_id
from stafett.kernel.verdict import Refused, no
from stafett.register.actor import Actor
from stafett.register.tenancy import within

METHODS_KEPT = 5  # how many of the ways a person was recognised stand in the trail


@operation(Event.LOGGED_IN)
def log_in(*, actor, provider, proof, handle="", methods=(), now, user_agent="", event=None):
    """Begin a session for `actor`, and link the provider's subject to them. Gives an Outcome whose thing is the session.

    Raises Refused when the subject is another person's. Must run within the municipality. Source: OIDC-09, L-60.
    """
    _link(actor, proof, handle=handle, now=now)
    token = sessions.start(
        municipality_id=actor.municipality_id, person_id=actor.person_id, method=provider.key, now=now,
        proof=proof, user_agent=user_agent,
    )  # fmt: skip
    session = sessions.held_by(token)
    session.token = token
    told = [str(each)[:40] for each in methods][:METHODS_KEPT]
    return Outcome(session, {"provider": provider.key, "level": proof.level, "methods": told}, event=event)


@operation(Event.CONFIRMED)
def confirm_in_demo(*, actor, session, now):
    """Take a demo person's word for who they are."""
    sessions.confirm(session, now=now)
    return session


@operation(Event.SCREEN_HANDED)
def hand_over_screen(*, actor, session, log):
    """Give the screen to the child of a log: from now on this login opens nothing but the child's side of it.

    In: the login's own session and the log, whose unique id is kept. Source: W-23, ADR 0027.
    """
    sessions.hand_over(session, log.pk)
    return session


@operation(Event.SCREEN_TAKEN_BACK)
def take_back_in_demo(*, actor, session, now):
    """Take a demo person's word that the screen is theirs again. Everywhere else it is the provider who says so."""
    sessions.take_back(session, now=now)
    return session


@operation(Event.LINKED)
def promise_access(*, actor, issuer, handle, now):
    """Let whoever logs in at `issuer` under `handle` be `actor`; the first login brings the subject.

    Giving it anew changes nothing. Must run within the municipality. Source: compliance 1.2.
    """
    own, _new = Identity.objects.get_or_create(
        issuer=issuer, handle=handle, municipality_id=actor.municipality_id,
        defaults={"person_id": actor.person_id, "linked_at": now},
    )  # fmt: skip
    if own.person_id != actor.person_id:
        raise Refused(no(Refusal.OTHER_PERSON))
    return own


def note_refusal(place_id, refused, *, person_id=None):
    """A row in the trail that a login was refused, and why. Nobody's name: nobody has shown who they are."""
    with within(place_id, request_id=trail.request_id.get()):
        nobody = Actor(person_id=person_id, municipality_id=place_id, name="")
        trail.refused(nobody, Event.LOGIN_REFUSED, reason=refused.refusal.value)


def log_out(session, *, way, now):
    """End one session, whoever it is; a session that led to a person leaves a row in the trail. Twice is no harm."""
    if session.municipality_id is None:
        LoginSession.objects.filter(pk=session.pk).delete()
        return
    with within(session.municipality_id, actor_id=session.person_id, request_id=trail.request_id.get()):
        actor = sessions.actor_of(session.person_id, today=today_in_norway(now))
        if actor is not None and LoginSession.objects.filter(pk=session.pk).exists():
            _log_out(actor=actor, session=session, way=way)
        LoginSession.objects.filter(pk=session.pk).delete()


def log_out_many(found, *, way, now):
    """End several sessions; returns how many."""
    for session in found:
        log_out(session, way=way, now=now)
    return len(found)


def log_out_at_provider(issuer, *, sid="", subject="", way: Way, now):
    """End every login that a provider means, in all municipalities; returns how many."""
    return log_out_many(queries.sessions_at(issuer, sid=sid, subject=subject), way=way, now=now)


def use_once(issuer: str, jti: str, *, now) -> bool:
    """Take a logout token's id; False when it was taken before (OIDC-07)."""
    mark = hashlib.sha256(f"{len(issuer)} {issuer} {jti}".encode("utf-8", "surrogatepass")).digest()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO identity_usedtoken (id, mark, used_at) VALUES (%s, %s, %s) ON CONFLICT (mark) DO NOTHING",
            [new_id(), mark, now],
        )
        return cursor.rowcount == 1


def forget_used_tokens(*, older_than):
    """Delete ids of tokens that are too old to be accepted anyway; returns how many."""
    return UsedToken.objects.filter(used_at__lt=older_than).delete()[0]


@operation(Event.LOGGED_OUT, reason="way")
def _log_out(*, actor, session, way):
    session_id = session.pk
    session.delete()
    session.pk = session_id  # the trail names what is gone
    return session


def _link(actor, proof, *, handle, now):
    """Tie the subject to the person: by the promise that was given for the handle, else as a link of its own."""
    here = Identity.objects.filter(issuer=proof.issuer, municipality_id=actor.municipality_id)
    own = here.filter(subject=proof.subject).first()
    if (
        own is None
        and handle
        and here.filter(handle=handle, subject="", person_id=actor.person_id).update(
            subject=proof.subject, linked_at=now
        )
    ):
        return
    if own is None:
        Identity.objects.create(
            issuer=proof.issuer, subject=proof.subject, municipality_id=actor.municipality_id,
            person_id=actor.person_id, linked_at=now,
        )  # fmt: skip
    elif own.person_id != actor.person_id:
        raise Refused(no(Refusal.OTHER_PERSON))
