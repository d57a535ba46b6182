"""Pages in these tests need no built styles; and requests that come by another way than Django's own client."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]
SIGNALS = (request_started, request_finished)


@pytest.fixture
def application(db):
    """The site as a WSGI application that leaves the test's own connection open, as Django's client does."""
    yield _Kept()
    for signal in SIGNALS:
        signal.connect(close_old_connections)


class _Kept(WSGIHandler):
    def __call__(self, environ, start_response):
        for signal in SIGNALS:
            signal.disconnect(close_old_connections)
        return super().__call__(environ, start_response)
