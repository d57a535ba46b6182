"""A login lasts while it is used, ends when told to, and leaves no token behind that could be stolen."""

import hashlib
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from stafett.demo import cast
from stafett.identity import sessions
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.register.models import Employment, GuardianRelation
from stafett.register.tenancy import within
from tests import stage
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
START = clock.now()


@pytest.fixture
def kari(db):
    with clock.set_to(START):
        return Visitor("kari")


def test_a_login_ends_after_half_an_hour_without_use(kari):
    assert _status(kari, minutes=30) == 200
    assert _status(kari, minutes=30 + 31) == 302


def test_a_login_that_is_used_ends_after_eight_hours_all_the_same(kari):
    statuses = [_status(kari, minutes=minutes) for minutes in range(20, 8 * 60 + 21, 20)]

    assert statuses == [200] * 24 + [302]


def test_an_ended_login_cannot_be_woken_by_use(kari):
    _status(kari, minutes=31)

    assert _status(kari, minutes=32) == 302


def test_last_use_is_written_at_most_once_a_minute(kari):
    seen = []

    for seconds in (10, 50, 61, 70, 125):
        with clock.set_to(START + timedelta(seconds=seconds)):
            kari.see("own_page")
        seen.append(LoginSession.objects.get().seen_at)

    assert seen == [START, START, _after(61), _after(61), _after(125)]


def test_logging_out_ends_the_login_also_for_a_copy_of_the_cookie(kari):
    thief = Visitor()
    thief.cookies[settings.LOGIN_COOKIE] = kari.cookies[settings.LOGIN_COOKIE].value

    answer = kari.send("log_out")

    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert answer.cookies[settings.LOGIN_COOKIE]["max-age"] == 0
    assert _status(thief, minutes=1) == 302
    assert not LoginSession.objects.exists()


def test_logging_out_ends_one_login_and_not_the_other_on_the_phone(kari):
    phone = Visitor("kari")

    kari.send("log_out")

    assert phone.see("own_page").status_code == 200


def test_only_the_hash_of_the_token_is_stored(kari):
    token = kari.cookies[settings.LOGIN_COOKIE].value

    row = LoginSession.objects.get()

    assert bytes(row.token_hash) == hashlib.sha256(token.encode()).digest()
    assert token not in str(vars(row))


def test_no_two_logins_get_the_same_token(db):
    tokens = {_token() for _ in range(50)}

    assert len(tokens) == 50
    assert min(len(token) for token in tokens) >= 43  # 256 bits


@pytest.mark.parametrize("token", ["", "x", "\x00", "' OR 1=1 --", "a" * 5000, "æøå😀"])
def test_a_made_up_token_is_nobody(db, token):
    assert sessions.find(token, now=START) is None
    sessions.end(token)


def test_somebody_whose_post_has_ended_is_shut_out_at_the_next_request(db):
    with within(HERE):
        log = stage.open_log()
    kari = Visitor("kari")
    before = kari.see("log", log.pk).status_code
    with within(HERE):
        Employment.objects.filter(person_id=cast.person("kari").id).update(
            ends_on=stage.today() - timedelta(days=1)
        )

    after = [
        kari.see("log", log.pk).status_code,
        kari.see("my_logs").status_code,
        kari.see("choose_child").status_code,
    ]

    assert (before, after) == (200, [404, 403, 403])


def test_the_last_day_of_a_post_is_still_a_day_at_work(db):
    with within(HERE):
        Employment.objects.filter(person_id=cast.person("kari").id).update(ends_on=stage.today())

    assert Visitor("kari").see("my_logs").status_code == 200


def test_a_guardian_who_is_blocked_is_shut_out_at_the_next_request(db):
    with within(HERE):
        log = stage.open_log()
    bente = Visitor("bente")
    before = bente.see("log", log.pk).status_code
    with within(HERE):
        GuardianRelation.objects.filter(guardian_id=cast.person("bente").id).update(
            state="blocked", state_reason="Domstolen har bestemt det."
        )

    assert (before, bente.see("log", log.pk).status_code) == (200, 404)


def test_stale_logins_are_tidied_away_and_live_ones_kept(kari):
    with clock.set_to(_after(20 * 60)):
        Visitor("jonas")

    gone = sessions.forget_stale(now=_after(31 * 60))

    assert gone == 1
    assert LoginSession.objects.get().person_id == cast.person("jonas").id


def test_a_login_shows_only_its_own_municipality(db):
    with within(cast.DOMESUND.id):
        log = stage.started_log("vetle", "oddny", leader_id=cast.person("torleiv").id)

    assert Visitor("oddny").see("log", log.pk).status_code == 200
    assert Visitor("kari").see("log", log.pk).status_code == 404


def _status(visitor, *, minutes):
    with clock.set_to(START + timedelta(minutes=minutes)):
        return visitor.get(reverse("own_page")).status_code


def _after(seconds):
    return START + timedelta(seconds=seconds)


def _token():
    return sessions.start(municipality_id=HERE, person_id=cast.person("kari").id, method="demo", now=START)
