"""What the log knows of its meetings: the next one's day, kept by whoever plans them as part of their own act."""

from datetime import datetime

from stafett.relay_log.models import RelayLog


def set_next_meeting(log: RelayLog, at: datetime | None) -> None:
    """Say when the next planned meeting of a log is; None when there is none. Must run inside an operation."""
    log.next_meeting_at = at
    RelayLog.objects.filter(pk=log.pk).update(next_meeting_at=at)
