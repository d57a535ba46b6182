"""Saving words as they are typed. Two who write in the same field never lose a word: whoever saves over what they have
not seen is shown both texts (design 4.9, ADR 0025)."""

from dataclasses import dataclass

from stafett.access.guard import Conflict
from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import require
from stafett.log_meetings.enums import Event
from stafett.log_meetings.models import WorkingText
from stafett.log_meetings.rules import steps, working


@dataclass(frozen=True)
class Clash:
    """What stands in a field that somebody else has saved since the writer saw it."""

    field: str
    mine: str
    theirs: str
    version: int
    by: str

    @property
    def both(self) -> str:
        """The two texts as one to begin from."""
        return working.both(self.theirs, self.mine)


@operation(Event.WORDS_SAVED, lock="meeting", kind=EntryKind.WORDS)
def save_words(*, actor, log, meeting, field, text, version):
    """Save the words of one field; gives the meeting with `.saved_version`. Raises Refused, or Conflict with a Clash.

    `version` is the one that stood there when the writer began, 0 for an empty field.
    """
    require(steps.may_write(meeting.state, step=meeting.step, at=meeting.step))
    saved = put_words(actor, meeting, {field: (text, version)})
    meeting.saved_version, meeting.log = saved.get(field, version), log
    return Outcome(meeting, day_of(meeting) | {"field": field})


def put_words(actor, meeting, words) -> dict[str, int]:
    """Save several fields at once: field -> (text, version that was seen). Gives the version of each that now stands.

    Raises Refused when a field is of another step or too full, Conflict with every Clash; nothing is half-saved then.
    """
    rows = WorkingText.objects.filter(meeting=meeting, field__in=words).select_related("written_by")
    stored = {row.field: row for row in rows}
    clashes, versions = [], {}
    for field, (text, seen) in words.items():
        require(working.may_hold(field, text, step=meeting.step))
        row = stored.get(field)
        before = working.Words(row.text, row.version) if row else working.Words()
        outcome = working.settle(before, text=text, seen=seen)
        if outcome == working.Outcome.CLASH:
            clashes.append(Clash(field, text, row.text, row.version, row.written_by.name))
        elif outcome == working.Outcome.SAVED:
            _save(actor, meeting, field, text, row)
        versions[field] = before.version + (outcome == working.Outcome.SAVED)
    if clashes:
        raise Conflict(clashes)
    return versions


def day_of(meeting) -> dict[str, str]:
    """The fact that the sentences in the trail tell: the day of the meeting."""
    return {"date": today_in_norway(meeting.starts_at).isoformat()}


def _save(actor, meeting, field, text, row):
    if row is None:
        row = WorkingText(
            municipality_id=meeting.municipality_id,
            log_id=meeting.log_id,
            meeting=meeting,
            field=field,
            version=0,
        )
    row.text, row.version = text, row.version + 1
    row.written_by_id, row.written_at = actor.person_id, clock.now()
    row.save()
