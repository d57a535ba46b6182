"""Every answer carries the headers that keep browsers safe, whatever kind of answer it is (SEC-12)."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.urls import reverse

from stafett.access import limits
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.register.tenancy import within
from stafett.web import urls
from tests import stage
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
KINDS = {
    "a page": (200, lambda v, log: v.see("log", log.pk)),
    "a file": (200, lambda v, log: v.see("consent_document", log.pk, _consent(log))),
    "a report": (200, lambda v, log: v.see("ready")),
    "a way on": (302, lambda v, log: v.send("new_note", log.pk, fields={"text": "Ord"})),
    "a way to the login": (302, lambda v, log: Visitor().see("log", log.pk)),
    "a bad body": (400, lambda v, log: v.post(reverse("new_note", args=[log.pk]), b"x", "multipart/form-data")),
    "a bad host": (400, lambda v, log: v.get("/", HTTP_HOST="evil.example")),
    "a forbidden page": (403, lambda v, log: Visitor("bente").see("level", log.pk)),
    "a form without token": (403, lambda v, log: Visitor("kari", enforce_csrf_checks=True).send("new_note", log.pk)),
    "an unknown log": (404, lambda v, log: v.see("log", new_id())),
    "an unknown address": (404, lambda v, log: v.get("/finnes/ikke/")),
    "a wrong method": (405, lambda v, log: v.put(reverse("log", args=[log.pk]))),
    "a form to be put right": (422, lambda v, log: v.send("new_note", log.pk, fields={"text": ""})),
    "a fault of ours": (500, lambda v, log: v.get("/feiler/")),
    "a style that is not there": (404, lambda v, log: v.get("/static/no.css")),
    "a demand to wait": (429, lambda v, log: v.see("staff_search", q="a")),
}  # fmt: skip


@pytest.fixture
def log(db):
    with within(HERE):
        return stage.open_log()


@pytest.mark.urls("tests.web.failing_urls")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_carries_the_headers(log, kind, monkeypatch):
    status, ask = KINDS[kind]
    if status == 429:
        monkeypatch.setitem(limits.LIMITS, "search", limits.Limit(0, 60))

    answer = ask(Visitor("kari"), log)

    assert answer.status_code == status
    assert answer["Cache-Control"] == "no-store"
    assert_safe(answer)


def test_pages_cannot_be_framed_or_send_their_forms_elsewhere(log):
    policy = Visitor("kari").see("log", log.pk)["Content-Security-Policy"]

    assert {"frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'"} <= set(
        policy.split("; ")
    )


def test_a_page_holds_no_script_or_style_that_its_own_policy_would_stop(log):
    page = Visitor("kari").see("log", log.pk).content.decode()

    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=")


def test_a_signed_consent_is_saved_and_never_shown(log):
    answer = Visitor("kari").see("consent_document", log.pk, _consent(log))

    assert answer["Content-Disposition"] == 'attachment; filename="samtykke.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content == stage.PDF


def test_styles_are_kept_and_carry_the_other_headers(db, tmp_path, settings):
    (tmp_path / "a.css").write_text("a{}", encoding="utf-8")
    settings.STATIC_ROOT = tmp_path

    answer = Visitor().get("/static/a.css")
    answer.close()

    assert answer.status_code == 200
    assert "max-age=3600" in answer["Cache-Control"]
    assert_safe(answer)


@pytest.mark.parametrize("host", ["testserver", "evil.example"])
def test_behind_tls_plain_requests_are_sent_on_with_the_same_headers(db, settings, host):
    settings.SECURE_SSL_REDIRECT = settings.BEHIND_TLS = True

    plain = Visitor().get("/min-side/", HTTP_HOST=host)

    assert (plain.status_code, plain.get("Location")) in (
        (301, "https://testserver/min-side/"),
        (400, None),
    )
    assert plain["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in plain.headers  # browsers heed it over TLS only (RFC 6797)
    assert_safe(plain)


@pytest.mark.parametrize("path", ["/", "/static/no.css", "/finnes/ikke/", "/health/live", "/min-side/"])
def test_behind_tls_browsers_are_told_to_stay_there_for_a_year(db, settings, path):
    settings.BEHIND_TLS = True

    answer = Visitor().get(path, secure=True)

    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert_safe(answer)


def test_no_cookie_can_be_read_by_scripts(log):
    kari = Visitor("kari")

    cookies = {**Visitor().send("demo_login", fields={"person": str(cast.person("kari").id)}).cookies}
    cookies |= kari.see("new_note", log.pk).cookies
    cookies |= kari.send("new_note", log.pk, fields={"text": "Ord"}).cookies

    assert set(cookies) == {settings.LOGIN_COOKIE, settings.CSRF_COOKIE_NAME, settings.FLASH_COOKIE}
    for cookie in cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
        assert cookie["domain"] == ""


def test_behind_tls_every_cookie_is_secure_and_of_this_host_alone():
    shown = _under_tls(
        "LOGIN_COOKIE",
        "CSRF_COOKIE_NAME",
        "FLASH_COOKIE",
        "PLACE_COOKIE",
        "CSRF_COOKIE_SECURE",
        "SESSION_COOKIE_SECURE",
    )

    assert shown[4:] == ["True", "True"]
    assert [name for name in shown[:4] if not name.startswith("__Host-")] == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/finnes/ikke/", "text/html; charset=utf-8"),
        ("/health/live", "application/json"),
    ],
)
def test_every_answer_says_what_it_is_and_in_which_letters(db, path, kind):
    assert Visitor().get(path)["Content-Type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/stafett/",
        "/static/..%2f..%2fpyproject.toml",
        "/.git/config",
        "/.env",
        "/static/.git/HEAD",
    ],
)
def test_what_is_no_collected_file_is_not_found(db, path):
    answer = Visitor().get(path)

    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"


def test_logging_out_empties_the_browser(log):
    answer = Visitor("kari").send("log_out")

    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_every_error_page_of_the_site_is_ours():
    assert {urls.handler400, urls.handler403, urls.handler404, urls.handler500} == {
        f"stafett.web.errors.{name}" for name in ("bad_request", "forbidden", "not_found", "broken")
    }


def _under_tls(*names):
    """Settings as they are behind TLS, as text."""
    told = "; ".join(f"print(settings.{name})" for name in names)
    done = subprocess.run(
        [sys.executable, "-c", f"from stafett.web import settings; {told}"],
        env=os.environ | {"STAFETT_TLS": "1"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.split()


def _consent(log):
    with within(HERE):
        return log.consents.values_list("pk", flat=True).get()


def assert_safe(answer):
    """What SEC-12 asks of every answer; ADR 0017 for the referrer."""
    policy = answer["Content-Security-Policy"].split("; ")
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert {"frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"} <= set(
        policy
    ) or "sandbox" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "Server" not in answer.headers
