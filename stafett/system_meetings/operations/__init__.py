"""Verbs of system meetings before and after: propose, plan, ask and tell people, look back, sign, evaluate, go on.

What is done in the meeting itself is in `opening`, `walking`, `contributing`, `table` and `watching`.
"""

from stafett.system_meetings.operations.following import evaluate_measure, remove_idea, try_next
from stafett.system_meetings.operations.minutes import correct_minutes, look_back, sign_minutes
from stafett.system_meetings.operations.planning import (
    cancel_meeting,
    change_meeting,
    choose_proposal,
    drop_proposal,
    plan_meeting,
    set_topic,
)
from stafett.system_meetings.operations.preparing import answer_invitation, inform, prepare
from stafett.system_meetings.operations.proposing import (
    propose_topic,
    set_aside,
    take_up_again,
    withdraw_proposal,
)
from stafett.system_meetings.operations.seating import (
    give_tasks,
    remove_seat,
    seat_colleagues,
    seat_employee,
    seat_outsider,
)

__all__ = [
    "answer_invitation", "cancel_meeting", "change_meeting", "choose_proposal", "correct_minutes", "drop_proposal",
    "evaluate_measure", "give_tasks", "inform", "look_back", "plan_meeting", "prepare", "propose_topic", "remove_idea",
    "remove_seat", "seat_colleagues", "seat_employee", "seat_outsider", "set_aside", "set_topic", "sign_minutes",
    "take_up_again", "try_next", "withdraw_proposal",
]  # fmt: skip
