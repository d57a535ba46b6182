"""Small words from everyone in the log (S001-47)."""

from stafett.audit.trail import operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.relay_log.enums import ConcernState, Event, Refusal
from stafett.relay_log.models import BrightSpot, Concern, Note


@operation(Event.BRIGHT_SPOT_SHARED, lock="log")
def share_bright_spot(*, actor, log, text):
    """Share a lysglimt: something good, seen by everyone in the log."""
    if not text:
        require(no(Refusal.TEXT_MISSING))
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
    return Note.objects.create(concern=concern, **_written(actor, log, text))


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
