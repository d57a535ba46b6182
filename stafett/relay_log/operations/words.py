"""Small words from everyone in the log (S001-47)."""

from datetime import timedelta

from stafett.audit.trail import AlreadyDone, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import ConcernState, Event, Refusal
from stafett.relay_log.models import BrightSpot, Concern, Note

REPEAT = timedelta(minutes=30)


@operation(Event.BRIGHT_SPOT_SHARED, lock="log")
def share_bright_spot(*, actor, log, text):
    """Share a lysglimt: something good, seen by everyone in the log."""
    if not text:
        require(no(Refusal.TEXT_MISSING))
    _require_new_words(BrightSpot, actor, log=log, text=text)
    return BrightSpot.objects.create(**_written(actor, log, text))


@operation(Event.NOTE_WRITTEN, lock="log")
def write_note(*, actor, log, text, concern_id=None):
    """Write a note to the log, or to one shared concern in it."""
    if not text:
        require(no(Refusal.TEXT_MISSING))
    concern = None
    if concern_id:
        concern = Concern.objects.filter(pk=concern_id, log=log).exclude(state=ConcernState.DRAFT).first()
        if concern is None:
            require(no(Refusal.WRONG_STATE))
    _require_new_words(Note, actor, log=log, text=text, concern=concern)
    return Note.objects.create(concern=concern, **_written(actor, log, text))


def _require_new_words(model, actor, **words):
    """Raise AlreadyDone when the same person has just written the same: a row that cannot be taken away again.

    A browser that goes back keeps the words but fetches the form with a new id, so the id alone does not tell.
    """
    recent = {"author_id": actor.person_id, "at__gt": clock.now() - REPEAT}
    if repeated := model.objects.filter(**words, **recent).first():
        raise AlreadyDone(repeated.pk)


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
