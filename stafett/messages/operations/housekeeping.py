"""What the nightly and quarterly jobs do with messages; must run within a municipality."""

from stafett.messages.enums import DeliveryState
from stafett.messages.models import Delivery, Message

KEPT_DAYS = 366  # the log and the trail keep what happened; a message only says so
BATCH = 500


def forgotten(*, due_before):
    """Ids of pointers that should have been sent by then."""
    rows = Delivery.objects.filter(state=DeliveryState.WAITING, due_at__lt=due_before).order_by("due_at")
    return list(rows.values_list("pk", flat=True)[:BATCH])


def forget(*, older_than):
    """Delete messages made before then, with their pointers; gives how many messages."""
    return Message.objects.filter(created_at__lt=older_than).delete()[1].get("inbox.Message", 0)
