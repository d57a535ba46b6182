"""Lederens dag: what asks for somebody, the talk notes and the reminder; and that nothing of a log's words is there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.access.models import Grant
from stafett.annual_wheel.models import WheelTask
from stafett.audit.models import Entry
from stafett.consent.models import Consent
from stafett.demo import cast
from stafett.kernel import clock
from stafett.log_meetings.models import Meeting
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log.models import Measure, RelayLog
from tests import stage
from tests.annual_wheel import turning
from tests.courses.filling import a_course
from tests.relay_log.queries import many
from tests.web.reading import words
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
MOST_QUESTIONS = 10  # of the whole page, with the frame around it (issue E)
WORDS_OF_THE_LOG = ("Eleven er ofte alene", "Lekegruppe", "storefri", "Jeg vil ha noen")


@pytest.fixture
def log(db):
    """Nils's log, held by kari, with a concern under way."""
    with within(HERE):
        log = stage.open_log("nils")
        stage.active_concern(log)
        yield log


def _late(log, days=10):
    day = stage.today() - timedelta(days=days)
    Measure.objects.filter(log=log).update(start_by=day, evaluate_by=day)


def test_in_a_quiet_week_no_log_asks_for_anything_and_they_stand_on_their_levels(log):
    page = words(Visitor("elle").see("leaders_day"))

    assert "Denne uken" in page
    assert "over tiden" not in page
    assert "Nils" not in page
    assert "Nivå 1 1" in page


def test_what_is_late_stands_with_child_and_holder_and_no_word_of_the_log(log):
    _late(log)

    page = words(Visitor("elle").see("leaders_day"))

    assert "1 logg med evaluering over tiden" in page
    assert "Nils Áilo Pennalsrud" in page
    assert "Minn Kari Eksempelmo om det" in page
    assert not any(word in page for word in WORDS_OF_THE_LOG)


def test_a_log_without_a_next_date_asks_for_somebody(log):
    Measure.objects.filter(log=log).update(state="evaluated")

    page = words(Visitor("elle").see("leaders_day"))

    assert "1 logg uten neste dato" in page
    assert "Ingen dato framover." in page


def test_a_log_that_nobody_holds_stands_first(log):
    _late(log)
    many.logs_like(log, 3)
    first = RelayLog.objects.exclude(pk=log.pk).first()
    Grant.objects.filter(log=first).update(person_id=cast.person("trond").id)  # who has left

    page = words(Visitor("elle").see("leaders_day"))

    assert "1 logg uten stafettholder" in page
    assert page.index("Velg ny stafettholder") < page.index("Minn Kari")


def test_a_consent_that_ends_is_counted_by_its_newest_word(log):
    givers = set(Consent.objects.filter(log=log).values_list("guardian_id", flat=True))
    for giver in givers:
        stage.consent_from(stage.reached(log), giver, until=stage.today() + timedelta(days=9))
    assert "1 logg der et samtykke går ut" in words(Visitor("elle").see("leaders_day"))

    for giver in givers:
        stage.consent_from(stage.reached(log), giver)

    assert "samtykke går ut" not in words(Visitor("elle").see("leaders_day"))


def test_a_leader_of_another_unit_sees_nothing_of_it(log):
    _late(log)

    page = words(Visitor("aslaug").see("leaders_day"))

    assert "Nils" not in page
    assert "Ingenting haster" in page


@pytest.mark.parametrize("route", ["leaders_day", "talk_notes"])
@pytest.mark.parametrize("key", ["kari", "torbjorn", "randi", "bente"])
def test_the_day_is_for_those_who_lead_a_unit(log, route, key):
    assert Visitor(key).see(route).status_code == 403


def test_the_talk_notes_name_the_employee_and_the_routine_and_never_the_child(log):
    _late(log)
    RelayLog.objects.update(started_at=clock.now() - timedelta(weeks=20))

    page = words(Visitor("elle").see("talk_notes"))

    assert "Kari Eksempelmo Holder 1 logg" in page
    assert "Tiltakene evalueres innen dagen dere har avtalt: venter i 1 logg" in page
    assert "Dere møtes minst hver tolvte uke: venter i 1 logg" in page
    assert "Nils" not in page
    assert not any(word in page for word in WORDS_OF_THE_LOG)


def test_a_meeting_lately_is_as_agreed(log):
    RelayLog.objects.update(started_at=clock.now() - timedelta(weeks=20))
    kari = cast.person("kari").id
    Meeting.objects.create(
        municipality_id=HERE, log=log, kind="follow_up", state="done", starts_at=clock.now() - timedelta(weeks=3),
        done_at=clock.now(), chair_id=kari, writer_id=kari, created_by_id=kari, created_at=clock.now(),
    )  # fmt: skip

    page = words(Visitor("elle").see("talk_notes"))

    assert "Ingen rutiner venter" in page
    assert "Alt er som avtalt hos Kari Eksempelmo" in page


def test_the_leader_reminds_the_holder_once_a_week_in_a_fixed_sentence(log):
    _late(log)
    elle = Visitor("elle")

    first = elle.send("holder_reminder", log.pk)
    second = elle.send("holder_reminder", log.pk)

    assert (first.status_code, second.status_code) == (302, 422)
    assert "allerede minnet om dette denne uken" in words(second)
    message = Message.objects.get(recipient_id=cast.person("kari").id, kind="leader_reminds")
    assert message.facts == {"date": (stage.today() - timedelta(days=10)).isoformat()}
    acts = Entry.objects.filter(event="leadership.holder_reminded", log_id=log.pk, kind="act")
    assert acts.count() == 1
    assert "Minnet om det denne uken" in words(elle.see("leaders_day"))
    assert "Lederen minner om en evaluering" in words(Visitor("kari").see("inbox"))


def test_nobody_is_reminded_when_nothing_is_late(log):
    answer = Visitor("elle").send("holder_reminder", log.pk)

    assert answer.status_code == 422
    assert not Message.objects.filter(kind="leader_reminds").exists()


def test_nobody_is_reminded_where_the_holder_has_left(log):
    _late(log)
    Employment.objects.filter(person_id=cast.person("kari").id).update(
        ends_on=stage.today() - timedelta(days=1)
    )

    assert Visitor("elle").send("holder_reminder", log.pk).status_code == 422


@pytest.mark.parametrize(("key", "status"), [("aslaug", 404), ("kari", 404), ("torbjorn", 404), ("bente", 404)])  # fmt: skip
def test_a_reminder_is_for_the_units_leader_alone(log, key, status):
    _late(log)

    assert Visitor(key).send("holder_reminder", log.pk).status_code == status


@pytest.mark.parametrize("route", ["leaders_day", "talk_notes"])
def test_the_day_asks_ten_questions_with_the_frame_however_many_logs_tasks_and_courses_there_are(log, route):
    _late(log)
    wheel = _whole_wheel()
    a_course(day=stage.today() + timedelta(days=20), sign_up_by=stage.today() + timedelta(days=5))
    elle = Visitor("elle")
    few = _asked(elle, route)

    many.logs_like(log, 25)
    _late_everywhere()
    for row in WheelTask.objects.select_related("wheel__unit", "common").filter(wheel=wheel, rhythm="once")[
        :8
    ]:
        turning.do(row)
        WheelTask.objects.filter(pk=row.pk).update(month=stage.today().month)

    assert _asked(elle, route) == few <= MOST_QUESTIONS


def test_the_year_asks_for_the_months_tasks_and_the_courses_whose_deadline_is_near(log):
    wheel = _whole_wheel()
    row = turning.task(wheel, "overdue_evaluations")
    WheelTask.objects.filter(wheel=wheel).exclude(pk=row.pk).delete()
    WheelTask.objects.filter(pk=row.pk).update(month=stage.today().month)
    a_course(day=stage.today() + timedelta(days=20), sign_up_by=stage.today() + timedelta(days=5))
    elle = Visitor("elle")

    before = words(elle.see("leaders_day"))
    turning.do(WheelTask.objects.select_related("wheel__unit", "common").get(pk=row.pk))
    after = words(elle.see("leaders_day"))

    title = turning.seen(wheel).tasks[0].title
    assert title in before
    assert "påmelding innen" in before
    assert title not in after
    assert [mark.done_by for mark in turning.seen(wheel).tasks[0].marks] == ["Elle Márjá Tullebekk"]


def _whole_wheel():
    """This year's wheel of the school, nothing put away because its month has been."""
    wheel = turning.open_wheel()
    WheelTask.objects.filter(wheel=wheel).update(put_away_at=None)
    return wheel


def _late_everywhere():
    day = stage.today() - timedelta(days=3)
    Measure.objects.update(start_by=day, evaluate_by=day)


def _asked(visitor, route):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(route).status_code == 200
    return len([query for query in asked if "SAVEPOINT" not in query["sql"]])
