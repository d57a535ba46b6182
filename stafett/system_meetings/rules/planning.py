"""What a system meeting must have before people are asked to it, who presents the challenge, and when people are told."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.system_meetings.enums.before import BeforeRefusal

SHORTEST, LONGEST = 15, 240  # minutes
USUAL_MINUTES = 90
FARTHEST = timedelta(days=366)
MOST_PARTICIPANTS = 40


def may_plan(*, starts_at: datetime, minutes: int, place: str, video_link: str, now: datetime) -> Verdict:
    """A meeting has a time ahead, a length, and somewhere to be: a place, a link, or both.

    Source: S002-03, issue F 1.
    """
    if starts_at <= now:
        return no(BeforeRefusal.STARTS_IN_PAST)
    if starts_at > now + FARTHEST:
        return no(BeforeRefusal.TOO_FAR_AHEAD)
    if not SHORTEST <= minutes <= LONGEST:
        return no(BeforeRefusal.LASTS_WRONG)
    if video_link and not video_link.startswith("https://"):
        return no(BeforeRefusal.NOT_A_LINK)
    return YES if place.strip() or video_link else no(BeforeRefusal.NOWHERE)


def may_invite(*, count: int) -> Verdict:
    """Somebody besides the leader is asked, and no more than can all have a turn.

    `count` are those who are asked, the leader not among them. Source: S002-22, issue F.
    """
    if count < 1:
        return no(BeforeRefusal.NOBODY_INVITED)
    return YES if count < MOST_PARTICIPANTS else no(BeforeRefusal.TOO_MANY)


def may_present(
    presenter: UUID, *, units: Mapping[UUID, Collection[UUID]], leader: UUID, service: UUID | None
) -> Verdict:
    """The service that reported the challenge tells of it itself; otherwise the leader or one of those asked does.

    `units`: for each one asked who is employed, the units they work in. `service`: the unit that reported it, None when it
    came from the unit itself. Source: S002-16.
    """
    if presenter != leader and presenter not in units:
        return no(BeforeRefusal.PRESENTER_NOT_INVITED)
    if service is not None and service not in units.get(presenter, ()):
        return no(BeforeRefusal.SERVICE_PRESENTS_ITS_OWN)
    return YES


def may_inform(*, challenge: str, information: str) -> Verdict:
    """People are told when the challenge is chosen, in a few words that let them prepare. Source: S002-04, S002-13."""
    return first_no(
        YES if challenge.strip() else no(BeforeRefusal.CHALLENGE_NOT_CHOSEN),
        YES if information.strip() else no(BeforeRefusal.INFORMATION_MISSING),
    )


def may_change(*, is_planned: bool) -> Verdict:
    """Time, place, people and topic are changed until the meeting begins. Source: ours."""
    return YES if is_planned else no(BeforeRefusal.NOT_PLANNED)


def may_answer(*, is_planned: bool, is_invited: bool) -> Verdict:
    """Whoever is asked says whether they come, and may change their mind, until the meeting begins. Source: S002-13."""
    return may_change(is_planned=is_planned) if is_invited else no(BeforeRefusal.NOT_INVITED)
