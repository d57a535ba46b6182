"""The ears of the test run hear what they should, and pages show no personal number (SEC-01, SEC-13)."""

import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from stafett.demo import cast
from tests import confidential
from tests.access import asking, who_may
from tests.web.visiting import Visitor

NOOR = cast.person("noor")


@pytest.fixture
def new_hits():
    """The places where something came out during this test; they do not count against the run."""
    before = len(confidential.hits)
    yield lambda: [hit.split(":")[0] for hit in confidential.hits[before:]]
    del confidential.hits[before:]


@pytest.mark.parametrize(
    "text",
    [
        NOOR.number.digits,
        f"nr. {NOOR.number.digits[:6]} {NOOR.number.digits[6:]}.",
        f"/aktorer/?q={NOOR.number.digits}&side=2",
        "Eleven er ofte alene i friminuttene",
    ],
)
def test_a_secret_is_known_again(text):
    assert confidential.secrets_in(text)


@pytest.mark.parametrize(
    "text", ["", "12345678901", "1" + NOOR.number.digits, "Noor", "2026-11-22 10:41:32,057"]
)
def test_what_is_no_secret_is_let_be(text):
    assert confidential.secrets_in(text) == ""


def test_what_stands_in_an_address_is_heard(db, new_hits):
    Visitor().get(f"/?q={NOOR.number.digits}")

    assert new_hits() == ["address asked for"]


@pytest.mark.parametrize("logger", ["", "django"])
def test_what_stands_in_a_line_of_the_log_is_heard(new_hits, logger):
    (ear,) = [
        each for each in logging.getLogger(logger or None).handlers if isinstance(each, confidential.Ear)
    ]
    record = logging.LogRecord(
        "stafett.test", logging.WARNING, __file__, 1, "child %s", (NOOR.number.digits,), None
    )

    ear.handle(record)

    assert new_hits() == ["log line"]


def test_what_stands_in_an_e_mail_is_heard(new_hits):
    EmailMessage("Noe nytt", "Lekegruppe hver dag", to=["a@example.org"]).send()

    assert new_hits() == ["e-mail"]


def test_a_hit_names_the_place_and_never_the_secret(db, new_hits):
    before = len(confidential.hits)

    Visitor().get(f"/?q={NOOR.number.digits}")

    (hit,) = confidential.hits[before:]
    assert "test_a_hit_names_the_place" in hit
    assert NOOR.number.digits not in hit


def test_a_run_in_which_a_secret_comes_out_fails_though_every_test_passes(tmp_path):
    (tmp_path / "test_leak.py").write_text(
        "from stafett.demo import cast\n\ndef test_prints():\n    print(cast.person('noor').number.digits)\n"
    )
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--rootdir",
        ".",
        "-c",
        "pyproject.toml",
        str(tmp_path / "test_leak.py"),
    ]
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}

    done = subprocess.run(
        command,
        cwd=settings.ROOT,
        env=alone | {"PYTHONPATH": str(settings.ROOT)},
        capture_output=True,
        text=True,
    )

    assert (done.returncode, "1 passed" in done.stdout) == (1, True)
    assert "SECRET OUT at captured stdout" in done.stdout
    assert NOOR.number.digits not in done.stdout


@pytest.mark.parametrize("key", ["kari", "hilde", "elle"])
def test_no_page_that_people_read_shows_a_personal_number(logs, key):
    visitor = Visitor(key)
    addresses = [
        reverse(name, args=asking.address(name, logs["b"]))
        for name, (_rule, _kinds, methods) in who_may.LOG_ROUTES.items()
        if "GET" in methods
    ]
    addresses += [reverse(name, args=[cast.child("nils").id]) for name in who_may.CHILD_ROUTES]

    pages = [answer for where in addresses if (answer := visitor.get(where)).status_code == 200]

    assert len(pages) > (5 if key != "elle" else 0)
    assert not [page for page in pages if set(confidential.ELEVEN_DIGITS.findall(_text(page))) & _numbers()]


def _text(page):
    return (
        b"".join(page).decode(errors="replace") if page.streaming else page.content.decode(errors="replace")
    )


def _numbers():
    return confidential.personal_numbers()
