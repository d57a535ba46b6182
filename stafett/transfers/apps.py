"""Lets the timeline of the log tell where its baton goes."""

from django.apps import AppConfig


class TransfersConfig(AppConfig):
    name = "stafett.transfers"
    label = "transfers"

    def ready(self):
        from stafett.relay_log.enums.told_above import tell_in_timeline
        from stafett.transfers.enums import Event

        tell_in_timeline(Event)
