"""Verbs of messages, and `tell`: no verb of its own but a part of another operation, inside its transaction."""

from stafett.messages.operations.reading import change_preferences, mark_all_read, mark_read
from stafett.messages.operations.telling import tell as tell

__all__ = [
    "change_preferences",
    "mark_all_read",
    "mark_read",
]  # what people do; `tell` follows from what they did
