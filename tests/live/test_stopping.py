"""The event process is told to stop while pages are open."""

import tempfile

from stafett.register.tenancy import within
from tests import stage
from tests.live.conftest import HERE, Served
from tests.live.following import event_process

PROMPTLY = 8  # seconds; the server itself waits ten for open answers, and kills then


def test_it_ends_every_stream_and_is_gone(own_database):
    with within(HERE):
        log = stage.open_log("tiril")

    with tempfile.NamedTemporaryFile(suffix=".log") as output, event_process(own_database, output) as running:
        port, process = running
        served = Served(port, log)
        pages = [served.follow("kari") for _each in range(30)]

        process.terminate()
        process.wait(PROMPTLY)

        assert all(page.hears_the_end() for page in pages)
        served.close()
