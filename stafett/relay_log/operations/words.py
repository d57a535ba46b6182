"""Small words from everyone in the log (S001-47)."""

from datetime import timedelta

from stafett.access import scope
from stafett.audit.trail import AlreadyDone, Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import ConcernState, Event, Refusal
from stafett.relay_log.models import BrightSpot, Concern, Note, RelayLog
from stafett.relay_log.rules import keeping

REPEAT = timedelta(minutes=30)


@operation(Event.BRIGHT_SPOT_SHARED, lock="log")
def share_bright_spot(*, actor, log, text, as_child=False):
    """Share a lysglimt: something good, seen by everyone in the log.

    `as_child`: the words are the child's, whoever is logged in: told at the table, or to an adult (W-23).
    """
    if not text:
        require(no(Refusal.TEXT_MISSING))
    words = _written(actor, log, text) | (_by_the_child(log) if as_child else {})
    _require_new_words(BrightSpot, words["author_id"], log=log, text=text)
    spot = BrightSpot.objects.create(**words)
    return Outcome(spot, event=Event.BRIGHT_SPOT_OF_CHILD if as_child else Event.BRIGHT_SPOT_SHARED)


@operation(Event.NOTE_WRITTEN, lock="log")
def write_note(*, actor, log, text, concern_id=None, kept_from_guardians=""):
    """Write a note to the log, or to one shared concern in it; `kept_from_guardians` is why they do not see it (L-13)."""
    if not text:
        require(no(Refusal.TEXT_MISSING))
    if kept_from_guardians:
        require_may_keep(log, actor)
    concern = None
    if concern_id:
        concern = Concern.objects.filter(pk=concern_id, log=log).exclude(state=ConcernState.DRAFT).first()
        if concern is None:
            require(no(Refusal.WRONG_STATE))
    _require_new_words(Note, actor.person_id, log=log, text=text, concern=concern)
    note = Note.objects.create(
        concern=concern, kept_from_guardians=kept_from_guardians, **_written(actor, log, text)
    )
    return Outcome(note, {"kept": True} if kept_from_guardians else {})


@operation(Event.NOTE_KEPT, lock="log")
def change_note_keeping(*, actor, log, note, keep, kept_from_guardians):
    """Keep a note from guardians for a reason, or share it with them after all; a row in the trail (L-13).

    `note` is in `log`. Raises Refused.
    """
    require(keeping.may_change_note(actor_relation(log, actor), is_author=note.author_id == actor.person_id))
    note = Note.objects.select_for_update(of=("self",)).get(pk=note.pk, log=log)
    if keep:
        if not kept_from_guardians:
            require(no(Refusal.REASON_MISSING))
        require_may_keep(log, actor)
    note.kept_from_guardians = kept_from_guardians if keep else ""
    note.save(update_fields=["kept_from_guardians"])
    return Outcome(note, {"kept": keep}, event=Event.NOTE_KEPT if keep else Event.NOTE_SHARED)


def require_may_keep(log, actor):
    """Stop unless the actor may keep words in this log from guardians now (L-13). `log` is a locked RelayLog."""
    require(
        keeping.may_keep(
            actor_relation(log, actor),
            birth_date=log.child.person.birth_date,
            today=actor.on,
            own_consent_age=log.municipality.own_consent_age,
        )
    )


def actor_relation(log, actor):
    """How the actor stands to a log, as a Relation; None when not in it."""
    return (
        scope.reachable_logs(actor, RelayLog.objects.filter(pk=log.pk))
        .values_list("relation", flat=True)
        .first()
    )


def _require_new_words(model, author_id, **words):
    """Raise AlreadyDone when the same person has just written the same: a row that cannot be taken away again.

    A browser that goes back keeps the words but fetches the form with a new id, so the id alone does not tell.
    """
    recent = {"author_id": author_id, "at__gt": clock.now() - REPEAT}
    if repeated := model.objects.filter(**words, **recent).first():
        raise AlreadyDone(repeated.pk)


def _by_the_child(log):
    return {"author_id": log.child.person_id, "author_name": log.child.person.name, "author_title": ""}


def _written(actor, log, text):
    return {
        "municipality_id": log.municipality_id,
        "log": log,
        "text": text,
        "author_id": actor.person_id,
        "author_name": actor.name,
        "author_title": actor.title,
        "at": clock.now(),
    }
