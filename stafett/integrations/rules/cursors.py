"""Where the next page of the API begins: after the id of the last row, in letters that nobody needs to read."""

import base64
import binascii
from uuid import UUID

from stafett.kernel.protocol import Fault

USUAL, MOST = 50, 200


def written(last: UUID) -> str:
    """The cursor after a row."""
    return base64.urlsafe_b64encode(last.bytes).decode().rstrip("=")


def read(text: str | None) -> UUID | None:
    """The id a cursor stands for; None without one. Raises Fault 400."""
    if text is None:
        return None
    try:
        found = UUID(bytes=base64.b64decode(text + "==", altchars=b"-_", validate=True))
    except (ValueError, binascii.Error):
        raise Fault(400, "The cursor cannot be read.") from None
    if written(found) != text:
        raise Fault(400, "The cursor cannot be read.")
    return found


def limit_of(text: str | None) -> int:
    """How many rows are asked for: 1 to 200, 50 when nothing is said. Raises Fault 400."""
    if text is None:
        return USUAL
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= MOST):
        raise Fault(400, f"The limit is a whole number from 1 to {MOST}.")
    return int(text)
