"""The border between municipalities holds within nested work, after faults, and on a connection that is used again."""

import pytest
from django.db import connection, transaction

from stafett.demo import cast
from stafett.register.models import Municipality, Person
from stafett.register.tenancy import current_municipality, within
from tests.web.visiting import together

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id


def test_work_within_another_municipality_ends_where_it_began(db):
    with within(HERE):
        with within(THERE):
            inside = _seen()
        after = _seen()

    assert (inside, after) == ({THERE}, {HERE})


def test_a_fault_within_another_municipality_ends_where_it_began(db):
    with within(HERE):
        with pytest.raises(RuntimeError), within(THERE):
            raise RuntimeError
        after = _seen()

    assert after == {HERE}


def test_a_fault_leaves_no_municipality_behind(committed_database):
    with pytest.raises(RuntimeError), within(HERE):
        raise RuntimeError

    with transaction.atomic():
        assert current_municipality() == ""
    assert _seen() == set()


def test_a_connection_used_again_remembers_nobody(committed_database):
    with within(HERE, actor_id=cast.person("kari").id, request_id=cast.person("kari").id):
        _seen()

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(name, true) FROM unnest(%s::text[]) name", [_NAMES])
        left = {value or "" for (value,) in cursor.fetchall()}
    assert left == {""}


def test_many_threads_each_see_their_own_municipality(committed_database):
    def look(place):
        return [_within_seen(place) for _time in range(20)]

    seen = together([lambda place=place: look(place) for place in (HERE, THERE) * 4])

    assert seen == [[{place}] * 20 for place in (HERE, THERE) * 4]


@pytest.mark.parametrize("nobody", ["", None])
def test_nobodys_municipality_shows_nothing(db, nobody):
    with within(nobody):
        assert _seen() == set()


def test_a_municipality_cannot_be_founded_from_within_another(db):
    with pytest.raises(Exception, match="row-level security"), within(HERE):
        Municipality.objects.create(name="Ny", slug="ny")


def _seen():
    return set(Person.objects.values_list("municipality_id", flat=True))


def _within_seen(place):
    with within(place):
        return _seen()


_NAMES = ["stafett.municipality", "stafett.actor", "stafett.request"]
