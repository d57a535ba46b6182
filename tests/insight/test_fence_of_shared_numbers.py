"""The one gap in the fence between municipalities, asked in plain SQL as the app: reading, shared numbers, both having said yes."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.utils import ProgrammingError

from stafett.register.tenancy import within
from tests.insight import nation

SEEN = "SELECT DISTINCT municipality_id FROM insight_sharednumber"


@pytest.fixture
def places(db):
    """Two that share, and one that does not."""
    here, there, apart = (nation.founded(name) for name in ("Her", "Der", "Utenfor"))
    for own in (here, there):
        nation.shares(own)
    return here, there, apart


def test_two_that_share_read_each_other(places):
    here, there, _apart = places

    assert _places_seen_from(here) == _places_seen_from(there) == {here, there}


def test_whoever_does_not_share_reads_nothing_and_is_read_by_nobody(places):
    here, there, apart = places

    assert _places_seen_from(apart) == set()
    assert apart not in _places_seen_from(here) | _places_seen_from(there)


def test_without_a_municipality_nothing_is_read(places):
    assert _asked(SEEN) == []


def test_an_end_holds_both_ways_at_once(places):
    here, there, _apart = places

    nation.stops(there)

    assert _places_seen_from(here) == {here}
    assert _places_seen_from(there) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE insight_sharednumber SET value = 99 WHERE municipality_id <> stafett_municipality()",
        "DELETE FROM insight_sharednumber WHERE municipality_id <> stafett_municipality()",
        "UPDATE insight_sharing SET agreed_at = now() WHERE municipality_id <> stafett_municipality()",
        "DELETE FROM insight_sharing WHERE municipality_id <> stafett_municipality()",
        "SELECT 1 FROM insight_sharednumber WHERE municipality_id <> stafett_municipality() FOR UPDATE",
    ],
)
def test_nothing_of_anothers_is_changed_or_held(places, statement):
    here, there, _apart = places
    before = nation.own_numbers(there)

    with within(here), connection.cursor() as cursor:
        cursor.execute(statement)
        touched = cursor.rowcount

    assert touched == 0
    assert nation.own_numbers(there) == before


def test_a_number_cannot_be_put_out_for_another(places):
    here, there, _apart = places

    with pytest.raises(ProgrammingError, match="row-level security"), within(here):
        _asked(
            'INSERT INTO insight_sharednumber (id, municipality_id, sharing_id, counted_on, "table", key, value)'
            " SELECT gen_random_uuid(), %s, sharing_id, counted_on, \"table\", 'x', value FROM insight_sharednumber"
            " WHERE municipality_id = %s LIMIT 1 RETURNING 1",
            there,
            there,
        )


def test_a_number_cannot_be_put_out_on_anothers_yes(places):
    _here, there, apart = places
    with within(there):
        [(yes,)] = _asked("SELECT id FROM insight_sharing")

    with pytest.raises(Exception, match="sharing_id_fenced"), within(apart):
        _asked(
            'INSERT INTO insight_sharednumber (id, municipality_id, sharing_id, counted_on, "table", key, value)'
            " VALUES (gen_random_uuid(), %s, %s, current_date, 'open', '', 9) RETURNING 1",
            apart,
            yes,
        )
        _asked("SET CONSTRAINTS ALL IMMEDIATE", fetch=False)


def test_the_yes_itself_and_every_other_table_stay_each_municipalitys_own(places):
    here, _there, _apart = places
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "municipality" for field in model._meta.local_fields)
        and model._meta.app_label != "identity"
        and model._meta.db_table != "insight_sharednumber"
    ]

    with within(here):
        beyond = [
            table
            for table in tables
            if _asked(f'SELECT 1 FROM "{table}" WHERE municipality_id <> %s LIMIT 1', here)
        ]

    assert "insight_sharing" in tables
    assert "insight_count" in tables
    assert beyond == []


@pytest.mark.django_db
def test_the_gap_is_one_policy_for_reading_and_no_other_table_has_one():
    found = _asked(
        "SELECT tablename, cmd FROM pg_policies WHERE policyname <> 'fence' AND tablename <> 'register_municipality'"
        " AND schemaname = 'public'"
    )

    assert found == [("insight_sharednumber", "SELECT")]


def _places_seen_from(own):
    with within(own):
        return {place for (place,) in _asked(SEEN)}


def _asked(sql, *parameters, fetch=True):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if fetch else None
