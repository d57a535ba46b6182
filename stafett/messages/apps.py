"""The app's label: `messages` is taken by Django's own flash messages."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "stafett.messages"
    label = "inbox"

    def ready(self):
        from stafett.messages.channels import checks  # noqa: F401 - registers it; not possible before apps are ready
