"""How often somebody may search or log in: counted for each, forgotten in time, and asked of no other page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from stafett.access import limits
from stafett.access.checks import routes
from stafett.access.guard import page
from stafett.access.limits import LIMITS, Limit
from stafett.access.tasks import forget_past_counts
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.tenancy import within
from tests.web.visiting import Visitor, plain_styles

__all__ = ["plain_styles"]

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)
HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def few(monkeypatch):
    """Two searches a minute."""
    monkeypatch.setitem(LIMITS, "search", Limit(2, 60, opening_is_free=True))


@pytest.fixture(autouse=True)
def at_noon():
    with clock.set_to(NOON):
        yield


def test_so_many_are_allowed_and_no_more(few):
    answers = [limits.take("search", "kari") for _ in range(5)]

    assert answers == [True, True, False, False, False]


def test_each_has_a_count_of_their_own(few):
    for _ in range(5):
        limits.take("search", "kari")

    assert limits.take("search", "jonas")
    assert limits.take("login", "kari")


def test_when_the_time_is_over_it_begins_anew(few):
    for _ in range(5):
        limits.take("search", "kari")

    with clock.set_to(NOON + timedelta(seconds=60)):
        assert limits.take("search", "kari")


def test_somebody_who_goes_on_and_on_waits_no_longer_than_others(few):
    for _ in range(50):
        limits.take("search", "kari")

    with connection.cursor() as cursor:
        cursor.execute("SELECT taken, ends_at FROM web_requestcount")
        rows = cursor.fetchall()

    assert rows == [(4, NOON + timedelta(seconds=50))]


@pytest.mark.parametrize("kind", LIMITS)
def test_every_limit_has_a_time_that_divides_a_day(kind):
    limit = LIMITS[kind]

    assert limit.times > 0
    assert 86_400 % limit.seconds == 0


def test_neither_person_nor_address_is_kept_and_the_mark_changes_from_day_to_day():
    for moment in (NOON, NOON + timedelta(days=1)):
        with clock.set_to(moment):
            limits.take("login", "198.51.100.7")

    with connection.cursor() as cursor:
        cursor.execute("SELECT key, c::text FROM web_requestcount c")
        rows = cursor.fetchall()

    assert len({bytes(key) for key, _text in rows}) == 2
    assert not [text for _key, text in rows if "198" in text]


def test_counts_whose_time_is_over_are_forgotten():
    limits.take("login", "a")
    with clock.set_to(NOON + timedelta(minutes=6)):
        limits.take("login", "b")

        gone = forget_past_counts(0)

    assert gone == 1


def test_who_searches_too_often_is_asked_to_wait_and_told_how_long(few):
    kari = Visitor("kari")

    answers = [kari.see("staff_search", q="Jonas") for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
    assert answers[2]["Retry-After"] == "51"
    assert "Vent litt" in answers[2].content.decode()
    assert 'href="/aktorer/?q=Jonas"' in answers[2].content.decode()
    assert answers[2]["Cache-Control"] == "no-store"
    with within(HERE):
        rows = Entry.objects.filter(event="access.too_often")
        assert [(row.actor_id, row.kind, row.reason) for row in rows] == [
            (cast.person("kari").id, "refusal", "search_staff search")
        ]


def test_a_page_that_is_opened_with_nothing_to_look_for_is_not_counted(few):
    kari = Visitor("kari")

    assert {kari.see("staff_search").status_code for _ in range(5)} == {200}


def test_others_go_on_while_somebody_waits(few):
    kari, jonas = Visitor("kari"), Visitor("jonas")
    for _ in range(4):
        kari.see("staff_search", q="a")

    assert jonas.see("staff_search", q="a").status_code == 200


def test_what_was_written_stays_on_the_page_that_asks_to_wait(few, monkeypatch):
    monkeypatch.setitem(LIMITS, "login", Limit(1, 60))
    stranger = Visitor()

    answers = [stranger.send("demo_login", fields={"person": "ingen", "next": "/min <side>/"}) for _ in "ab"]

    text = answers[1].content.decode()
    assert [answer.status_code for answer in answers] == [404, 429]
    assert 'value="/min &lt;side&gt;/"' in text
    assert "Send på nytt" in text


def test_strangers_are_counted_by_address(monkeypatch):
    monkeypatch.setitem(LIMITS, "login", Limit(1, 60))

    answers = [
        Visitor(REMOTE_ADDR=where).send("demo_login", fields={"person": "ingen"}).status_code
        for where in ("198.51.100.7", "198.51.100.7", "198.51.100.8")
    ]

    assert answers == [404, 429, 404]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "198.51.100.7"),  # nobody in front: what is written there is the visitor's own
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "192.0.2.66, 203.0.113.9", "203.0.113.9"),
        (2, "192.0.2.66, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "198.51.100.7"),
        (1, "", ""),
        (1, "not an address", ""),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_the_address_is_the_one_our_own_proxies_saw(settings, proxies, forwarded, expected):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="198.51.100.7", HTTP_X_FORWARDED_FOR=forwarded)

    assert limits.address_of(request) == expected


def test_searching_and_logging_in_are_limited():
    limits_of = {view.__name__: view.limit for _route, view in routes()}

    searches = ("staff_search", "choose_child", "participants", "trail")
    assert {limits_of[name] for name in searches} == {"search"}
    assert {limits_of[name] for name in ("begin_login", "demo_login")} == {"login"}
    assert {limits_of[name] for name in ("trail_export", "own_package")} == {"data_export"}
    assert set(LIMITS) == set(limits_of.values()) - {None}


def test_a_page_without_a_limit_asks_nothing_of_the_counts():
    kari = Visitor("kari")

    with CaptureQueriesContext(connection) as asked:
        kari.see("my_logs", q="x")

    assert not [query for query in asked.captured_queries if "requestcount" in query["sql"]]


def test_a_limit_that_does_not_exist_stops_the_start_up():
    with pytest.raises(ValueError, match="no limit is called"):
        page("see", limit="no such")
