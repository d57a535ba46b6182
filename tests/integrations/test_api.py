"""What other systems may read, each by its own scope, and that the description says the same as the answers."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as own
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from stafett.access.limits import LIMITS, Limit
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.identity import sessions
from stafett.integrations.content.openapi import DOCUMENT
from stafett.integrations.enums import KeyKind, Scope
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests.integrations import machines
from tests.integrations.machines import Machine
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
HERE = cast.EKSEMPELVIK.id
READS = [scope.value for scope in Scope if scope != Scope.SCIM]
OPENED = {
    "/units": "units.read",
    "/staff": "staff.read",
    "/guide": "guide.read",
    "/statistics": "statistics.read",
    "/archive/status": "archive.read",
    "/archive/deposits": "archive.read",
}


def test_each_scope_opens_its_own_addresses_and_no_other():
    for scope in READS:
        client = machines.client(scope, name=f"Leser {scope}")

        opened = {path for path in OPENED if client.look(path).status_code == 200}

        assert opened == {path for path, needed in OPENED.items() if needed == scope}


def test_a_whole_list_is_read_page_by_page_and_nobody_is_met_twice():
    client, met, after = machines.client("staff.read"), [], {}
    while True:
        said = client.look("/staff", {"limit": 7, **after}).said
        met += [each["id"] for each in said["items"]]
        if said["next"] is None:
            break
        after = {"after": said["next"]}

    assert len(met) == len(set(met)) > 20


def test_a_page_costs_the_same_whatever_is_on_it():
    client = machines.client("staff.read")

    def queries(limit):
        with CaptureQueriesContext(connection) as captured:
            client.look("/staff", {"limit": limit})
        return len(captured)

    assert queries(1) == queries(50) <= 14


def test_those_who_have_left_and_those_of_another_municipality_are_not_on_the_list():
    said = machines.client("staff.read").look("/staff", {"limit": 200}).said
    names = {f"{each['given_name']} {each['family_name']}" for each in said["items"]}

    assert cast.person("kari").name in names
    assert not {cast.person(key).name for key in ("trond", "oddny", "hilde")} & names
    assert all("email" not in each and "phone" not in each for each in said["items"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/staff?limit=0", 400),
        ("/staff?limit=x", 400),
        ("/staff?limit=²", 400),
        ("/staff?after=x", 400),
        ("/staff?unit=x", 400),
        ("/guide?language=se", 400),
        ("/units/x", 404),
        (f"/units/{cast.unit('domesund_school').id}", 404),
        ("/guide/9/x", 404),
        ("/logs", 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem_with_words(path, status):
    answer = machines.client(*READS).look(path)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.said["status"] == status
    assert answer.said["detail"]


def test_a_step_of_the_guide_is_read_in_both_languages():
    client = machines.client("guide.read")
    level = client.look("/guide", {"language": "nn"}).said["levels"][1]

    step = client.look(f"/guide/{level['key']}/{level['steps'][0]['key']}", {"language": "nn"}).said

    assert step["title"] == level["steps"][0]["title"]
    assert step["language"] == "nn"


def test_the_archives_status_names_nothing():
    client = machines.client("archive.read")

    assert client.look("/archive/status").said == {"waiting": 0, "sent": 0, "received": 0, "failed": 0}
    assert client.look("/archive/deposits").said == {"items": [], "next": None}


def test_reading_who_works_where_is_a_row_in_the_trail():
    machines.client("staff.read", name="Nettsiden").look("/staff")

    with within(HERE):
        rows = list(Entry.objects.filter(actor_name="Nettsiden").order_by("number"))
    assert [(row.event, row.reason) for row in rows] == [
        ("integrations.token_given", ""),
        ("access.page_read", "fetch_staff"),
    ]


def test_the_payroll_system_tells_that_somebody_leaves_and_their_access_ends_with_the_day():
    client, post = machines.client("staff.end", name="Lønn"), _post_of("kari")
    last = today_in_norway(clock.now()) + timedelta(days=3)

    answer = client.ask("PUT", f"/staff/{post.pk}/end", {"ends_on": last.isoformat()})

    assert answer.said == {"id": str(post.pk), "unit_id": str(post.unit_id), "ends_on": last.isoformat()}
    with within(HERE):
        assert Employment.objects.get(pk=post.pk).ends_on == last
        assert sessions.actor_of(post.person_id, today=last).posts
        assert not sessions.actor_of(post.person_id, today=last + timedelta(days=1)).posts
        assert "integrations.post_ended" in Entry.objects.filter(actor_name="Lønn").values_list(
            "event", flat=True
        )
    assert client.look(f"/staff/{post.pk}").status_code == 403, "telling is not reading"


@pytest.mark.parametrize(
    ("who", "body", "status"),
    [
        ("kari", {}, 400),
        ("kari", {"ends_on": "tomorrow"}, 400),
        ("kari", {"ends_on": "20270101"}, 400),
        ("kari", {"ends_on": "2026-02-30"}, 400),
        ("kari", {"ends_on": None}, 400),
        ("kari", {"ends_on": "2026-12-31", "role": "unit_leader"}, 400),
        ("kari", [], 400),
        ("kari", {"ends_on": "1999-12-31"}, 409),
        ("kari", {"ends_on": "2999-12-31"}, 409),
        ("randi", {"ends_on": "2026-12-31"}, 409),
        ("oddny", {"ends_on": "2026-12-31"}, 404),
    ],
    ids=str,
)
def test_an_end_that_cannot_be_changes_nothing(who, body, status):
    post = _post_of(who)

    answer = machines.client("staff.end").ask("PUT", f"/staff/{post.pk}/end", body)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.said["detail"]
    with within(post.municipality_id):
        assert Employment.objects.get(pk=post.pk).ends_on == post.ends_on


@pytest.mark.parametrize("scope", [scope.value for scope in Scope if scope not in (Scope.SCIM, Scope.ENDS)])
def test_whoever_may_only_read_ends_nobody(scope):
    answer = machines.client(scope).ask("PUT", f"/staff/{_post_of('kari').pk}/end", {"ends_on": "2026-12-31"})

    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("address", "content_type"),
    [("/api/v1/units", "application/problem+json"), ("/scim/v2/Users", "application/scim+json")],
)
def test_what_breaks_is_told_in_the_words_of_the_protocol_and_nothing_of_its_inside(
    monkeypatch, address, content_type
):
    key = machines.token_of(machines.connected("units.read", name="Nettsiden"))
    if address.startswith("/scim"):
        key = machines.connected("scim").shown_keys[KeyKind.BEARER]
    monkeypatch.setattr("stafett.integrations.queries.fetching.units", _break)
    monkeypatch.setattr("stafett.integrations.queries.directory.found", _break)

    answer = Machine(key).look(address)

    assert (answer.status_code, answer["Content-Type"]) == (500, content_type)
    assert "secret words" not in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "status", "word"),
    [
        ({"client_secret": "x"}, 401, "invalid_client"),
        ({"client_id": "x"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"scope": "staff.read"}, 400, "invalid_scope"),
        ({"scope": "scim"}, 400, "invalid_scope"),
    ],
    ids=["wrong-secret", "wrong-id", "wrong-grant", "not-let-in", "the-directorys"],
)
def test_a_token_is_given_for_a_secret_and_what_it_was_let_in_to(asked, status, word):
    system = machines.connected("units.read", "scim")
    given = {"grant_type": "client_credentials", "client_id": str(system.pk),
             "client_secret": system.shown_keys[KeyKind.SECRET], **asked}  # fmt: skip

    answer = Client().post("/api/v1/token", given)

    assert (answer.status_code, answer.json()["error"]) == (status, word)


def test_a_secret_or_a_directorys_key_opens_nothing_by_itself_and_a_token_for_a_quarter_of_an_hour():
    system = machines.connected("units.read", "scim")
    token = machines.token_of(system)

    def status(key, path="/api/v1/units"):
        return Machine(key).look(path).status_code

    now = [
        status(token),
        status(system.shown_keys[KeyKind.SECRET]),
        status(system.shown_keys[KeyKind.BEARER]),
    ]
    with clock.set_to(clock.now() + timedelta(minutes=16)):
        later = status(token)

    assert [*now, status(token, "/scim/v2/Users"), later] == [200, 401, 403, 403, 401]


def test_how_much_is_left_is_told_and_too_much_must_wait(monkeypatch):
    client = machines.client("units.read")
    monkeypatch.setitem(LIMITS, "machine", Limit(2, 60))

    answers = [client.look("/units") for _ in range(4)]

    assert {answer.status_code for answer in answers} == {200, 429}
    assert answers[0]["RateLimit-Limit"] == "2"
    assert int(answers[-1]["Retry-After"]) > 0
    assert answers[-1]["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/api/v1/units", "/scim/v2/Users", "/api/v1/token"])
def test_over_plain_http_another_system_is_refused_and_not_sent_on(settings, address):
    key = machines.connected("scim").shown_keys[KeyKind.BEARER]
    settings.SECURE_SSL_REDIRECT = settings.BEHIND_TLS = True

    answer = Machine(key).look(address)

    assert (answer.status_code, answer.get("Location")) == (403, None)
    assert Machine(key).look("/scim/v2/Users", secure=True).status_code == 200


def test_a_login_cookie_opens_nothing_here():
    assert Visitor("randi").get("/api/v1/staff").status_code == 401


def test_the_description_that_is_kept_is_the_one_that_is_served():
    kept = json.loads((Path(own.ROOT) / "docs/api/openapi.json").read_text(encoding="utf-8"))

    assert kept == DOCUMENT == Client().get("/api/v1/openapi.json").json(), "run make docs"


def test_every_address_of_the_api_is_described():
    routes = {
        re.sub(r"<str:(\w+)>", r"{\1}", str(pattern.pattern)).removeprefix("api/v1").replace("{pk}", "{id}")
        for group in get_resolver().url_patterns if hasattr(group, "url_patterns")
        for pattern in group.url_patterns if str(pattern.pattern).startswith("api/v1/")
    }  # fmt: skip

    assert routes - {"/openapi.json"} == set(DOCUMENT["paths"])


def _post_of(who):
    """The first post that somebody of the cast has today."""
    with within(cast.place_of(who).id):
        rows = Employment.objects.filter(person_id=cast.person(who).id, ends_on__isnull=True)
        return rows.order_by("starts_on", "id").first()


def _break(*_given, **_named):
    raise RuntimeError("secret words")
