"""`stafett check`: is this installation fit for use? One sentence per fault."""

import argparse
import re

import psycopg

from stafett.platform import roles
from stafett.platform.installation import Installation, answer_of, complaint_of, opened


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(_arguments: argparse.Namespace) -> int:
    """Print the faults; return 1 when there are any."""
    with opened() as installation:
        behind = _table_faults(installation)
        told = "" if behind else answer_of(["check_login"], installation.for_management())
        faults = [*_role_faults(installation), *behind, *_django_faults(installation), *_login_faults(told)]
    print("".join(f"{line}\n" for line in told.splitlines() if line.startswith("  ")), end="")
    for fault in faults:
        print(f"✗ {fault}")
    if not faults:
        print("✓ The database answers, its role is fenced, tables are up to date, settings hold.")
    return 1 if faults else 0


def _role_faults(installation: Installation) -> list[str]:
    with psycopg.connect(installation.urls.app, connect_timeout=10) as connection:
        return roles.faults_of_app(connection)


def _table_faults(installation: Installation) -> list[str]:
    """Tables alone: what else is wrong is a sentence of its own."""
    if complaint_of(["migrate", "--check", "--skip-checks"], installation.for_management()):
        return ["Tables are not up to date: run `stafett migrate`."]
    return []


def _django_faults(installation: Installation) -> list[str]:
    command = ["check", "--deploy", "--fail-level", "WARNING"]
    return _sentences(complaint_of(command, installation.for_management()))


def _login_faults(told: str) -> list[str]:
    """The lines with a cross, of what `check_login` says; when it fell over, all it said is the fault."""
    faults = [line.removeprefix("✗ ") for line in told.splitlines() if line.startswith("✗ ")]
    is_known = faults or all(line.startswith("  ") for line in told.splitlines())
    return faults if is_known else [told]


def _sentences(report: str) -> list[str]:
    """Django prints `place: (id) sentence`, and hints below; when it fell over, all it said is the fault."""
    lines = re.findall(r"^\S+: (\(\w+\.\w+\) .+)$", report, re.MULTILINE)
    return lines or ([report] if report else [])
