"""When a login is good, and what tokens must say: every boundary, and no JSON that brings the rules down."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.identity import rules
from stafett.identity.enums import LogoutFault, Refusal
from stafett.identity.rules import Expected

NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
SECONDS = int(NOW.timestamp())
EXPECTED = Expected("https://i.example", "us", "n", ("high",), number_claim="pid")
GOOD = {
    "iss": "https://i.example", "aud": "us", "nonce": "n", "iat": SECONDS, "exp": SECONDS + 120, "sub": "s",
    "acr": "high", "pid": "1",
}  # fmt: skip
GOODBYE = {
    "iss": "https://i.example", "aud": "us", "iat": SECONDS, "jti": "j", "sid": "s", "events": {rules.LOGOUT_EVENT: {}},
}  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
NAMES = sorted({*GOOD, *GOODBYE, "azp", "nbf", "amr", "auth_time"})


@pytest.mark.parametrize(
    ("idle", "left", "live"),
    [(0, 1, True), (30, 0, True), (30.1, 60, False), (0, -0.1, False), (31, -1, False)],
)
def test_a_login_lasts_while_it_is_used_and_never_beyond_its_end(idle, left, live):
    seen, until = NOW - timedelta(minutes=idle), NOW + timedelta(minutes=left)

    assert rules.is_live(lasts_until=until, seen_at=seen, now=NOW) is live


@pytest.mark.parametrize(("seconds", "touch"), [(59, False), (60, True)])
def test_last_use_is_written_once_a_minute(seconds, touch):
    assert rules.should_touch(seen_at=NOW - timedelta(seconds=seconds), now=NOW) is touch


@pytest.mark.parametrize(("minutes", "fresh"), [(0, True), (14.9, True), (15, False)])
def test_showing_who_one_is_counts_for_a_quarter_of_an_hour(minutes, fresh):
    assert rules.is_fresh(NOW - timedelta(minutes=minutes), now=NOW) is fresh


def test_not_knowing_when_is_not_lately():
    assert rules.is_fresh(None, now=NOW) is False


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"aud": ["us"]}, None),
        ({"aud": ["us", "them"], "azp": "us"}, None),
        ({"aud": ["us", "them"]}, Refusal.WRONG_AUDIENCE),
        ({"aud": []}, Refusal.WRONG_AUDIENCE),
        ({"azp": "them"}, Refusal.WRONG_AUDIENCE),
        ({"iat": SECONDS + 60}, None),
        ({"iat": SECONDS + 61}, Refusal.FROM_THE_FUTURE),
        ({"iat": SECONDS - 300}, None),
        ({"iat": SECONDS - 301}, Refusal.TOO_OLD),
        ({"exp": SECONDS - 60}, None),
        ({"exp": SECONDS - 61}, Refusal.TOO_OLD),
        ({"iat": True}, Refusal.TOO_OLD),
        ({"iat": str(SECONDS)}, Refusal.TOO_OLD),
        ({"acr": ["low", "high"]}, None),
        ({"acr": "higher"}, Refusal.LEVEL_TOO_LOW),
        ({"amr": ["TestID"]}, Refusal.TEST_USER),
        ({"amr": "TestID"}, Refusal.TEST_USER),
        ({"amr": ["SomethingNew"]}, None),
        ({"pid": ""}, Refusal.NO_PERSONAL_NUMBER),
        ({"sub": 7}, Refusal.NOT_A_PERSON),
    ],
)
def test_what_an_id_token_must_say(changed, refusal):
    assert rules.may_enter(GOOD | changed, EXPECTED, now=NOW).refusal == refusal


def test_nothing_fits_a_nonce_that_was_never_made():
    expected = Expected("https://i.example", "us", "", ("high",))

    assert rules.may_enter(GOOD | {"nonce": ""}, expected, now=NOW).refusal == Refusal.WRONG_NONCE


@pytest.mark.parametrize(("ago", "yes"), [(0, True), (60, True), (61, False), (None, False)])
def test_whoever_was_asked_anew_has_answered_since(ago, yes):
    expected = Expected("https://i.example", "us", "n", ("high",), confirmed_after=NOW)
    claims = GOOD | ({"auth_time": SECONDS - ago} if ago is not None else {})

    assert bool(rules.may_enter(claims, expected, now=NOW)) is yes


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, None),
        ({"aud": ["them", "us"]}, None),
        ({"sid": "", "sub": "s"}, None),
        ({"iss": "x"}, LogoutFault.WRONG_ISSUER),
        ({"aud": "them"}, LogoutFault.WRONG_AUDIENCE),
        ({"iat": SECONDS - 301}, LogoutFault.WRONG_TIME),
        ({"exp": "never"}, LogoutFault.WRONG_TIME),
        ({"jti": ""}, LogoutFault.NO_ID),
        ({"events": {}}, LogoutFault.NO_EVENT),
        ({"nonce": None}, LogoutFault.HAS_NONCE),
        ({"sid": 1}, LogoutFault.NOBODY),
    ],
)
def test_what_a_logout_message_must_say(changed, fault):
    told = rules.may_end(GOODBYE | changed, issuer="https://i.example", client_id="us", now=NOW)

    assert told.refusal == fault


@given(st.dictionaries(st.sampled_from(NAMES), JSON))
def test_no_claims_bring_the_rules_down_and_changed_ones_never_add_a_way_in(changed):
    verdict = rules.may_enter(GOOD | changed, EXPECTED, now=NOW)
    goodbye = rules.may_end(GOODBYE | changed, issuer="https://i.example", client_id="us", now=NOW)

    if verdict:
        told = GOOD | changed
        assert (told["iss"], told["nonce"]) == ("https://i.example", "n")
    if goodbye:
        assert "nonce" not in changed


@given(JSON)
def test_a_moment_is_a_moment_or_nothing(value):
    assert rules.moment(value) is None or rules.moment(value).tzinfo is UTC
