"""What becomes of a measure: reminded of, evaluated with the service, then the next idea; and what the unit has learned."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.demo import cast
from stafett.kernel.clock import local
from stafett.messages.models import Message
from stafett.register.tenancy import within
from stafett.system_meetings import tasks
from stafett.system_meetings.enums import MeasureState
from stafett.system_meetings.models import MeasureIdea, SystemMeasure
from tests import stage
from tests.system_meetings.around import HERE, KINDERGARTEN, SCHOOL, a_signed_meeting, evaluated
from tests.web import paper, reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db
DAY = re.compile(r"\d+\. [a-z]+( \d{4})?$")


def measure_of(meeting):
    with within(HERE):
        return SystemMeasure.objects.filter(meeting=meeting).latest("decided_at")


def idea_of(meeting):
    with within(HERE):
        return MeasureIdea.objects.get(meeting=meeting, measure__isnull=True)


def day(ahead):
    return (stage.today() + timedelta(days=ahead)).isoformat()


def outcome_fields(**changed):
    return {"result": "works", "words": "Roligere.", "took_part": "PPT", "next_on": ""} | changed


def next_fields(**changed):
    return {
        "form": "own", "partner_id": "", "plan": "", "evaluate_on": day(40), "evaluator_id": str(cast.person("kari").id),
        "method": "Vi spør elevrådet.",
    } | changed  # fmt: skip


def due(meeting, *, ahead, evaluator="elle"):
    with within(HERE):
        SystemMeasure.objects.filter(meeting=meeting).update(
            evaluate_on=stage.today() + timedelta(days=ahead), evaluator_person_id=cast.person(evaluator).id
        )


def reminders():
    with within(HERE):
        rows = Message.objects.filter(kind__startswith="system_measure").order_by("created_at", "id")
        return [(row.kind, row.recipient_id) for row in rows]


@pytest.mark.parametrize(
    ("result", "state"),
    [("works", MeasureState.EVALUATED), ("stop", MeasureState.STOPPED), ("adjust", MeasureState.TRYING)],
)
def test_a_measure_works_is_stopped_or_is_adjusted_and_tried_on(result, state):
    meeting = a_signed_meeting()
    answer = Visitor("elle").send(
        "measure_outcome", measure_of(meeting).pk, fields=outcome_fields(result=result, next_on=day(30))
    )

    assert answer.status_code == 302
    measure = measure_of(meeting)
    assert measure.state == state
    assert (measure.evaluate_on == stage.today() + timedelta(days=30)) == (result == "adjust")
    assert "Roligere." in reading.words(Visitor("henrik").see("system_meeting", meeting.pk))


def test_what_is_tried_on_needs_a_new_day_and_words_are_needed_always():
    measure = measure_of(a_signed_meeting())
    for wrong, field in (
        ({"result": "adjust"}, "next_on"),
        ({"words": " "}, "words"),
        ({"result": "perfekt"}, "result"),
    ):
        answer = Visitor("elle").send("measure_outcome", measure.pk, fields=outcome_fields(**wrong))
        assert answer.status_code == 422
        assert field in reading.errors(answer)


def test_the_next_idea_is_taken_up_when_the_first_has_been_evaluated_and_not_before():
    meeting = a_signed_meeting()
    idea = idea_of(meeting)
    busy = Visitor("elle").send("next_measure", idea.pk, fields=next_fields())
    assert (busy.status_code, "form" in reading.errors(busy)) == (422, True)

    evaluated(meeting)
    assert Visitor("elle").send("next_measure", idea.pk, fields=next_fields()).status_code == 302

    measure = measure_of(meeting)
    assert (measure.text, measure.evaluator, measure.is_first) == (idea.text, "Kari Eksempelmo", False)


def test_an_idea_that_is_taken_off_the_list_is_not_offered_any_more():
    meeting = a_signed_meeting()
    idea = idea_of(meeting)
    assert Visitor("elle").send("idea_removal", idea.pk).status_code == 302

    assert idea.text not in reading.words(Visitor("elle").see("system_meeting", meeting.pk))
    assert Visitor("elle").see("next_measure", idea.pk).status_code == 404


def test_whoever_evaluates_is_told_a_week_before_and_on_the_day_once_each():
    meeting = a_signed_meeting()
    for ahead in (30, 6, 6, 0, 0):
        due(meeting, ahead=ahead)
        tasks.remind(municipality_id=str(HERE))

    elle = cast.person("elle").id
    assert reminders() == [("system_measure_soon", elle), ("system_measure_due", elle)]


def test_the_units_leader_is_told_when_the_evaluator_has_left():
    meeting = a_signed_meeting()
    due(meeting, ahead=1, evaluator="trond")

    tasks.remind(municipality_id=str(HERE))

    assert reminders() == [("system_measure_soon", cast.person("elle").id)]


def test_nobody_is_told_of_a_measure_that_has_been_evaluated():
    meeting = a_signed_meeting()
    due(meeting, ahead=0)
    evaluated(meeting)

    tasks.remind(municipality_id=str(HERE))

    assert reminders() == []


def test_what_a_unit_has_learned_is_for_those_who_work_there_and_can_be_printed():
    meeting = a_signed_meeting()
    evaluated(meeting)

    words = reading.words(Visitor("kari").see("system_learning", SCHOOL))
    assert "1 møte er holdt." in words and "Virker: 1." in words
    assert "Det er roligere nå." in words
    for key, unit in (("henrik", SCHOOL), ("kari", KINDERGARTEN)):
        assert Visitor(key).see("system_learning", unit).status_code == 404


def test_what_a_unit_has_learned_is_the_same_words_on_paper_also_of_a_meeting_that_decided_nothing():
    evaluated(a_signed_meeting())
    without = a_signed_meeting()
    with within(HERE):
        SystemMeasure.objects.filter(meeting=without).delete()
    kari = Visitor("kari")

    told = reading.pieces(kari.see("system_learning", SCHOOL), '<p class="st-lead">', "</ol>")
    said = paper.unspaced(paper.words(kari.see("system_learning_pdf", SCHOOL).content))

    words = [each for each in told if not DAY.match(each)]
    assert len(told) == len(words) + 2
    assert [each for each in words if paper.unspaced(each) not in said] == []
    assert said.count(f"{local(without.starts_at):%-d.%-m.%Y}") == 2


def test_a_unit_that_has_tried_nothing_is_told_what_will_stand_there():
    assert "Ingen møter er holdt ennå" in reading.words(
        Visitor("ingeborg").see("system_learning", KINDERGARTEN)
    )


def test_the_number_of_questions_is_the_same_for_many_meetings():
    counts = []
    for _round in range(2):
        meeting = a_signed_meeting()
        asked = [("kari", "system_learning", SCHOOL), ("elle", "system_meeting", meeting.pk)]
        counts.append([_count(*each) for each in asked])
        for _number in range(2):
            evaluated(a_signed_meeting("kari", "jonas", "henrik", "mina"))

    assert counts[0] == counts[1]


def test_nothing_of_a_system_meeting_leads_to_a_log():
    meeting = a_signed_meeting()
    pages = [("system_meeting", meeting.pk), ("system_minutes", meeting.pk), ("system_learning", SCHOOL)]
    for name, where in [*pages, ("system_unit", SCHOOL)]:
        page = Visitor("elle").see(name, where).content.decode()
        assert "/logger/" not in page.split("<main", 1)[1]


def _count(key, name, *where):
    visitor = Visitor(key)
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(name, *where).status_code == 200
    return len(asked)
