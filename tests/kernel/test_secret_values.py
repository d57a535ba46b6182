"""Secrets from the environment or from files; and what is refused as no secret."""

import base64
import json

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from stafett.kernel.crypto import new_key, random_token
from stafett.kernel.secret_values import SecretFault, given, weaknesses

NAME = "STAFETT_INDEX_KEY"
GOOD = {
    "secret_key": random_token() + random_token(),
    "key_ring": json.dumps({"a": new_key(), "b": new_key()}),
    "index_key": new_key(),
}


def test_a_secret_is_the_variable_itself():
    assert given(NAME, {NAME: "abc"}) == "abc"


def test_a_secret_is_what_stands_in_its_file_without_the_line_end(tmp_path):
    (tmp_path / "key").write_text("abc\n", encoding="utf-8")

    assert given(NAME, {f"{NAME}_FILE": str(tmp_path / "key")}) == "abc"


def test_a_secret_that_is_not_set_is_none():
    assert given(NAME, {}) is None


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "cannot be read"), (b"", "empty file"), (b" \n", "empty file"), (b"\xff", "cannot be read")],
)
def test_a_file_that_gives_no_secret_is_refused_by_name(tmp_path, content, message):
    path = tmp_path / "key"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(SecretFault, match=f"{NAME}_FILE .*{message}"):
        given(NAME, {f"{NAME}_FILE": str(path)})


def test_two_answers_are_refused_without_showing_either(tmp_path):
    (tmp_path / "key").write_text("hemmelig-i-fil", encoding="utf-8")

    with pytest.raises(SecretFault) as refused:
        given(NAME, {NAME: "hemmelig", f"{NAME}_FILE": str(tmp_path / "key")})

    assert "hemmelig" not in str(refused.value)
    assert "both set" in str(refused.value)


def test_random_keys_have_no_weakness():
    assert weaknesses(**GOOD) == []


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"secret_key": "x" * 80}, "STAFETT_SECRET_KEY"),
        ({"secret_key": random_token()[:40]}, "STAFETT_SECRET_KEY"),
        ({"secret_key": ""}, "STAFETT_SECRET_KEY"),
        ({"key_ring": '{"2026-1": "..."}'}, "STAFETT_KEY_RING"),
        ({"key_ring": json.dumps({"a": base64.b64encode(b"k" * 32).decode()})}, "STAFETT_KEY_RING"),
        ({"key_ring": "{}"}, "STAFETT_KEY_RING"),
        ({"key_ring": "not json"}, "STAFETT_KEY_RING"),
        ({"key_ring": json.dumps({"a": GOOD["index_key"]})}, "STAFETT_INDEX_KEY must not"),
        ({"key_ring": json.dumps(dict.fromkeys("ab", new_key()))}, "twice"),
        ({"index_key": base64.b64encode(bytes(32)).decode()}, "STAFETT_INDEX_KEY"),
        ({"index_key": base64.b64encode(b"short").decode()}, "STAFETT_INDEX_KEY"),
    ],
)
def test_what_could_be_guessed_is_named(changed, word):
    faults = weaknesses(**GOOD | changed)

    assert len(faults) == 1
    assert word in faults[0]


@for_all(st.text(), st.text(), st.text())
def test_whatever_is_given_the_answer_is_sentences_that_show_no_value(secret_key, key_ring, index_key):
    faults = weaknesses(secret_key=secret_key, key_ring=key_ring, index_key=index_key)

    assert len(faults) >= 2
    assert not [
        value for value in (secret_key, key_ring, index_key) if len(value) > 12 and value in str(faults)
    ]
