"""Every municipal table is fenced in the database, and the app's role cannot step over the fence."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.utils import ProgrammingError

from stafett.demo import cast
from stafett.register.models import Municipality, Person, Unit
from stafett.register.tenancy import tenant_keys, within

pytestmark = pytest.mark.django_db(databases=["default"])

HERE, THERE = cast.PLACES


def _municipal_models():
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("stafett.")
        and any(f.name == "municipality" for f in model._meta.local_fields)
        and model._meta.app_label != "identity"  # how the municipality becomes known (ADR 0009, 0015)
    ]


def _rows(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def test_every_municipal_table_forces_row_level_security():
    tables = {model._meta.db_table for model in _municipal_models()} | {"register_municipality"}

    fenced = {
        name for (name,) in _rows("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
    }

    assert tables <= fenced


def test_every_policy_checks_what_is_written_too():
    tables = {model._meta.db_table for model in _municipal_models()}

    checked = {
        name
        for (name,) in _rows(
            "SELECT tablename FROM pg_policies WHERE qual LIKE '%%stafett_municipality()%%'"
            " AND with_check LIKE '%%stafett_municipality()%%' AND cmd = 'ALL'"
        )
    }

    assert tables <= checked


def test_every_key_between_municipal_tables_carries_the_municipality():
    wanted = {
        f"{model._meta.db_table}_{field.column}_fenced"
        for model in _municipal_models()
        for field in tenant_keys(model)
    }

    found = {name for (name,) in _rows("SELECT conname FROM pg_constraint WHERE contype = 'f'")}

    assert wanted <= found
    assert wanted


def test_every_unique_constraint_and_index_begins_with_the_municipality():
    tables = [model._meta.db_table for model in _municipal_models()]

    others = _rows(
        "SELECT indexrelid::regclass::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid"
        " AND a.attnum = i.indkey[0] WHERE i.indrelid::regclass::text = ANY(%s) AND NOT indisprimary"
        " AND a.attname <> 'municipality_id'",
        tables,
    )

    # one-to-one keys keep Django's own unique constraint: the id is unique across municipalities anyway
    assert [name for (name,) in others if not name.endswith("_key")] == []


def test_a_query_without_a_municipality_gets_nothing():
    assert Person.objects.count() == 0
    assert _rows("SELECT count(*) FROM register_person") == [(0,)]


def test_a_municipality_sees_only_its_own_people():
    with within(HERE.id):
        here = set(Person.objects.values_list("municipality_id", flat=True))

    assert here == {HERE.id}


def test_a_row_for_another_municipality_is_refused():
    with pytest.raises(ProgrammingError, match="row-level security"), within(HERE.id):
        Unit.objects.create(municipality_id=THERE.id, name="X", sort_key="x", kind="school")


def test_a_key_to_another_municipalitys_row_is_refused():
    with within(THERE.id):
        stranger = Person.objects.first()

    with pytest.raises(Exception, match="fenced"), within(HERE.id):
        _rows(
            "INSERT INTO register_child (id, municipality_id, person_id, unit_id, group_name)"
            " SELECT gen_random_uuid(), municipality_id, %s, id, '' FROM register_unit LIMIT 1 RETURNING id",
            stranger.pk,
        )
        _rows("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_municipality_is_forgotten_when_the_transaction_ends():
    with within(HERE.id):
        assert Person.objects.exists()

    assert not Person.objects.exists()


def test_the_app_role_owns_nothing_and_cannot_step_over_the_fence():
    role = _rows("SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user")
    owned = _rows("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")

    assert role == [(False, False, False)]
    assert owned == [(0,)]


@pytest.mark.parametrize("table", ["audit_entry", "audit_rowversion", "audit_head"])
@pytest.mark.parametrize(
    "verb", ["UPDATE {} SET municipality_id = municipality_id", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_the_app_cannot_change_the_trail(table, verb):
    with pytest.raises(ProgrammingError, match="permission denied"), within(HERE.id):
        _rows(verb.format(table) + " RETURNING 1" if "TRUNCATE" not in verb else verb.format(table))


def test_no_view_or_materialised_view_goes_round_the_fence():
    assert (
        _rows(
            "SELECT relname FROM pg_class WHERE relkind IN ('m', 'v') AND relnamespace = 'public'::regnamespace"
        )
        == []
    )


def test_the_directory_of_municipalities_is_open_but_only_its_own_row_can_be_changed():
    with within(HERE.id):
        changed = Municipality.objects.filter(pk=THERE.id).update(name="X")

    assert changed == 0
    assert Municipality.objects.count() == len(cast.PLACES)
