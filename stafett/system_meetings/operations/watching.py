"""The viddevakt: raising «tilbake på sporet» for everybody to see, and taking it down (S002-15)."""

from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.system_meetings.enums import Event, MeetingState, Refusal
from stafett.system_meetings.models import TrackCard
from stafett.system_meetings.operations import table
from stafett.system_meetings.operations.plan_state import day_of


@operation(Event.CARD_RAISED, lock="meeting", kind=EntryKind.WORDS)
def show_card(*, actor, meeting, reason, own_seat_id, is_keeper):
    """Show everybody a calm line, for one of the reasons, or take it down with no reason (""). Raises Refused.

    `own_seat_id` is the actor's seat or None. A new line takes the place of the one that is up.
    """
    if meeting.state != MeetingState.UNDER_WAY:
        require(no(Refusal.NOT_UNDER_WAY))
    if not is_keeper and (own_seat_id is None or own_seat_id != meeting.track_keeper_id):
        require(no(Refusal.NOT_TRACK_KEEPER))
    lower_card(meeting)
    if reason:
        TrackCard.objects.create(
            municipality_id=meeting.municipality_id,
            meeting=meeting,
            step=meeting.step,
            reason=reason,
            raised_at=clock.now(),
        )
    table.save(meeting)
    return Outcome(meeting, day_of(meeting) | {"reason": reason})


def lower_card(meeting) -> None:
    """Take down the card that is up, if one is."""
    TrackCard.objects.filter(meeting=meeting, lowered_at__isnull=True).update(lowered_at=clock.now())
