"""The app's label: `messages` is taken by Django's own flash messages."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "stafett.messages"
    label = "inbox"
