"""What every journey needs: the told demo, a site of its own, a browser, and a window for each person.

Nothing here touches Django's own connections while a browser is open: Playwright keeps an event loop running in
the thread, and Django refuses to work beside one.
"""

import fcntl
import itertools

import psycopg
import pytest
from playwright.sync_api import sync_playwright

from tests import chromium
from tests.environment import WORKER, cluster
from tests.journeys import browsing, running_site

TEMPLATE = "template_demo"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def told_demo(template_database, django_db_blocker):
    """The name of a database with the whole demo in it; made once in a test run, whoever comes first."""
    with (cluster.folder / "demo.lock").open("w") as lock, django_db_blocker.unblock():
        fcntl.flock(lock, fcntl.LOCK_EX)
        running_site.collect_styles()
        if not _exists(TEMPLATE):
            running_site.tell_demo(f"{TEMPLATE}_new", template=template_database)
            _rename(f"{TEMPLATE}_new", TEMPLATE)
    return TEMPLATE


@pytest.fixture(scope="module")
def site(told_demo):
    """The site that the journeys of one file share: the whole demo, as on its first day."""
    yield from _site(told_demo)


@pytest.fixture
def fresh_site(told_demo, windows):
    """A site that nobody else has visited; the windows are shut before it stops, or they would miss it."""
    for site in _site(told_demo):
        yield site
        windows.shut()


@pytest.fixture(scope="module")
def browser():
    """Chromium, for the journeys of one file."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def windows(browser):
    """Opens browser windows, one context each, and closes them; nothing may have gone wrong in any of them."""
    opened = browsing.Windows(browser)
    yield opened
    faults = opened.close()
    assert faults == []


@pytest.fixture
def enter(windows, site):
    """Opens a window on the site as a person of the cast: `enter("kari", width=360)`; gives the page."""
    return lambda key=None, **options: windows.open(site, key, **options)


def _site(template):
    database = f"journey_{WORKER}_{next(_numbers)}"
    cluster.create_database(database, template=template)
    with running_site.serving(database) as site:
        yield site
        complaints = site.complaints()
    cluster.drop_database(database)
    assert complaints == ""


def _exists(name):
    with psycopg.connect(cluster.urls("postgres").admin) as link:
        return link.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _rename(name, new):
    """A database under its final name is whole, even if an earlier run was cut short."""
    with psycopg.connect(cluster.urls("postgres").admin, autocommit=True) as link:
        link.execute(f"ALTER DATABASE {name} RENAME TO {new}")
