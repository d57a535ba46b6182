"""Which meeting a proposal reaches: it is reported a week before, and what comes later waits for the next meeting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.enums.states import PROPOSAL_STATES, ProposalState

NOTICE = timedelta(days=7)


@dataclass(frozen=True)
class Aim:
    """Where a proposal is on its way.

    `meeting_on`: the day of the first planned meeting it reaches, None when no such meeting is planned. `missed_on`: the
    day of the first meeting still to come that it was too late for, None when there is no such. `earliest_on`: the first
    day it could be taken up.
    """

    meeting_on: date | None
    missed_on: date | None
    earliest_on: date


def is_in_time(reported_on: date, *, meeting_on: date) -> bool:
    """A proposal is reported at least a week before the meeting; the same weekday a week before is in time.

    Source: S002-06.
    """
    return reported_on + NOTICE <= meeting_on


def aim_of(reported_on: date, *, planned: Iterable[date]) -> Aim:
    """The first planned meeting a proposal reaches; whoever is late waits for the one after, without doing anything.

    `planned` are the days of meetings still to come, in any order. Source: S002-06, S002-07.
    """
    ahead = sorted(planned)
    return Aim(
        meeting_on=next((day for day in ahead if is_in_time(reported_on, meeting_on=day)), None),
        missed_on=next((day for day in ahead if not is_in_time(reported_on, meeting_on=day)), None),
        earliest_on=reported_on + NOTICE,
    )


def may_propose(*, title: str, challenge: str, sources: Collection[str]) -> Verdict:
    """A proposal says which challenge it is about, and where that is seen: content is tied to something one lives with.

    Source: S002-04, S002-08, S002-09, S002-10.
    """
    return first_no(
        YES if title.strip() else no(BeforeRefusal.TOPIC_MISSING),
        YES if challenge.strip() else no(BeforeRefusal.CHALLENGE_MISSING),
        YES if sources else no(BeforeRefusal.SOURCE_MISSING),
    )


def may_become(state: str, after: str) -> Verdict:
    """A proposal goes from state to state as the table says. Source: S002-05, S002-07."""
    known = PROPOSAL_STATES[ProposalState(state)]
    return YES if ProposalState(after) in known else no(BeforeRefusal.PROPOSAL_HAS_MOVED_ON)


def may_put_on(state: str, *, reported_on: date, meeting_on: date) -> Verdict:
    """The leader puts a proposal that waits on a meeting it was reported in time for.

    Source: S002-06, S002-07.
    """
    if not is_in_time(reported_on, meeting_on=meeting_on):
        earliest = reported_on + NOTICE
        return no(BeforeRefusal.REPORTED_TOO_LATE, earliest=f"{earliest:%-d.%-m.%Y}")
    return may_become(state, ProposalState.CHOSEN)


def is_from_a_service(unit_id: object, *, service_id: object | None) -> bool:
    """Whether another service than the unit itself reported it. Source: S002-05."""
    return service_id is not None and service_id != unit_id
