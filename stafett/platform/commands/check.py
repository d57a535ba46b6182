"""`stafett check`: is this installation fit for use? One sentence per fault."""

import argparse

import psycopg
from rich.console import Console

from stafett.platform import roles
from stafett.platform.installation import Installation, is_django_content, opened


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(_arguments: argparse.Namespace) -> int:
    """Print the faults; return 1 when there are any."""
    console = Console(highlight=False, markup=False)
    with opened() as installation:
        faults = [*_role_faults(installation), *_django_faults(installation)]
    for fault in faults:
        console.print(f"✗ {fault}")
    if not faults:
        console.print("✓ The database answers, its role is fenced, the tables are up to date, settings hold.")
    return 1 if faults else 0


def _role_faults(installation: Installation) -> list[str]:
    with psycopg.connect(installation.urls.app, connect_timeout=10) as connection:
        return roles.faults_of_app(connection)


def _django_faults(installation: Installation) -> list[str]:
    surroundings = installation.for_management()
    faults = []
    if is_django_content(["migrate", "--check"], surroundings):
        faults.append("Tables are not up to date: run `stafett migrate`.")
    settings = is_django_content(["check", "--deploy", "--fail-level", "WARNING"], surroundings)
    return [*faults, settings] if settings else faults
