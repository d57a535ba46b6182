"""The chain reckoned again: whole after eight writers and after some were killed; each harm is found (SEC-07)."""

import subprocess
import sys

import psycopg
import pytest

from stafett.audit import checkpoints, trail, verification
from stafett.audit.enums import Fault
from stafett.audit.models import Entry
from stafett.audit.verification import Found
from stafett.demo import cast
from stafett.register.actor import Actor
from stafett.register.tenancy import within
from tests.environment import cluster

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
WRITERS, ROWS = 8, 25

# A process of its own, as the app: writes so many rows one by one; told to die, it is killed with one row unfinished.
WRITER = """
import os, signal, sys, uuid, psycopg
address, place, rows, dies = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "dies"
link = psycopg.connect(address)
def write(number):
    link.execute("SELECT set_config('stafett.municipality', %s, true)", [place])
    link.execute(
        "INSERT INTO audit_entry (id, municipality_id, number, at, kind, event, actor_name, actor_title, thing_kind,"
        " reason, facts) VALUES (%s, %s, 0, now(), 'read', 'test.read', 'Kari 😀', '', '', %s, '{\\"b\\": 1.50, \\"a\\": []}')",
        [uuid.uuid4(), place, f"nr {number}"],
    )
for number in range(rows):
    write(number)
    link.commit()
if dies:
    write(rows)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_eight_processes_at_once_leave_a_whole_chain_also_when_some_are_killed(committed_database):
    address = cluster.urls(committed_database).app
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, address, str(HERE), str(ROWS), "dies" if n < 3 else ""]
        )
        for n in range(WRITERS)
    ]

    codes = sorted(writer.wait(60) for writer in writers)

    assert codes == [-9, -9, -9, 0, 0, 0, 0, 0]
    assert verification.length_of(HERE) == WRITERS * ROWS
    assert verification.verify(HERE) == []
    with within(HERE):
        assert Entry.objects.count() == WRITERS * ROWS


def test_a_chain_that_is_whole_is_read_to_its_end(db):
    _write(5)
    heard = []

    assert verification.verify(HERE, on_rows=heard.append) == []

    assert sum(heard) == 5
    assert verification.verify(THERE) == []


def test_what_is_written_while_it_is_read_is_no_fault(committed_database):
    _write(3)
    with psycopg.connect(cluster.urls(committed_database).app) as link:
        more = iter(range(3))

        faults = verification.verify(
            HERE, on_rows=lambda _rows: _insert(link) if next(more, None) is not None else None
        )

    assert faults == []
    assert verification.length_of(HERE) == 4


@pytest.mark.parametrize(
    ("harm", "faults"),
    [
        ("UPDATE audit_entry SET reason = 'noe annet' WHERE number = 3", [(Fault.ALTERED, 3)]),
        ("UPDATE audit_entry SET actor_name = 'En annen' WHERE number = 3", [(Fault.ALTERED, 3)]),
        ("UPDATE audit_entry SET facts = '{\"after\": 3}' WHERE number = 3", [(Fault.ALTERED, 3)]),
        ("UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE number = 3", [(Fault.ALTERED, 3)]),
        ("DELETE FROM audit_entry WHERE number = 3", [(Fault.MISSING, 3)]),
        ("DELETE FROM audit_entry WHERE number = 1", [(Fault.MISSING, 1)]),
        ("DELETE FROM audit_entry WHERE number > 4", [(Fault.HEAD, 6)]),
        ("UPDATE audit_head SET number = 4", [(Fault.HEAD, 4)]),
        ("UPDATE audit_head SET hash = 'x'", [(Fault.HEAD, 6)]),
        ("UPDATE audit_head h SET number = 4, hash = e.hash FROM audit_entry e WHERE e.number = 4", [(Fault.HEAD, 4)]),
        ("DELETE FROM audit_head", [(Fault.HEAD, 0)]),
        # two rows change places
        (
            "UPDATE audit_entry SET number = -3 WHERE number = 3; UPDATE audit_entry SET number = 3 WHERE number = 4;"
            "UPDATE audit_entry SET number = 4 WHERE number = -3",
            [(Fault.UNLINKED, 3), (Fault.ALTERED, 3), (Fault.UNLINKED, 4), (Fault.ALTERED, 4), (Fault.UNLINKED, 5)],
        ),
        # a row is rewritten with a hash of its own that fits
        (
            "UPDATE audit_entry SET reason = 'x' WHERE number = 3;"
            "UPDATE audit_entry e SET hash = sha256(e.previous_hash || stafett_entry_text(e)) WHERE number = 3",
            [(Fault.UNLINKED, 4)],
        ),
        # the function that makes the text is replaced by one that hides the change
        (
            "UPDATE audit_entry SET reason = 'x' WHERE number = 3;"
            "CREATE OR REPLACE FUNCTION stafett_entry_text(e audit_entry) RETURNS bytea LANGUAGE sql AS"
            " $$ SELECT ''::bytea $$",
            [(Fault.ALTERED, 3)],
        ),
    ],
)  # fmt: skip
def test_what_the_owner_of_the_database_does_past_the_triggers_is_found(committed_database, harm, faults):
    _write(6)

    _as_owner(committed_database, harm)

    assert verification.verify(HERE) == [Found(*each) for each in faults]


def test_a_cut_that_takes_the_head_along_shows_only_against_a_checkpoint(committed_database, tmp_path):
    _write(6)
    checkpoints.write(tmp_path / "points")
    known = checkpoints.read(tmp_path / "points")[HERE]

    _as_owner(
        committed_database,
        "DELETE FROM audit_entry WHERE number > 4;"
        "UPDATE audit_head h SET number = 4, hash = e.hash FROM audit_entry e WHERE e.number = 4",
    )

    assert verification.verify(HERE) == []
    assert verification.verify(HERE, checkpoints=known) == [Found(Fault.CUT, 6)]


def test_a_chain_made_anew_from_end_to_end_shows_only_against_a_checkpoint(committed_database, tmp_path):
    _write(3)
    checkpoints.write(tmp_path / "points")
    known = checkpoints.read(tmp_path / "points")[HERE]

    _as_owner(committed_database, "DELETE FROM audit_entry; DELETE FROM audit_head")
    _write(3, reason="som om ingenting har hendt")

    assert verification.verify(HERE) == []
    assert verification.verify(HERE, checkpoints=known) == [Found(Fault.OTHER_THAN_CHECKPOINT, 3)]


def test_every_fault_has_a_sentence_with_its_number():
    said = [Found(fault, 4711).sentence() for fault in Fault]

    assert all("4711" in sentence and "%" not in sentence for sentence in said)


def _write(count, *, reason='æøå 😀 "\\\n'):
    actor = Actor(person_id=cast.person("kari").id, municipality_id=HERE, name="Kari Eksempelmo")
    with within(HERE):
        for number in range(count):
            trail.refused(actor, "test.refused", reason=f"{number} {reason}", asked=f"id {number}")


def _insert(link):
    link.execute("SELECT set_config('stafett.municipality', %s, true)", [str(HERE)])
    link.execute(
        "INSERT INTO audit_entry (id, municipality_id, number, at, kind, event, actor_name, actor_title, thing_kind,"
        " reason, facts) VALUES (gen_random_uuid(), %s, 0, now(), 'read', 'x', '', '', '', '', '{}')",
        [HERE],
    )
    link.commit()


def _as_owner(database, harm):
    """As the database's owner, with the triggers taken off."""
    with psycopg.connect(cluster.urls(database).owner) as link:
        for table in ("audit_entry", "audit_head"):
            link.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        link.execute("SELECT set_config('stafett.municipality', %s, true)", [str(HERE)])
        link.execute(harm.encode())
        link.commit()  # what hangs on the rows must be settled before the table can be altered again
        link.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
