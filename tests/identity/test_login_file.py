"""The login file: what it may say, and a sentence for each thing that is wrong with it (OIDC-11, OIDC-13)."""

import io
import re
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.core.management import call_command
from joserfc import jws

from stafett.identity import checks, tasks
from stafett.identity.oidc import checking, client_key, providers
from stafett.identity.oidc.providers import BadLoginFile
from stafett.kernel import clock
from tests.identity.conftest import entry
from tests.web.visiting import Visitor

REAL = "https://idporten.no"


def test_a_file_with_a_provider_for_families_and_one_for_staff(login_file):
    path = login_file(
        _real(municipalities='["eksempelvik"]', audience='["family"]', level='"idporten-loa-substantial"'),
        entry(
            "https://login.example/tenant/v2.0",
            key="entra",
            profile="entra-id",
            test="",
            audience='["staff"]',
        ),
    )

    family, staff = providers.configured(path)

    assert (family.serves("eksempelvik"), family.serves("domesund"), staff.serves("domesund")) == (
        True,
        False,
        True,
    )
    assert family.levels == ("idporten-loa-substantial", "idporten-loa-high")
    assert family.return_uri == "http://localhost/logg-inn/idporten/tilbake/"
    assert (family.is_for_staff_only, staff.is_for_staff_only) == (False, True)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"profile": "bankid"}, "profile must be one of"),
        ({"key": "demo"}, "key must be a short name"),
        ({"key": "to ord"}, "key must be a short name"),
        ({"client": ""}, "client_id is missing"),
        ({"level": '"idporten-loa-low"'}, "level must be one of"),
        ({"audience": '["everyone"]'}, "audience must be"),
        ({"audience": '"staff"'}, "audience must be"),
        ({"municipalities": '"eksempelvik"'}, "municipalities must be a list"),
        ({"issuer": '"http://idporten.no"'}, "begins with https"),
        ({"issuer": '"https://idporten.example"'}, "has the issuer https://idporten.no"),
        ({"issuer": '"https://test.idporten.no"'}, "is for tests"),
        ({"test": "true"}, "is for real people"),
        ({"private_key_file": '"missing.pem"'}, "cannot be read"),
        ({"private_key_file": '"login.toml"'}, "holds no RSA key"),
        ({"private_key_file": ""}, "private_key_file is missing"),
        ({"key_id": ""}, "key_id is missing"),
        ({"client_secret": '"hemmelig"'}, "client_secret is not a setting"),
        ({"key_expires_on": '"soon"'}, "key_expires_on a date"),
    ],
)
def test_each_thing_that_is_wrong_has_its_sentence(login_file, changed, words):
    path = login_file(_real(**changed))

    with pytest.raises(BadLoginFile) as bad:
        providers.configured(path)

    assert len([fault for fault in bad.value.faults if words in fault]) == 1
    assert "PRIVATE" not in str(bad.value)


def test_all_faults_are_told_at_once(login_file):
    path = login_file(_real(client=""), _real(key="to ord"), site="stafett.example.no")

    with pytest.raises(BadLoginFile) as bad:
        providers.configured(path)

    assert len(bad.value.faults) == 3


@pytest.mark.parametrize("text", ["", "site = ", "provider = 1", "æ" * 10, "[provider]\nkey='x'"])
def test_a_file_that_is_none_is_told_so(tmp_path, text):
    path = tmp_path / "login.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadLoginFile):
        providers.configured(str(path))


def test_two_providers_cannot_have_the_same_name(login_file):
    with pytest.raises(BadLoginFile, match="Two providers"):
        providers.configured(login_file(_real(), _real()))


def test_a_missing_file_stops_the_start_up(settings, tmp_path):
    settings.LOGIN_FILE = str(tmp_path / "none.toml")

    assert [error.id for error in checks.the_login_file_can_be_used(None)] == ["identity.E001"]
    settings.LOGIN_FILE = ""
    assert checks.the_login_file_can_be_used(None) == []


def test_a_short_or_public_key_is_refused(tmp_path):
    short = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505 - refused
    (tmp_path / "short.pem").write_bytes(_pem(short))
    whole = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    (tmp_path / "public.pem").write_bytes(
        whole.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    own = {"client_id": "us", "audience": REAL, "key_id": "k", "certificate": None}

    with pytest.raises(client_key.BadKey, match="shorter"):
        client_key.signing(tmp_path / "short.pem", **own)
    with pytest.raises(client_key.BadKey, match="public key"):
        client_key.signing(tmp_path / "public.pem", **own)


def test_a_certificate_names_the_key_and_its_end(tmp_path, login_file):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    ends = datetime(2027, 1, 2, tzinfo=UTC)
    (tmp_path / "own.pem").write_bytes(_pem(key))
    (tmp_path / "own.crt").write_bytes(_certificate(key, ends))
    path = login_file(
        entry("https://login.example/t/v2.0", key="entra", profile="entra-id", test="", key_id="", key_expires_on="",
              private_key_file='"own.pem"', certificate_file='"own.crt"')
    )  # fmt: skip

    (provider,) = providers.configured(path)
    token = provider.client.method().sign(None, "https://anywhere.example")

    assert provider.key_expires_at == ends
    assert set(jws.extract_compact(token.encode()).headers()) == {"alg", "typ", "x5t#S256"}


def test_a_secret_is_taken_only_where_there_is_no_better_way(tmp_path, login_file):
    (tmp_path / "secret").write_text("en-hemmelighet\n", encoding="utf-8")
    secret = {"private_key_file": "", "key_id": "", "client_secret_file": '"secret"'}

    (feide,) = providers.configured(
        login_file(entry("https://auth.dataporten.no", key="feide", profile="feide", test="", **secret))
    )
    with pytest.raises(BadLoginFile, match="private_key_file is missing"):
        providers.read(f'site = "https://s.example"\n{_real(**secret)}', folder=tmp_path)

    assert feide.client.method() == "client_secret_post"
    assert "hemmelighet" not in repr(feide)


@pytest.mark.parametrize(
    ("days", "words"),
    [(61, None), (59, "in 59 days"), (0, "ended on"), (-10, "ended on"), (None, "key_expires_on")],
)
def test_a_key_that_ends_within_60_days_is_told_in_time(login_file, days, words):
    now = datetime(2026, 3, 3, tzinfo=UTC)
    ends = f"{now + timedelta(days=days):%Y-%m-%d}" if days is not None else ""

    told = checking.ending_keys(login_file(_real(key_expires_on=ends)), now=now)

    assert [words in sentence for sentence in told] == ([True] if words else [])


def test_the_health_report_has_a_word_for_it(db, settings, login_file):
    settings.LOGIN_FILE = login_file(_real(key_expires_on="2020-01-01"))
    ending = Visitor().see("ready").json()
    settings.LOGIN_FILE = ""

    assert ending["warnings"] == ["login_key_ends"]
    assert Visitor().see("ready").json() == {"status": "ok", "warnings": []}


def test_the_daily_look_warns_in_the_log(settings, login_file, caplog):
    settings.LOGIN_FILE = login_file(_real(key_expires_on="2020-01-01"))

    assert tasks.warn_of_keys(timestamp=0) == 1
    assert "our key ended on 2020-01-01" in caplog.text


def test_the_check_prints_what_the_provider_says_and_is_content(db, issuer):
    told, code = _checked()

    assert code == 0
    assert f"issuer                {issuer.address}" in told
    assert "level asked for       idporten-loa-high" in told
    assert "return address        http://localhost/logg-inn/proveporten/tilbake/" in told
    assert "back-channel logout   http://localhost/logg-ut/melding/" in told
    assert "clocks apart" in told
    assert "✗" not in told


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"acr_values_supported": ["idporten-loa-low"]}, "does not offer the level idporten-loa-high"),
        ({"issuer": "https://idporten.example"}, "calls itself"),
        ({"end_session_endpoint": None}, "no address for logging out"),
        ({"token_endpoint_auth_methods_supported": ["client_secret_basic"]}, "does not take private_key_jwt"),
        ({"code_challenge_methods_supported": ["plain"]}, "PKCE"),
        ({"response_types_supported": ["id_token"]}, "code flow"),
    ],
)
def test_the_check_fails_loudly_when_the_provider_is_not_what_we_need(db, issuer, changed, words):
    issuer.metadata.update(changed)

    told, code = _checked()

    assert code == 1
    assert [line for line in told.splitlines() if line.startswith("✗ proveporten: ") and words in line]


def test_the_check_says_when_clocks_are_apart_and_when_nobody_answers(db, issuer):
    with clock.set_to(clock.now() + timedelta(minutes=3)):
        apart, _code = _checked()
    issuer.status = 500
    silent, code = _checked()

    assert re.search(r"✗ proveporten: our clock and theirs are 1[78]\d s apart", apart)
    assert code == 1
    assert "answers with 500" in silent


def test_the_check_says_when_a_municipality_has_no_way_in(db, settings, login_file):
    settings.LOGIN_FILE = login_file(entry("http://127.0.0.1:9", municipalities='["eksempelvik", "oslo"]'))

    told, code = _checked()

    assert code == 1
    assert "✗ proveporten: no municipality is called 'oslo'." in told
    assert "✗ Nobody can log in to domesund: no provider serves it." in told


def test_without_a_login_file_real_people_cannot_log_in_and_the_check_says_so(db, settings):
    settings.LOGIN_FILE, settings.DEMO = "", False
    in_earnest = _checked()
    settings.DEMO = True

    assert in_earnest == ("✗ STAFETT_LOGIN_FILE is not set, so nobody can log in.\n", 1)
    assert _checked() == ("", 0)


def _real(**more):
    return entry(REAL, **{"key": "idporten", "test": ""} | more)


def _checked():
    out = io.StringIO()
    try:
        call_command("check_login", stdout=out)
    except SystemExit as stopped:
        return out.getvalue(), stopped.code
    return out.getvalue(), 0


def _pem(key):
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _certificate(key, ends):
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stafett")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(datetime(2025, 1, 1, tzinfo=UTC)).not_valid_after(ends)
    )  # fmt: skip
    return made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
