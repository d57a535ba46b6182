"""The application."""

from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    name = "stafett.integrations"
    label = "integrations"
