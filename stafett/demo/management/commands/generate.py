"""`stafett generate`: fill the database with invented municipalities, for measuring and for trying out."""

import os
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from stafett.demo.generate import Plan, generate, is_there
from stafett.demo.generate.nation import Progress as Heard
from stafett.kernel import clock
from stafett.register.models import Municipality

THREADS = min(4, os.cpu_count() or 1)
ROWS_PER_CHILD, ROWS_PER_LOG = 5.08, 40.4


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
        try:
            rows = with_bar(plan, threads=options["threads"])
        except KeyboardInterrupt:
            raise CommandError("Stopped. What was under way is not there.", returncode=130) from None
        seconds = time.monotonic() - began
        self.stdout.write(f"{rows:,} rows in {seconds:,.0f} s ({rows / seconds:,.0f} rows/s)")


def with_bar(plan: Plan, *, threads: int, only=None, console: Console | None = None) -> int:
    """Generate a plan under a progress bar; returns the number of rows."""
    columns = (
        TextColumn("{task.fields[done]} of {task.fields[total_places]} municipalities"), BarColumn(),
        TextColumn("{task.completed:,.0f} rows, {task.fields[speed]:,.0f}/s"), TimeRemainingColumn(elapsed_when_finished=True),
    )  # fmt: skip
    places = [share for share in plan.shares() if only is None or share.index in only]
    with Progress(*columns, console=console or Console(stderr=True)) as bar:
        task = bar.add_task("", total=_expected_rows(places), done=0, total_places=len(places), speed=0.0)
        heard = _Heard(bar, task)
        today = clock.today_in_norway(clock.now())
        rows = generate(plan, today=today, progress=heard, threads=threads, only=only)
        bar.update(task, total=rows, completed=rows)
    return rows


class _Heard(Heard):
    """Moves the bar."""

    def __init__(self, bar: Progress, task) -> None:
        super().__init__(self._rows, self._municipality)
        self._bar, self._task, self._done, self._began = bar, task, 0, time.monotonic()

    def _rows(self, rows: int) -> None:
        speed = self.rows / (time.monotonic() - self._began)
        self._bar.update(self._task, advance=rows, speed=speed)

    def _municipality(self) -> None:
        self._done += 1
        self._bar.update(self._task, done=self._done)


def _expected_rows(places) -> float:
    """About how many rows it will be, counted on what it has been."""
    children, logs = (sum(getattr(place, each) for place in places) for each in ("children", "logs"))
    return ROWS_PER_CHILD * children + ROWS_PER_LOG * logs


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
