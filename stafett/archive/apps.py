"""Lets the timeline of the log tell that the archive has received it."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "stafett.archive"
    label = "archive"

    def ready(self):
        from stafett.archive.enums import Event
        from stafett.relay_log.enums.told_above import tell_in_timeline

        tell_in_timeline((Event.RECEIVED,))
