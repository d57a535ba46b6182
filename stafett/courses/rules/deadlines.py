"""Until when a course day is set up, signed up for, withdrawn from, cancelled, and from when attendance is ticked."""

from datetime import date, timedelta

from stafett.courses.enums import SIGN_UP_STATES, CourseState, Refusal, SignUpState
from stafett.kernel.verdict import YES, Verdict, first_no, no

FARTHEST = timedelta(days=731)


def may_set_up(*, day: date, sign_up_by: date, today: date, known: date | None = None) -> Verdict:
    """A course day lies ahead, at most two years, and its deadline is no later than the day before and not past; a deadline
    that has passed may stand (`known`).

    Source: S000-16, S000-19.
    """
    if not today < day <= today + FARTHEST:
        return no(Refusal.DAY_PASSED)
    is_fresh = today <= sign_up_by or sign_up_by == known
    return YES if is_fresh and sign_up_by < day else no(Refusal.DEADLINE_AFTER_DAY)


def may_sign_up(*, state: str, sign_up_by: date, today: date) -> Verdict:
    """Leaders sign people up until the deadline, that day included.

    Source: S000-15, S000-19.
    """
    deadline = YES if today <= sign_up_by else no(Refusal.DEADLINE_PASSED, day=f"{sign_up_by:%d.%m.%Y}")
    return first_no(_is_open(state), deadline)


def may_withdraw(*, state: str, course_state: str, day: date, today: date) -> Verdict:
    """A place is given back until the day before, also after the deadline: somebody may be waiting for it.

    Source: S000-15.
    """
    can = YES if SignUpState.WITHDRAWN in SIGN_UP_STATES[SignUpState(state)] else no(Refusal.NOT_NOW)
    return first_no(_is_open(course_state), can, YES if today < day else no(Refusal.COURSE_OVER))


def may_cancel(*, state: str, day: date, today: date) -> Verdict:
    """A course that has not been can be cancelled, also on the day itself.

    Source: S000-16.
    """
    return first_no(_is_open(state), YES if today <= day else no(Refusal.COURSE_OVER))


def may_tick(*, state: str, day: date, today: date) -> Verdict:
    """Who was there is ticked on the day or later, and can be put right afterwards.

    Source: S000-09, S004-13.
    """
    return first_no(_is_open(state), YES if today >= day else no(Refusal.NOT_YET))


def _is_open(state: str) -> Verdict:
    return YES if state == CourseState.OPEN else no(Refusal.COURSE_CANCELLED)
