"""Registers the check of the secrets."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "stafett.web"

    def ready(self):
        from stafett.web import checks  # noqa: F401 - importing registers it; not possible before apps are ready
