"""Every way a login can be wrong is refused with a page in Norwegian, a row in the trail and no session (OIDC-02)."""

import time
from dataclasses import replace

import pytest
from django.conf import settings as django_settings
from joserfc.jwk import RSAKey

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity.enums import Refusal
from stafett.identity.models import Identity, LoginSession
from stafett.identity.oidc import providers
from stafett.register.tenancy import within
from tests.identity import answering
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


class Later(int):
    """So many seconds after the test has begun: a run of all tests takes longer than some of them."""


pytestmark = pytest.mark.django_db

# What is wrong with the id_token: changed claims, changed header, the reason in the trail.
CLAIMS = {
    "a nonce of another try": ({"nonce": "other"}, {}, "wrong_nonce"),
    "no nonce": ({"nonce": None}, {}, "wrong_nonce"),
    "an empty nonce": ({"nonce": ""}, {}, "wrong_nonce"),
    "another issuer": ({"iss": "https://idporten.example"}, {}, "wrong_issuer"),
    "no issuer": ({"iss": None}, {}, "wrong_issuer"),
    "another audience": ({"aud": "somebody-else"}, {}, "wrong_audience"),
    "several audiences and no party": ({"aud": ["stafett", "other"]}, {}, "wrong_audience"),
    "another party": ({"aud": ["stafett", "other"], "azp": "other"}, {}, "wrong_audience"),
    "one audience, another party": ({"azp": "other"}, {}, "wrong_audience"),
    "ended": ({"iat": Later(-250), "exp": Later(-130)}, {}, "too_old"),
    "no end": ({"exp": None}, {}, "too_old"),
    "begun long ago": ({"iat": Later(-4000), "exp": Later(4000)}, {}, "too_old"),
    "from the future": ({"iat": Later(600), "exp": Later(900)}, {}, "from_the_future"),
    "valid later": ({"nbf": Later(600)}, {}, "from_the_future"),
    "a number that is no moment": ({"iat": 10**30}, {}, "too_old"),
    "nobody": ({"sub": None}, {}, "not_a_person"),
    "a lower level": ({"acr": "idporten-loa-substantial"}, {}, "level_too_low"),
    "a level we do not know": ({"acr": "idporten-loa-highest"}, {}, "level_too_low"),
    "no level": ({"acr": None}, {}, "level_too_low"),
    "no personal number": ({"pid": None}, {}, "no_personal_number"),
    "a personal number that is none": ({"pid": "12345678901"}, {}, "no_personal_number"),
    "a key nobody has": ({}, {"kid": "k9"}, "unknown_key"),
    "a key without name": ({}, {"kid": ""}, "unknown_key"),
}  # fmt: skip


@pytest.mark.parametrize("wrong", CLAIMS)
def test_an_id_token_that_does_not_fit_is_refused(issuer, at_home, wrong):
    claims, header, reason = CLAIMS[wrong]

    now = int(time.time())
    claims = {name: now + said if isinstance(said, Later) else said for name, said in claims.items()}
    visitor, answer = answering.log_in(issuer, query=at_home, header=header, **claims)

    _refused(visitor, answer, reason)


def test_the_same_login_with_nothing_wrong_is_let_in(issuer, at_home):
    visitor, answer = answering.log_in(issuer, query=at_home)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert visitor.see("own_page").status_code == 200


def test_a_token_without_signature_is_refused(issuer, at_home):
    _with_token(issuer, at_home, issuer.unsigned, "wrong_signature")


def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(issuer, at_home):
    _with_token(issuer, at_home, issuer.signed_with_the_public_key, "wrong_signature")


def test_a_token_signed_by_somebody_else_under_the_issuers_key_name_is_refused(issuer, at_home):
    thief = RSAKey.generate_key(2048)

    _with_token(issuer, at_home, lambda claims: issuer.signed(claims, key=thief), "wrong_signature")


@pytest.mark.parametrize(
    "token", ["", "x", "a.b.c", "..", "æ.ø.å", "a" * 20_000, "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"]
)
def test_a_text_that_is_no_token_is_refused(issuer, at_home, token):
    _with_token(issuer, at_home, lambda _claims: token, "wrong_signature")


def test_a_test_user_is_refused_where_people_are_real(issuer, at_home, monkeypatch):
    found = providers.configured(django_settings.LOGIN_FILE)
    monkeypatch.setattr(
        providers, "configured", lambda _path: tuple(replace(each, is_test=False) for each in found)
    )

    visitor, answer = answering.log_in(issuer, query=at_home, amr=["TestID"])

    _refused(visitor, answer, "test_user")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"state": "another" * 6}, None),
        ({"state": ""}, None),
        ({"iss": "https://idporten.example"}, "wrong_sender"),
        ({"code": "used-before"}, "code_refused"),
        ({"code": None, "error": "access_denied"}, "cancelled"),
        ({"code": None, "error": "server_error"}, "provider_refused"),
        ({"code": None}, "provider_refused"),
    ],
    ids=["another state", "no state", "another sender", "a used code", "cancelled", "an error", "nothing"],
)
def test_an_answer_that_does_not_fit_is_refused(issuer, at_home, changed, reason):
    visitor, asked = answering.begin(issuer, **at_home)
    answer = {"state": asked["state"], "code": "code-1", "iss": issuer.address} | changed

    came = answering.come_back(
        visitor, **{name: value for name, value in answer.items() if value is not None}
    )

    _refused(visitor, came, reason)


def test_an_answer_without_its_sender_is_refused_when_the_issuer_always_says_it(issuer, at_home):
    issuer.metadata["authorization_response_iss_parameter_supported"] = True
    visitor, asked = answering.begin(issuer, **at_home)

    came = answering.come_back(visitor, state=asked["state"], code="code-1")

    _refused(visitor, came, "wrong_sender")


def test_an_answer_in_another_browser_is_refused(issuer, at_home):
    _first, asked = answering.begin(issuer, **at_home)
    issuer.next_token = issuer.signed(issuer.claims(asked["nonce"]))
    other = Visitor(SERVER_NAME="localhost")

    came = answering.come_back(other, state=asked["state"], code="code-1", iss=issuer.address)

    _refused(other, came, None)
    assert "/token" not in issuer.asked


def test_an_answer_is_taken_once(issuer, at_home):
    visitor, asked = answering.begin(issuer, **at_home)
    answer = {"state": asked["state"], "code": "code-1", "iss": issuer.address}
    issuer.next_token = issuer.signed(issuer.claims(asked["nonce"]))
    first = answering.come_back(visitor, **answer)
    visitor.cookies.pop(django_settings.LOGIN_COOKIE)
    LoginSession.objects.all().delete()
    issuer.next_token = issuer.signed(issuer.claims(asked["nonce"]))

    again = answering.come_back(visitor, **answer)

    assert first.status_code == 302
    _refused(visitor, again, None)


def test_a_parameter_that_stands_twice_is_not_believed(issuer, at_home):
    visitor, asked = answering.begin(issuer, **at_home)

    came = visitor.get(f"{answering.BEGIN}tilbake/?state={asked['state']}&code=a&code=b&iss={issuer.address}")

    _refused(visitor, came, "provider_refused")


def test_a_provider_that_does_not_answer_is_said_so(issuer, at_home):
    visitor, asked = answering.begin(issuer, **at_home)
    issuer.status = 503

    came = answering.come_back(visitor, state=asked["state"], code="code-1", iss=issuer.address)

    _refused(visitor, came, "provider_silent")


def test_every_reason_has_a_sentence_without_technical_words():
    for refusal in Refusal:
        sentence = str(refusal.label)
        assert sentence.endswith(".")
        assert not [
            word for word in ("token", "state", "nonce", "acr", "OIDC") if word in sentence.lower().split()
        ]


@pytest.fixture
def at_home():
    """What a login from Eksempelvik's short address carries."""
    return {"kommune": cast.EKSEMPELVIK.slug}


def _with_token(issuer, at_home, make, reason):
    visitor, asked = answering.begin(issuer, **at_home)
    issuer.next_token = make(issuer.claims(asked["nonce"]))

    answer = answering.come_back(visitor, state=asked["state"], code="code-1", iss=issuer.address)

    _refused(visitor, answer, reason)


def _refused(visitor, answer, reason):
    """A plain page, a row in the trail where the municipality is known, and no way in."""
    assert answer.status_code == 403
    assert "Du er ikke logget inn" in answer.content.decode()
    assert not LoginSession.objects.exists()
    assert not Identity.objects.exists() or reason is None
    assert visitor.see("own_page").status_code == 302
    with within(HERE):
        rows = list(
            Entry.objects.filter(event="identity.login_refused").values_list("kind", "reason", "actor_name")
        )
    assert rows == ([("refusal", reason, "")] if reason else [])
