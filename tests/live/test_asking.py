"""Requests are read without trusting any of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.ids import new_id
from stafett.live import asking

THING = new_id()


def _scope(path=f"/hendelser/logger/{THING}", query=b"sett=7", headers=(), method="GET"):
    return {"type": "http", "method": method, "path": path, "query_string": query, "headers": list(headers)}


def test_a_request_says_what_it_is_about():
    asked = asking.read(
        _scope(headers=[(b"Host", b"a:1"), (b"origin", b"http://a"), (b"cookie", b"x=1; stafett=t")])
    )

    assert (asked.folder, asked.thing_id, asked.since) == ("/hendelser/logger/", THING, 7)
    assert (asked.host, asked.origin, asked.cookies["stafett"]) == ("a:1", "http://a", "t")


@pytest.mark.parametrize(
    ("query", "last_event", "since"),
    [
        (b"sett=7", b"", 7),
        (b"sett=7", b"9", 9),
        (b"sett=9", b"7", 9),
        (b"", b"9", 9),
        (b"sett=7", b"x", 7),
        (b"", b"", None),
        (b"sett=-7", b"", None),
        (b"sett=7.5", b"", None),
        (b"sett=%D9%A3", b"", None),  # an Arabic digit
        (b"sett=" + b"9" * 19, b"", 2**63 - 1),
        (b"sett=" + b"9" * 5000, b"", None),
    ],
)
def test_the_page_has_come_as_far_as_the_larger_number_says(query, last_event, since):
    asked = asking.read(_scope(query=query, headers=[(b"last-event-id", last_event)]))

    assert asked.since == since


@given(
    path=st.text(),
    query=st.binary(),
    headers=st.lists(
        st.tuples(st.sampled_from([b"cookie", b"host", b"origin", b"last-event-id", b"\xff"]), st.binary())
    ),
)
def test_any_request_can_be_read(path, query, headers):
    asked = asking.read(_scope(path, query, headers))

    assert asked.since is None or 0 <= asked.since < 2**63
    assert (
        asked.thing_id is None
        or path.endswith(str(asked.thing_id))
        or path.lower().endswith(str(asked.thing_id))
    )
