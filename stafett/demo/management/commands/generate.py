"""`stafett generate`: fill the database with invented municipalities, for measuring and for trying out."""

import os
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from stafett.demo.generate import Plan, generate, is_there
from stafett.demo.generate.nation import Progress as Heard
from stafett.kernel import clock
from stafett.register.models import Municipality

THREADS = min(4, os.cpu_count() or 1)


class Command(BaseCommand):
    """Arguments, progress bar and sentences; the work is in `stafett.demo.generate`."""

    help = "Fill the database with invented municipalities. The same seed gives the same rows."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--municipalities", type=int, default=20, help="how many (default: %(default)s)")
        parser.add_argument("--children", type=int, default=60_000, help="in all (default: %(default)s)")
        parser.add_argument("--logs", type=int, default=6_000, help="in all (default: %(default)s)")
        parser.add_argument("--seed", type=int, default=1, help="default: %(default)s")
        parser.add_argument("--threads", type=int, default=THREADS, help="at a time (default: %(default)s)")
        parser.add_argument("--only-if-empty", action="store_true", help="do nothing when it is there")

    def handle(self, *args, **options):
        plan = _plan(options)
        _require_tables()
        if is_there(plan):
            if options["only_if_empty"]:
                self.stdout.write("Already generated; nothing to do.")
                return
            raise CommandError(f"Seed {plan.seed} has been generated here before. Choose another --seed.")
        _require_no_real_people()
        began = time.monotonic()
        rows = with_bar(plan, threads=options["threads"])
        seconds = time.monotonic() - began
        self.stdout.write(f"{rows:,} rows in {seconds:,.0f} s ({rows / seconds:,.0f} rows/s)")


def with_bar(plan: Plan, *, threads: int, only=None, console: Console | None = None) -> int:
    """Generate a plan under a progress bar; returns the number of rows."""
    total = plan.municipalities if only is None else len(only)
    columns = (
        TextColumn("Municipalities"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rows]:,} rows, {task.fields[speed]:,.0f}/s"), TimeRemainingColumn(),
    )  # fmt: skip
    began = time.monotonic()
    with Progress(*columns, console=console or Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, rows=0, speed=0.0)
        heard = Heard(
            on_rows=lambda _rows: bar.update(
                task, rows=heard.rows, speed=heard.rows / (time.monotonic() - began)
            ),
            on_municipality=lambda: bar.advance(task),
        )
        today = clock.today_in_norway(clock.now())
        return generate(plan, today=today, progress=heard, threads=threads, only=only)


def _plan(options) -> Plan:
    try:
        return Plan(options["municipalities"], options["children"], options["logs"], options["seed"])
    except ValueError as error:
        raise CommandError(str(error)) from None


def _require_tables():
    if Municipality._meta.db_table not in connections["owner"].introspection.table_names():
        raise CommandError("There are no tables yet. Run `stafett migrate` first.")


def _require_no_real_people():
    """Invented people are never poured in among real ones."""
    if not settings.SYNTHETIC_PERSONS and Municipality.objects.using("owner").exists():
        raise CommandError(
            "This installation has municipalities of its own, and they may be real. "
            "Generate in a demo installation, or set STAFETT_DATA to an empty folder."
        )
