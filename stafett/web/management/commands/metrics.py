"""`stafett metrics`: numbers for the operator's monitoring, on the screen or in a file that a collector reads."""

import os
from pathlib import Path

from django.core.management.base import BaseCommand

from stafett.web import metrics


class Command(BaseCommand):
    """Arguments; the numbers are in `stafett.web.metrics`."""

    help = "Counts and ages in Prometheus' text format."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--file", type=Path, help="write here, whole or not at all")

    def handle(self, *args, file, **options):
        told = metrics.text(metrics.measures())
        if file is None:
            self.stdout.write(told, ending="")
            return
        half = file.with_name(f".{file.name}.{os.getpid()}")
        half.write_text(told, encoding="utf-8")
        half.chmod(0o644)  # numbers only; the collector has an account of its own
        half.replace(file)
