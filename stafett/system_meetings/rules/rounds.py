"""A round: whose turn it is, who has had the floor, and who may put something forward (S002-17, S002-22, S002-24)."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from stafett.kernel.verdict import YES, Verdict, no
from stafett.system_meetings.enums.refusals import Refusal
from stafett.system_meetings.rules.steps import ROUNDS


def next_speaker(order: Sequence[UUID], *, had: Mapping[UUID, int], now: UUID | None = None) -> UUID | None:
    """Who has the floor next: of those there, in their order, whoever has had it least. None when nobody else is there.

    `had`: how many turns each has had in the step, the one who has it `now` included. So who comes late has a turn, and a
    second round begins when everybody has had one. Source: S002-17, S002-22, S002-24.
    """
    others = [seat for seat in order if seat != now]
    return min(others, key=lambda seat: had.get(seat, 0), default=None)


def waiting(there: Collection[UUID], *, had: Mapping[UUID, int]) -> int:
    """How many of those there have neither spoken nor passed. Source: S002-17, S002-22."""
    return sum(1 for seat in there if not had.get(seat))


def may_give_turn(step: str, *, to: UUID | None, there: Collection[UUID]) -> Verdict:
    """In a round the floor is given to somebody who is there. Source: S002-22."""
    if step not in ROUNDS:
        return no(Refusal.NO_ROUND_HERE)
    return YES if to in there else no(Refusal.NOT_THERE)


def may_put_forward(
    step: str, *, seat: UUID | None, there: Collection[UUID], had: Mapping[UUID, int], is_keeper: bool
) -> Verdict:
    """Everybody puts their own forward when it is their turn or after; whoever leads or writes does it for others.

    Source: S002-17, S002-22, issue F 2.
    """
    if step not in ROUNDS:
        return no(Refusal.NO_ROUND_HERE)
    if seat is None or (seat not in there and not is_keeper):
        return no(Refusal.NOT_THERE)
    return YES if is_keeper or had.get(seat) else no(Refusal.NOT_YOUR_TURN)
