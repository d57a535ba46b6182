"""The count of a counting day, against a full count of the logs done another way, after each of a log's turns."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.insight import operations, rules
from stafett.insight.models import Count, Figure
from stafett.kernel import clock
from stafett.register.models import Child
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import Concern, Measure, RelayLog
from tests import stage
from tests.insight.filling import HERE, SCHOOL
from tests.relay_log.queries import many


@pytest.fixture
def log(db):
    """Nils's log with a concern under way, and twelve like it."""
    with within(HERE):
        log = stage.open_log("nils")
        stage.active_concern(log)
        many.logs_like(log, 12)
        yield log


def test_the_count_is_the_logs_that_were_open_that_day(log):
    _backdated()

    _count_up()

    assert _number("all") == 13 == RelayLog.objects.exclude(state="closed").count()
    assert _number("social_interaction") == 1
    assert _number("health") == 12
    assert _number("in_use") == 1  # the copies have no acts of their own


def test_a_log_that_began_after_the_counting_day_is_not_counted(log):
    _count_up()

    assert _number("all") == 0


@pytest.mark.parametrize(
    ("turn", "question", "expected"),
    [
        (lambda log: None, "all", 13),
        (lambda log: _level(log, 2), "level_two_up", 1),
        (lambda log: _level(log, 2), "all", 13),
        (lambda log: _end_concern(log), "social_interaction", 0),
        (lambda log: stage.drafted_concern(log, category="language"), "language", 0),
        (lambda log: stage.shared_concern(log, category="language"), "language", 1),
        (lambda log: _close(log), "all", 12),
        (lambda log: stage.started_log("ahmed"), "all", 13),
    ],
)
def test_the_count_agrees_with_the_logs_after_every_turn(log, turn, question, expected):
    turn(stage.reached(log))
    _backdated()

    _count_up()

    assert _number(question) == expected == _counted_one_by_one(question)


def test_a_day_is_counted_once_and_never_again(log):
    _backdated()
    made = _count_up()
    RelayLog.objects.update(level=3)

    again = _count_up()

    assert made > 0
    assert again == 0
    assert _number("level_three") == 0


def test_where_there_are_children_and_no_logs_the_count_is_none_and_stands_there(db):
    with within(HERE):
        _count_up()

        units = set(Count.objects.filter(question="all", logs=0).values_list("unit_id", flat=True))
        assert units == set(Child.objects.values_list("unit_id", flat=True))


def test_the_half_year_is_measured_by_what_was_done_in_it(log):
    day = rules.newest_counting_day(stage.today())
    Measure.objects.update(start_by=day - timedelta(days=40), evaluate_by=day - timedelta(days=10))
    Concern.objects.update(created_at=clock.now() - (clock.now() - _moment(day - timedelta(days=54))))
    late = Measure.objects.filter(log=log, arena="service").get()
    stage.evaluate(stage.reached(log), late, "effect")

    _count_up()

    weeks = Figure.objects.get(kind="weeks_to_measure", unit__isnull=True)
    on_time = Figure.objects.get(kind="evaluated_on_time", unit_id=cast.unit(SCHOOL).id)
    assert (weeks.value, weeks.logs) == (2, 13)
    assert (on_time.value, on_time.logs) == (0, 13)  # evaluated today, long after


def _count_up():
    return operations.count_up(HERE, today=stage.today())


def _backdated():
    """Everything has been there since well before the counting day."""
    before = _moment(rules.newest_counting_day(stage.today()) - timedelta(days=30))
    RelayLog.objects.update(started_at=before)
    RelayLog.objects.filter(state="closed").update(closed_at=before)
    Concern.objects.exclude(state="draft").update(shared_at=before)
    Concern.objects.filter(ended_at__isnull=False).update(ended_at=before)


def _moment(day):
    return clock.now().replace(year=day.year, month=day.month, day=day.day, hour=10)


def _number(question):
    return sum(Count.objects.filter(question=question).values_list("logs", flat=True))


def _counted_one_by_one(question):
    """A full count by looking at each log in turn."""
    found = 0
    for log in RelayLog.objects.filter(state="active"):
        about = {
            concern.category for concern in log.concerns.all() if concern.shared_at and not concern.ended_at
        }
        found += {"all": True, "level_two_up": log.level >= 2}.get(question, question in about)
    return found


def _level(log, level):
    log_operations.change_level(actor=stage.actor("kari"), log=log, level=level, reason="Vi trenger flere.")


def _end_concern(log):
    concern = log.concerns.get()
    for measure in concern.measures.all():
        stage.evaluate(stage.reached(log), measure, "effect")
    log_operations.achieve_goal(
        actor=stage.actor("kari"), log=stage.reached(log), concern=concern, today=stage.today()
    )


def _close(log):
    _end_concern(log)
    log_operations.close_log(
        actor=stage.actor("kari"), log=stage.reached(log), summary="Det går bra.", today=stage.today()
    )
