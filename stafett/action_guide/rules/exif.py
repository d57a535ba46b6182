"""The one thing a camera writes that changes how a picture is seen: that it lies on its side."""

import struct

_ORIENTATION, _SHORT = 0x0112, 3
_UPRIGHT = (0, 1)
_ORDERS = {b"II": "<", b"MM": ">"}


def is_turned(notes: bytes) -> bool:
    """Whether these notes (a TIFF block) say that the picture must be turned to be right. Torn notes say nothing.

    The notes are left behind, so a picture that leans on them would lie on its side. Source: ADR 0040.
    """
    order = _ORDERS.get(notes[:2])
    if order is None:
        return False
    try:
        (first,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, first)
        for number in range(count):
            tag, kind, _many, value = struct.unpack_from(f"{order}HHIH", notes, first + 2 + 12 * number)
            if tag == _ORIENTATION and kind == _SHORT:
                return value not in _UPRIGHT
    except struct.error:
        return False
    return False
