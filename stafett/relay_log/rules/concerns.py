"""The concern's way from private draft to reached goal."""

from collections.abc import Collection, Mapping
from datetime import date

from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.relay_log.enums import CONCERN_STATES, Arena, Category, ConcernState, Refusal
from stafett.relay_log.rules.categories import OF_THE_SOURCE
from stafett.relay_log.rules.wording import is_blank

TITLE_LIMIT = 100
HEARD_FROM_AGE = 7
WEIGHED_FROM_AGE = 12
REVISABLE = frozenset({ConcernState.DRAFT, ConcernState.SHARED, ConcernState.ACTIVE})


def is_well_formed(
    *, title: str, category: str, subcategory: str, known: Mapping[str, Collection[str]] = OF_THE_SOURCE
) -> Verdict:
    """A concern says in at most 100 characters what we pay attention to, in one category.

    `subcategory` is blank when none is chosen; `known` are those of each category, in the sources only Fagvansker has any.
    Source: S003-30, S003-31, S003-32, S003-33.
    """
    if is_blank(title):
        return no(Refusal.TITLE_MISSING)
    if length(title) > TITLE_LIMIT:
        return no(Refusal.TITLE_TOO_LONG, length=length(title))
    if category not in Category.values:
        return no(Refusal.NO_CATEGORY)
    if not subcategory or subcategory in known.get(category, ()):
        return YES
    is_of_another = any(subcategory in keys for keys in known.values())
    return no(Refusal.SUBCATEGORY_OF_ANOTHER if is_of_another else Refusal.UNKNOWN_SUBCATEGORY)


def may_revise(state: str) -> Verdict:
    """A concern can be reworded as long as the work with it goes on.

    Source: S003-70; ours for the end: what is finished stands as it was.
    """
    return YES if state in REVISABLE else no(Refusal.WRONG_STATE)


def may_share(
    state: str,
    *,
    goal_text: str,
    talked_with_guardians_on: date | None,
    talked_with_child_on: date | None,
    no_child_talk_reason: str,
    today: date,
) -> Verdict:
    """A concern is shared when guardians know it, the child has been asked, and there is a goal.

    Instead of a talk with the child there may be a reason why it has not been held.
    Source: S001-04, S003-20, S003-26, S003-34, X5.
    """
    if not _can_become(state, ConcernState.SHARED):
        return no(Refusal.WRONG_STATE)
    if is_blank(goal_text):
        return no(Refusal.GOAL_MISSING)
    return first_no(
        _talked_with_guardians(talked_with_guardians_on, today),
        _talked_with_child(talked_with_child_on, no_child_talk_reason, today),
    )


def may_activate(
    state: str,
    *,
    goal_text: str,
    arenas: Collection[str],
    first_grader_or_older: bool,
    no_child_measure_reason: str,
    child_age: int | None,
    child_view: str,
    no_child_talk_reason: str,
) -> Verdict:
    """Work begins when service and home each have a measure, and the child has one too and has been heard.

    For the child's own measure and own view, a reason why not will do. Children below first grade need no
    measure of their own, and those under seven need not have been heard; both are welcome to.
    `arenas` are those of the concern's measures; `child_age` is in whole years, None when it is not known.
    Source: S003-47..50, S001-26..28, L-12, X2, X7, X11.
    """
    if not _can_become(state, ConcernState.ACTIVE):
        return no(Refusal.WRONG_STATE)
    if is_blank(goal_text):
        return no(Refusal.GOAL_MISSING)
    return first_no(
        _has_its_measures(arenas, first_grader_or_older, no_child_measure_reason),
        _child_is_heard(child_age, child_view, no_child_talk_reason),
    )


def is_weighed(*, child_age: int | None, child_disagrees: bool, disagreement_weighed: str) -> Verdict:
    """When a child of twelve or more disagrees, work goes on only with words on how their view was weighed.

    `child_age` is in whole years, None when it is not known. Source: L-12.
    """
    is_due = child_disagrees and child_age is not None and child_age >= WEIGHED_FROM_AGE
    return no(Refusal.VIEW_NOT_WEIGHED) if is_due and is_blank(disagreement_weighed) else YES


def may_achieve(state: str, *, open_measures: int) -> Verdict:
    """A goal is reached when every measure that was set in motion has been evaluated.

    `open_measures` counts those not yet evaluated.
    Source: S003-71.
    """
    if not _can_become(state, ConcernState.ACHIEVED):
        return no(Refusal.WRONG_STATE)
    return _all_evaluated(open_measures)


def may_end(state: str, *, open_measures: int, reason: str) -> Verdict:
    """A concern can end without its goal, with measures evaluated and a reason that others can read later.

    `open_measures` counts those not yet evaluated.
    Source: S003-11, S003-70.
    """
    if not _can_become(state, ConcernState.ENDED):
        return no(Refusal.WRONG_STATE)
    if is_blank(reason):
        return no(Refusal.REASON_MISSING)
    return _all_evaluated(open_measures)


def may_discard(state: str) -> Verdict:
    """Only a draft, which nobody else has seen, can be thrown away.

    Source: S001-17, X5.
    """
    return YES if state == ConcernState.DRAFT else no(Refusal.WRONG_STATE)


def _can_become(state: str, target: ConcernState) -> bool:
    return target in CONCERN_STATES[ConcernState(state)]


def _talked_with_guardians(talked_on: date | None, today: date) -> Verdict:
    if talked_on is None:
        return no(Refusal.NOT_TALKED_WITH_GUARDIANS)
    return no(Refusal.DATE_IN_FUTURE) if talked_on > today else YES


def _talked_with_child(talked_on: date | None, reason: str, today: date) -> Verdict:
    if talked_on is None:
        return no(Refusal.NOT_TALKED_WITH_CHILD) if is_blank(reason) else YES
    return no(Refusal.DATE_IN_FUTURE) if talked_on > today else YES


def _has_its_measures(arenas: Collection[str], first_grader_or_older: bool, no_child_reason: str) -> Verdict:
    if Arena.SERVICE not in arenas:
        return no(Refusal.SERVICE_MEASURE_MISSING)
    if Arena.HOME not in arenas:
        return no(Refusal.HOME_MEASURE_MISSING)
    if first_grader_or_older and Arena.CHILD not in arenas and is_blank(no_child_reason):
        return no(Refusal.CHILD_MEASURE_MISSING)
    return YES


def _child_is_heard(age: int | None, view: str, reason: str) -> Verdict:
    is_due = age is not None and age >= HEARD_FROM_AGE
    return no(Refusal.CHILD_VIEW_MISSING) if is_due and is_blank(view) and is_blank(reason) else YES


def _all_evaluated(open_measures: int) -> Verdict:
    return no(Refusal.MEASURE_NOT_EVALUATED, count=open_measures) if open_measures else YES


def is_in_school(first_grade_year: int | None, today: date) -> bool:
    """Whether a child who starts in first grade in August of that year is in school today. Source: S001-29, S003-50."""
    return first_grade_year is not None and (today.year, today.month) >= (first_grade_year, 8)
