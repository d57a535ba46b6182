"""Keys are changed without losing a value, in steps that can be stopped and taken up again."""

import base64
import io
import json

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models

from stafett.audit.models import RowVersion
from stafett.consent import queries as consent_queries
from stafett.consent.models import ConsentDocument
from stafett.demo import cast
from stafett.kernel.crypto import KeyRing, new_key
from stafett.register import people
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.web import key_rotation
from tests import stage
from tests.environment import KEY

pytestmark = pytest.mark.django_db
HERE, THERE = (place.id for place in cast.PLACES)
FRESH = new_key()


@pytest.fixture
def log(db):
    with within(HERE):
        return stage.open_log()


@pytest.fixture
def new_ring(settings, log):
    """A new key in front of the one that has sealed all there is."""
    settings.KEY_RING = json.dumps({"2027-1": FRESH, "test": KEY})
    return settings


def test_every_column_of_sealed_values_is_declared():
    declared = {(column.model._meta.label, column.name) for column in key_rotation.columns()}

    stored = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, models.BinaryField) and field.name.endswith("cipher")
    }

    assert declared == stored
    assert len(stored) >= 3


def test_every_fingerprint_under_the_index_key_is_declared():
    declared = {
        (model._meta.label, name)
        for model in apps.get_models()
        for name in getattr(model, "fingerprints", {})
    }

    stored = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, models.BinaryField) and field.name.endswith("_index")
    }

    assert declared == stored


def test_all_is_sealed_anew_in_every_municipality_and_opens_without_the_old_key(new_ring):
    before = key_rotation.used_keys()

    steps = list(key_rotation.rotate())

    assert set(before) == {"test"}
    assert key_rotation.used_keys() == {"2027-1": before["test"]}
    assert sum(step.done for step in steps) == before["test"] > 50
    assert {step.municipality_id for step in steps} == {HERE, THERE}
    new_ring.KEY_RING = json.dumps({"2027-1": FRESH})
    with within(HERE):
        assert (
            people.number_of(Person.objects.get(pk=cast.person("noor").id))
            == cast.person("noor").number.digits
        )
        document = ConsentDocument.objects.first()
        assert consent_queries.content_of(document) == stage.PDF


def test_a_run_that_was_stopped_goes_on_where_it_was(new_ring):
    total = key_rotation.used_keys()["test"]

    for step, _number in zip(key_rotation.rotate(rows=3), range(4), strict=False):
        assert step.done <= 3
    between = key_rotation.used_keys()
    rest = sum(step.done for step in key_rotation.rotate(rows=50))

    assert 0 < between["2027-1"] < total
    assert rest == between["test"]
    assert key_rotation.used_keys() == {"2027-1": total}
    assert list(key_rotation.rotate()) == []


def test_a_value_that_does_not_open_is_named_and_left_as_it_is(new_ring):
    noor = cast.person("noor").id
    with within(HERE):
        damaged = KeyRing.from_setting(new_ring.KEY_RING).encrypt("x", context=b"another")
        damaged = damaged.replace(b"\x062027-1", b"\x04test")
        Person.objects.filter(pk=noor).update(personal_number_cipher=damaged)

    failed = [pk for step in key_rotation.rotate() for pk in step.failed]

    with within(HERE):
        assert bytes(Person.objects.get(pk=noor).personal_number_cipher) == damaged
    assert failed == [noor]


def test_large_documents_are_never_all_in_memory_at_once(new_ring, monkeypatch):
    monkeypatch.setattr(key_rotation, "BYTES", 1)

    assert {step.done for step in key_rotation.rotate(rows=500)} == {1}


def test_sealing_anew_leaves_no_trace_in_the_history_of_rows(new_ring):
    with within(HERE):
        before = RowVersion.objects.count()

    list(key_rotation.rotate())

    with within(HERE):
        assert RowVersion.objects.count() == before


def test_the_history_of_rows_keeps_words_and_no_sealed_values(log):
    with within(HERE):
        Person.objects.filter(pk=cast.person("noor").id).update(phone="99 99 99 99")
        Person.objects.filter(pk=cast.person("noor").id).update(phone="")
        versions = RowVersion.objects.filter(row_id=cast.person("noor").id).order_by("id")
        rows = [version.row for version in versions]

    assert [row["phone"] for row in rows][-1] == "99 99 99 99"
    assert not [key for row in rows for key in row if key.startswith("personal_number")]


def test_a_new_index_key_finds_everybody_again(new_ring, log):
    noor = cast.person("noor")
    new_ring.INDEX_KEY = base64.b64encode(bytes(range(32))).decode()
    with within(HERE):
        lost = people.find(noor.number, municipality_id=HERE)

    done = sum(step.done for step in key_rotation.reindex(rows=7))

    with within(HERE):
        assert lost is None
        assert people.find(noor.number, municipality_id=HERE).pk == noor.id
    with within(THERE):
        oddny = cast.person("oddny")
        assert people.find(oddny.number, municipality_id=THERE).pk == oddny.id
    assert done >= sum(len(place.people) for place in cast.PLACES) // 2


def test_the_command_says_what_is_sealed_under_which_key(new_ring):
    told = io.StringIO()

    call_command("keys", "list", stdout=told)
    call_command("keys", "rotate", stdout=told)
    call_command("keys", "list", stdout=told)

    lines = [line.split() for line in told.getvalue().splitlines()]
    total = lines[1][-3]
    assert lines[0][:2] == ["2027-1", "current"]
    assert lines[1][:4] == ["test", "on", "the", "ring"]
    assert lines[2] == [total, "values", "sealed", "anew", "under", "2027-1."]
    assert (lines[3][-3], lines[4][-3]) == (total, "0")


def test_the_command_says_so_when_a_key_is_gone(new_ring):
    new_ring.KEY_RING = json.dumps({"2027-1": FRESH})

    with pytest.raises(CommandError, match="not on the ring: test"):
        call_command("keys", "list", stdout=io.StringIO())


def test_the_command_says_so_when_a_key_has_the_right_name_and_is_another(settings, log):
    call_command("keys", "list", stdout=io.StringIO())
    settings.KEY_RING = json.dumps({"test": FRESH})

    with pytest.raises(CommandError, match="do not open.*register.Person.personal_number_cipher"):
        call_command("keys", "list", stdout=io.StringIO())


def test_no_stored_value_keeps_the_name_of_a_key_that_has_been_rotated_away(new_ring):
    list(key_rotation.rotate())

    with within(HERE), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM register_person WHERE personal_number_cipher::text LIKE '\\x0104%%'"
        )
        assert cursor.fetchone() == (0,)
