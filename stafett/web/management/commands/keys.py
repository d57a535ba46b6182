"""`stafett keys`: which keys are in use, and everything sealed or found anew under new ones."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from stafett.kernel.crypto import KeyRing
from stafett.web import key_rotation


class Command(BaseCommand):
    """Arguments, progress bar and sentences; the work is in `stafett.web.key_rotation`."""

    help = "Which keys are in use; seal everything anew under the current one."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("act", choices=("list", "rotate", "reindex"), help="see docs/security/keys.md")

    def handle(self, *args, act, **options):
        {"list": self._list, "rotate": self._rotate, "reindex": self._reindex}[act]()

    def _list(self):
        ring, used = KeyRing.from_setting(settings.KEY_RING), key_rotation.used_keys()
        for key_id in dict.fromkeys([*ring.ids, *used]):
            place = (
                "current" if key_id == ring.current_id else "on the ring" if key_id in ring.ids else "MISSING"
            )
            self.stdout.write(f"{key_id:<34}{place:<13}{used.get(key_id, 0):>12,} sealed values")
        if missing := set(used) - set(ring.ids):
            raise CommandError(
                f"Values are sealed under keys that are not on the ring: {', '.join(sorted(missing))}."
            )
        if shut := key_rotation.shut():
            raise CommandError(
                f"Values do not open, though their key's name is on the ring: {', '.join(shut)}. It is another key."
            )

    def _rotate(self):
        ring = KeyRing.from_setting(settings.KEY_RING)
        waiting = sum(
            count for key_id, count in key_rotation.used_keys().items() if key_id != ring.current_id
        )
        done, failed = _with_bar(key_rotation.rotate(), total=waiting)
        self.stdout.write(f"{done:,} values sealed anew under {ring.current_id}.")
        if failed:
            raise CommandError(
                f"{len(failed)} values do not open with any key on the ring; they are left as they are."
            )

    def _reindex(self):
        done, _failed = _with_bar(key_rotation.reindex(), total=None)
        self.stdout.write(f"{done:,} fingerprints made anew.")


def _with_bar(steps, *, total):
    columns = (TextColumn("{task.fields[column]}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    done, failed = 0, []
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total, column="")
        for step in steps:
            done += step.done
            failed += step.failed
            bar.update(task, completed=done + len(failed), column=str(step.column))
    return done, failed
