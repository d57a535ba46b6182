"""The chain: numbers without gaps and hashes that follow from each other, also when several write at once (SEC-07)."""

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from stafett.audit import trail
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.register.actor import Actor
from stafett.register.tenancy import within
from tests.environment import cluster
from tests.web.visiting import together

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
WRITERS, ROWS = 8, 25

# every row's hash, reckoned again from what the row says and from the hash of the row before it
BROKEN = """
SELECT number FROM (
  SELECT e.number, e.hash, e.previous_hash,
         lag(e.hash, 1, ''::bytea) OVER (ORDER BY e.number) AS hash_before,
         lag(e.number, 1, 0::bigint) OVER (ORDER BY e.number) AS number_before,
         sha256(e.previous_hash || stafett_entry_text(e)) AS reckoned
  FROM audit_entry e WHERE e.municipality_id = %s
) chain
WHERE hash IS DISTINCT FROM reckoned OR previous_hash IS DISTINCT FROM hash_before OR number <> number_before + 1
ORDER BY number
"""
HEAD = "SELECT number, hash FROM audit_head WHERE municipality_id = %s"
TAIL = "SELECT number, hash FROM audit_entry WHERE municipality_id = %s ORDER BY number DESC LIMIT 1"


def test_eight_writers_at_once_leave_a_whole_chain(committed_database):
    together([lambda: _write_rows(ROWS) for _writer in range(WRITERS)])

    with _superuser(committed_database) as link:
        count = link.execute(
            "SELECT count(*), max(number) FROM audit_entry WHERE municipality_id = %s", [HERE]
        )
        assert count.fetchone() == (WRITERS * ROWS, WRITERS * ROWS)
        assert link.execute(BROKEN, [HERE]).fetchall() == []
        assert link.execute(HEAD, [HERE]).fetchone() == link.execute(TAIL, [HERE]).fetchone()


def test_writers_who_give_up_halfway_leave_no_gap(committed_database):
    together([lambda: _write_rows(4), _write_and_give_up, lambda: _write_rows(4), _write_and_give_up])

    with _superuser(committed_database) as link:
        assert link.execute("SELECT count(*), max(number) FROM audit_entry").fetchone() == (8, 8)
        assert link.execute(BROKEN, [HERE]).fetchall() == []


def test_each_municipality_has_a_chain_of_its_own(db):
    for place in (HERE, THERE, HERE):
        _write_rows(2, place)

    with within(HERE):
        here = list(Entry.objects.order_by("number").values_list("number", flat=True))
    with within(THERE):
        there = list(Entry.objects.order_by("number").values_list("number", flat=True))
    assert (here, there) == ([1, 2, 3, 4], [1, 2])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET reason = 'x'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "UPDATE audit_rowversion SET row = '{}'",
        "DELETE FROM audit_rowversion",
        "TRUNCATE audit_rowversion",
    ],
)
@pytest.mark.parametrize("role", ["app", "owner", "admin"])
def test_nobody_changes_the_trail_not_even_its_owner(committed_database, statement, role):
    _write_rows(2)
    _leave_a_version()

    with psycopg.connect(getattr(cluster.urls(committed_database), role)) as link:
        link.execute("SELECT set_config('stafett.municipality', %s, true)", [str(HERE)])
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            link.execute(statement)


def test_the_app_can_neither_choose_a_number_nor_a_hash(db):
    _write_rows(1)

    with within(HERE):
        forged = Entry.objects.create(
            municipality_id=HERE, at="2026-01-01T00:00:00Z", kind="act", event="x", number=4711,
            hash=b"forged", previous_hash=b"forged",
        )  # fmt: skip
        forged.refresh_from_db()

    assert forged.number == 2
    assert bytes(forged.hash) != b"forged"
    assert _broken() == []


def test_the_app_cannot_write_in_anothers_trail(db):
    with pytest.raises((ProgrammingError, IntegrityError), match="row-level security"), within(HERE):
        Entry.objects.create(municipality_id=THERE, at="2026-01-01T00:00:00Z", kind="act", event="x")


@pytest.mark.parametrize(
    ("harm", "broken"),
    [
        ("UPDATE audit_entry SET reason = 'noe annet' WHERE number = 3", [3]),
        ("UPDATE audit_entry SET actor_name = 'En annen' WHERE number = 3", [3]),
        ("UPDATE audit_entry SET at = at - interval '1 day' WHERE number = 3", [3]),
        ("UPDATE audit_entry SET facts = '{\"after\": 3}' WHERE number = 3", [3]),
        ("DELETE FROM audit_entry WHERE number = 3", [4]),
        ("UPDATE audit_entry SET number = 99 WHERE number = 3", [4, 99]),
        ("UPDATE audit_entry SET previous_hash = '' WHERE number = 3", [3]),
        (
            "UPDATE audit_entry e SET reason = 'x', hash = sha256(e.previous_hash || 'x') WHERE number = 3",
            [3, 4],
        ),
    ],
)
def test_tampering_past_the_lock_shows_when_the_chain_is_reckoned_again(committed_database, harm, broken):
    _write_rows(6)

    with _superuser(committed_database) as link:
        link.execute("ALTER TABLE audit_entry DISABLE TRIGGER append_only")
        link.execute(harm)
        found = [number for (number,) in link.execute(BROKEN, [HERE])]

    assert found == broken


def test_cutting_off_the_newest_rows_shows_against_the_head(committed_database):
    _write_rows(6)

    with _superuser(committed_database) as link:
        link.execute("ALTER TABLE audit_entry DISABLE TRIGGER append_only")
        link.execute("DELETE FROM audit_entry WHERE number > 4")

        assert link.execute(BROKEN, [HERE]).fetchall() == []
        assert link.execute(HEAD, [HERE]).fetchone()[0] == 6
        assert link.execute(TAIL, [HERE]).fetchone()[0] == 4


def _write_rows(count, place=HERE):
    for number in range(count):
        with within(place):
            trail.refused(_actor(place), "test.refused", reason=f"nr {number} æøå 😀", asked="en id")


def _write_and_give_up():
    with within(HERE):
        trail.refused(_actor(HERE), "test.refused", reason="angrer")
        transaction.set_rollback(True)


def _leave_a_version():
    from stafett.register.models import Person

    with within(HERE):
        Person.objects.filter(pk=cast.person("kari").id).update(phone="12345678")


def _actor(place):
    return Actor(person_id=cast.person("kari").id, municipality_id=place, name="Kari Eksempelmo")


def _superuser(database):
    return psycopg.connect(cluster.urls(database).admin)


def _broken():
    with within(HERE), connection.cursor() as cursor:
        cursor.execute(BROKEN, [HERE])
        return [number for (number,) in cursor.fetchall()]
