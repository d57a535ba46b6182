"""Where pages look for the event process, and what the browser is allowed to connect to."""

import pytest
from django.test import RequestFactory

from stafett.web import middleware
from stafett.web.events_address import events_origin


@pytest.mark.parametrize(
    ("host", "options", "origin"),
    [
        ("localhost:8000", {"EVENTS_PORT": "4567"}, "http://localhost:4567"),
        ("127.0.0.1:8000", {"EVENTS_PORT": "4567"}, "http://127.0.0.1:4567"),
        ("localhost:8000", {}, ""),
        ("stafett.example.org", {"EVENTS_PORT": "4567"}, ""),
        ("localhost", {"EVENTS_PORT": "4567", "BEHIND_TLS": True}, ""),
        (
            "localhost:8000",
            {"EVENTS_PORT": "4567", "EVENTS_URL": "https://localhost:9/"},
            "https://localhost:9",
        ),
        ("evil.example.com", {"EVENTS_PORT": "4567"}, ""),
    ],
)
def test_the_event_process_is_behind_the_proxy_or_on_a_port_of_this_machine(settings, host, options, origin):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "stafett.example.org"]
    settings.EVENTS_PORT, settings.EVENTS_URL, settings.BEHIND_TLS = "", "", False
    for name, value in options.items():
        setattr(settings, name, value)

    assert events_origin(RequestFactory().get("/", HTTP_HOST=host)) == origin


@pytest.mark.parametrize(
    ("port", "part"), [("4567", "connect-src 'self' http://localhost:4567"), ("", "connect-src 'self'")]
)
def test_the_browser_may_connect_to_that_address_and_no_other(settings, port, part):
    settings.EVENTS_PORT = port
    answer = middleware.headers(lambda request: _Answer())

    policy = answer(RequestFactory().get("/", HTTP_HOST="localhost:8000")).headers["Content-Security-Policy"]

    assert part in policy.split("; ")


class _Answer:
    def __init__(self):
        self.headers = {}
