"""When the provider says that somebody has logged out: in a frame without cookies, or by a signed message (OIDC-06, 07)."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from joserfc.jwk import RSAKey

from stafett.access import limits
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity import operations, tasks
from stafett.identity.models import LoginSession, UsedToken
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.kernel.personal_number import synthetic
from stafett.register.tenancy import within
from tests.identity import answering
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
FRAME, MESSAGE = "/logg-ut/nettleser/", "/logg-ut/melding/"
EVENT = "http://schemas.openid.net/event/backchannel-logout"
NOBODYS = next(filter(None, (synthetic(date(1971, 2, 3), serial) for serial in range(90, 100)))).digits
NOW = int(time.time())

pytestmark = pytest.mark.django_db


def test_a_frame_without_cookies_ends_the_logins_of_its_session(issuer):
    visitor, _answer = answering.log_in(issuer)
    frame = Visitor()

    answer = frame.get(FRAME, {"iss": issuer.address, "sid": "sid-1"})

    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert answer.content == b""
    assert visitor.see("own_page").status_code == 302
    assert _reasons() == ["front_channel"]


def test_the_frame_may_be_shown_by_the_issuer_only(issuer):
    answer = Visitor().get(FRAME, {"iss": issuer.address, "sid": "sid-1"})

    assert answer["Content-Security-Policy"] == f"default-src 'none'; frame-ancestors {issuer.address}"
    assert "X-Frame-Options" not in answer


def test_an_issuer_we_do_not_know_may_frame_nothing(issuer):
    answer = Visitor().get(FRAME, {"iss": "https://evil.example", "sid": "sid-1"})

    assert answer.status_code == 200
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("sid", ["sid-2", "", "SID-1", "sid-1 ", "%", "'", "\x00", "1" * 5000])
def test_another_session_ends_nothing_and_the_answer_is_the_same(issuer, sid):
    visitor, _answer = answering.log_in(issuer)
    right = Visitor().get(FRAME, {"iss": issuer.address, "sid": "unknown"})

    wrong = Visitor().get(FRAME, {"iss": issuer.address, "sid": sid})

    assert visitor.see("own_page").status_code == 200
    assert (wrong.status_code, wrong.content) == (right.status_code, right.content)
    assert wrong["Content-Security-Policy"] == right["Content-Security-Policy"]


def test_the_same_session_id_at_another_issuer_ends_nothing(issuer):
    visitor, _answer = answering.log_in(issuer)

    Visitor().get(FRAME, {"iss": "https://idporten.example", "sid": "sid-1"})

    assert visitor.see("own_page").status_code == 200


def test_a_frame_that_comes_twice_does_no_harm(issuer):
    answering.log_in(issuer)

    answers = [Visitor().get(FRAME, {"iss": issuer.address, "sid": "sid-1"}).status_code for _twice in "ab"]

    assert answers == [200, 200]
    assert _reasons() == ["front_channel"]


def test_a_message_ends_the_logins_of_its_session_in_every_browser(issuer):
    visitor, _answer = answering.log_in(issuer)
    phone, _answer = answering.log_in(issuer)
    other, _answer = answering.log_in(issuer, sid="sid-2")

    answer = _send(issuer.logout_token())

    assert (answer.status_code, answer.content) == (200, b"")
    assert [each.see("own_page").status_code for each in (visitor, phone, other)] == [302, 302, 200]
    assert _reasons() == ["back_channel", "back_channel"]


def test_a_message_about_a_person_ends_all_their_logins(issuer):
    visitor, _answer = answering.log_in(issuer)
    phone, _answer = answering.log_in(issuer, sid="sid-2")

    _send(issuer.logout_token(sid=None, sub="sub-1"))

    assert [each.see("own_page").status_code for each in (visitor, phone)] == [302, 302]


def test_a_login_that_led_to_no_person_is_ended_too(issuer):
    answering.log_in(issuer, pid=NOBODYS)

    _send(issuer.logout_token())

    assert not LoginSession.objects.exists()


WRONG = {
    "no type": {"header": {"typ": "JWT"}},
    "another issuer": {"iss": "https://idporten.example"},
    "another audience": {"aud": "somebody-else"},
    "no audience": {"aud": None},
    "old": {"iat": NOW - 900, "exp": NOW + 900},
    "ended": {"iat": NOW - 200, "exp": NOW - 100},
    "from the future": {"iat": NOW + 600},
    "no time": {"iat": None},
    "no id": {"jti": None},
    "an id that is no text": {"jti": 7},
    "no event": {"events": None},
    "another event": {"events": {"http://schemas.openid.net/event/other": {}}},
    "events as a list": {"events": [EVENT]},
    "a nonce": {"nonce": "n"},
    "nobody": {"sid": None},
    "an unknown key": {"header": {"kid": "k9"}},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_message_that_is_not_right_ends_nothing(issuer, wrong):
    visitor, _answer = answering.log_in(issuer)

    answer = _send(issuer.logout_token(**WRONG[wrong]))

    assert (answer.status_code, answer.content) == (400, b"")
    assert visitor.see("own_page").status_code == 200


def test_a_message_signed_by_somebody_else_ends_nothing(issuer):
    visitor, _answer = answering.log_in(issuer)

    answer = _send(issuer.logout_token(key=RSAKey.generate_key(2048)))

    assert answer.status_code == 400
    assert visitor.see("own_page").status_code == 200


def test_an_id_token_is_no_logout_message(issuer):
    visitor, _answer = answering.log_in(issuer)

    answer = _send(issuer.signed(issuer.claims("n", events={EVENT: {}}, jti="j")))

    assert answer.status_code == 400
    assert visitor.see("own_page").status_code == 200


def test_a_message_is_acted_on_once(issuer):
    token = issuer.logout_token()
    first = _send(token)
    visitor, _answer = answering.log_in(issuer)

    again = _send(token)

    assert (first.status_code, again.status_code) == (200, 400)
    assert visitor.see("own_page").status_code == 200


@pytest.mark.parametrize("token", [None, "", "x", "a.b.c", "\x00", "æøå", "a" * 100_000])
def test_a_message_that_is_no_token_is_refused(issuer, token):
    answer = Visitor().post(MESSAGE, {"logout_token": token} if token is not None else {})

    assert answer.status_code == 400


def test_a_message_needs_no_form_token_and_cannot_be_a_link(issuer):
    strict = Visitor(enforce_csrf_checks=True)

    assert strict.post(MESSAGE, {"logout_token": issuer.logout_token()}).status_code == 200
    assert strict.get(MESSAGE).status_code == 405


def test_messages_are_counted_so_that_a_flood_is_stopped(issuer, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "logout_notice", limits.Limit(5, 60))
    with clock.set_to(clock.now()):
        answers = [_send("a.b.c").status_code for _number in range(8)]

    assert answers == [400] * 5 + [429] * 3


def test_ids_of_old_messages_are_forgotten(issuer):
    _send(issuer.logout_token())
    with clock.set_to(clock.now() + timedelta(hours=2)):
        tasks.forget_stale_sessions(timestamp=0)

    assert not UsedToken.objects.exists()


def test_of_two_at_the_same_time_only_one_acts(committed_database, issuer):
    def use(_number):
        try:
            return operations.use_once(issuer.address, "j", now=clock.now())
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        used = list(pool.map(use, range(4)))

    assert sorted(used) == [False, False, False, True]


def test_a_message_costs_the_same_however_many_are_logged_in(issuer):
    answering.log_in(issuer)
    with CaptureQueriesContext(connection) as few:
        _send(issuer.logout_token())
    now = clock.now()
    answering.log_in(issuer)
    LoginSession.objects.bulk_create(
        LoginSession(
            token_hash=new_id().bytes, municipality_id=HERE, person_id=cast.person("kari").id, method="proveporten",
            started_at=now, seen_at=now, lasts_until=now, issuer=issuer.address, subject="x", sid=f"other-{number}",
        )
        for number in range(300)
    )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        _send(issuer.logout_token())

    assert len(many) == len(few)
    assert LoginSession.objects.count() == 300


def _send(token):
    return Visitor().post(MESSAGE, {"logout_token": token})


def _reasons():
    with within(HERE):
        rows = Entry.objects.filter(event="identity.logged_out").order_by("number")
        return list(rows.values_list("reason", flat=True))
