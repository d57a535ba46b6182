"""Saving words as they are typed, by the same way as in every kind of meeting (live/writing.py)."""

import functools

from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.verdict import require
from stafett.live import writing
from stafett.log_meetings.enums import Event
from stafett.log_meetings.models import WorkingText
from stafett.log_meetings.rules import steps, working


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
    return writing.put(
        {row.field: row for row in rows},
        words,
        may_hold=lambda field, text: working.may_hold(field, text, step=meeting.step),
        save=functools.partial(_save, actor, meeting),
    )


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
