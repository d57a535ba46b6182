"""The frame around every change: one transaction, the row locked, the trail written in it.

`@operation` wraps the verbs of a feature; the guard calls `read` and `refused`. Nothing else writes the trail.
"""

import functools
from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from django.db import connection, transaction
from django.db.models import Max

from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry, RowVersion, Submission
from stafett.kernel import clock

# written out, because every open page of a meeting asks again and again; greatest() passes over what is not there
_NEWEST_ABOUT = """
SELECT greatest(
  (SELECT number FROM audit_entry WHERE log_id = %(log)s AND kind = %(act)s AND thing_id = %(thing)s
     AND number > %(after)s ORDER BY number DESC LIMIT 1),
  (SELECT number FROM audit_entry WHERE thing_id = %(thing)s AND kind = %(words)s
     AND number > %(after)s ORDER BY number DESC LIMIT 1))
"""
RECENT = 50  # rows of one person that are looked through for a reading

request_id: ContextVar[UUID | None] = ContextVar("request_id", default=None)
at_the_table: ContextVar[bool] = ContextVar(
    "at_the_table", default=False
)  # the screen is with the child (W-23)


@dataclass(frozen=True)
class Outcome:
    """What an operation did: the thing it made or changed, and facts for the trail (ids, states, dates; no free text)."""

    thing: object
    facts: dict = field(default_factory=dict)
    event: object = None  # when the outcome decides what happened; else the operation's own event


class AlreadyDone(Exception):
    """The same form was carried out before. `thing_id` is what it made, as a UUID (None when nothing was made)."""

    def __init__(self, thing_id):
        super().__init__("this form has been carried out")
        self.thing_id = thing_id


def operation(event, *, lock=None, reason=None, kind=EntryKind.ACT):
    """Make a function a verb of the product.

    Args:
        event: member of the feature's Event enum; its value is the event name in the trail.
        lock: name of the keyword argument whose row is locked and read anew before the function runs.
        reason: name of the keyword argument that holds a short reason worth keeping in the trail.
        kind: READ for what only hands out something that is there (a list, a package), WORDS for what is being written
            and is not in the log yet.

    The function takes keyword arguments, `actor` among them, and returns a model instance or an `Outcome`.
    Callers may add `submission` (UUID of the form): the second call with the same one raises `AlreadyDone`.
    Whatever the function raises, nothing is written. Source: design 4.9, 4.10; L-60.
    """

    def decorate(function):
        @functools.wraps(function)
        def run(*, actor, submission=None, **given):
            with transaction.atomic():
                if submission is not None:
                    submission = _claim(actor, submission)
                if lock is not None:
                    given[lock] = _locked(given[lock])
                outcome = function(actor=actor, **given)
                if not isinstance(outcome, Outcome):
                    outcome = Outcome(outcome)
                if submission is not None:
                    Submission.objects.filter(pk=submission).update(thing_id=_id_of(outcome.thing))
                facts = outcome.facts if kind == EntryKind.ACT else place_in(outcome.thing) | outcome.facts
                _write(
                    actor,
                    kind,
                    outcome.event or event,
                    outcome.thing,
                    log=given.get("log"),
                    reason=given.get(reason, "") if reason else "",
                    facts=facts,
                )
                return outcome.thing

        run.event = event
        return run

    return decorate


def read(actor, event, thing, *, reason=""):
    """Record that `actor` was shown `thing` (a model instance or None), and by which place in the log."""
    _write(actor, EntryKind.READ, event, thing, reason=reason, facts=place_in(thing))


def place_in(thing):
    """How the reader stands to the log of a thing, and the grant that lets them in, as access.scope found when the log
    was reached; empty for what is in no log. The grant's purpose is looked up, not copied: these rows cannot be put right.
    """
    log = thing if getattr(thing, "is_log", False) else getattr(thing, "log", None)
    relation, grant_id = getattr(log, "relation", None), getattr(log, "grant_id", None)
    return ({"relation": str(relation)} if relation else {}) | ({"grant": str(grant_id)} if grant_id else {})


def refused(actor, event, *, thing=None, reason="", asked=None):
    """Record a refusal: by the policy or a rule (`reason` is the refusal's name) or an unknown id (`asked`)."""
    facts = {"asked": str(asked)} if asked else {}
    _write(actor, EntryKind.REFUSAL, event, thing, reason=reason, facts=facts)


def hold(thing):
    """Lock the log that a thing is in, or the thing itself, until the transaction ends."""
    row = getattr(thing, "log", None) or thing
    list(type(row).objects.select_for_update(of=("self",)).filter(pk=row.pk).values_list("pk"))


def made_by(actor, submission):
    """The id of what this actor's form made when it was carried out; None when it was not."""
    return Submission.objects.filter(pk=_own(actor, submission)).values_list("thing_id", flat=True).first()


def story_of(log_id, *, limit, before=None, after=0):
    """Acts in a log, newest first, at most `limit`. `before` and `after` are numbers to page from."""
    acts = Entry.objects.filter(log_id=log_id, kind=EntryKind.ACT, number__gt=after).order_by("-number")
    return list((acts.filter(number__lt=before) if before else acts)[:limit])


def newest_about(thing, *, after=0):
    """Number of the newest act about a thing in a log, or words being written there, after a number; None when there is
    none. Two look-ups in an index."""
    with connection.cursor() as cursor:
        about = {"log": thing.log_id, "thing": thing.pk, "after": after}
        cursor.execute(_NEWEST_ABOUT, about | {"act": EntryKind.ACT.value, "words": EntryKind.WORDS.value})
        return cursor.fetchone()[0]


def has_read(actor, thing, *, since):
    """Whether one of the last things `actor` did since a moment was to be shown `thing`. So a page that fetches its parts
    again and again is one row for each sitting, not one for each part (L-60, ADR 0025)."""
    rows = Entry.objects.filter(actor_id=actor.person_id, at__gte=since).order_by("-number")
    return any(
        kind == EntryKind.READ and thing_id == thing.pk
        for kind, thing_id in rows.values_list("kind", "thing_id")[:RECENT]
    )


def last_acts(log_ids):
    """When somebody last did something in each of these logs: log id -> moment."""
    acts = Entry.objects.filter(log_id__in=log_ids, kind=EntryKind.ACT)
    return dict(acts.values_list("log_id").annotate(Max("at")).order_by("log_id"))


def former_versions(row):
    """Former versions of a row, oldest first, as RowVersion instances."""
    return list(RowVersion.objects.filter(table_name=row._meta.db_table, row_id=row.pk).order_by("id"))


def forget_submissions(*, older_than):
    """Delete carried-out form ids older than a moment; returns how many."""
    return Submission.objects.filter(at__lt=older_than).delete()[0]


def _claim(actor, submission):
    """Take the form id for this actor, or wait for whoever holds it and then raise AlreadyDone."""
    own = _own(actor, submission)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_submission (id, municipality_id, actor_id, at) VALUES (%s, %s, %s, now())"
            " ON CONFLICT (id) DO NOTHING",
            [own, actor.municipality_id, actor.person_id],
        )
        if cursor.rowcount:
            return own
    raise AlreadyDone(Submission.objects.get(pk=own).thing_id)


def _own(actor, submission):
    """The form's id as this actor's, so that one which somebody else's form happens to carry is not taken."""
    return uuid5(actor.person_id, str(submission))


def _locked(row):
    """The row read anew under a lock, so that two people cannot both act on what they saw before."""
    return type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)


def _write(actor, kind, event, thing, *, log=None, reason="", facts=None):
    subject = log or thing
    Entry.objects.create(
        municipality_id=actor.municipality_id,
        at=clock.now(),
        kind=kind,
        event=str(getattr(event, "value", event)),
        actor_id=actor.person_id,
        actor_name=actor.name,
        actor_title=actor.title,
        log_id=_log_id_of(subject) or _log_id_of(thing),
        child_id=_child_id_of(subject) or _child_id_of(thing),
        thing_kind=thing._meta.label_lower if thing is not None else "",
        thing_id=_id_of(thing),
        reason=str(reason)[:300],
        facts=(facts or {}) | ({"at_the_table": True} if at_the_table.get() else {}),
        request_id=request_id.get(),
    )


def _id_of(thing):
    return getattr(thing, "pk", None)


def _log_id_of(thing):
    """A thing in a log carries `log_id`; the log itself says so by `is_log`."""
    return thing.pk if getattr(thing, "is_log", False) else getattr(thing, "log_id", None)


def _child_id_of(thing):
    """The child itself says so by `is_child`; a thing in a log knows the child through the log it was reached by."""
    if getattr(thing, "is_child", False):
        return thing.pk
    return getattr(thing, "child_id", None) or getattr(getattr(thing, "log", None), "child_id", None)
