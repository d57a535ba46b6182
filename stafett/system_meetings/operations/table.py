"""What the verbs at the table share: that something is new, and the floor in a round."""

from stafett.kernel import clock
from stafett.system_meetings.models import Turn
from stafett.system_meetings.rules import rounds


def save(meeting, *fields):
    """Write fields of the meeting, and count that something has been done there."""
    meeting.changes += 1
    meeting.save(update_fields=[*fields, "changes"])


def give_turn(sitting, seat_id) -> None:
    """Give the floor to a seat; whoever has it has had it."""
    end_turn(sitting)
    meeting = sitting.meeting
    sitting.turns.append(
        Turn.objects.create(
            municipality_id=meeting.municipality_id,
            meeting=meeting,
            attendee_id=seat_id,
            step=meeting.step,
            began_at=clock.now(),
        )
    )


def end_turn(sitting, *, has_passed=False) -> None:
    """The one who has the floor has had it; nothing when nobody has."""
    for turn in sitting.turns:
        if turn.ended_at is None:
            turn.ended_at = clock.now()
            turn.passed_at = turn.ended_at if has_passed else None
            turn.save(update_fields=["ended_at", "passed_at"])


def go_round(sitting) -> None:
    """Give the floor to the next who has not had it; when everybody has, nobody has it."""
    seat = sitting.next_up
    if seat is None or not rounds.waiting(sitting.order, had=sitting.had):
        end_turn(sitting)
    else:
        give_turn(sitting, seat.pk)


def let_rest_pass(sitting) -> None:
    """Whoever waits in the round passes."""
    end_turn(sitting)
    now, meeting = clock.now(), sitting.meeting
    for seat in sitting.there:
        if not sitting.had.get(seat.pk):
            sitting.turns.append(
                Turn.objects.create(
                    municipality_id=meeting.municipality_id, meeting=meeting, attendee=seat, step=meeting.step,
                    began_at=now, ended_at=now, passed_at=now,
                )
            )  # fmt: skip
