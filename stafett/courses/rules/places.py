"""Places and the waiting list: who gets one, who waits, and who moves up when one is free."""

from collections.abc import Iterable
from dataclasses import dataclass

from stafett.courses.enums import HOLDS_A_PLACE, Refusal, SignUpState
from stafett.kernel.verdict import YES, Verdict, no


@dataclass(frozen=True)
class Seat:
    """One sign-up in the line: its number (the lower came first) and its state."""

    number: int
    state: str


def taken(seats: Iterable[Seat]) -> int:
    """How many places somebody holds. Source: S000-15."""
    return sum(seat.state in HOLDS_A_PLACE for seat in seats)


def state_of_new(seats: Iterable[Seat], *, places: int) -> SignUpState:
    """Whoever signs up gets a place while there is one, and waits behind those who wait already.

    Source: S000-15, S000-19.
    """
    line = list(seats)
    somebody_waits = any(seat.state == SignUpState.WAITING for seat in line)
    return SignUpState.WAITING if somebody_waits or taken(line) >= places else SignUpState.SIGNED_UP


def moving_up(seats: Iterable[Seat], *, places: int) -> list[int]:
    """Numbers of those who wait and now get a place, in the order they came: as many as there are free places.

    Source: S000-15, S000-19.
    """
    line = list(seats)
    waiting = sorted(seat.number for seat in line if seat.state == SignUpState.WAITING)
    return waiting[: max(places - taken(line), 0)]


def may_offer(seats: Iterable[Seat], *, places: int) -> Verdict:
    """A course never has fewer places than people who have been told that they have one.

    Source: S000-15.
    """
    count = taken(seats)
    return YES if count <= places else no(Refusal.PLACES_TAKEN, taken=count)
