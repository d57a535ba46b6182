"""The figures of a half-year, counted from meetings, measures and evaluations as they stand, and the curve over the days."""

from datetime import date, datetime, time, timedelta

import pytest

from stafett.access.enums import Relation
from stafett.demo import cast
from stafett.insight import operations, rules
from stafett.insight.models import Figure
from stafett.insight.views.pictures import curve
from stafett.kernel import clock
from stafett.log_meetings.models import Invitation, Meeting
from stafett.register.tenancy import within
from stafett.relay_log.content import library
from stafett.relay_log.models import Concern, Evaluation, Measure, RelayLog
from tests import stage
from tests.insight.filling import HERE, LOWER, SCHOOL
from tests.relay_log.queries import many

WHOLE = None


@pytest.fixture
def logs(db):
    """Nils's log at the school, and one like it at another: (his, the other)."""
    with within(HERE):
        his = stage.open_log("nils")
        stage.active_concern(his)
        many.logs_like(his, 1)
        other = RelayLog.objects.exclude(pk=his.pk).get()
        RelayLog.objects.filter(pk=other.pk).update(unit_id=cast.unit(LOWER).id)
        yield his, other


def test_meetings_are_measured_by_who_was_there_and_whether_the_log_was_written_meanwhile(logs):
    his, other = logs
    _meeting(his, 40, opened=timedelta(), there=("guardian", "child"))
    _meeting(his, 20, opened=timedelta(days=1), there=())  # written the day after
    _meeting(other, 10, opened=timedelta(minutes=-30), there=("guardian",))
    _meeting(other, 5, opened=None, there=())  # its day came, and nobody opened it

    _count_up()

    assert _figures("guardian_there") == {(WHOLE, ""): (67, 2), (SCHOOL, ""): (50, 1), (LOWER, ""): (100, 1)}
    assert _figures("child_there") == {(WHOLE, ""): (33, 2), (SCHOOL, ""): (50, 1), (LOWER, ""): (0, 1)}
    assert _figures("written_live") == {(WHOLE, ""): (50, 2), (SCHOOL, ""): (50, 1), (LOWER, ""): (50, 1)}


def test_a_cancelled_meeting_and_one_outside_the_half_year_are_not_measured(logs):
    his, _other = logs
    until = (_day() - rules.counting_day_before(_day())).days
    _meeting(his, 0, opened=timedelta(), there=("guardian",), at=time(23, 30))  # the last evening
    _meeting(his, 9, opened=timedelta(), there=(), state="cancelled")
    _meeting(his, -1, opened=timedelta(), there=(), at=time(0, 30))  # the night after
    _meeting(his, until, opened=timedelta(), there=())

    _count_up()

    assert _figures("guardian_there") == {(WHOLE, ""): (100, 1), (SCHOOL, ""): (100, 1)}
    assert _figures("written_live") == {(WHOLE, ""): (100, 1), (SCHOOL, ""): (100, 1)}


def test_measures_are_measured_by_whether_they_were_evaluated_by_the_day_and_what_came_of_them(logs):
    his, other = logs
    _evaluated(his, "service", "effect", due=10, done=12)
    _evaluated(his, "home", "some_effect", due=10, done=5)
    _evaluated(his, "child", "no_effect", due=9, done=9)
    _evaluated(other, "home", "effect_continued", due=8, done=3)

    _count_up()

    assert _figures("evaluated_on_time") == {(WHOLE, ""): (50, 2), (SCHOOL, ""): (67, 1), (LOWER, ""): (0, 1)}
    assert _figures("effect") == {
        (WHOLE, "group"): (100, 1), (WHOLE, "home"): (50, 2), (WHOLE, "training"): (0, 1),
    }  # fmt: skip
    assert _figures("some_effect") == {
        (WHOLE, "group"): (0, 1), (WHOLE, "home"): (50, 2), (WHOLE, "training"): (0, 1),
    }  # fmt: skip
    assert _figures("weeks_to_measure") == {(WHOLE, ""): (3, 2), (SCHOOL, ""): (3, 1), (LOWER, ""): (3, 1)}


def test_what_was_never_evaluated_is_late_and_what_was_misregistered_is_nothing(logs):
    his, other = logs
    Measure.objects.filter(log=his, arena="service").update(start_by=_ago(60), evaluate_by=_ago(10))
    _evaluated(other, "home", "misregistered", due=8, done=9)

    _count_up()

    assert _figures("evaluated_on_time") == {(WHOLE, ""): (0, 1), (SCHOOL, ""): (0, 1)}
    assert _figures("effect") == {}


def test_measures_of_the_bank_are_known_in_both_written_languages_and_counted_once_a_log(logs):
    his, other = logs
    gym, points = (
        library.bank_measure(key)["description"] for key in ("adapted_gym", "points_for_good_days")
    )
    _evaluated(his, "service", "effect_continued", due=10, done=12, description=gym["nb"])
    _evaluated(his, "child", "effect", due=10, done=12, description=gym["nb"])
    _evaluated(other, "home", "effect", due=10, done=12, description=gym["nn"])
    _evaluated(his, "home", "effect", due=10, done=12, description=points["nb"])

    _count_up()

    assert _figures("bank_used") == {
        (WHOLE, "adapted_gym"): (2, 2), (WHOLE, "points_for_good_days"): (1, 1),
    }  # fmt: skip
    assert _figures("bank_continued") == {(WHOLE, "adapted_gym"): (1, 1)}


def test_one_counting_day_makes_no_curve():
    assert curve(_days(12), name=str) is None
    assert curve(_days(12, None), name=str) is None


def test_two_counting_days_make_a_line_from_edge_to_edge():
    drawn = curve(_days(10, 20), name=lambda day: str(day.year))

    assert [(point.x, point.y, point.count, point.label) for point in drawn.points] == [
        (22, 83, 10, "2020"), (318, 34, 20, "2021"),
    ]  # fmt: skip
    assert drawn.path == "M22 83L318 34"


def test_a_curve_shows_the_newest_eight_counting_days_and_names_the_ends():
    drawn = curve(_days(*range(10, 100, 10)), name=lambda day: str(day.year))

    assert [point.count for point in drawn.points] == [20, 30, 40, 50, 60, 70, 80, 90]
    assert [point.label for point in drawn.points] == ["2021", *[""] * 6, "2028"]
    assert min(point.y for point in drawn.points) == 34
    assert drawn.path.count("L") == 7


def _count_up():
    return operations.count_up(HERE, today=stage.today())


def _day():
    return rules.newest_counting_day(stage.today())


def _ago(days):
    return _day() - timedelta(days=days)


def _figures(kind):
    """(unit of the cast or none, subject) -> (value, logs)."""
    keys = {WHOLE: WHOLE} | {cast.unit(key).id: key for key in (SCHOOL, LOWER)}
    rows = Figure.objects.filter(kind=kind, counted_on=_day())
    return {(keys[row.unit_id], row.subject): (row.value, row.logs) for row in rows}


def _meeting(log, days, *, opened, there, state="done", at=time(14)):
    """A meeting so many days before the counting day; `opened` is how long after it began meeting mode was."""
    kari, starts_at = cast.person("kari").id, datetime.combine(_ago(days), at, clock.NORWAY)
    meeting = Meeting.objects.create(
        municipality_id=HERE, log=log, kind="follow_up", state="planned" if opened is None else state,
        starts_at=starts_at, opened_at=None if opened is None else starts_at + opened, done_at=clock.now(),
        chair_id=kari, writer_id=kari, created_by_id=kari, created_at=clock.now(),
    )  # fmt: skip
    invited = ((Relation.GUARDIAN, cast.person("bente").id), (Relation.CHILD, log.child.person_id))
    for relation, person_id in invited:
        Invitation.objects.create(
            municipality_id=HERE, log=log, meeting=meeting, person_id=person_id, relation=relation,
            was_there=relation.value in there,
        )  # fmt: skip


def _evaluated(log, arena, option, *, due, done, **changed):
    """The log's measure in a slot, begun and evaluated so many days before the counting day as the form would."""
    measure = Measure.objects.get(log=log, arena=arena, successor_of=None)
    stage.evaluate(stage.reached(log), measure, option)
    Concern.objects.filter(pk=measure.concern_id).update(
        created_at=datetime.combine(_ago(81), time(10), clock.NORWAY)
    )
    Measure.objects.filter(pk=measure.pk).update(start_by=_ago(60), evaluate_by=_ago(due), **changed)
    Evaluation.objects.filter(measure=measure).update(evaluated_on=_ago(done))


def _days(*counts):
    return tuple((date(2020 + at, 10, 1), count) for at, count in enumerate(counts))
