"""Sealed values, rotation of keys, and keyed fingerprints."""

import base64
import hashlib
import hmac
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.crypto import (
    BadKeyRing,
    DecryptionFailed,
    KeyRing,
    UnknownKey,
    blind_index,
    new_key,
    random_token,
    sha256_hex,
)

OLD_KEY, NEW_KEY = b"o" * 32, b"n" * 32
OLD_RING = KeyRing({"2025": OLD_KEY})
RING = KeyRing({"2026": NEW_KEY, "2025": OLD_KEY})
CONTEXT = b"person.personal_number"
SECRET = "01811050047"


def setting(*pairs: tuple[str, bytes]) -> str:
    return "{" + ", ".join(f'"{name}": "{base64.b64encode(key).decode()}"' for name, key in pairs) + "}"


@given(plaintext=st.binary(), context=st.binary())
def test_what_is_sealed_opens_again(plaintext, context):
    assert RING.decrypt(RING.encrypt(plaintext, context=context), context=context) == plaintext


@given(st.text())
def test_text_is_sealed_as_utf_8(text):
    assert RING.decrypt(RING.encrypt(text, context=CONTEXT), context=CONTEXT).decode("utf-8") == text


def test_the_same_value_is_never_sealed_the_same_way_twice():
    tokens = {RING.encrypt(SECRET, context=CONTEXT) for _ in range(50)}

    assert len(tokens) == 50
    assert not any(SECRET.encode() in token for token in tokens)


def test_a_token_opens_also_as_the_database_driver_gives_it():
    token = memoryview(RING.encrypt(SECRET, context=CONTEXT))

    assert RING.decrypt(token, context=CONTEXT) == SECRET.encode()
    assert not RING.needs_rotation(token)
    assert RING.decrypt(RING.rotate(token, context=CONTEXT), context=CONTEXT) == SECRET.encode()


def test_a_token_moved_to_another_context_does_not_open():
    token = RING.encrypt(SECRET, context=CONTEXT)

    with pytest.raises(DecryptionFailed):
        RING.decrypt(token, context=b"person.phone")


@given(data=st.data())
def test_a_token_with_any_bit_changed_does_not_open(data):
    token = bytearray(RING.encrypt(SECRET, context=CONTEXT))
    position = data.draw(st.integers(0, len(token) - 1))
    token[position] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(DecryptionFailed):
        RING.decrypt(bytes(token), context=CONTEXT)


def test_a_token_cut_short_anywhere_does_not_open():
    token = RING.encrypt(SECRET, context=CONTEXT)

    for end in range(len(token)):
        with pytest.raises(DecryptionFailed):
            RING.decrypt(token[:end], context=CONTEXT)


@given(st.binary(max_size=80))
def test_any_bytes_open_or_fail_in_one_way(token):
    with pytest.raises(DecryptionFailed):
        RING.decrypt(token, context=CONTEXT)


def test_a_key_that_left_the_ring_is_named_in_the_error():
    token = OLD_RING.encrypt(SECRET, context=CONTEXT)

    with pytest.raises(UnknownKey, match="2025"):
        KeyRing({"2026": NEW_KEY}).decrypt(token, context=CONTEXT)


def test_another_key_under_the_same_id_does_not_open():
    token = OLD_RING.encrypt(SECRET, context=CONTEXT)

    with pytest.raises(DecryptionFailed):
        KeyRing({"2025": NEW_KEY}).decrypt(token, context=CONTEXT)


def test_rotation_seals_under_the_current_key_and_keeps_the_content():
    old = OLD_RING.encrypt(SECRET, context=CONTEXT)

    assert RING.needs_rotation(old)
    rotated = RING.rotate(old, context=CONTEXT)

    assert not RING.needs_rotation(rotated)
    assert KeyRing({"2026": NEW_KEY}).decrypt(rotated, context=CONTEXT) == SECRET.encode()
    assert RING.decrypt(old, context=CONTEXT) == SECRET.encode()


@pytest.mark.parametrize(
    "token", [b"", b"\x01", b"\x02\x042026", b"\x01\x00", b"\x01\x042", b"\x01\x02\xff\xff"]
)
def test_needs_rotation_refuses_what_is_no_token(token):
    with pytest.raises(DecryptionFailed):
        RING.needs_rotation(token)


def test_no_error_or_repr_shows_a_secret():
    token = RING.encrypt(SECRET, context=CONTEXT)

    with pytest.raises(DecryptionFailed) as failed:
        RING.decrypt(token, context=b"other")

    assert SECRET not in f"{failed.value!r}"
    assert failed.value.__cause__ is None
    assert repr(RING) == "<KeyRing 2026, 2025>"


def test_text_that_utf_8_cannot_hold_is_sealed_without_an_error_that_shows_it():
    token = RING.encrypt("a\ud800", context=CONTEXT)

    assert RING.decrypt(token, context=CONTEXT).decode("utf-8", "surrogatepass") == "a\ud800"


def test_the_first_key_of_the_setting_is_the_current_one():
    ring = KeyRing.from_setting(setting(("b", NEW_KEY), ("a", OLD_KEY)))

    assert ring.current_id == "b"
    assert ring.decrypt(KeyRing({"a": OLD_KEY}).encrypt("x", context=b""), context=b"") == b"x"


def test_a_new_key_is_what_the_setting_wants():
    first, second = new_key(), new_key()
    ring = KeyRing.from_setting(json.dumps({"k1": first, "k2": second}))

    assert first != second
    assert ring.decrypt(ring.encrypt("x", context=b""), context=b"") == b"x"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("2026:abc", "not JSON"),
        ("{}", "empty"),
        ("[]", "not a JSON object"),
        ('"2026"', "not a JSON object"),
        ('{"2026": "not base64!"}', "base64"),
        ('{"2026": "æøå"}', "base64"),
        ('{"2026": 7}', "base64"),
        ('{"2026": {"k": "v"}}', "base64"),
        (setting(("2026", b"short")), "must be 32 bytes"),
        (setting(("", NEW_KEY)), "a key id is"),
        (setting(("2026 ny", NEW_KEY)), "a key id is"),
        (setting(("k" * 33, NEW_KEY)), "a key id is"),
        (setting(("a", NEW_KEY), ("a", OLD_KEY)), "twice"),
    ],
)
def test_a_setting_that_is_no_ring_is_refused_with_what_is_wrong(text, message):
    with pytest.raises(BadKeyRing, match=message):
        KeyRing.from_setting(text)


def test_a_setting_written_the_wrong_way_round_does_not_show_the_key():
    key = new_key()

    with pytest.raises(BadKeyRing) as refused:
        KeyRing.from_setting(json.dumps({key: "2026"}))

    assert key not in f"{refused.value!r}"


def test_a_blind_index_is_hmac_sha_256_over_context_and_value():
    expected = hmac.new(NEW_KEY, b"\x00\x00\x00\x03fnr" + SECRET.encode(), hashlib.sha256).digest()

    assert blind_index(SECRET, key=NEW_KEY, context="fnr") == expected


@pytest.mark.parametrize(
    ("value", "key", "context"),
    [("01811050048", NEW_KEY, "fnr"), (SECRET, OLD_KEY, "fnr"), (SECRET, NEW_KEY, "phone")],
    ids=["value", "key", "context"],
)
def test_a_blind_index_changes_with_each_of(value, key, context):
    assert blind_index(value, key=key, context=context) != blind_index(SECRET, key=NEW_KEY, context="fnr")


def test_context_and_value_of_a_blind_index_do_not_run_together():
    assert blind_index("bc", key=NEW_KEY, context="a") != blind_index("c", key=NEW_KEY, context="ab")


def test_a_short_key_makes_no_blind_index():
    with pytest.raises(ValueError, match="32 bytes"):
        blind_index(SECRET, key=b"k" * 31, context="fnr")


def test_sha256_hex_is_the_published_value_for_abc():
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    assert sha256_hex(b"abc") == expected
    assert sha256_hex("abc") == expected


def test_random_tokens_differ_and_are_safe_in_an_address():
    tokens = {random_token() for _ in range(50)}

    assert len(tokens) == 50
    assert all(len(token) == 43 and token.replace("-", "").replace("_", "").isalnum() for token in tokens)
