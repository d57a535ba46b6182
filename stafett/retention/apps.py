"""The application. The timeline of a log is gone with it, so it tells nothing of retention."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "stafett.retention"
    label = "retention"
