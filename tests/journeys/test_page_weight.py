"""What a visit weighs: a first visit on a phone with a cold cache, and the HTML of a long log."""

import pytest

from stafett.demo import cast
from stafett.demo.cast import EKSEMPELVIK
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.conftest import pointed_at
from tests.environment import cluster
from tests.journeys import running_site
from tests.journeys.browsing import PHONE, Windows, see

pytestmark = pytest.mark.journey

FIRST_VISIT, LONG_LOG = 150_000, 60_000  # bytes
ENTRIES = 60


@pytest.fixture(scope="module")
def long_site(told_demo, django_db_blocker):
    """A site where Noor's log has far more than sixty entries; written before any browser is opened."""
    cluster.create_database("journey_long", template=told_demo)
    with django_db_blocker.unblock(), pointed_at("journey_long"), within(EKSEMPELVIK.id):
        write_entries("noor")
    with running_site.serving("journey_long") as site:
        yield site
    cluster.drop_database("journey_long")


def test_a_first_visit_to_a_log_weighs_at_most_150_kilobytes_over_the_wire(long_site, browser):
    windows = Windows(browser)
    page = windows.open(long_site, "fatima", width=PHONE)
    log = long_site.log_of("noor")
    received = weighed(page)

    page.goto(log, wait_until="load")
    page.wait_for_timeout(200)  # fonts are asked for once the text is laid out

    see(page, "Dette har hendt")
    assert any(".woff2" in url for url in received), "the typeface is part of the first visit"
    assert sum(received.values()) <= FIRST_VISIT, received
    assert windows.close() == []


def test_a_log_with_more_than_sixty_entries_is_at_most_60_kilobytes_of_html(long_site, browser):
    windows = Windows(browser)
    page = windows.open(long_site, "kari")

    html = page.request.get(long_site.log_of("noor")).body()

    assert html.count(b"Dag ") >= 20, "a full page of the story"
    assert len(html) <= LONG_LOG
    assert windows.close() == []


def write_entries(child):
    """Two more concerns with five measures each, notes and bright spots: what a busy year leaves."""
    log = stage.reached(RelayLog.objects.get(child_id=cast.child(child).id))
    words = (
        "Vi leste sammen i ti minutter, og Noor valgte boken selv. Det ga både ro og latter, og alle ble med."
    )
    for title in ("Noor finner ikke tingene sine når timen begynner", "Noor kommer sent inn fra friminutt"):
        concern = stage.active_concern(log, title=title, background=words, context=words)
        for arena in ("service", "home"):
            stage.add_measure(log, concern, arena=arena, description=words, accept_second=True)
    for number in range(ENTRIES):
        write = operations.write_note if number % 2 else operations.share_bright_spot
        write(actor=stage.actor("jonas"), log=log, text=f"Dag {number}: {words}")


def weighed(page):
    """Bytes over the wire by address, headers and all, from a cold cache; filled as the answers come."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    addresses, received = {}, {}
    session.on("Network.responseReceived", lambda e: addresses.update({e["requestId"]: e["response"]["url"]}))

    def finished(event):
        address = addresses.get(event["requestId"], "")
        received[address] = received.get(address, 0) + event["encodedDataLength"]

    session.on("Network.loadingFinished", finished)
    return received
