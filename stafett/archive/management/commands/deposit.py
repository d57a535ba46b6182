"""`stafett deposit`: make a deposit of a closed period for the municipality's depot, or check one that is made."""

import time
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from stafett.archive import rules
from stafett.archive.content.noark import checking, schemas, writing
from stafett.archive.operations.depositing import deposit_period
from stafett.kernel import clock
from stafett.register.directory import municipalities, municipality_called


class Command(BaseCommand):
    """Arguments and sentences; the work is in `archive.operations.depositing`. Faults give exit code 1."""

    help = "Make a Noark 5 deposit of the logs closed in a period, or check one."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--period", metavar="FIRST..LAST", help="two dates: 2025-08-01..2026-07-31")
        parser.add_argument("--municipality", metavar="NAME", help="its short name, where there are several")
        parser.add_argument("--to", type=Path, metavar="FOLDER", help="a folder that is not there yet")
        parser.add_argument(
            "--check", type=Path, metavar="FOLDER", help="check a deposit instead of making one"
        )

    def handle(self, *args, period, municipality, to, check, **options):
        if check:
            self._check(check)
        elif period and to:
            self._make(period, municipality, to)
        else:
            raise CommandError("Say --period and --to, or --check.")

    def _check(self, folder):
        faults = checking.check(folder)
        if faults:
            raise CommandError("\n".join(str(fault) for fault in faults))
        self.stdout.write(f"{folder} is whole.")

    def _make(self, period, municipality, to):
        first, last = _dates(period)
        verdict = rules.may_order(first, last, today=clock.today_in_norway(clock.now()))
        if not verdict:
            raise CommandError(verdict.sentence())
        if to.exists():
            raise CommandError(f"{to} is there already.")
        began = time.monotonic()
        try:
            made = deposit_period(_place(municipality).pk, first=first, last=last, target=to)
        except writing.Empty:
            raise CommandError("No log was closed in the period.") from None
        except schemas.NoSchemas as missing:
            raise CommandError(f"STAFETT_ARCHIVE_SCHEMAS: {missing}.") from None
        except OSError as fault:
            raise CommandError(f"{to} cannot be written: {fault.strerror}.") from None
        if made.faults:
            raise CommandError("\n".join(made.faults))
        seconds = max(time.monotonic() - began, 0.001)
        self.stdout.write(
            f"{made.logs} logs, {made.files} files, {made.size / 1_000_000:.1f} MB in {seconds:.1f} s"
            f" ({made.logs / seconds:.0f} logs/s, checked) in {to}. arkivuttrekk.xml: {made.sha256}"
        )


def _dates(period):
    try:
        first, last = (date.fromisoformat(text) for text in period.split(".."))
    except ValueError:
        raise CommandError("Write the period as 2025-08-01..2026-07-31.") from None
    return first, last


def _place(slug):
    names = [short for _name, short in municipalities()]
    if slug is None and len(names) != 1:
        raise CommandError(f"Say --municipality: one of {', '.join(sorted(names))}.")
    found = municipality_called(slug or names[0])
    if found is None:
        raise CommandError(f"No municipality is called {slug}.")
    return found
