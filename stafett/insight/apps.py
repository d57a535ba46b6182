"""Lets the measure bank say how often its measures have been used."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "stafett.insight"
    label = "insight"

    def ready(self):
        from stafett.insight.queries import bank_uses
        from stafett.relay_log.queries.uses import tell_of_uses

        tell_of_uses(bank_uses)
