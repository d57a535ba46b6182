"""The calm clock of a meeting and of a turn: whole minutes, counted by the server's time."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Clock:
    """How long something has lasted: whole `seconds` and minutes (`gone`), of the minutes `planned`. `name`: what it times."""

    seconds: int
    planned: int
    name: str = ""

    @property
    def gone(self) -> int:
        """Whole minutes."""
        return self.seconds // 60


def clock(began_at: datetime | None, now: datetime, *, planned: int, name: str = "") -> Clock | None:
    """The clock of what began then, never less than nothing; None before it has begun. Source: S003-54, S002-15; ours."""
    if began_at is None:
        return None
    return Clock(max(int((now - began_at).total_seconds()), 0), planned, name)
