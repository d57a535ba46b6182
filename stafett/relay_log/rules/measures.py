"""The measure: what it must say, when it is looked at again, and who has one already."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from stafett.kernel.dates import add_weeks
from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.register.enums import OneMeasurePerActor
from stafett.relay_log.enums import (
    MEASURE_STATES,
    Arena,
    ConcernState,
    Hint,
    MeasureState,
    OwnerKind,
    Refusal,
)
from stafett.relay_log.rules.concerns import REVISABLE
from stafett.relay_log.rules.wording import is_blank, sentence_count

HABIT_WEEKS = 3
OTHER_WEEKS = 6
LONG_MONTHS = 2
LONGEST_MONTHS = 12
WIDE_LENGTH = 160
MANY_SENTENCES = 2
MANY_JOINTS = 3
_JOINTS = re.compile(r";|\b(?:og|samt|dessuten|i tillegg)\b")

Owner = tuple[str, UUID | None]  # kind of owner, and the person when it is a chosen participant


def default_evaluate_by(start_by: date, *, is_habit: bool) -> date:
    """A simple habit is looked at after three weeks, everything else after six.

    Source: S001-37, S001-38.
    """
    weeks = HABIT_WEEKS if is_habit else OTHER_WEEKS
    # A date typed as the year 9999 has no day six weeks later; it gets the last day there is.
    return add_weeks(min(start_by, add_weeks(date.max, -weeks)), weeks)


def is_well_formed(
    *,
    description: str,
    start_by: date | None,
    evaluate_by: date | None,
    owner_kinds: Collection[str],
    chosen_people: int,
) -> Verdict:
    """A measure says what is done, by whom, from when, and when we look at it together within a year.

    `owner_kinds` are the ticked kinds of owner, `chosen_people` how many participants were picked.
    Source: S001-36, S003-37, S003-39, S003-40, S003-54.
    """
    if is_blank(description):
        return no(Refusal.DESCRIPTION_MISSING)
    return first_no(_dates_in_order(start_by, evaluate_by), _has_owner(owner_kinds, chosen_people))


def may_add(concern_state: str) -> Verdict:
    """Measures can be added to a concern as long as the work with it goes on.

    Source: S003-38, S003-46.
    """
    return YES if concern_state in REVISABLE else no(Refusal.WRONG_STATE)


def may_revise(state: str) -> Verdict:
    """A measure can be changed until it is evaluated; after that it stands.

    Source: S003-73, X4.
    """
    return no(Refusal.ALREADY_EVALUATED) if state == MeasureState.EVALUATED else YES


def may_set_in_motion(state: str, *, concern_state: str) -> Verdict:
    """A planned measure is set in motion when the work with its concern is under way.

    Source: S003-39, X2.
    """
    is_ready = MeasureState.ACTIVE in MEASURE_STATES[MeasureState(state)]
    return YES if is_ready and concern_state == ConcernState.ACTIVE else no(Refusal.WRONG_STATE)


def may_discard(state: str, *, concern_state: str) -> Verdict:
    """A measure that was only planned can be taken away again while the work with its concern goes on.

    Source: S003-11: what has been tried is kept, so never one that was set in motion.
    """
    is_loose = state == MeasureState.PLANNED and concern_state in REVISABLE
    return YES if is_loose else no(Refusal.WRONG_STATE)


def first_busy_owner(owners: Iterable[Owner], *, busy: Collection[Owner]) -> Owner | None:
    """The first of the owners who already has an active measure on the concern, if any has.

    Source: S001-21, X1.
    """
    return next((owner for owner in owners if owner in busy), None)


def may_take_one_more(setting: str, *, busy_owner_label: str | None, accepted: bool) -> Verdict:
    """One measure at a time for each is easier; the municipality decides if a second is warned of or stopped.

    `setting` is a OneMeasurePerActor value; `busy_owner_label` names the busy owner as people read it, None
    when nobody is busy; `accepted` means that the holder has read the warning and goes on.
    Source: S001-21, S003-64..68, X1.
    """
    if busy_owner_label is None or setting == OneMeasurePerActor.OFF:
        return YES
    if setting == OneMeasurePerActor.BLOCK:
        return no(Refusal.SECOND_MEASURE_BLOCKED, owner=busy_owner_label)
    return YES if accepted else no(Refusal.SECOND_MEASURE_FOR_ACTOR, owner=busy_owner_label)


def hints(
    description: str,
    *,
    start_by: date | None,
    evaluate_by: date | None,
    is_at_home: bool = False,
    shaped_with_guardians: bool = False,
) -> list[Hint]:
    """A measure works best when it is narrow, and looked at within two months; one at home when guardians have shaped it.

    Source: S001-27, S001-38, S001-39.
    """
    findings = {
        Hint.MEASURE_TOO_WIDE: _is_wide(description),
        Hint.LASTS_LONG: start_by is not None and evaluate_by is not None
        and lasts_longer(start_by, evaluate_by, months=LONG_MONTHS),
        Hint.NOT_SHAPED_AT_HOME: is_at_home and not shaped_with_guardians,
    }  # fmt: skip
    return [hint for hint, found in findings.items() if found]


def missing_at_home(arenas: Iterable[str]) -> int:
    """How many measures at home are wanting, for each in the service to have one that answers to it: a prompt, no rule.

    `arenas` are those of a concern's measures that are not evaluated. Source: S003-63.
    """
    found = list(arenas)
    return max(0, found.count(Arena.SERVICE) - found.count(Arena.HOME))


def lasts_longer(first: date, last: date, *, months: int) -> bool:
    """More than so many calendar months lie between two days. Source: ours.

    Reckoned on year, month and day, so that the last day a calendar has needs no day after it.
    """
    return (last.year * 12 + last.month, last.day) > (first.year * 12 + first.month + months, first.day)


def _dates_in_order(start_by: date | None, evaluate_by: date | None) -> Verdict:
    if start_by is None:
        return no(Refusal.START_MISSING)
    if evaluate_by is None:
        return no(Refusal.EVALUATION_DATE_MISSING)
    if evaluate_by < start_by:
        return no(Refusal.EVALUATED_BEFORE_STARTED)
    return (
        no(Refusal.EVALUATION_TOO_FAR) if lasts_longer(start_by, evaluate_by, months=LONGEST_MONTHS) else YES
    )


def _has_owner(owner_kinds: Collection[str], chosen_people: int) -> Verdict:
    if not owner_kinds or not set(owner_kinds) <= set(OwnerKind.values):
        return no(Refusal.NO_OWNER)
    is_unnamed = OwnerKind.PARTICIPANT in owner_kinds and chosen_people == 0
    return no(Refusal.OWNER_NOT_CHOSEN) if is_unnamed else YES


def _is_wide(description: str) -> bool:
    if length(description) > WIDE_LENGTH or sentence_count(description) > MANY_SENTENCES:
        return True
    return len(_JOINTS.findall(description.lower())) >= MANY_JOINTS
