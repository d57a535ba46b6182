"""The cast as visitors: a client with a real login cookie, and styles by plain addresses so that none need be built."""

import contextlib
import threading

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage, staticfiles_storage
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from stafett.demo import cast
from stafett.identity import sessions
from stafett.kernel import clock


class Visitor(Client):
    """Somebody of the cast at their browser, logged in; nobody in particular without a key.

    An error inside the site comes back as the answer that people would see, never as an exception.
    """

    def __init__(self, key=None, **options):
        super().__init__(raise_request_exception=False, **options)
        self.key = key
        if key:
            self.cookies[settings.LOGIN_COOKIE] = log_in(key)

    def see(self, name, *args, **query):
        """GET a page by its route's name."""
        return self.get(reverse(name, args=args), query)

    def send(self, name, *args, fields=None):
        """POST a form to a page by its route's name."""
        return self.post(reverse(name, args=args), fields or {})


def log_in(key):
    """Start a session for a person of the cast; gives the cookie's token."""
    return sessions.start(
        municipality_id=cast.place_of(key).id, person_id=cast.person(key).id, method="demo", now=clock.now()
    )


@contextlib.contextmanager
def undone():
    """Whatever is written inside is taken back, so that one built world serves many requests."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def together(works):
    """Run each in a thread with a connection of its own, all begun at the same moment; gives what each returned."""
    gate, results = threading.Barrier(len(works)), [None] * len(works)

    def run(place, work):
        try:
            gate.wait(10)
            results[place] = work()
        except Exception as fault:  # noqa: BLE001 - raised again below, in the thread that can fail the test
            results[place] = fault
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


@pytest.fixture(autouse=True)
def plain_styles(monkeypatch):
    """Pages name their styles without looking up the built ones."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(staticfiles_storage, "_wrapped", StaticFilesStorage())
