"""Checkpoints: lines in a file outside the database, and the command that writes them and compares with them."""

import json

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from stafett.audit import checkpoints, trail
from stafett.audit.checkpoints import Checkpoint, UnreadableCheckpoint
from stafett.audit.models import Head
from stafett.audit.tasks import write_checkpoints
from stafett.demo import cast
from stafett.register.actor import Actor
from stafett.register.tenancy import within
from tests.audit.test_verification import _as_owner

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id


@pytest.fixture
def path(tmp_path, settings):
    settings.CHECKPOINT_FILE = str(tmp_path / "checkpoints.jsonl")
    return tmp_path / "checkpoints.jsonl"


def test_each_hour_adds_a_line_for_each_municipality_that_has_a_trail(db, path):
    _read_something(HERE, 2)
    write_checkpoints(0)
    _read_something(HERE, 1)
    _read_something(THERE, 1)

    count = write_checkpoints(0)

    lines = [json.loads(line) for line in path.read_text().splitlines()]
    with within(HERE):
        head = Head.objects.get(municipality_id=HERE)
    assert count == 2
    assert [(line["municipality"], line["number"]) for line in lines if line["municipality"] == str(HERE)] == [
        (str(HERE), 2), (str(HERE), 3),
    ]  # fmt: skip
    assert bytes.fromhex(checkpoints.read(path)[HERE][3].hex()) == bytes(head.hash)
    assert len(lines) == 3
    assert path.stat().st_mode & 0o077 == 0


def test_without_a_file_the_task_writes_nothing(db, settings):
    settings.CHECKPOINT_FILE = ""
    _read_something(HERE, 1)

    assert write_checkpoints(0) == 0


@given(st.uuids(), st.integers(1, 2**62), st.binary(max_size=32), st.datetimes(timezones=st.timezones()))
def test_a_line_is_read_as_what_was_written(municipality_id, number, stored, at):
    written = Checkpoint(municipality_id, number, stored, at.replace(microsecond=0))

    read = Checkpoint.from_line(written.as_line())

    assert (read.municipality_id, read.number, read.hash) == (municipality_id, number, stored)
    assert read.at.timestamp() == written.at.replace(tzinfo=read.at.tzinfo).timestamp()


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps)))
def test_a_line_that_is_no_checkpoint_is_told_apart(line):
    with pytest.raises(ValueError):
        Checkpoint.from_line(line)


def test_a_file_with_a_line_that_is_no_checkpoint_says_which(path):
    path.write_text(f"\n{_line(1, 'aa')}\nnoe annet\n")

    with pytest.raises(UnreadableCheckpoint, match="Line 3 of"):
        checkpoints.read(path)


def test_two_lines_that_disagree_about_a_row_are_a_fault(path):
    path.write_text(f"{_line(1, 'aa')}\n{_line(1, 'aa')}\n{_line(1, 'bb')}\n")

    with pytest.raises(UnreadableCheckpoint, match="Line 3 of .* row 1"):
        checkpoints.read(path)


def test_the_command_says_that_all_is_whole_and_whether_checkpoints_were_compared(db, path, capsys, settings):
    _read_something(HERE, 3)
    _read_something(THERE, 1)

    call_command("audit", "checkpoint")
    call_command("audit", "verify", verbosity=0)
    settings.CHECKPOINT_FILE = ""
    call_command("audit", "verify", verbosity=0)

    said = capsys.readouterr().out.splitlines()
    assert said == [
        f"Wrote 2 checkpoints to {path}.",
        f"4 rows in 2 municipalities are whole, and {path} agrees.",
        "4 rows in 2 municipalities are whole; no checkpoints were compared.",
    ]


def test_the_command_shows_a_bar_unless_asked_to_be_quiet(db, path, capsys):
    _read_something(HERE, 3)
    call_command("audit", "checkpoint")

    call_command("audit", "verify")

    assert "3/3" in capsys.readouterr().err


def test_the_command_says_a_sentence_for_each_fault_in_each_municipality(committed_database, path):
    _read_something(HERE, 5)
    _read_something(THERE, 2)
    call_command("audit", "checkpoint", verbosity=0)
    _as_owner(
        committed_database,
        "UPDATE audit_entry SET reason = 'x' WHERE number = 2; DELETE FROM audit_entry WHERE number > 3;"
        "UPDATE audit_head h SET number = 3, hash = e.hash FROM audit_entry e WHERE e.number = 3",
    )
    path.write_text(path.read_text() + _line(1, "aa") + "\n")

    with pytest.raises(CommandError) as faults:
        call_command("audit", "verify", checkpoints=path, verbosity=0)

    assert faults.value.returncode == 1
    assert str(faults.value).splitlines() == [
        "5afe77ed-0000-5000-8000-000000000000: the whole municipality is gone; a checkpoint says it was there",
        f"{HERE}: row 2 is not as it was written",
        f"{HERE}: row 5 is gone; a checkpoint says it was there",
    ]


@pytest.mark.parametrize(
    ("verb", "options", "sentence"),
    [
        ("checkpoint", {}, "STAFETT_CHECKPOINT_FILE is not set"),
        ("verify", {"checkpoints": "missing"}, "is not there"),
    ],
)
def test_the_command_says_what_is_missing(db, settings, tmp_path, verb, options, sentence):
    settings.CHECKPOINT_FILE = ""

    with pytest.raises(CommandError, match=sentence):
        call_command("audit", verb, **{key: tmp_path / value for key, value in options.items()})


def test_the_command_says_that_the_file_cannot_be_written(db, settings, tmp_path):
    settings.CHECKPOINT_FILE = str(tmp_path / "no" / "such" / "folder")

    with pytest.raises(CommandError, match="cannot be written: No such file"):
        call_command("audit", "checkpoint")


def _read_something(place, times):
    actor = Actor(person_id=cast.person("kari").id, municipality_id=place, name="Kari Eksempelmo")
    with within(place):
        for _time in range(times):
            trail.read(actor, "test.read", None)


def _line(number, stored):
    return json.dumps({
        "municipality": "5afe77ed-0000-5000-8000-000000000000", "number": number, "hash": stored,
        "at": "2026-01-01T00:00:00+00:00",
    })  # fmt: skip
