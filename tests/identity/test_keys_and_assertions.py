"""How we show who we are at the provider, and whose keys we believe (OIDC-04, OIDC-05)."""

import json
import logging
from datetime import timedelta

import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jws
from joserfc.jwk import RSAKey

from stafett.identity.models import LoginSession
from stafett.identity.oidc import metadata, providers
from stafett.identity.oidc.metadata import Unreachable
from stafett.kernel import clock
from tests.identity import answering

pytestmark = pytest.mark.django_db


def test_the_code_is_changed_with_a_short_signed_assertion_of_our_own(issuer):
    answering.log_in(issuer)
    answering.log_in(issuer)

    forms = [form for form in issuer.forms if "code" in form]
    read = [jws.extract_compact(form["client_assertion"].encode()) for form in forms]
    told = [_claims(each) for each in read]
    assert all(form["client_assertion_type"].endswith("jwt-bearer") for form in forms)
    assert all(len(form["code_verifier"]) >= 43 for form in forms)
    assert not any("client_secret" in form for form in forms)
    assert {each.headers()["kid"] for each in read} == {"ours-1"}
    assert {each["aud"] for each in told} == {issuer.address}
    assert {(each["iss"], each["sub"]) for each in told} == {("stafett", "stafett")}
    assert max(each["exp"] - each["iat"] for each in told) <= 120
    assert len({each["jti"] for each in told}) == len(told) == 2


def test_the_verifier_fits_the_challenge_and_neither_is_used_twice(issuer):
    _first, asked = answering.begin(issuer)
    visitor, answer = answering.log_in(issuer)
    _second, asked_again = answering.begin(issuer)

    verifier = issuer.forms[-1]["code_verifier"]
    assert answer.status_code == 302
    assert create_s256_code_challenge(verifier) not in (
        asked["code_challenge"],
        asked_again["code_challenge"],
    )
    assert asked["state"] != asked_again["state"]
    assert asked["nonce"] != asked_again["nonce"]


def test_a_request_behind_the_scenes_is_signed_too(issuer):
    issuer.metadata["pushed_authorization_request_endpoint"] = f"{issuer.address}/par"

    _visitor, asked = answering.begin(issuer)

    pushed = issuer.forms[-1]
    assert set(asked) == {"client_id", "request_uri"}
    assert pushed["code_challenge_method"] == "S256"
    assert {"state", "nonce", "acr_values", "ui_locales", "client_assertion"} <= set(pushed)


def test_a_new_key_is_fetched_once(issuer):
    answering.log_in(issuer)
    issuer.key = RSAKey.generate_key(2048, {"kid": "k2", "use": "sig"})
    issuer.shown_keys = [issuer.key]

    visitor, asked = answering.begin(issuer)
    issuer.next_token = issuer.signed(issuer.claims(asked["nonce"]), header={"kid": "k2"})
    answer = answering.come_back(visitor, state=asked["state"], code="c", iss=issuer.address)

    assert answer.status_code == 302
    assert issuer.asked["/jwks"] == 2


def test_a_hundred_tokens_with_an_unknown_key_cause_one_more_asking_a_minute(issuer):
    known = metadata.issuer(issuer.address)
    known.key("k1")

    found = [known.key(f"unknown-{number}") for number in range(100)]

    assert found == [None] * 100
    assert issuer.asked["/jwks"] == 2
    with clock.set_to(clock.now() + timedelta(seconds=61)):
        known.key("unknown-again")
        known.key("unknown-and-again")
    assert issuer.asked["/jwks"] == 3


def test_what_a_provider_says_of_itself_is_kept_for_a_day(issuer):
    for _time in range(3):
        answering.begin(issuer)
    with clock.set_to(clock.now() + timedelta(hours=25)):
        answering.begin(issuer)

    assert issuer.asked["/.well-known/openid-configuration"] == 2


def test_what_is_known_holds_while_the_provider_is_silent(issuer):
    metadata.issuer(issuer.address).metadata()
    issuer.status = 503

    with clock.set_to(clock.now() + timedelta(hours=25)):
        known = metadata.issuer(issuer.address).metadata()

    assert known["issuer"] == issuer.address


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://idporten.example"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": "javascript:alert(1)"},
        {"authorization_endpoint": None},
    ],
)
def test_metadata_that_cannot_be_trusted_is_refused(issuer, changed):
    issuer.metadata.update(changed)

    with pytest.raises(Unreachable):
        metadata.issuer(issuer.address).metadata()


def test_keys_that_are_weak_or_do_not_sign_are_left_out(issuer, monkeypatch):
    issuer.shown_keys = [
        RSAKey.generate_key(2048, {"kid": "for-encryption", "use": "enc"}),
        issuer.key,
    ]
    nameless = RSAKey.generate_key(2048).as_dict(private=False)
    nameless.pop("kid", None)
    weak = {"kty": "RSA", "kid": "weak", "use": "sig", "e": "AQAB", "n": "AQAB" * 20}
    shown = [key.as_dict(private=False) for key in issuer.shown_keys]
    odd = [nameless, weak, {"kty": "oct", "kid": "secret", "k": "AAAA"}, {"kid": "k3"}, "k4", None]
    monkeypatch.setattr(issuer, "answer", lambda *_asked: (200, {"keys": [*odd, *shown]}))

    assert set(metadata.keys_at(f"{issuer.address}/jwks")) == {"k1"}


def test_nothing_of_keys_tokens_or_people_is_logged(issuer, client_key, caplog):
    caplog.set_level(logging.DEBUG)

    answering.log_in(issuer)
    answering.log_in(issuer, pid="12345678901")
    answering.log_in(issuer, nonce="other")

    written = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in caplog.records)
    secrets = [client_key.decode().splitlines()[3], "eyJ", "12345678901", *_secrets(issuer)]
    assert written
    assert [secret for secret in secrets if secret in written] == []


def test_a_provider_repeats_nothing_of_its_secrets(issuer, settings):
    shown = repr(providers.configured(settings.LOGIN_FILE))

    assert "PRIVATE" not in shown
    assert "RSAKey" not in shown
    assert LoginSession.objects.count() == 0


def _secrets(issuer):
    return [
        value
        for form in issuer.forms
        for name, value in form.items()
        if name in ("code_verifier", "client_assertion")
    ]


def _claims(token):
    return json.loads(token.payload)
