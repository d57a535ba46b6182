"""The ASGI application without a database: what a browser gets when no answer can be had now."""

import asyncio

import pytest
from django.conf import settings

from stafett.kernel.ids import new_id
from stafett.live import application
from stafett.live.application import Application
from stafett.live.hub import Hub
from stafett.live.visit import NotNow


@pytest.fixture
def hub():
    """A hub that is not connected to anything."""
    return Hub("")


def _answer(app, path="/logger/", *, headers=()):
    sent, cookie = [], (b"cookie", f"{settings.LOGIN_COOKIE}=t".encode())
    scope = {
        "type": "http", "method": "GET", "path": f"{path}{new_id()}", "query_string": b"sett=1",
        "headers": [(b"host", b"localhost"), cookie, *headers],
    }  # fmt: skip

    async def send(message):
        sent.append(message)

    async def receive():
        return await asyncio.get_running_loop().create_future()

    asyncio.run(app(scope, receive, send))
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(part["body"] for part in sent[1:])


def _away(visit, since):
    raise NotNow


def test_without_a_database_the_browser_is_asked_to_come_back(hub, monkeypatch):
    monkeypatch.setattr(application, "look", _away)
    app = Application(hub, {"/logger/": _away})

    status, headers, body = _answer(app)

    assert (status, headers[b"content-type"]) == (200, b"text/event-stream; charset=utf-8")
    assert body.startswith(b"retry: ")
    assert hub.is_empty()


def test_an_application_that_stops_asks_the_browser_to_come_back(hub):
    app = Application(hub, {"/logger/": _away})

    app.close()
    status, _headers, body = _answer(app)

    assert status == 200
    assert body.startswith(b"retry: ")


def test_what_is_refused_leaves_nothing_behind(hub, monkeypatch):
    monkeypatch.setattr(application, "look", lambda visit, since: None)
    app = Application(hub, {"/logger/": _away})

    assert _answer(app)[0] == 404
    assert hub.is_empty()


def test_a_folder_that_is_no_source_is_not_found(hub):
    assert _answer(Application(hub, {"/logger/": _away}), "/annet/")[0] == 404


def test_it_says_that_it_lives(hub):
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(Application(hub, {})({"type": "http", "path": "/health/live"}, None, send))

    assert sent[0]["status"] == 200


@pytest.mark.parametrize("is_tls", [False, True])
def test_every_answer_tells_browsers_to_be_safe(hub, monkeypatch, settings, is_tls):
    monkeypatch.setattr(application, "look", _away)
    settings.BEHIND_TLS = is_tls
    app = Application(hub, {"/logger/": _away})

    answers = [
        _answer(app),
        _answer(app, "/finnes/"),
        _answer(app, headers=[(b"origin", b"https://evil.example")]),
    ]

    assert [status for status, _headers, _body in answers] == [200, 404, 404]
    for _status, headers, _body in answers:
        assert headers[b"content-security-policy"].startswith(b"default-src 'none'")
        assert headers[b"x-content-type-options"] == b"nosniff"
        assert headers[b"referrer-policy"] == b"same-origin"
        assert headers[b"cross-origin-opener-policy"] == b"same-origin"
        assert b"camera=()" in headers[b"permissions-policy"]
        assert headers[b"cache-control"] == b"no-store"
        assert (b"strict-transport-security" in headers) is is_tls
