"""The agenda of a meeting, made from what the log says and never typed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stafett.log_meetings.enums import MeetingKind, MeetingStep
from stafett.relay_log.enums import ConcernState, MeasureState, OwnerKind

_ORDER = tuple(OwnerKind)


@dataclass(frozen=True)
class AgendaOwner:
    """Who answers for a measure: a kind, and the person when it is a chosen participant."""

    kind: str
    person_id: UUID | None = None
    name: str = ""


@dataclass(frozen=True)
class AgendaMeasure:
    """A measure that may be talked about, as the reader sees it."""

    id: UUID
    concern_id: UUID
    concern_state: str
    state: str
    description: str
    evaluate_by: date
    owners: tuple[AgendaOwner, ...]


@dataclass(frozen=True)
class AgendaConcern:
    """A concern the reader sees."""

    id: UUID
    title: str
    state: str


@dataclass(frozen=True)
class AgendaGroup:
    """The measures somebody answers for, those longest overdue first; `is_invited` when that somebody comes."""

    owner: AgendaOwner
    measures: tuple[AgendaMeasure, ...]
    is_invited: bool


@dataclass(frozen=True)
class Agenda:
    """What the meeting is to go through: measures by who answers for them, what waits for a decision, and the steps."""

    groups: tuple[AgendaGroup, ...] = ()
    to_adjust: tuple[AgendaMeasure, ...] = ()
    without_measures: tuple[AgendaConcern, ...] = ()
    steps: tuple[MeetingStep, ...] = ()


def agenda(
    kind: str,
    *,
    measures: Collection[AgendaMeasure],
    concerns: Collection[AgendaConcern],
    invited_kinds: Collection[str],
    invited_ids: Collection[UUID],
) -> Agenda:
    """A follow-up goes through every active measure of those invited, then what is not agreed on; a first meeting has its steps.

    `invited_kinds` are owner kinds other than chosen participants. Pass only what the reader sees: drafts are nobody's
    agenda but the holder's own. Measures of others are listed last, so that somebody can invite them.
    Source: S001-42, S001-43, S003-42..46, S003-54.
    """
    if kind == MeetingKind.FIRST:
        return Agenda(steps=steps_of(kind))
    active = [measure for measure in measures if measure.state == MeasureState.ACTIVE]
    has_measure = {measure.concern_id for measure in measures if measure.state != MeasureState.EVALUATED}
    return Agenda(
        groups=tuple(_groups(active, invited_kinds, invited_ids)),
        to_adjust=tuple(
            measure
            for measure in measures
            if measure.state == MeasureState.PLANNED and measure.concern_state == ConcernState.ACTIVE
        ),
        without_measures=tuple(
            concern
            for concern in concerns
            if concern.state == ConcernState.SHARED
            or (concern.state == ConcernState.ACTIVE and concern.id not in has_measure)
        ),
        steps=steps_of(kind),
    )


def steps_of(kind: str) -> tuple[MeetingStep, ...]:
    """The steps of a meeting in their order; only a follow-up begins with how it has gone. Source: S003-42..46, S001-42."""
    return tuple(
        step for step in MeetingStep if step != MeetingStep.EVALUATION or kind == MeetingKind.FOLLOW_UP
    )


def _groups(
    active: Iterable[AgendaMeasure], invited_kinds: Collection[str], invited_ids: Collection[UUID]
) -> list[AgendaGroup]:
    by_owner: dict[AgendaOwner, list[AgendaMeasure]] = {}
    for measure in active:
        by_owner.setdefault(_first_owner(measure, invited_kinds, invited_ids), []).append(measure)
    groups = [
        AgendaGroup(
            owner,
            tuple(sorted(found, key=lambda each: (each.evaluate_by, each.description))),
            _comes(owner, invited_kinds, invited_ids),
        )
        for owner, found in by_owner.items()
    ]
    return sorted(groups, key=_when)


def _when(group: AgendaGroup) -> tuple[bool, date, int, str]:
    place = _ORDER.index(OwnerKind(group.owner.kind)) if group.owner.kind in _ORDER else len(_ORDER)
    return not group.is_invited, group.measures[0].evaluate_by, place, group.owner.name


def _first_owner(
    measure: AgendaMeasure, invited_kinds: Collection[str], invited_ids: Collection[UUID]
) -> AgendaOwner:
    """One of those who answer for it: somebody who comes, if anybody does."""
    ordered = sorted(measure.owners, key=lambda owner: (_ORDER.index(OwnerKind(owner.kind)), owner.name))
    coming = (owner for owner in ordered if _comes(owner, invited_kinds, invited_ids))
    return next(coming, ordered[0] if ordered else AgendaOwner(""))


def _comes(owner: AgendaOwner, invited_kinds: Collection[str], invited_ids: Collection[UUID]) -> bool:
    return owner.person_id in invited_ids if owner.person_id else owner.kind in invited_kinds
