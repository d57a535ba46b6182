"""What a page that follows a log is told, by the event process as it really runs."""

import re
from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from stafett.access.models import Grant
from stafett.demo import cast
from stafett.identity import sessions
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.environment import cluster
from tests.live.conftest import HERE
from tests.live.following import Follower, in_threads
from tests.web.visiting import log_in

UUID = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ONLY_IDS = re.compile(rb"(retry: \d+\n\n|:\n\n|id: \d+\nevent: changed\ndata: " + UUID + rb"\n\n)*")


@pytest.mark.parametrize("key", ["kari", "hilde"])
def test_somebody_elses_act_is_told(served, key):
    page = served.follow(key)

    served.write("jonas")

    assert page.next_event().endswith(f"data: {served.log.pk}\n\n".encode())


def test_each_act_is_told_until_the_page_is_left(served):
    page = served.follow("kari")

    served.write("jonas")
    first = page.next_event()
    served.write("hilde")

    assert page.next_event() > first


def test_ones_own_act_is_not_told(served):
    page = served.follow("jonas")

    served.write("jonas")
    served.write("kari")

    assert _number(page.next_event()) == served.newest()
    assert page.events_left() == 0


def test_an_act_in_another_log_is_not_told(served):
    with within(HERE):
        other = stage.open_log("hedda")
    page, other_page = served.follow("kari"), served.follow("kari", log=other)

    served.write("jonas")

    assert str(served.log.pk).encode() in page.next_event()
    assert other_page.events_left() == 0


def test_what_happened_before_the_stream_opened_is_told_at_once(served):
    seen = served.newest()
    served.write("jonas")

    page = served.follow("kari", since=seen)

    assert _number(page.next_event()) == served.newest()


def test_a_browser_that_comes_back_goes_on_from_the_last_event_it_got(served):
    seen = served.newest()
    served.write("jonas")

    page = served.follow("kari", since=seen, Last_Event_ID=str(served.newest()))
    served.write("jonas")

    assert _number(page.next_event()) == served.newest()
    assert page.events_left() == 0


def test_a_private_draft_is_news_to_nobody(served):
    page = served.follow("jonas")

    with within(HERE):
        concern = stage.drafted_concern(served.log)
        stage.add_measure(served.log, concern)
    draft_number = served.newest()
    served.write("hilde")

    assert _number(page.next_event()) > draft_number
    assert page.events_left() == 0


def test_only_ids_go_over_the_wire_and_through_the_database(served, own_database):
    page = served.follow("kari")
    with psycopg.connect(cluster.urls(own_database).app, autocommit=True) as link:
        link.execute("LISTEN stafett_live")

        served.write("jonas")
        page.next_event()

        notices = [notice.payload for notice in link.notifies(timeout=5, stop_after=1)]
    assert ONLY_IDS.fullmatch(page.everything)
    assert notices == [f"{HERE} {served.log.pk} {cast.person('jonas').id}"]


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("oddny", id="neighbour municipality"),
        pytest.param("elle", id="colleague outside the log"),
        pytest.param("ronny", id="blocked guardian"),
        pytest.param("trond", id="left last month"),
        pytest.param(None, id="no cookie"),
    ],
)
def test_whoever_does_not_reach_the_log_gets_nothing(served, key):
    page = served.follow(key)

    assert (page.answer.status, page.answer.read()) == (404, b"")


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"path": f"/hendelser/logger/{new_id()}?sett=0"}, id="a log that does not exist"),
        pytest.param({"path": "/hendelser/logger/kari?sett=0"}, id="no id"),
        pytest.param({"path": "/"}, id="another page"),
        pytest.param({"since": "12;DROP"}, id="no number"),
        pytest.param({"since": "9" * 19, "token": "x" * 5000}, id="a made-up login"),
        pytest.param({"method": "POST"}, id="a method that changes"),
        pytest.param({"Origin": "https://example.org"}, id="a page of another site"),
        pytest.param({"Origin": "null"}, id="a page from nowhere"),
        pytest.param({"Host": "example.org"}, id="another name"),
    ],
)
def test_a_request_that_is_not_right_gets_the_same_nothing(served, asked):
    page = served.follow("kari", **asked)

    assert (page.answer.status, page.answer.read()) == (404, b"")
    assert "example.org" not in str(page.answer.headers)


def test_a_page_of_the_same_host_on_another_port_may_read_with_its_cookie(served):
    page = served.follow("kari", Origin="http://127.0.0.1:8000")

    headers = page.answer.headers
    assert page.answer.status == 200
    assert headers["Access-Control-Allow-Origin"] == "http://127.0.0.1:8000"
    assert headers["Access-Control-Allow-Credentials"] == "true"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Type"].startswith("text/event-stream")


def _end_grant(page):
    with within(HERE):
        Grant.objects.filter(person_id=page.person_id, ended_at__isnull=True).update(ended_at=clock.now())


def _end_employment(page):
    with within(HERE):
        yesterday = stage.today() - timedelta(days=1)
        Employment.objects.filter(person_id=page.person_id).update(ends_on=yesterday)


def _log_out(page):
    sessions.end(page.token)


def _forget_for_half_an_hour(page):
    LoginSession.objects.filter(person_id=page.person_id).update(seen_at=clock.now() - timedelta(minutes=31))


@pytest.mark.parametrize("lose", [_end_grant, _log_out, _forget_for_half_an_hour, _end_employment])
def test_a_stream_ends_at_the_next_act_when_access_is_gone(served, lose):
    served.let_in("yusuf")
    page = served.follow("yusuf")

    lose(page)
    served.write("jonas")

    assert page.hears_the_end()


def test_an_open_stream_does_not_keep_the_login_alive(served):
    page = served.follow("kari")
    logins = LoginSession.objects.filter(person_id=page.person_id)
    earlier = clock.now() - timedelta(minutes=20)
    logins.update(seen_at=earlier)

    served.write("jonas")
    page.next_event()

    assert set(logins.values_list("seen_at", flat=True)) == {earlier}


def test_it_goes_on_when_the_database_has_cut_every_connection(served, own_database):
    page = served.follow("kari")

    cut = _cut_connections(own_database)
    served.write("jonas")
    first = page.next_event()
    served.write("hilde")

    assert "stafett-live" in cut
    assert len(cut) > 1
    assert _number(page.next_event()) > _number(first)


def test_everybody_who_follows_is_told(served):
    token, since = log_in("kari"), served.newest()

    def open_page():
        return Follower(served.port, served.log.pk, token=token, since=since)

    def hear(number):
        try:
            return pages[number].next_event()
        except EOFError:  # asked to come back, as when the database is busy: a browser does so by itself
            pages[number].close()
            pages[number] = open_page()
            return pages[number].next_event()

    pages = [open_page() for _each in range(200)]

    served.write("jonas")

    told = in_threads(len(pages), hear)
    for page in pages:
        page.close()
    assert None not in told
    assert len(set(told)) == 1


def _cut_connections(database):
    """Cut every connection to the database, the tests' own too; gives the names of the programs cut off."""
    connection.close()
    connection.close_pool()
    with psycopg.connect(cluster.urls(database).admin, autocommit=True) as admin:
        rows = admin.execute(
            "SELECT application_name, pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = %s AND pid <> pg_backend_pid()",
            [database],
        ).fetchall()
    return [name for name, _done in rows]


def _number(event):
    return int(re.match(rb"id: (\d+)\n", event).group(1))
