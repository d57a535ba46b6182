"""The one evaluation of a measure, and what each of the six answers leads to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import EvaluationOption, MeasureState, Refusal, TookPart
from stafett.relay_log.rules.measures import LONGEST_MONTHS, lasts_longer
from stafett.relay_log.rules.wording import is_blank


@dataclass(frozen=True)
class Effect:
    """What an answer leads to.

    `is_final` closes the measure; `makes_successor` opens a linked copy to adjust; `asks_for_new_measure` and
    `asks_whether_goal_is_reached` are questions to put next; `is_continued` lists the measure among the
    arrangements that go on; `counts` lets it into the statistics.
    """

    is_final: bool = True
    makes_successor: bool = False
    asks_for_new_measure: bool = False
    asks_whether_goal_is_reached: bool = False
    is_continued: bool = False
    counts: bool = True


_EFFECTS = {
    EvaluationOption.ONGOING: Effect(is_final=False, counts=False),
    EvaluationOption.NO_EFFECT: Effect(asks_for_new_measure=True),
    EvaluationOption.SOME_EFFECT: Effect(makes_successor=True),
    EvaluationOption.EFFECT: Effect(asks_whether_goal_is_reached=True),
    EvaluationOption.EFFECT_CONTINUED: Effect(is_continued=True),
    EvaluationOption.MISREGISTERED: Effect(makes_successor=True, counts=False),
}


def effect_of(option: str) -> Effect:
    """Each of the six answers has one effect. Raises ValueError for anything else.

    Source: S003-72, S001-45, X3, X4.
    """
    return _EFFECTS[EvaluationOption(option)]


def may_evaluate(
    state: str,
    *,
    option: str,
    took_part: Collection[str],
    new_evaluate_by: date | None,
    reason: str,
    today: date,
) -> Verdict:
    """A measure that is under way is evaluated once, with those who take part; "Pågående" uses nothing up.

    "Pågående" may move the day of the evaluation, with a reason, at most a year ahead.
    Source: S001-42, S003-72, S003-73, X3; ours for the year.
    """
    if state == MeasureState.EVALUATED:
        return no(Refusal.ALREADY_EVALUATED)
    if state != MeasureState.ACTIVE:
        return no(Refusal.WRONG_STATE)
    if option not in EvaluationOption.values:
        return no(Refusal.UNKNOWN_OPTION)
    if not effect_of(option).is_final:
        return _may_go_on(new_evaluate_by, reason, today)
    return YES if set(took_part) & set(TookPart.values) else no(Refusal.NOBODY_TOOK_PART)


def _may_go_on(new_evaluate_by: date | None, reason: str, today: date) -> Verdict:
    if new_evaluate_by is None:
        return YES
    if new_evaluate_by <= today:
        return no(Refusal.NEW_DATE_IN_PAST)
    if lasts_longer(today, new_evaluate_by, months=LONGEST_MONTHS):
        return no(Refusal.NEW_DATE_TOO_FAR)
    return no(Refusal.NEW_DATE_WITHOUT_REASON) if is_blank(reason) else YES
