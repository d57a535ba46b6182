"""Verbs of the connected systems: the administrator lets them in and shuts them out; a directory keeps the staff list."""

from stafett.integrations.operations.groups import add_group, change_group, remove_group
from stafett.integrations.operations.posts import end_post
from stafett.integrations.operations.systems import connect, disconnect, give_token, make_key
from stafett.integrations.operations.users import add_user, change_user, remove_user

__all__ = [
    "add_group", "add_user", "change_group", "change_user", "connect", "disconnect", "end_post", "give_token",
    "make_key",
    "remove_group", "remove_user",
]  # fmt: skip
