"""`stafett migrate`: make or update the tables, as the owner."""

import argparse

from stafett.platform.installation import opened, run_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--plan` only shows what would be done."""
    parser.add_argument("--plan", action="store_true", help="show what would be done, and do nothing")


def run(arguments: argparse.Namespace) -> int:
    """Run Django's `migrate`; return its exit code."""
    with opened() as installation:
        command = ["migrate", "--plan"] if arguments.plan else ["migrate", "--no-input"]
        return run_django(command, installation.for_migrations())
