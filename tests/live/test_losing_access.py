"""A page that is open when its reader loses the log is told nothing more, and its stream ends (L-08, L-29)."""

from datetime import timedelta

import pytest

from stafett.access.models import Grant
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.live.visit import Visit, look
from stafett.register.models import Employment, GuardianRelation, Person
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.queries.news import newest_for
from tests import stage
from tests.web.visiting import log_in

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    """Tiril's log: kari holds it, jonas takes part, elle looks in, sunniva is there from outside, hilde is the mother."""
    with within(HERE):
        bup = cast.unit("eksempelvik_bup").id
        log = stage.open_log("tiril", units=[bup])
        kari = stage.actor("kari")
        operations.change_level(actor=kari, log=log, level=2, reason="BUP skal være med.")
        operations.add_participant(
            actor=kari,
            log=log,
            employment_id=made_id("post", "jonas-eksempelvik_school"),
            purpose="",
            today=stage.today(),
        )
        operations.let_in_from_outside(
            actor=kari, log=log, unit_id=bup, given_name="", family_name="", number=cast.person("sunniva").number,
            purpose="Vurderer behandling", ends_on=stage.today() + timedelta(days=9), today=stage.today(),
        )  # fmt: skip
        operations.look_with_reason(
            actor=stage.actor("elle"), log=log, reason="Forbereder et møte.", today=stage.today()
        )
    return log


def _yesterday():
    return stage.today() - timedelta(days=1)


def _place(key, **changed):
    Grant.objects.filter(person_id=cast.person(key).id).update(**changed)


def _post(key, **changed):
    Employment.objects.filter(person_id=cast.person(key).id).update(**changed)


LOSSES = {
    "the holder's post has ended": ("kari", lambda: _post("kari", ends_on=_yesterday())),
    "the participant's post has ended": ("jonas", lambda: _post("jonas", ends_on=_yesterday())),
    "the participant now runs the system": ("jonas", lambda: _post("jonas", role="municipal_admin")),
    "the place is ended": ("jonas", lambda: _place("jonas", ended_at=clock.now())),
    "the last day has passed": ("sunniva", lambda: _place("sunniva", ends_on=_yesterday())),
    "consent does not cover the service": ("sunniva", lambda: _place("sunniva", consent_until=None)),
    "the leader's days are over": ("elle", lambda: _place("elle", ends_on=_yesterday())),
    "the leader leads no more": ("elle", lambda: _post("elle", role="staff")),
    "the guardian is blocked": (
        "hilde",
        lambda: GuardianRelation.objects.filter(guardian_id=cast.person("hilde").id).update(
            state="blocked", state_reason="Vedtak i saksmappen."
        ),
    ),
    "the child's address is protected": (
        "hilde",
        lambda: Person.objects.filter(pk=cast.person("tiril").id).update(protection="confidential"),
    ),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_the_stream_of_whoever_loses_the_log_ends_at_its_next_look(log, loss):
    key, happens = LOSSES[loss]
    visit = Visit(log_in(key), log.pk, 0, newest_for)
    before = look(visit, 0)

    with within(HERE):
        happens()

    assert before.newest > 0
    assert look(visit, 0) is None
