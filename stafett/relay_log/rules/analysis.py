"""The analysis: what keeps a challenge alive, in two rounds. First the staff's own, which nobody else sees; then the
family's, which everyone who sees the concern sees."""

from collections.abc import Collection, Sequence
from typing import Protocol

from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import AnalysisRound, ConcernState, FactorKind, Hint, NamedBy, Refusal
from stafett.relay_log.rules.concerns import REVISABLE
from stafett.relay_log.rules.wording import is_blank

TEXT_LIMIT = 200
BEGINS_WITH_FAMILY = REVISABLE - {ConcernState.DRAFT}


class Factor(Protocol):
    """What ordering asks of a factor."""

    kind: str
    is_within_reach: bool


def may_add(concern_state: str, *, kind: str, text: str, named_by: str, in_family_round: bool) -> Verdict:
    """Something that keeps the challenge alive is said shortly, and where it lies. What the family names is said in
    their round, which begins when the concern is shared.

    Source: S001-23, S001-25, S003-27, S003-44.
    """
    if concern_state not in REVISABLE:
        return no(Refusal.WRONG_STATE)
    if kind not in FactorKind.values:
        return no(Refusal.FACTOR_KIND_MISSING)
    if is_blank(text):
        return no(Refusal.TEXT_MISSING)
    if length(text) > TEXT_LIMIT:
        return no(Refusal.FACTOR_TOO_LONG, length=length(text))
    is_theirs = is_shared_at_once(concern_state, in_family_round=in_family_round)
    return YES if is_theirs or named_by == NamedBy.STAFF else no(Refusal.NOT_IN_FAMILY_ROUND)


def is_shared_at_once(concern_state: str, *, in_family_round: bool) -> bool:
    """What is said in the family's round is there for all who see the concern; the rest waits until it is shared.

    Source: S001-23, S001-25, ADR 0026.
    """
    return in_family_round and concern_state in BEGINS_WITH_FAMILY


def may_share(concern_state: str, *, unshared: int) -> Verdict:
    """The staff's own round is shared, some of it or all, once the concern is.

    `unshared` counts those asked for that are not shared yet. Source: S001-25, S003-44, X5.
    """
    if concern_state == ConcernState.DRAFT:
        return no(Refusal.CONCERN_NOT_SHARED)
    return YES if concern_state in BEGINS_WITH_FAMILY and unshared else no(Refusal.WRONG_STATE)


def may_remove(concern_state: str, *, measures: int) -> Verdict:
    """Something can be taken out of the analysis as long as the work goes on and no measure aims at it.

    Source: S001-24; ours for the measure, which would stand without its reason.
    """
    if concern_state not in REVISABLE:
        return no(Refusal.WRONG_STATE)
    return no(Refusal.FACTOR_AIMED_AT) if measures else YES


def may_mark(concern_state: str) -> Verdict:
    """What we can influence is weighed as long as the work goes on.

    Source: S003-70, issue C 3.
    """
    return YES if concern_state in REVISABLE else no(Refusal.WRONG_STATE)


def may_aim_at(concern_state: str, *, is_shared: bool) -> Verdict:
    """A measure that all see aims at what all see; in a draft, which only the holder sees, it may aim at anything.

    Source: S001-24, W-09, ADR 0026.
    """
    return YES if is_shared or concern_state == ConcernState.DRAFT else no(Refusal.FACTOR_NOT_SHARED)


def round_shown(concern_state: str, *, sees_own: bool, asked: str) -> AnalysisRound:
    """The round a page shows. Only who sees the staff's own round can be in it, and a draft has no other; without being
    asked it is the family's, which can stand on a screen in a meeting.

    Source: S001-23, S001-25, ADR 0026.
    """
    is_asked_for = asked == AnalysisRound.STAFF or concern_state == ConcernState.DRAFT
    return AnalysisRound.STAFF if sees_own and is_asked_for else AnalysisRound.FAMILY


def hints(kinds: Collection[str]) -> list[Hint]:
    """A friendly question when everything lies in the child. It stops nobody.

    Source: W-09, S003-27.
    """
    return [Hint.ONLY_THE_CHILD] if kinds and set(kinds) == {FactorKind.CHILD} else []


def reach_first(factors: Sequence[Factor]) -> list[Factor]:
    """What can be influenced comes first, otherwise in the order given.

    Source: issue C 3.
    """
    return sorted(factors, key=lambda factor: not factor.is_within_reach)
