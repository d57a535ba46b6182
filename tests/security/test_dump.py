"""Whoever steals a dump of the database finds no personal number in it (SEC-01)."""

import re
import subprocess
from datetime import timedelta

import psycopg

from stafett.demo import cast
from stafett.kernel import personal_number
from stafett.register import people
from stafett.register.tenancy import within
from tests import confidential, stage
from tests.environment import cluster

HERE = cast.EKSEMPELVIK.id
MANY = 200


def test_a_dump_holds_none_of_two_hundred_personal_numbers(committed_database):
    numbers = [number.digits for number in _numbers()]
    for number in _numbers():
        _enter(number)

    dump = _dump(committed_database)

    assert len(set(numbers)) == MANY
    assert dump.count(b"Oppdiktbarn") == MANY  # they are in it, in all but their numbers
    assert not [
        digits for digits in numbers if digits.encode() in dump or digits.encode().hex().encode() in dump
    ]
    assert _in_clear(dump) == []


def test_the_search_finds_a_personal_number_that_does_stand_in_clear(committed_database):
    noor = cast.person("noor")
    with within(HERE):
        people.Person.objects.filter(pk=noor.id).update(phone=noor.number.digits)
    before = len(confidential.hits)

    confidential.search(committed_database)

    found, confidential.hits[before:] = confidential.hits[before:], []
    assert found == ["table register_person of a test's database: 1 rows with a personal number or words"]
    assert _in_clear(_dump(committed_database)) == [noor.number.digits]
    _take_back(committed_database, noor)


def _take_back(database, noor):
    """What was written on purpose is no find when the run ends."""
    with psycopg.connect(cluster.urls(database).admin) as link:
        link.execute("SET session_replication_role = replica")  # past the triggers, as only a superuser can
        link.execute("UPDATE register_person SET phone = '' WHERE id = %s", [noor.id])
        link.execute("DELETE FROM audit_rowversion WHERE row_id = %s", [noor.id])


def _enter(number):
    with within(HERE):
        people.new_person(
            municipality_id=HERE, given_name="Nora", family_name="Oppdiktbarn", number=number
        ).save()


def _numbers():
    """Personal numbers of children born on two hundred days, one after the other."""
    born = stage.today() - timedelta(days=3000)
    return [_number_of(born - timedelta(days=age)) for age in range(MANY)]


def _number_of(born):
    return next(number for serial in range(100, 400) if (number := personal_number.synthetic(born, serial)))


def _dump(database):
    command = [cluster.binaries.program("pg_dump"), "--dbname", cluster.urls(database).admin]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _in_clear(dump):
    """The cast's personal numbers that stand in a dump."""
    found = set(re.findall(r"(?<!\d)\d{11}(?!\d)", dump.decode(errors="replace")))
    return sorted(found & confidential.personal_numbers())
