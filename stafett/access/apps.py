"""Registers the check that every route declares an action."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "stafett.access"

    def ready(self):
        from stafett.access import checks  # noqa: F401 - importing registers it; not possible before apps are ready
