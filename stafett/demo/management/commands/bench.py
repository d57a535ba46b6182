"""`stafett bench`: measure pages and meetings on generated data, in a database of its own."""

from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console

from stafett.demo.bench import report
from stafett.demo.bench.pages import WrongAnswer
from stafett.demo.bench.run import run
from stafett.demo.generate import Plan
from stafett.demo.management.commands.generate import THREADS, with_bar

NATION = {"municipalities": 357, "children": 1_100_000, "logs": 110_000}
SAMPLE = {"municipalities": 20, "children": 60_000, "logs": 6_000}
MEETINGS = 500
EMPLOYEES, NATIONS_EMPLOYEES = 10_000, 200_000  # told of by SCIM


class Command(BaseCommand):
    """Arguments and sentences; the work is in `stafett.demo.bench`."""

    help = "Measure pages on generated data: times, queries, bytes, and all municipalities against one."
    requires_system_checks = []

    def add_arguments(self, parser):
        for name, number in SAMPLE.items():
            parser.add_argument(f"--{name}", type=int, help=f"in all (default: {number})")
        parser.add_argument("--national", action="store_true", help="as many as Norway has")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--seconds", type=float, default=10.0, help="how long each visit is repeated")
        parser.add_argument(
            "--meetings",
            type=int,
            default=MEETINGS,
            metavar="N",
            help="how many go on at once, four listeners in each (default: %(default)s; 0 for none)",
        )
        parser.add_argument(
            "--employees",
            type=int,
            metavar="N",
            help=f"told of by SCIM (default: {EMPLOYEES}, of the nation {NATIONS_EMPLOYEES}; 0 for none)",
        )
        parser.add_argument("--json", type=Path, metavar="FILE", help="write what was found here too")
        parser.add_argument(
            "--keep", action="store_true", help="leave the databases, and use them again next time"
        )

    def handle(self, *args, **options):
        if not (settings.BUILD / "static" / "stafett").is_dir():
            raise CommandError("The styles are not built. Run `make assets` first.")
        call_command("collectstatic", interactive=False, verbosity=0)
        console = Console()
        try:
            found = run(
                _plan(options),
                fill=partial(with_bar, threads=THREADS),
                seconds=options["seconds"],
                tables=options["meetings"],
                employees=_employees(options),
                keep=options["keep"],
                say=console.print,
            )
        except WrongAnswer as wrong:
            raise CommandError(str(wrong)) from None
        except KeyboardInterrupt:
            raise CommandError("Stopped.", returncode=130) from None
        report.show(found, console)
        if options["json"]:
            report.save(found, options["json"])


def _employees(options) -> int:
    usual = NATIONS_EMPLOYEES if options["national"] else EMPLOYEES
    return usual if options["employees"] is None else options["employees"]


def _plan(options) -> Plan:
    sizes = NATION if options["national"] else SAMPLE
    chosen = {name: options[name] if options[name] is not None else number for name, number in sizes.items()}
    try:
        return Plan(**chosen, seed=options["seed"])
    except ValueError as error:
        raise CommandError(str(error)) from None
