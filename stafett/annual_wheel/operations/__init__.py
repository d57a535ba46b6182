"""Verbs of the annual wheel: open a year, decide its tasks, do them and undo them; the jobs are in `rolling` and `reminding`."""

from stafett.annual_wheel.operations.doing import (
    confirm_staff_list,
    do_task,
    hold_parent_meeting,
    remove_parent_meeting,
    undo_task,
)
from stafett.annual_wheel.operations.feeds import end_feed, make_feed
from stafett.annual_wheel.operations.for_everybody import (
    add_common_task,
    change_common_task,
    withdraw_common_task,
)
from stafett.annual_wheel.operations.planning import (
    add_task,
    change_task,
    open_wheel,
    put_task_away,
    take_task_back,
)

__all__ = [
    "add_common_task", "add_task", "change_common_task", "change_task", "confirm_staff_list", "do_task", "end_feed",
    "hold_parent_meeting", "make_feed", "open_wheel", "put_task_away", "remove_parent_meeting", "take_task_back",
    "undo_task", "withdraw_common_task",
]  # fmt: skip
