"""The command `stafett`: finds the subcommand, runs it, and turns faults into a sentence and an exit code."""

import argparse
import importlib
import sys
from collections.abc import Sequence
from types import ModuleType

from stafett import __version__
from stafett.platform.faults import PlatformError

OK, FAILED, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "demo": "run Stafett with invented people on this machine",
    "serve": "run Stafett for real use",
    "migrate": "make or update the tables",
    "check": "say what is wrong with this installation",
    "database": "say which database is used and where it is",
    "backup": "take a backup of the database while it is in use",
    "base": "copy the whole server, to be rolled forward to a minute",
    "restore": "fill a new data folder from a backup, or prove that it can be done",
}

PASSED_ON = {
    "found": "enter a new municipality with its first administrators",
    "generate": "fill the database with generated municipalities",
    "bench": "measure the pages on generated data",
    "keys": "say which keys are in use; seal everything anew under a new one",
    "audit": "check the trail of who read and did what, or write down where it has come to",
    "metrics": "counts and ages for the operator's monitoring",
    "deposit": "make an archive deposit of a closed period, or check one",
    "manage": "run any Django management command in the right environment",
}

EPILOG = """\
exit codes:
  0    done, or stopped as asked
  1    failed; the reason is the last line printed
  2    wrong use of the command
  130  interrupted

environment (all optional):
  DATABASE_URL, DATABASE_OWNER_URL   use this PostgreSQL instead of starting one
  STAFETT_LOG_ARCHIVE                archive the write-ahead log of the server we run in this folder
  STAFETT_DATA                       data folder (default: var/ where the command is given)
  STAFETT_POSTGRES                   system or embedded: use only that kind of PostgreSQL
  STAFETT_UID                        account the database runs as when started by root
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (default: the one given to this process); return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words and words[0] in PASSED_ON:
            return int(_module("passed_on").run(words))
        parsed = _parser(words).parse_args(words)
        return int(_module(parsed.command).run(parsed))
    except PlatformError as error:
        print(f"stafett: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("stafett: interrupted", file=sys.stderr)
        return INTERRUPTED


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """All commands by name; only the one that is asked for is imported, so that help is quick."""
    parser = argparse.ArgumentParser(
        prog="stafett",
        description="Stafettlogg, handlingsveileder, årshjul and system meetings for a municipality.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"stafett {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command", title="commands")
    for name, purpose in {**COMMANDS, **PASSED_ON}.items():
        command = commands.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
        if name in words and name in COMMANDS:
            _module(name).add_arguments(command)
    return parser


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"stafett.platform.commands.{name}")
