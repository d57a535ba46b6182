"""What the public may read of security, and where to tell of a hole (RFC 9116)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from stafett.overview.views.security import LAST_TESTED_ON
from stafett.web import environment
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
CONTACT = "mailto:sikkerhet@example.org"
PATH = "/.well-known/security.txt"


@pytest.fixture
def told(settings):
    settings.SECURITY_CONTACT = CONTACT


def test_machines_find_whom_to_tell(told):
    answer = Visitor().get(PATH)

    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.fromisoformat(fields["Expires"])
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == CONTACT
    assert fields["Preferred-Languages"] == "nb, nn, en"
    assert (fields["Canonical"], fields["Policy"]) == (
        f"http://testserver{PATH}",
        "http://testserver/sikkerhet/",
    )
    assert timedelta(days=90) < expires - datetime.now(UTC) < timedelta(days=365)


def test_where_nobody_is_named_there_is_no_such_file():
    assert Visitor().get(PATH).status_code == 404


def test_everybody_may_read_what_is_done_and_whom_to_tell(told):
    page = Visitor().get("/sikkerhet/").content.decode()

    assert "Dette gjør vi" in page
    assert "Sist prøvd" in page
    assert f'href="{CONTACT}"' in page


def test_without_a_contact_the_page_leads_to_the_municipality():
    page = Visitor().get("/sikkerhet/").content.decode()

    assert "Ta kontakt med kommunen din" in page
    assert "mailto:" not in page


@pytest.mark.parametrize("path", ["/", "/logg-inn/", "/finnes/ikke/"])
def test_the_foot_of_every_page_says_where_to_tell_of_a_hole(told, path):
    page = Visitor().get(path).content.decode()

    assert f'href="{CONTACT}"' in page
    assert 'href="/sikkerhet/"' in page


def test_the_day_of_the_last_test_is_the_newest_in_the_report(settings):
    report = Path(settings.ROOT, "docs/security/attacks.md").read_text(encoding="utf-8")

    assert f"## {LAST_TESTED_ON.isoformat()}" in report


@pytest.mark.parametrize("value", ["javascript:alert(1)", "http://example.org", "sikkerhet@example.org"])
def test_an_address_that_browsers_should_not_open_is_refused(monkeypatch, value):
    monkeypatch.setenv("STAFETT_SECURITY_CONTACT", value)

    with pytest.raises(ImproperlyConfigured, match="must begin with"):
        environment.contact("STAFETT_SECURITY_CONTACT")
