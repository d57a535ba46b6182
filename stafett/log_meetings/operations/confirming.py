"""The end of a meeting: the text everybody reads, each one's yes or no, and the minutes that stand from then on."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.log_meetings.enums import Confirmed, Event, MeetingState, MeetingStep, Refusal
from stafett.log_meetings.models import Confirmation, Invitation, MinutesPart
from stafett.log_meetings.operations import next_meeting
from stafett.log_meetings.operations.writing import day_of
from stafett.log_meetings.queries.minutes import parts_of
from stafett.log_meetings.queries.mode import sitting_of
from stafett.log_meetings.rules import steps


@operation(Event.WRITING_ENDED, lock="meeting")
def end_writing(*, actor, log, meeting, today):
    """Say that what is agreed on is written: the text is held still while everyone reads and confirms it (S003-56)."""
    require(steps.may_write(meeting.state, step=meeting.step, at=MeetingStep.SUMMARY))
    meeting.log = log
    parts = parts_of(sitting_of(meeting, today=today))
    if not parts:
        require(no(Refusal.NOTHING_AGREED))
    meeting.summary, meeting.state = parts, MeetingState.TO_CONFIRM
    meeting.writing_ended_at = clock.now()
    _save(meeting, "summary", "state", "writing_ended_at")
    return Outcome(meeting, day_of(meeting))


@operation(Event.MINUTES_CONFIRMED, lock="meeting")
def confirm_minutes(*, actor, log, meeting, agrees, words, seen, keeps_minutes=False, person_id=None):
    """Say yes or no to the minutes, for oneself or, as the one who keeps them, for somebody at the table. Raises Refused.

    `seen` is when the text that was read was held still, as `seen_of` gives it. A no takes words, and everybody goes on
    writing; the last yes makes the minutes stand.
    """
    person_id = person_id or actor.person_id
    there = {each.person_id: each for each in _there(meeting)}
    require(
        steps.may_confirm(
            meeting.state,
            was_there=person_id in there,
            is_own=person_id == actor.person_id,
            keeps_minutes=keeps_minutes,
        )
    )
    if seen != seen_of(meeting):
        require(no(Refusal.CHANGED_SINCE))
    if not agrees and not words.strip():
        require(no(Refusal.WORDS_MISSING))
    _write_down(actor, meeting, there[person_id].person, agrees=agrees, words="" if agrees else words)
    meeting.log = log
    if not agrees:
        return _write_on(meeting)
    if steps.is_confirmed(set(there), answers_of(meeting)):
        return _finish(log, meeting)
    return Outcome(meeting, day_of(meeting) | {"person": str(person_id)})


@operation(Event.MEETING_DONE, lock="meeting")
def close_minutes(*, actor, log, meeting):
    """Let the minutes stand with those who have confirmed; the page says who has not (S003-56). Raises Refused."""
    if meeting.state != MeetingState.TO_CONFIRM or not any(agrees for _person, agrees in answers_of(meeting)):
        require(no(Refusal.NOT_TO_CONFIRM))
    meeting.log = log
    return _finish(log, meeting)


def seen_of(meeting) -> str:
    """What a page says it has shown: when the text was held still; empty while it is being written."""
    return meeting.writing_ended_at.isoformat() if meeting.writing_ended_at else ""


def answers_of(meeting) -> list[tuple]:
    """(person id, agrees) of each answer to the text as it is now, oldest first."""
    rows = Confirmation.objects.filter(meeting=meeting, at__gte=meeting.writing_ended_at).order_by("at", "id")
    return list(rows.values_list("person_id", "agrees"))


def _there(meeting):
    return Invitation.objects.filter(meeting=meeting, was_there=True).select_related("person")


def _write_down(actor, meeting, person, *, agrees, words):
    Confirmation.objects.create(
        municipality_id=meeting.municipality_id,
        log_id=meeting.log_id,
        meeting=meeting,
        person=person,
        name=person.name,
        agrees=agrees,
        words=words,
        how=Confirmed.OWN_DEVICE if person.pk == actor.person_id else Confirmed.AT_THE_TABLE,
        recorded_by_id=actor.person_id,
        at=clock.now(),
    )


def _write_on(meeting):
    """Back to writing, with the words of the one who said no for all to see. Earlier answers were to another text."""
    meeting.state, meeting.step = MeetingState.UNDER_WAY, MeetingStep.SUMMARY
    meeting.summary, meeting.writing_ended_at = [], None
    _save(meeting, "state", "step", "summary", "writing_ended_at")
    return Outcome(meeting, day_of(meeting), event=Event.MINUTES_QUESTIONED)


def _finish(log, meeting):
    MinutesPart.objects.bulk_create(
        MinutesPart(
            municipality_id=meeting.municipality_id,
            log_id=meeting.log_id,
            meeting=meeting,
            concern_id=part["concern"],
            position=position,
            kind=part["kind"],
            heading=part["heading"],
            text=part["text"],
        )
        for position, part in enumerate(meeting.summary, start=1)
    )
    meeting.state, meeting.done_at = MeetingState.DONE, clock.now()
    _save(meeting, "state", "done_at")
    next_meeting.refresh(log)
    return Outcome(meeting, day_of(meeting), event=Event.MEETING_DONE)


def _save(meeting, *fields):
    meeting.version += 1
    meeting.save(update_fields=[*fields, "version"])
