"""The order of the steps of a level: one step past its neighbour, and what has changed. Keys of steps in, an order out."""

from collections.abc import Collection, Sequence

from stafett.action_guide.enums import Refusal
from stafett.kernel.verdict import YES, Verdict, no

SIDES = {"up": -1, "down": 1}


def may_move(keys: Sequence[str], *, step: str, past: str, way: str = "") -> Verdict:
    """A step is moved past the one that stands beside it now, on the side that it goes to (`way`: up or down, empty for
    either); when it does not, somebody else has moved one of them, and the same move would undo theirs.

    Source: issue D 5, ADR 0040.
    """
    if step not in keys or past not in keys:
        return no(Refusal.ORDER_CHANGED)
    sides = (SIDES[way],) if way else tuple(SIDES.values())
    return YES if keys.index(past) - keys.index(step) in sides else no(Refusal.ORDER_CHANGED)


def shared(keys: Sequence[str], *, among: Collection[str]) -> tuple[str, ...]:
    """The keys that are there on the other side too: a step that is new, or is gone, has not been moved. Source: S004-08."""
    return tuple(key for key in keys if key in among)


def as_theirs(keys: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Our steps with those that both have in the order of theirs; our own stay where they stand. Source: S004-09, W-25."""
    both = iter([key for key in theirs if key in keys])
    return [next(both) if key in theirs else key for key in keys]
