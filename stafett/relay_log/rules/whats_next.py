"""The "Hva skjer nå" line: the one thing that comes next, and an alarm when follow-up is about to break."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol
from uuid import UUID

from stafett.access.enums import LogState
from stafett.relay_log.enums import ConcernState, MeasureState, NextKind
from stafett.relay_log.rules.closing import suggests_closing

EVALUATION_SOON_DAYS = 7
CONSENT_SOON_DAYS = 30
MEETING_SOON_DAYS = 7
MEETING_IS_A_PLAN_DAYS = 14  # as long as nobody is reminded that nothing is planned


@dataclass(frozen=True)
class WhatsNext:
    """What comes next; the day of it, the measure it is about, and days from today (negative: overdue)."""

    kind: NextKind
    date: datetime.date | None = None
    measure_id: UUID | None = None
    days: int | None = None


class MeasureFacts(Protocol):
    """What the line needs to know about a measure; `concern_id` shows which concerns have one."""

    @property
    def id(self) -> UUID: ...
    @property
    def concern_id(self) -> UUID: ...
    @property
    def concern_state(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def start_by(self) -> datetime.date: ...
    @property
    def evaluate_by(self) -> datetime.date: ...


def whats_next(
    *,
    log_state: str,
    consent_valid: bool,
    consent_ends: datetime.date | None,
    concern_states: Collection[str],
    measures: Sequence[MeasureFacts],
    today: datetime.date,
    consent_withdrawn: bool = False,
    asks_to_end: bool = False,
    own_consent_by: datetime.date | None = None,
    meeting_on: datetime.date | None = None,
    offered_until: datetime.date | None = None,
) -> WhatsNext:
    """A log always says what comes next, and raises the alarm when a child is no longer followed up.

    The first of these that is so:
    1. the log is closed, or consent is missing;
    2. alarm: consent is no longer valid, an evaluation is overdue, an active concern has no measure and people do not
       meet about it within 14 days;
    3. a day is near: evaluation or meeting within 7 days or end of consent within 30, whichever comes first;
    4. something waits for us: the baton to be accepted, a measure to adjust, a concern to set in motion, a draft to share;
    5. a day further on: start or evaluation of a measure or a meeting, whichever comes first;
    6. nothing is written yet, or everything is finished and the log can close.

    `consent_withdrawn` and `asks_to_end`: why consent is not valid; `own_consent_by`: the last day on which the guardians'
    consent does without the youth's; `offered_until`: the last day of an offer of the baton; `meeting_on` is the day of the next meeting, and one that has been is none. Pass only what the reader may see: a draft is private, so leave drafts out for all but the holder.
    Source: followUpGap in domain 1, S001-36, S003-71, L-08, L-09, L-11, W-28, X5; ours for the order.
    """
    if log_state == LogState.CLOSED:
        return WhatsNext(NextKind.CLOSED)
    if log_state == LogState.AWAITING_CONSENT:
        return WhatsNext(NextKind.CONSENT_MISSING)
    if not consent_valid:
        return _resting(withdrawn=consent_withdrawn, asks_to_end=asks_to_end)
    active = [measure for measure in measures if measure.state == MeasureState.ACTIVE]
    meeting = _on(NextKind.MEETING_NEXT, meeting_on, today) if meeting_on and meeting_on >= today else None
    return (
        _overdue(active, today)
        or _follow_up_gap(concern_states, measures, meeting)
        or _near(active, consent_ends, today, own_consent_by, meeting)
        or _offered(offered_until, today)
        or _waiting(concern_states, measures, today)
        or _later(active, today, meeting)
        or WhatsNext(NextKind.READY_TO_CLOSE if suggests_closing(concern_states) else NextKind.NO_CONCERN_YET)
    )


def _resting(*, withdrawn: bool, asks_to_end: bool) -> WhatsNext:
    if asks_to_end:
        return WhatsNext(NextKind.FAMILY_ASKS_TO_END)
    return WhatsNext(NextKind.CONSENT_WITHDRAWN if withdrawn else NextKind.CONSENT_RAN_OUT)


def _overdue(active: Sequence[MeasureFacts], today: datetime.date) -> WhatsNext | None:
    return _first(
        _about(NextKind.EVALUATION_OVERDUE, measure, measure.evaluate_by, today)
        for measure in active
        if measure.evaluate_by < today
    )


def is_a_plan(meeting_days: int | None) -> bool:
    """Whether a meeting in so many days counts as something planned where no measure is. Source: W-02, ADR 0024."""
    return meeting_days is not None and 0 <= meeting_days <= MEETING_IS_A_PLAN_DAYS


def _follow_up_gap(
    concern_states: Collection[str], measures: Sequence[MeasureFacts], meeting: WhatsNext | None
) -> WhatsNext | None:
    under_way = sum(state == ConcernState.ACTIVE for state in concern_states)
    followed_up = {
        measure.concern_id
        for measure in measures
        if measure.concern_state == ConcernState.ACTIVE and measure.state != MeasureState.EVALUATED
    }
    if under_way <= len(followed_up):
        return None
    return meeting if meeting and is_a_plan(meeting.days) else WhatsNext(NextKind.NOTHING_PLANNED)


def _near(
    active: Sequence[MeasureFacts],
    consent_ends: datetime.date | None,
    today: datetime.date,
    own_consent_by: datetime.date | None,
    meeting: WhatsNext | None,
) -> WhatsNext | None:
    near = [
        _about(NextKind.EVALUATION_SOON, measure, measure.evaluate_by, today)
        for measure in active
        if (measure.evaluate_by - today).days <= EVALUATION_SOON_DAYS
    ]
    if own_consent_by is not None:
        near.append(_on(NextKind.OWN_CONSENT_NEEDED, own_consent_by, today))
    elif consent_ends is not None and (consent_ends - today).days <= CONSENT_SOON_DAYS:
        near.append(_on(NextKind.CONSENT_ENDS_SOON, consent_ends, today))
    if meeting is not None and meeting.days is not None and meeting.days <= MEETING_SOON_DAYS:
        near.append(meeting)
    return _first(near)


def _offered(until: datetime.date | None, today: datetime.date) -> WhatsNext | None:
    return WhatsNext(NextKind.BATON_OFFERED) if until is not None and until >= today else None


def _waiting(
    concern_states: Collection[str], measures: Sequence[MeasureFacts], today: datetime.date
) -> WhatsNext | None:
    planned = _first(
        _about(NextKind.ADJUST_MEASURE, measure, measure.start_by, today)
        for measure in measures
        if measure.state == MeasureState.PLANNED and measure.concern_state == ConcernState.ACTIVE
    )
    if planned is None and ConcernState.SHARED in concern_states:
        return WhatsNext(NextKind.SET_IN_MOTION)
    if planned is None and ConcernState.DRAFT in concern_states:
        return WhatsNext(NextKind.SHARE_DRAFT)
    return planned


def _later(
    active: Sequence[MeasureFacts], today: datetime.date, meeting: WhatsNext | None
) -> WhatsNext | None:
    starts = [
        _about(NextKind.MEASURE_STARTS, measure, measure.start_by, today)
        for measure in active
        if measure.start_by > today
    ]
    evaluations = [_about(NextKind.EVALUATION_NEXT, m, m.evaluate_by, today) for m in active]
    return _first(starts + evaluations + ([meeting] if meeting else []))


def _first(found: Iterable[WhatsNext]) -> WhatsNext | None:
    return min(found, key=attrgetter("days"), default=None)


def _about(kind: NextKind, measure: MeasureFacts, day: datetime.date, today: datetime.date) -> WhatsNext:
    return WhatsNext(kind, day, measure.id, (day - today).days)


def _on(kind: NextKind, day: datetime.date, today: datetime.date) -> WhatsNext:
    return WhatsNext(kind, day, None, (day - today).days)
