"""What a bitmap is, told from its bytes alone, and the same picture with nothing in it but the picture.

A file is taken apart piece by piece, and put together again from the pieces that draw: what cameras and programs add (places,
names, thumbnails, notes, colour profiles) is left behind, and a file that is also something else is refused.
"""

from dataclasses import dataclass
from typing import NoReturn

from stafett.action_guide.enums import Refusal
from stafett.kernel.verdict import Refused, no

LARGEST = 500_000  # bytes: everybody waits for it on the phone
LONGEST_SIDE, SHORTEST_SIDE, MOST_PIXELS = 4000, 24, 8_000_000


@dataclass(frozen=True)
class Bitmap:
    """A picture: `kind` is png, jpeg or webp, the size in pixels, and its bytes without anything but the picture."""

    kind: str
    width: int
    height: int
    content: bytes


def refuse(refusal: Refusal, **params: object) -> NoReturn:
    """Stop with a reason. Raises Refused."""
    raise Refused(no(refusal, **params))


def sized(width: int, height: int) -> tuple[int, int]:
    """The size, when it can be shown and read in a moment. Raises Refused. Source: ADR 0040."""
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        refuse(Refusal.IMAGE_TOO_MANY_PIXELS, side=LONGEST_SIDE)
    if min(width, height) < SHORTEST_SIDE:
        refuse(Refusal.IMAGE_TOO_SMALL, side=SHORTEST_SIDE)
    return width, height
