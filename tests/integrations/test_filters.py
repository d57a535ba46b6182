"""SCIM's filters and paths: what can be written can be read, and whatever else is sent is a fault with a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.integrations.rules.filters import (
    Both,
    Compare,
    Either,
    Inside,
    Not,
    Path,
    Present,
    Target,
    parse_filter,
    parse_target,
    written,
)
from stafett.integrations.rules.matching import fits
from stafett.kernel.protocol import Fault

NAMES = st.sampled_from(["username", "emails", "name", "active", "$ref", "x-1"])
PATHS = st.builds(
    Path, NAMES, st.sampled_from(["", "value", "givenname"]), st.sampled_from(["", "urn:a:2.0:user"])
)
VALUES = st.one_of(
    st.text(max_size=20).filter(lambda text: "\0" not in text), st.booleans(), st.none(), st.integers(-99, 99)
)
OPERATORS = st.sampled_from(["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"])
LEAVES = st.one_of(st.builds(Compare, PATHS, OPERATORS, VALUES), st.builds(Present, PATHS))


def _wider(inner):
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Not, inner),
        st.builds(Both, parts),
        st.builds(Either, parts),
        st.builds(Inside, PATHS, inner),
    )


FILTERS = st.recursive(LEAVES, _wider, max_leaves=8)


@given(FILTERS)
def test_a_filter_that_is_written_is_read_as_it_was(made):
    assert parse_filter(written(made)) == made


@given(st.one_of(st.text(max_size=60), st.text('userName eq"()[]andort.:\\ ', max_size=60)))
def test_whatever_is_sent_as_a_filter_is_read_or_is_a_fault_of_the_protocol(text):
    for reads, code in ((parse_filter, "invalidFilter"), (parse_target, "invalidPath")):
        try:
            assert reads(text) is not None
        except Fault as fault:
            assert (fault.status, fault.code) == (400, code)


def test_and_binds_closer_than_or_and_not_closest():
    found = parse_filter('a eq 1 OR b eq 2 and not (c pr) and d sw "x"')

    assert found == Either((
        Compare(Path("a"), "eq", 1),
        Both((Compare(Path("b"), "eq", 2), Not(Present(Path("c"))), Compare(Path("d"), "sw", "x"))),
    ))  # fmt: skip


def test_a_value_of_the_elements_that_fit_is_compared_as_entra_asks():
    found = parse_filter('emails[type eq "work"].value eq "x" and active eq true')

    work = Inside(
        Path("emails"), Both((Compare(Path("type"), "eq", "work"), Compare(Path("value"), "eq", "x")))
    )
    assert found == Both((work, Compare(Path("active"), "eq", True)))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("displayName", Target(Path("displayname"))),
        ("name.givenName", Target(Path("name", "givenname"))),
        (
            'emails[type eq "work"].value',
            Target(Path("emails"), Compare(Path("type"), "eq", "work"), "value"),
        ),
        ('members[value eq "1"]', Target(Path("members"), Compare(Path("value"), "eq", "1"))),
        (
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
            Target(Path("department", "", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user")),
        ),
    ],
    ids=["plain", "inside", "of-one-element", "one-element", "of-an-extension"],
)
def test_the_paths_of_a_change_are_read(text, target):
    assert parse_target(text) == target


@pytest.mark.parametrize(
    "text",
    ["", " ", "userName", "userName eq", 'userName is "x"', '(userName eq "x"', 'userName eq "x") ', "a eq 1e999", "a eq nul", '"a" eq 1', "a.b.c pr", "not a pr", "(" * 30 + "a pr" + ")" * 30, "a pr " * 900, 'a eq "x\0"'],
    ids=lambda text: text[:12].strip() or "nothing",
)  # fmt: skip
def test_a_filter_that_cannot_be_read_is_refused(text):
    with pytest.raises(Fault) as raised:
        parse_filter(text)

    assert (raised.value.status, raised.value.code) == (400, "invalidFilter")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('type eq "WORK"', True),
        ('type eq "home"', False),
        ('value co "@kommune" and primary eq true', True),
        ('primary eq "True"', True),
        ('not (value ew ".no")', False),
        ("display pr", False),
        ("display eq null", True),
        ('type ne "work"', False),
        ('value gt "a"', True),
        ("value gt 1", False),
    ],
)
def test_an_element_fits_a_filter_or_not(text, answer):
    element = {"type": "work", "value": "kari@kommune.no", "primary": True}

    assert fits(element, parse_filter(text)) is answer
