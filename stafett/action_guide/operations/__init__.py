"""Verbs of the guide: what the groups do with their own edition, what the administrator does with the groups."""

from stafett.action_guide.operations.borrowing import borrow, take
from stafett.action_guide.operations.contacts import remove_contact, set_contact
from stafett.action_guide.operations.deciding import decide, publish, send
from stafett.action_guide.operations.editing import add_step, begin_draft, comment_on, revise_part
from stafett.action_guide.operations.groups import add_member, end_membership

__all__ = [
    "add_member", "add_step", "begin_draft", "borrow", "comment_on", "decide", "end_membership", "publish",
    "remove_contact", "revise_part", "send", "set_contact", "take",
]  # fmt: skip
