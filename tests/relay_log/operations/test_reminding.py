"""Reminders on the database: the right persons, once, however often the job runs and on however many workers."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register.models import Employment, Person
from stafett.relay_log import operations
from stafett.relay_log.operations.reminding import remind
from tests import stage

HERE = cast.EKSEMPELVIK.id
KARI, HILDE, ELLE = (cast.person(key).id for key in ("kari", "hilde", "elle"))


def told(kind):
    """Who has been told, in the order they were."""
    return list(
        Message.objects.filter(kind=kind).order_by("created_at").values_list("recipient_id", flat=True)
    )


def later(days):
    """Noon some days from now: an hour near midnight could be another day in summer time."""
    return clock.set_to(datetime.combine(stage.today() + timedelta(days=days), time(12), NORWAY))


@pytest.fixture
def log(here):
    """Tiril's log with a measure in each slot, to be evaluated in six weeks."""
    log = stage.open_log("tiril")
    stage.active_concern(log)
    return log


@pytest.mark.parametrize(
    ("days", "soon", "overdue"), [(34, 0, 0), (35, 1, 0), (42, 1, 0), (43, 0, 1)], ids=str
)
def test_the_holder_hears_of_an_evaluation_a_week_before_and_when_it_is_overdue(log, days, soon, overdue):
    with later(days):
        remind(HERE, today=stage.today())

    assert told(Kind.EVALUATION_SOON) == [KARI] * soon
    assert told(Kind.EVALUATION_OVERDUE) == [KARI] * overdue


def test_several_measures_of_one_day_are_one_message_that_leads_to_the_log(log):
    with later(40):
        remind(HERE, today=stage.today())

    message = Message.objects.get(kind=Kind.EVALUATION_SOON)
    assert (message.about_id, message.route, message.target_id) == (log.pk, "log", log.pk)


def test_an_evaluated_measure_is_not_reminded_of(log):
    for measure in log.measures.all():
        stage.evaluate(log, measure)

    with later(43):
        remind(HERE, today=stage.today())

    assert told(Kind.EVALUATION_OVERDUE) == told(Kind.EVALUATION_SOON) == []


def test_running_the_job_every_hour_makes_one_message_of_each(log):
    with later(43):
        made = [remind(HERE, today=stage.today()) for _hour in range(5)]

    assert made[0] > 0
    assert made[1:] == [0] * 4


def test_holder_and_giver_hear_that_a_consent_ends_and_nobody_else(here):
    stage.open_log("tiril")
    days = 300  # as stage.consent_from says

    for before in (31, 30, 8, 7, 0, -1):
        with later(days - before):
            remind(HERE, today=stage.today())

    assert sorted(told(Kind.CONSENT_ENDS)) == sorted([KARI, HILDE] * 2)
    assert sorted(told(Kind.CONSENT_ENDS_TODAY)) == sorted([KARI, HILDE])
    assert sorted(told(Kind.CONSENT_ENDED)) == sorted([KARI, HILDE])


def test_the_holder_is_led_to_the_logs_consent_and_the_giver_to_their_own(here):
    log = stage.open_log("tiril")

    with later(271):
        remind(HERE, today=stage.today())

    ending = Message.objects.filter(kind=Kind.CONSENT_ENDS)
    assert dict(ending.values_list("recipient_id", "route")) == {KARI: "consent", HILDE: "my_consents"}
    assert ending.get(recipient_id=KARI).target_id == log.pk


def test_a_youth_who_comes_to_decide_hears_it_once_and_nobody_else_is_told_that_they_decide(here):
    log = stage.open_log("tiril")
    born = stage.today().replace(year=stage.today().year - 16, day=1)
    Person.objects.filter(pk=log.child.person_id).update(birth_date=born)

    for _time in range(2):
        remind(HERE, today=stage.today())

    assert told(Kind.CONSENT_IS_YOURS) == [log.child.person_id]


def test_the_unit_leader_hears_once_a_week_of_a_log_that_nobody_holds(here):
    log = stage.open_log("tiril")
    Employment.objects.filter(person_id=KARI).update(ends_on=stage.today())

    for days in (0, 1, 1, 8):
        with later(days):
            remind(HERE, today=stage.today())

    assert told(Kind.LOG_WITHOUT_HOLDER) == [ELLE, ELLE]  # on the first day after, and a week later
    assert Message.objects.filter(kind=Kind.LOG_WITHOUT_HOLDER, route="new_holder", target_id=log.pk).exists()


def test_holder_and_outsider_hear_that_a_place_from_outside_ends_within_a_week(here):
    log = stage.open_log("tiril")
    Grant.objects.create(
        municipality_id=HERE, log=log, person_id=cast.person("dag").id, unit_id=log.unit_id,
        relation=Relation.EXTERNAL, purpose="Veileder.", given_by_id=KARI, started_at=clock.now(),
        ends_on=stage.today() + timedelta(days=8),
    )  # fmt: skip

    for days in (0, 1, 2, 8, 9):
        with later(days):
            remind(HERE, today=stage.today())

    assert sorted(told(Kind.PARTICIPATION_ENDS)) == sorted([KARI, cast.person("dag").id])


def test_a_holder_who_has_left_is_not_reminded_and_the_giver_is(here):
    stage.open_log("tiril")
    Employment.objects.filter(person_id=KARI).update(ends_on=stage.today() + timedelta(days=1))

    with later(275):
        remind(HERE, today=stage.today())

    assert told(Kind.CONSENT_ENDS) == [HILDE]


def test_the_holder_hears_when_nothing_has_been_planned_for_two_weeks(here):
    stage.open_log("tiril")

    for days in (13, 14, 20, 28):
        with later(days):
            remind(HERE, today=stage.today())

    assert told(Kind.NOTHING_PLANNED) == [KARI, KARI]


def test_a_log_with_a_plan_a_waiting_log_and_a_closed_one_are_left_in_peace(log):
    stage.started_log("nils")

    with later(20):
        remind(HERE, today=stage.today())

    assert told(Kind.NOTHING_PLANNED) == []


def test_the_leader_of_the_unit_gets_the_numbers_of_the_week_and_no_name(log):
    with later(43):
        remind(HERE, today=stage.today())

    message = Message.objects.get(kind=Kind.WEEK_AHEAD)
    assert message.recipient_id == ELLE
    assert message.facts == {"due": 0, "overdue": log.measures.count(), "idle": 0}
    assert message.about_id is None


def test_reminding_asks_the_database_no_more_when_there_are_more_logs_to_leave_in_peace(log):
    few = _questions()
    for child in ("nils", "mikkel"):
        stage.active_concern(stage.open_log(child))

    assert _questions() == few


def _questions():
    with CaptureQueriesContext(connection) as asked:
        remind(HERE, today=stage.today())
    return len(asked)


@pytest.fixture
def together():
    """Nils's log on level 2, with somebody from PPT."""
    ppt = cast.unit("eksempelvik_ppt").id
    log = stage.open_log("nils", units=[ppt])
    operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal være med.")
    post = Employment.objects.get(person_id=cast.person("henrik").id, unit_id=ppt)
    operations.add_participant(
        actor=stage.actor("kari"), log=log, employment_id=post.pk, purpose="", today=stage.today()
    )
    return stage.reached(log)


@pytest.mark.parametrize(("days", "times"), [(13, 0), (14, 1), (27, 1), (28, 2)])
def test_holder_and_leader_hear_every_second_week_that_nobody_coordinates(together, days, times):
    for day in (14, days) if days > 14 else (days,):
        with later(day):
            remind(HERE, today=stage.today())

    assert sorted(told(Kind.NOBODY_COORDINATES)) == sorted([KARI, ELLE] * times)


def test_when_somebody_coordinates_nobody_hears_of_it(together):
    words = {
        "why": "", "unit_id": together.unit_id, "is_decided_above": False, "child_view": "Det er greit.",
        "child_coordinator_id": None, "plan": "not_asked",
    }  # fmt: skip
    operations.say_coordination(
        actor=stage.actor("kari"), log=together, version=1, today=stage.today(), **words
    )

    with later(20):
        remind(HERE, today=stage.today())

    assert told(Kind.NOBODY_COORDINATES) == []


def test_one_service_alone_needs_nobody_to_coordinate(log):
    operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal være med.")

    with later(20):
        remind(HERE, today=stage.today())

    assert told(Kind.NOBODY_COORDINATES) == []
