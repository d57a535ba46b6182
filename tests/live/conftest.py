"""One event process on a database where commits are real, and for each test a log with people in it."""

import itertools
import tempfile
from pathlib import Path

import pytest

from stafett.access.enums import LogState
from stafett.audit import trail
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.conftest import pointed_at
from tests.environment import WORKER, cluster
from tests.live.following import Follower, event_process
from tests.web.visiting import log_in

HERE = cast.EKSEMPELVIK.id
_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def own_database(template_database, django_db_blocker):
    """A database of this file's own; Django's connections lead to it. Gives its name."""
    name = f"live_{WORKER}_{next(_numbers)}"
    cluster.create_database(name, template=template_database)
    with django_db_blocker.unblock(), pointed_at(name):
        yield name
    cluster.drop_database(name)


@pytest.fixture(scope="module")
def events(own_database):
    """The event process: its port and its process."""
    with tempfile.NamedTemporaryFile(suffix=".log") as output:
        with event_process(own_database, output) as running:
            yield running
        said = Path(output.name).read_text(encoding="utf-8")
    assert "Traceback" not in said, said


@pytest.fixture
def served(events):
    """Tiril's log, held by kari, with jonas as participant and hilde as guardian; and whoever follows it."""
    port, _process = events
    with within(HERE):
        served = Served(port, stage.open_log("tiril"))
    served.let_in("jonas")
    yield served
    served.close()


class Served:
    """A log that is served: write in it and follow it as people of the cast."""

    def __init__(self, port, log):
        self.port, self.log = port, log
        self._followers = []

    def follow(self, key, log=None, **options):
        """Open a stream as this person, newly logged in unless a token is given; gives the follower."""
        options.setdefault("since", self.newest())
        options.setdefault("token", log_in(key) if key else None)
        follower = Follower(self.port, (log or self.log).pk, **options)
        follower.person_id = cast.person(key).id if key else None
        self._followers.append(follower)
        return follower

    def write(self, key):
        """Write a note in the log as this person, and commit."""
        with within(HERE):
            reached = stage.reached(self.log, key)
            operations.write_note(actor=stage.actor(key), log=reached, text=f"Ord nummer {next(_numbers)}.")

    def let_in(self, key):
        """Make a colleague in the school a participant."""
        with within(HERE):
            post = Employment.objects.get(person_id=cast.person(key).id)
            operations.add_participant(
                actor=stage.actor("kari"), log=self.log, employment_id=post.pk, purpose="Er ute i friminuttene",
                today=stage.today(),
            )  # fmt: skip

    def newest(self):
        """The number of the newest act in the log: what a page opened now has seen."""
        with within(HERE):
            return trail.story_of(self.log.pk, limit=1)[0].number

    def close(self):
        """Everybody leaves, and the child may have a new log."""
        for follower in self._followers:
            follower.close()
        with within(HERE):
            RelayLog.objects.filter(pk=self.log.pk).update(
                state=LogState.CLOSED, closed_at=clock.now(), closed_by_id=cast.person("kari").id
            )
