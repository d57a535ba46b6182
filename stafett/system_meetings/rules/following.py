"""After the meeting: what signed minutes must say, and what becomes of the measure that is tried."""

from datetime import date, timedelta

from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.system_meetings.enums.after import AfterRefusal
from stafett.system_meetings.enums.kinds import Result

REMINDED_DAYS = 7  # before the day of evaluation, and again on the day
LONGEST_TRIAL = timedelta(days=366)


def may_sign(
    *, challenge: str, factors: str, measures: str, evaluate_on: date | None, evaluator: str, method: str
) -> Verdict:
    """Minutes say what the challenge was, what keeps it going, what is tried, and when, by whom and how it is evaluated.

    Source: S002-30, S002-31, S002-32, S002-33.
    """
    return first_no(
        YES if challenge.strip() else no(AfterRefusal.CHALLENGE_MISSING),
        YES if factors.strip() else no(AfterRefusal.FACTORS_MISSING),
        YES if measures.strip() else no(AfterRefusal.MEASURES_MISSING),
        YES if evaluate_on else no(AfterRefusal.DAY_MISSING),
        YES if evaluator.strip() else no(AfterRefusal.EVALUATOR_MISSING),
        YES if method.strip() else no(AfterRefusal.METHOD_MISSING),
    )


def may_evaluate_on(day: date, *, today: date) -> Verdict:
    """A measure is tried until a day that lies ahead, and within a year. Source: S002-33."""
    return YES if today < day <= today + LONGEST_TRIAL else no(AfterRefusal.DAY_WRONG)


def may_try_next(
    *, is_waiting: bool, is_busy: bool, evaluator: str, method: str, evaluate_on: date, today: date
) -> Verdict:
    """The unit goes on with an idea from the meeting that nobody has tried, when the last one has been evaluated.

    It has a day, somebody and a way to evaluate it. `is_busy`: another measure of the meeting is being tried.
    Source: S002-25, S002-33, S002-37.
    """
    return first_no(
        YES if is_waiting else no(AfterRefusal.NOT_WAITING),
        no(AfterRefusal.ONE_AT_A_TIME) if is_busy else YES,
        may_evaluate_on(evaluate_on, today=today),
        YES if evaluator.strip() else no(AfterRefusal.EVALUATOR_MISSING),
        YES if method.strip() else no(AfterRefusal.METHOD_MISSING),
    )


def may_record_outcome(
    outcome: str, *, is_tried: bool, words: str, again_on: date | None, today: date
) -> Verdict:
    """The unit and the service look at the measure together: it works, it is adjusted and tried on, or it is stopped.

    Each with a few words on why; one that is tried on has a new day. Source: S002-36, issue F 3.
    """
    if not is_tried:
        return no(AfterRefusal.NOT_TRIED)
    if not words.strip():
        return no(AfterRefusal.WORDS_MISSING)
    if outcome != Result.ADJUST:
        return YES
    return may_evaluate_on(again_on, today=today) if again_on else no(AfterRefusal.NEW_DAY_MISSING)


def is_due(evaluate_on: date, *, today: date) -> bool:
    """A measure waits to be evaluated from its day on. Source: S002-33, S002-36."""
    return evaluate_on <= today


def reminder_of(evaluate_on: date, *, today: date) -> str | None:
    """Which reminder is due now: "soon" within the last week, "today" from the day on; None before that.

    Each is told once. Source: issue F 3.
    """
    if is_due(evaluate_on, today=today):
        return "today"
    return "soon" if evaluate_on - timedelta(days=REMINDED_DAYS) <= today else None
