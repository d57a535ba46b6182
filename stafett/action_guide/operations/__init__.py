"""Verbs of the guide: what the groups do with their own edition, what the administrator does with the groups."""

from stafett.action_guide.operations.borrowing import borrow, take
from stafett.action_guide.operations.contacts import remove_contact, set_contact
from stafett.action_guide.operations.deciding import decide, publish, send
from stafett.action_guide.operations.editing import add_step, begin_draft, comment_on, revise_part
from stafett.action_guide.operations.groups import add_member, end_membership
from stafett.action_guide.operations.images import add_image, remove_image, tell_image
from stafett.action_guide.operations.moving import move_step

__all__ = [
    "add_image", "add_member", "add_step", "begin_draft", "borrow", "comment_on", "decide", "end_membership", "move_step",
    "publish", "remove_contact", "remove_image", "revise_part", "send", "set_contact", "take", "tell_image",
]  # fmt: skip
