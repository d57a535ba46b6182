"""Ids: version 7, ever larger, and read in one form only."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel import ids
from stafett.kernel.ids import new_id, parse_id


@pytest.fixture
def clock(monkeypatch):
    """A clock in milliseconds that stands still until it is set, and stamps that have seen nothing."""
    now = {"ms": 1_700_000_000_000}
    monkeypatch.setattr(ids, "_stamps", ids._Stamps())
    monkeypatch.setattr(ids.time, "time_ns", lambda: now["ms"] * 1_000_000)
    return now


def milliseconds(made: uuid.UUID) -> int:
    return made.int >> 80


def test_an_id_is_a_uuid_of_version_7_that_begins_with_the_time(clock):
    made = new_id()

    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert milliseconds(made) == 1_700_000_000_000


def test_ids_made_in_one_millisecond_grow_also_when_the_counter_is_full(clock):
    made = [new_id() for _ in range(5000)]

    assert made == sorted(made)
    assert len(set(made)) == 5000
    assert milliseconds(made[4095]) == clock["ms"]
    assert milliseconds(made[4096]) == clock["ms"] + 1


def test_ids_grow_when_the_clock_is_set_back(clock):
    before = new_id()
    clock["ms"] -= 3_600_000

    assert new_id() > before


def test_ids_follow_the_clock_again_when_it_has_moved_on(clock):
    new_id()
    clock["ms"] += 7

    assert milliseconds(new_id()) == 1_700_000_000_007


def test_threads_never_make_the_same_id_and_each_sees_its_own_grow():
    with ThreadPoolExecutor(4) as pool:
        batches = list(pool.map(lambda _: [new_id() for _ in range(1000)], range(4)))

    assert len({made for batch in batches for made in batch}) == 4000
    assert all(batch == sorted(batch) for batch in batches)


def test_ids_sort_the_same_as_text_and_as_numbers():
    made = [new_id() for _ in range(100)]

    assert sorted(made, key=str) == made


@given(st.uuids())
def test_parse_id_reads_back_every_id_in_either_case(made):
    assert parse_id(str(made)) == made
    assert parse_id(str(made).upper()) == made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "018bcfe568007000800000000000000",
        "018bcfe5680070008000000000000000",
        "{018bcfe5-6800-7000-8000-000000000000}",
        "urn:uuid:018bcfe5-6800-7000-8000-000000000000",
        " 018bcfe5-6800-7000-8000-000000000000",
        "018bcfe5-6800-7000-8000-000000000000\n",
        "018bcfe5-6800-7000-8000-00000000000g",
        "018bcfe5-6800-7000-8000-00000000000٣",
        None,
        7,
    ],
)
def test_parse_id_is_none_for_everything_else(text):
    assert parse_id(text) is None


@given(st.text())
def test_parse_id_never_raises(text):
    parsed = parse_id(text)

    assert parsed is None or str(parsed) == text.lower()
