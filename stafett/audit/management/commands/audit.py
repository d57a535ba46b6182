"""`stafett audit`: reckon every municipality's trail again, or write down where each has come to."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from stafett.audit import checkpoints, verification
from stafett.register.directory import municipality_ids


class Command(BaseCommand):
    """Arguments and sentences; the work is in `audit.verification` and `audit.checkpoints`. Faults give exit code 1."""

    help = "Check the trail of reads and acts, or write down where it has come to."
    requires_system_checks = []

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
        verify = verbs.add_parser("verify", help="reckon every chain again, and say what does not fit")
        verify.add_argument(
            "--checkpoints", type=Path, metavar="FILE",
            help="compare with this file too (default: STAFETT_CHECKPOINT_FILE, when it is set)",
        )  # fmt: skip
        verbs.add_parser(
            "checkpoint", help="add where each chain has come to, to the file STAFETT_CHECKPOINT_FILE"
        )

    def handle(self, *args, verb, verbosity, **options):
        if verb == "checkpoint":
            self._write()
        else:
            self._verify(options["checkpoints"] or _own_file(), is_quiet=verbosity == 0)

    def _write(self):
        path = _own_file()
        if path is None:
            raise CommandError("STAFETT_CHECKPOINT_FILE is not set: say which file, on another disk or host.")
        try:
            count = checkpoints.write(path)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"Wrote {count} checkpoints to {path}.")

    def _verify(self, path, *, is_quiet):
        known = _read(path)
        places = municipality_ids()
        faults = [
            f"{gone}: the whole municipality is gone; a checkpoint says it was there"
            for gone in known
            if gone not in places
        ]
        rows = 0
        with _bar(is_quiet) as bar:
            task = bar.add_task("", total=sum(verification.length_of(place) for place in places))
            for place in places:
                found = verification.verify(
                    place, checkpoints=known.get(place), on_rows=lambda more: bar.advance(task, more)
                )
                faults += [f"{place}: {each.sentence()}" for each in found]
            rows = int(bar.tasks[0].completed)
        if faults:
            raise CommandError("\n".join(faults))
        against = f", and {path} agrees" if path else "; no checkpoints were compared"
        self.stdout.write(f"{rows} rows in {len(places)} municipalities are whole{against}.")


def _own_file():
    return Path(settings.CHECKPOINT_FILE) if settings.CHECKPOINT_FILE else None


def _read(path):
    if path is None:
        return {}
    try:
        return checkpoints.read(path)
    except FileNotFoundError:
        raise CommandError(
            f"{path} is not there. It is written each hour; where it never was: `stafett audit checkpoint`."
        ) from None
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
    except checkpoints.UnreadableCheckpoint as unreadable:
        raise CommandError(str(unreadable)) from None


def _bar(is_quiet):
    columns = (
        TextColumn("rows"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    return Progress(*columns, console=Console(stderr=True), disable=is_quiet)
