"""The log of the site tells operators what went wrong and where, and never what people wrote (SEC-13)."""

import io
import logging

import pytest
from django.conf import settings
from django.urls import reverse

from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.web import good_forms
from tests.web.failing_urls import SECRET
from tests.web.visiting import Visitor

pytestmark = pytest.mark.urls("tests.web.failing_urls")


@pytest.fixture
def written(monkeypatch):
    """What the site's own handler writes, with its own format and filter."""
    stream = io.StringIO()
    for logger in (logging.getLogger(), logging.getLogger("django")):
        for handler in logger.handlers:
            if any(type(each).__name__ == "WithoutContent" for each in handler.filters):
                monkeypatch.setattr(handler, "stream", stream)
    return stream


@pytest.mark.parametrize(
    "page", ["/feiler/", "/feiler/i-basen/", "/feiler/paa-grunn-av/", "/feiler/for-lang/"]
)
def test_a_fault_is_logged_by_kind_and_place_without_a_word_of_content(db, written, page):
    answer = Visitor("kari").post(page, {"text": SECRET})

    line = written.getvalue()
    assert answer.status_code == 500
    assert "ERROR django.request" in line
    assert "failing_urls.fails" in line or "guard.guarded" in line
    assert not [word for word in (*SECRET.split(), "Kari", "Eksempelmo") if word in line]


def test_a_fault_shows_nothing_of_its_inside_on_the_page(db):
    page = Visitor("kari").post("/feiler/", {"text": SECRET}).content.decode()

    assert "Noe gikk galt hos oss" in page
    assert SECRET not in page
    assert "ValueError" not in page
    assert "Traceback" not in page


def test_refusals_and_unknown_pages_are_logged_without_addresses(db, written):
    with within(cast.EKSEMPELVIK.id):
        log = stage.open_log()

    Visitor("dag").see("log", log.pk)
    Visitor("bente").see("level", log.pk)
    Visitor("kari").get("/logger/?q=Noor+Oppdiktsen&mal=Oppdiktsen")
    Visitor("kari").get("/finnes/ikke/Oppdiktsen/")
    Visitor("kari").send("new_note", log.pk, fields={"text": ""})

    lines = written.getvalue()
    assert "404 answer" in lines
    assert "PermissionDenied at " in lines
    assert str(log.pk) not in lines
    assert "Oppdiktsen" not in lines


def test_a_form_that_is_too_large_or_without_token_is_logged_without_content(db, written):
    kari = Visitor("kari", enforce_csrf_checks=True)

    kari.post(reverse("own_page"), {"text": SECRET})
    Visitor("kari").post(reverse("own_page"), {"text": SECRET * 60_000})

    lines = written.getvalue()
    assert lines.count("WARNING") + lines.count("ERROR") == 2
    assert not [word for word in SECRET.split() if word in lines]


def test_the_log_holds_no_personal_number_that_somebody_typed(db, written):
    number = good_forms.number()

    Visitor("kari").send("new_child", fields={"number": number, "given_name": "Noor"})
    Visitor("kari").get(f"/ny-logg/?q={number}")

    assert number not in written.getvalue()


def test_queries_are_never_logged_in_the_product():
    assert settings.DEBUG is False
    assert settings.LOGGING["root"]["level"] == "WARNING"
