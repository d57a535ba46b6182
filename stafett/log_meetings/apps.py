"""Lets the timeline of the log tell what happens with its meetings."""

from django.apps import AppConfig


class LogMeetingsConfig(AppConfig):
    name = "stafett.log_meetings"
    label = "log_meetings"

    def ready(self):
        from stafett.log_meetings.enums import UNTOLD, Event
        from stafett.relay_log.enums.told_above import tell_in_timeline

        tell_in_timeline(event for event in Event if event not in UNTOLD)
