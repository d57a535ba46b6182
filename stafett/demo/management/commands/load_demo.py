"""`load_demo`: the invented municipalities with people and logs. Run again, it changes nothing."""

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from stafett.demo import load
from stafett.demo.cast import PLACES
from stafett.kernel import clock


class Command(BaseCommand):
    """Load the demo; `--register-only` leaves the logs out, which is what tests start from."""

    help = "Loads the invented municipalities of the demo: people, units and logs at every stage."

    def add_arguments(self, parser):
        parser.add_argument("--register-only", action="store_true", help="people and units, but no logs")

    def handle(self, *args, register_only, verbosity, **options):
        load.found_places()
        if not register_only:
            self._tell(is_quiet=verbosity == 0)

    def _tell(self, *, is_quiet):
        columns = (TextColumn("{task.description:<20}"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), disable=is_quiet) as progress:
            for place in PLACES:
                bar = progress.add_task(place.name, total=None)
                for moment in load.tell_lives(place):
                    self._move(progress, bar, moment)
                progress.update(bar, total=1, completed=1)

    def _move(self, progress, bar, moment):
        """The bar runs from the first day of the oldest log until now."""
        if progress.tasks[bar].total is None:
            progress.update(bar, total=(clock.now() - moment).total_seconds(), completed=0)
        total = progress.tasks[bar].total
        progress.update(bar, completed=total - (clock.now() - moment).total_seconds())
