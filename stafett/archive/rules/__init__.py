"""Rules of the archive: when something is sent again, what may be sent anew, which period may be deposited."""

from stafett.archive.rules.periods import may_order
from stafett.archive.rules.sending import (
    LONG_WAIT,
    PACK_AGAIN_AFTER,
    last_day_of_access,
    may_become,
    may_send_anew,
    next_attempt,
)

__all__ = [
    "LONG_WAIT", "PACK_AGAIN_AFTER", "last_day_of_access", "may_become", "may_order", "may_send_anew", "next_attempt",
]  # fmt: skip
