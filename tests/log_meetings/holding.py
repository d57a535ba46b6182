"""Holds meetings through the product's own operations: opens them, writes, takes steps, confirms. Kari writes."""

from datetime import timedelta

from stafett.demo import cast
from stafett.log_meetings import operations
from stafett.log_meetings.models import Meeting, WorkingText
from stafett.log_meetings.operations.confirming import seen_of
from stafett.log_meetings.queries import reachable_meeting
from stafett.log_meetings.queries.mode import sitting_of
from tests import stage
from tests.log_meetings import inviting

CONCERN = {
    "concern.title": "Leseflyten er lav", "concern.category": "subjects", "concern.subcategory": "reading_speed",
    "concern.child_view": "Jeg vil lese like fort som de andre.",
}  # fmt: skip
GOAL = {"goal.text": "Leser 80 ord i minuttet.", "goal.sign": "Leser en hel side uten stopp."}
MEASURES = {
    "measure.service.1.text": "Veiledet lesing to ganger i uken", "measure.service.1.type": "group",
    "measure.service.1.owner": "baton_holder",
    "measure.home.1.text": "Leser ti minutter med en voksen hver dag", "measure.home.1.type": "home",
    "measure.home.1.owner": "guardians",
    "measure.child.1.text": "Trener fem minutter i appen hver dag", "measure.child.1.type": "training",
    "measure.child.1.owner": "child",
}  # fmt: skip


def opened(log, *, there=("kari", "fatima", "noor"), kind="first", writer="kari", concern=None, **changed):
    """A meeting under way."""
    planned = inviting.plan(
        log, kind=kind, invited=[key for key in there if key not in ("kari", "noor")], **changed
    )
    return operations.open_meeting(
        actor=stage.actor("kari"), log=stage.reached(log), meeting=planned, today=stage.today(),
        there_ids=[cast.person(key).id for key in there], writer_id=cast.person(writer).id,
        child_absent_reason="" if "noor" in there else "Er syk i dag", concern_id=concern and concern.pk,
    )  # fmt: skip


def reached(meeting, key="kari"):
    """The meeting as somebody reaches it."""
    return reachable_meeting(stage.actor(key), meeting.pk)


def step(meeting, words=None, *, by="kari", go="next"):
    """Take a step with these words, seen as they are now; gives the meeting as it is stored then."""
    here = reached(meeting, by)
    seen = dict(WorkingText.objects.filter(meeting=meeting).values_list("field", "version"))
    operations.take_step(
        actor=stage.actor(by), log=here.log, meeting=here, at=here.step, go=go, today=stage.today(),
        words={name: (text, seen.get(name, 0)) for name, text in (words or {}).items()},
    )  # fmt: skip
    return stored(meeting)


def save(meeting, field, text, version=0, *, by="kari"):
    """Save the words of one field; gives the version that stands then."""
    here = reached(meeting, by)
    return operations.save_words(
        actor=stage.actor(by), log=here.log, meeting=here, field=field, text=text, version=version
    ).saved_version


def to_summary(log, **opening):
    """A first meeting about S003-64, written up to its summary."""
    meeting = opened(log, **opening)
    concern = CONCERN | {"concern.guardians_on": stage.today().isoformat()}
    for words in (concern, {"analysis.group": "Det er mye uro i lesetimen"}, GOAL, MEASURES, dates()):
        meeting = step(meeting, words)
    return meeting


def dates():
    """When the measures begin, and when people meet again."""
    return {"dates.next_on": (stage.today() + timedelta(days=40)).isoformat(), "dates.next_at": "14:00"}


def to_confirm(log, **opening):
    """The same, waiting to be confirmed."""
    here = reached(to_summary(log, **opening))
    operations.end_writing(actor=stage.actor("kari"), log=here.log, meeting=here, today=stage.today())
    return stored(here)


def confirm(meeting, key, *, agrees=True, words="", by=None):
    """Somebody's yes or no, or what `by` notes for them at the table."""
    here = reached(meeting, by or key)
    return operations.confirm_minutes(
        actor=stage.actor(by or key), log=here.log, meeting=here, agrees=agrees, words=words,
        seen=seen_of(stored(meeting)), person_id=cast.person(key).id, keeps_minutes=by == "kari",
    )  # fmt: skip


def stored(meeting) -> Meeting:
    """The meeting as it is stored now."""
    return Meeting.objects.get(pk=meeting.pk)


def sitting(meeting, key="kari"):
    """The meeting as somebody sees it now."""
    return sitting_of(reached(meeting, key), today=stage.today())
