"""What a meeting must have before people are invited to it, and what may become of it."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from stafett.kernel.clock import NORWAY, local
from stafett.kernel.dates import next_working_day
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.log_meetings.enums import (
    MEETING_STATES,
    Answer,
    InterpreterBooking,
    MeetingForm,
    MeetingKind,
    MeetingState,
    Refusal,
)

USUAL_HOUR = time(14)
USUAL_MINUTES = 45
SHORTEST, LONGEST = 10, 240
FARTHEST = timedelta(days=366)


def may_plan(
    *,
    starts_at: datetime,
    minutes: int,
    form: str,
    place: str,
    video_link: str,
    invited: Collection[UUID],
    may_be_invited: Collection[UUID],
    writer_is_staff: bool,
    child_is_invited: bool,
    child_is_in_school: bool,
    child_absent_reason: str,
    interpreter: str,
    interpreter_language: str,
    now: datetime,
) -> Verdict:
    """A meeting has a time ahead, a way to meet, and people of the log to meet; a pupil is one of them, or there is a reason.

    `invited` are those besides the baton holder. Source: S001-16, S001-29, S001-44, S003-57, X7, L-06, L-49.
    """
    return first_no(
        _at_a_time(starts_at, minutes, now),
        _somewhere(form, place, video_link),
        _with_people_of_the_log(invited, may_be_invited),
        YES if writer_is_staff else no(Refusal.WRITER_NOT_STAFF),
        may_leave_child_out(
            is_invited=child_is_invited, is_in_school=child_is_in_school, reason=child_absent_reason
        ),
        _understood(interpreter, interpreter_language),
    )


def may_leave_child_out(*, is_invited: bool, is_in_school: bool, reason: str) -> Verdict:
    """A child from 1st grade takes part, or somebody has said why not; nobody asks why a younger one does not.

    Source: S001-29, X7.
    """
    return YES if is_invited or not is_in_school or reason else no(Refusal.CHILD_NEEDS_REASON)


def may_all_take_part(last_days: Iterable[tuple[str, date | None]], *, on: date) -> Verdict:
    """Nobody is invited to a day when their place in the log is over. `last_days` are names with a last day or none.

    Source: W-05, L-06, L-09.
    """
    late = ((name, last) for name, last in last_days if last is not None and last < on)
    return first_no(
        *(no(Refusal.NOT_IN_LOG_THEN, person=name, date=f"{last:%-d.%-m.%Y}") for name, last in late)
    )


def may_become(state: str, after: str) -> Verdict:
    """A meeting goes from state to state as the table says. Source: design 4.9, S003-56."""
    return YES if after in MEETING_STATES[MeetingState(state)] else no(Refusal.NOT_PLANNED)


def may_change(state: str) -> Verdict:
    """Time, place and people are changed until the meeting begins. Source: ours."""
    return YES if state == MeetingState.PLANNED else no(Refusal.NOT_PLANNED)


def may_answer(state: str, *, is_invited: bool, answer: str) -> Verdict:
    """Whoever is invited says yes or no, and may say something else, until the meeting begins. Source: S001-29, S001-42."""
    if not is_invited:
        return no(Refusal.NOT_INVITED)
    if answer not in (Answer.YES, Answer.NO):
        return no(Refusal.ANSWER_MISSING)
    return may_change(state)


def suggested_kind(*, has_active_measures: bool) -> MeetingKind:
    """With measures under way people meet to look at them; else it is the first meeting. Source: S003-42, S001-42."""
    return MeetingKind.FOLLOW_UP if has_active_measures else MeetingKind.FIRST


def usual_start(today: date) -> datetime:
    """When a meeting is suggested: a week from now, on a working day, after school. Source: ours."""
    return on_the_clock(next_working_day(today + timedelta(days=7)), USUAL_HOUR)


def on_the_clock(day: date, at: time) -> datetime:
    """A moment by the Norwegian clock. An hour that is skipped in spring becomes the next that exists."""
    return local(datetime.combine(day, at, NORWAY).astimezone(UTC))


def _at_a_time(starts_at: datetime, minutes: int, now: datetime) -> Verdict:
    if starts_at <= now:
        return no(Refusal.STARTS_IN_PAST)
    if starts_at > now + FARTHEST:
        return no(Refusal.TOO_FAR_AHEAD)
    return YES if SHORTEST <= minutes <= LONGEST else no(Refusal.LASTS_WRONG)


def _somewhere(form: str, place: str, video_link: str) -> Verdict:
    if form == MeetingForm.IN_PERSON and not place:
        return no(Refusal.PLACE_MISSING)
    if form == MeetingForm.VIDEO and not video_link.startswith("https://"):
        return no(Refusal.LINK_MISSING)
    return YES


def _with_people_of_the_log(invited: Collection[UUID], may_be_invited: Collection[UUID]) -> Verdict:
    if not invited:
        return no(Refusal.NOBODY_INVITED)
    return YES if set(invited) <= set(may_be_invited) else no(Refusal.NOT_TO_BE_INVITED)


def _understood(interpreter: str, language: str) -> Verdict:
    needed = interpreter != InterpreterBooking.NOT_NEEDED
    return no(Refusal.LANGUAGE_MISSING) if needed and not language else YES
