"""The ways out of the house: the SMS service, the folder, the mail server's one setting, and reports of what came back."""

import json

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from stafett.messages import channels
from stafett.messages.channels import checks, sms
from stafett.messages.channels.bounces import refused_addresses
from stafett.messages.enums import Channel
from stafett.web import mail_server
from tests.messages import post_office
from tests.messages.test_pointing import REPORT


@pytest.fixture
def service(settings, tmp_path):
    token = tmp_path / "token"
    token.write_text("a-secret-of-the-service\n", encoding="utf-8")
    settings.SMS_TOKEN_FILE = str(token)
    with post_office.open_sms_service(settings) as opened:
        yield opened


def test_an_sms_carries_the_fixed_sentence_and_the_token(service):
    channels.port(Channel.SMS).point("900 00 001", lang="nb")

    [(headers, body)] = service.asked
    assert body == {
        "from": "Stafett", "to": "+4790000001",
        "text": "Du har en ny melding i Stafett. https://stafett.example/",
    }  # fmt: skip
    assert headers["Authorization"] == "Bearer a-secret-of-the-service"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (400, channels.WrongAddress), (404, channels.WrongAddress), (422, channels.WrongAddress),
        (302, channels.NotNow), (401, channels.NotNow), (429, channels.NotNow), (503, channels.NotNow),
    ],
)  # fmt: skip
def test_what_the_service_answers_is_a_wrong_number_or_a_later(service, status, outcome):
    service.status = status

    with pytest.raises(outcome) as failed:
        channels.port(Channel.SMS).point("90000001", lang="nb")

    assert len(service.asked) == 1
    assert "90000001" not in str(failed.value) + str(failed.value.__cause__)


def test_a_service_that_is_away_means_later(settings):
    settings.SMS_URL = "http://127.0.0.1:1/"

    with pytest.raises(channels.NotNow):
        channels.port(Channel.SMS).point("90000001", lang="nb")


def test_the_folder_keeps_each_sms_as_a_file(settings, tmp_path):
    settings.SMS_URL = f"file://{tmp_path}/sms%20ut"

    for number in ("90000001", "0047 900 00 002"):
        channels.port(Channel.SMS).point(number, lang="nb")

    written = [json.loads(file.read_text(encoding="utf-8")) for file in (tmp_path / "sms ut").iterdir()]
    assert {each["to"] for each in written} == {"+4790000001", "+4790000002"}


@pytest.mark.parametrize("number", ["", "12", "ring meg", "+47", "1" * 20, "++4790000001", "9000000٠"])
def test_what_is_no_number_is_a_wrong_address(number):
    with pytest.raises(channels.WrongAddress):
        sms.international(number)


@given(digits=st.text("0123456789", min_size=8, max_size=8), gap=st.sampled_from(["", " ", "-", "."]))
def test_a_norwegian_number_is_the_same_however_it_is_spaced(digits, gap):
    if not digits.startswith("00"):
        assert sms.international(gap.join(digits)) == f"+47{digits}"


def test_a_channel_that_is_closed_takes_nothing(settings):
    settings.SMS_URL = settings.EMAIL_URL = ""

    assert channels.opened() == frozenset()
    for channel in Channel:
        with pytest.raises(channels.NotNow):
            channels.port(channel)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("smtp://mail.example", ("mail.example", 587, False, True)),
        ("smtp://mail.example:25", ("mail.example", 25, False, True)),
        ("smtp://127.0.0.1:25", ("127.0.0.1", 25, False, False)),
        ("smtps://mail.example", ("mail.example", 465, True, False)),
    ],
)
def test_the_mail_server_is_read_from_one_address(url, wanted):
    server = mail_server.parse(url)

    assert (server.host, server.port, server.use_ssl, server.use_tls) == wanted
    assert server.backend.endswith("smtp.EmailBackend")


def test_name_and_password_of_the_mail_server_may_hold_any_sign():
    server = mail_server.parse("smtp://post%40kommune:p%3Aa%2Fss@mail.example")

    assert (server.user, server.password) == ("post@kommune", "p:a/ss")


def test_without_an_address_nothing_is_sent_and_a_folder_keeps_letters():
    assert mail_server.parse("").backend.endswith("dummy.EmailBackend")
    assert mail_server.parse("file:///var/post%20ut").folder == "/var/post ut"


@pytest.mark.parametrize(
    "url", ["mail.example", "http://u:hemmelig@x", "smtp://", "smtp://u:hemmelig@x:port", "smtp://[hemmelig"]
)
def test_an_address_that_is_no_mail_server_is_a_clear_fault_without_the_password(url):
    with pytest.raises(ImproperlyConfigured, match="STAFETT_EMAIL_URL") as fault:
        mail_server.parse(url)

    assert "hemmelig" not in str(fault.value)


def test_a_report_names_each_address_that_failed_once():
    report = REPORT % (b"Kari@Eksempel.example", b"kari@eksempel.example", b"Failed")

    assert refused_addresses(report) == ["kari@eksempel.example"]


@pytest.mark.parametrize("action", [b"delayed", b"delivered", b"relayed", b"", b"failed?"])
def test_a_report_of_anything_else_names_nobody(action):
    assert refused_addresses(REPORT % (b"a@b.example", b"a@b.example", action)) == []


@given(letter=st.binary(max_size=2000))
def test_a_letter_of_any_kind_names_nobody_and_breaks_nothing(letter):
    assert refused_addresses(letter) == []


@given(junk=st.binary(max_size=200), place=st.integers(min_value=0, max_value=500))
def test_a_report_that_is_spoilt_anywhere_breaks_nothing(junk, place):
    report = REPORT % (b"a@b.example", b"a@b.example", b"failed")

    found = refused_addresses(report[:place] + junk + report[place:])

    assert all("@" in address for address in found)


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({}, []),
        ({"EMAIL_URL": "smtp://mail.example"}, ["STAFETT_ADDRESS"]),
        ({"EMAIL_URL": "smtp://mail.example", "SITE_ADDRESS": "https://stafett.example/"}, []),
        (
            {
                "SMS_URL": "sms.example",
                "SMS_TOKEN_FILE": "/no/such/file",
                "SITE_ADDRESS": "http://localhost/",
            },
            ["STAFETT_SMS_URL", "STAFETT_SMS_TOKEN_FILE"],
        ),
    ],
    ids=["off", "no address", "whole", "half"],
)
def test_the_check_has_a_sentence_for_each_fault(settings, given, faults):
    for name, value in given.items():
        setattr(settings, name, value)

    assert [error.msg.split()[0] for error in checks.pointers_can_be_sent(None)] == faults
