"""Anything at all in any field of any form: carried out, refused in words, or told of a conflict. Never a fault."""

from urllib.parse import quote_from_bytes

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stafett.demo import cast
from stafett.register.tenancy import within
from tests.access.stored import fingerprint
from tests.web import good_forms
from tests.web.visiting import Visitor, undone

HERE = cast.EKSEMPELVIK.id
EXAMPLES = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
KNOWN = [
    "",
    "1",
    "0",
    "-1",
    "on",
    "nb",
    "main",
    "home",
    "ongoing",
    "effect",
    "some_effect",
    "participant",
    "2028-02-29",
    "9999-12-31",
]
IDS = [str(cast.person(key).id) for key in ("kari", "henrik", "hilde", "oddny")]
VALUE = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="\x00\u200b\u202e\ufeff\U0010ffff🧑ﷺ<>&'\"%{}\\\n\r\t ", max_size=40),
    st.sampled_from(KNOWN + IDS),
    st.integers().map(str),
    st.dates().map(str),
    st.uuids().map(str),
    st.sampled_from(["x" * 101, "æ" * 301, "ﷺ" * 90, "a\n" * 1500]),
)


@pytest.mark.parametrize("route", good_forms.FORMS)
def test_random_values_never_bring_a_form_down(logs, route):
    visitor = Visitor(good_forms.sender(route))
    where = good_forms.address(route, logs["b"])
    names = [*good_forms.FORMS[route].base_fields, "uventet"]
    with within(HERE):
        right = good_forms.fields(route, logs["b"])

    @EXAMPLES
    @given(
        changed=st.dictionaries(
            st.sampled_from(names), st.one_of(VALUE, st.lists(VALUE, max_size=4)), min_size=1
        )
    )
    def answered(changed):
        with undone():
            answer = visitor.post(where, {**right, **changed})
        assert answer.status_code in (302, 409, 422)

    answered()


@settings(EXAMPLES, max_examples=25)
@given(body=st.binary(max_size=300), shape=st.sampled_from(["raw", "value", "name"]))
def test_random_bytes_never_bring_a_page_down(logs, body, shape):
    quoted = quote_from_bytes(body).encode()
    sent = {"raw": body, "value": b"text=" + quoted, "name": quoted + b"=x"}[shape]
    kari, before = Visitor("kari"), fingerprint(HERE)

    with undone():
        answer = kari.generic(
            "POST",
            good_forms.address("new_note", logs["b"]),
            sent,
            content_type="application/x-www-form-urlencoded",
        )

    assert answer.status_code in (302, 400, 422)
    assert answer.status_code == 302 or fingerprint(HERE) == before
