"""How a meeting was: guardians answer once, the holder sees which way it goes, nobody else sees anything (L-45)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.log_meetings.enums import Face, MeetingState
from stafett.log_meetings.models import Pulse
from stafett.log_meetings.queries.pulse import felt_in, way_it_goes
from stafett.log_meetings.rules import pulse
from stafett.register.tenancy import within
from tests import stage
from tests.child_page.conftest import HERE, held_meeting, log, meeting, plain_styles
from tests.web import reading
from tests.web.visiting import Visitor

__all__ = ["log", "meeting", "plain_styles"]
GOOD = {"heard": "3", "agreed": "3", "knows_next": "3"}
POOR = {"heard": "1", "agreed": "2", "knows_next": "1"}


def test_a_father_says_how_the_meeting_was_and_says_it_once(log, meeting):
    hamid = Visitor("hamid")

    answer = hamid.send("meeting_pulse", meeting.pk, fields=POOR)
    again = hamid.send("meeting_pulse", meeting.pk, fields=GOOD)

    assert (answer.status_code, again.status_code) == (302, 422)
    assert "Du har svart om dette møtet." in reading.words(hamid.see("meeting_pulse", meeting.pk))
    with within(HERE):
        assert list(Pulse.objects.values_list("heard", "agreed", "knows_next")) == [(1, 2, 1)]


def test_the_page_of_a_held_meeting_leads_the_father_there(log, meeting):
    assert "Si hvordan møtet var" in reading.words(Visitor("hamid").see("meeting", meeting.pk))
    assert "Si hvordan møtet var" not in reading.words(Visitor("kari").see("meeting", meeting.pk))


def test_a_face_for_each_question_is_asked_for(log, meeting):
    answer = Visitor("hamid").send("meeting_pulse", meeting.pk, fields={"heard": "3", "agreed": "4"})

    assert answer.status_code == 422
    assert set(reading.errors(answer)) == {"agreed", "knows_next"}
    assert reading.fields(answer)["heard"] == ["3"]


@pytest.mark.parametrize("state", ["planned", "under_way", "cancelled"])
def test_a_meeting_that_was_not_held_is_not_asked_about(log, state):
    meeting = held_meeting(log, state=state)
    hamid = Visitor("hamid")

    assert "Møtet er ikke holdt ennå." in reading.words(hamid.see("meeting_pulse", meeting.pk))
    assert hamid.send("meeting_pulse", meeting.pk, fields=GOOD).status_code == 422


def test_the_holder_sees_both_sides_of_the_table_without_names(log, meeting):
    Visitor("hamid").send("meeting_pulse", meeting.pk, fields=POOR)
    Visitor("ahmed").send("child_pulse", log.pk, meeting.pk, fields=GOOD)

    words = reading.words(Visitor("kari").see("pulses", log.pk))

    assert "Ble du hørt? Ja Nei" in words
    assert "Hamid" not in words


def test_nobody_but_the_holder_sees_the_answers(log, meeting):
    for key, status in (("hamid", 403), ("ahmed", 403), ("jonas", 404)):
        assert Visitor(key).see("pulses", log.pk).status_code == status


def test_the_trend_is_the_last_meeting_against_those_before(log, meeting):
    before = held_meeting(log, days_ago=40)
    Visitor("hamid").send("meeting_pulse", before.pk, fields=POOR)
    Visitor("hamid").send("meeting_pulse", meeting.pk, fields=GOOD)

    with within(HERE):
        felt = felt_in(stage.reached(log))

    assert [each.meeting_id for each in felt] == [meeting.pk, before.pk]
    assert way_it_goes(felt) == 1
    assert "Det siste møtet kjentes bedre" in reading.words(Visitor("kari").see("pulses", log.pk))


def test_the_number_of_queries_is_the_same_for_one_meeting_and_for_many(
    log, meeting, django_assert_num_queries
):
    for days in range(2, 8):
        held_meeting(log, days_ago=days)
    with within(HERE):
        reached = stage.reached(log)
        with django_assert_num_queries(2):
            felt_in(reached)


@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("has_answered", [True, False])
def test_one_answers_once_about_what_has_been_held(state, has_answered):
    held = state in (MeetingState.TO_CONFIRM, MeetingState.DONE)

    assert bool(pulse.may_answer(state, has_answered=has_answered)) == (held and not has_answered)


@pytest.mark.parametrize(
    ("means", "way"), [([], 0), ([3], 0), ([1, 3], 1), ([3, 1], -1), ([2, 2.2], 0), ([1, 3, 2], 0)]
)
def test_a_small_change_is_no_change(means, way):
    assert pulse.trend(means) == way


@given(st.lists(st.sampled_from([1, 2, 3]), min_size=1))
def test_the_face_of_several_lies_among_them(faces):
    assert min(faces) <= pulse.rounded_face(pulse.mean(faces)) <= max(faces)
    assert pulse.rounded_face(pulse.mean(faces)) in Face
