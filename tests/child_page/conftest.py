"""A log with a staircase, and Ahmed old enough to open his own side."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.dates import add_years
from stafett.log_meetings.models import Meeting
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]

HERE = cast.EKSEMPELVIK.id
STEPS = ["Sammen med en voksen", "Sammen med en venn", "På egen hånd"]


@pytest.fixture
def log(db):
    """Ahmed's log: Kari holds it, Hamid is his father, and Ahmed is sixteen."""
    with within(HERE):
        log = stage.open_log("ahmed")
        concern = stage.active_concern(log)
        log.ladder = operations.shape_ladder(
            actor=stage.actor("kari"), log=log, concern=concern, title="Ut i friminuttet", shaped_with_child=True,
            steps=STEPS,
        )  # fmt: skip
        log.steps = list(log.ladder.steps.order_by("position"))
        sixteen = add_years(stage.today(), -16) - timedelta(days=1)
        Person.objects.filter(pk=cast.person("ahmed").id).update(birth_date=sixteen)
    return log


@pytest.fixture
def meeting(log):
    """A meeting that was held yesterday."""
    return held_meeting(log)


def held_meeting(log, *, days_ago=1, state="done"):
    """A meeting in a log, held some days ago."""
    then = clock.now() - timedelta(days=days_ago)
    with within(HERE):
        return Meeting.objects.create(
            municipality_id=HERE, log_id=log.pk, kind="follow_up", state=state, starts_at=then, place="Rom 2",
            chair_id=cast.person("kari").id, writer_id=cast.person("kari").id,
            created_by_id=cast.person("kari").id, created_at=then, done_at=then if state == "done" else None,
        )  # fmt: skip
