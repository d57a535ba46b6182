"""Registers the check that the login file can be used."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "stafett.identity"

    def ready(self):
        from stafett.identity import checks  # noqa: F401 - importing registers it; not possible before apps are ready
