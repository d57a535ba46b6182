"""The pages of meeting mode: what the one who writes, those at the table and everybody else get."""

import json

import pytest
from django.urls import reverse

from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.log_meetings.models import WorkingText
from stafett.log_meetings.queries.mode import sees_writing
from stafett.register.tenancy import within
from stafett.relay_log.rules.sight import Sight
from tests import stage
from tests.log_meetings import holding
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def meeting(db):
    """A first meeting about Noor, under way."""
    with within(HERE):
        return holding.opened(stage.open_log("noor"))


def post(visitor, route, meeting, **fields):
    """Send fields to a page of the meeting."""
    return visitor.post(reverse(route, args=[meeting.pk]), fields)


def concern_fields(**changed):
    """The first step as a browser without a script sends it."""
    return {"at": "concern", **holding.CONCERN, **changed}


def test_without_a_script_a_step_is_a_form_like_any_other(meeting):
    kari = Visitor("kari")

    answer = post(kari, "meeting_step", meeting, go="next", **concern_fields())
    page = kari.see("meeting_step", meeting.pk)

    assert answer.status_code == 302
    assert "Steg 2 av 6" in reading.words(page)


def test_what_is_missing_stands_beside_its_field_and_the_words_are_kept(meeting):
    answer = post(
        Visitor("kari"), "meeting_step", meeting, go="next", **concern_fields(**{"concern.child_view": ""})
    )

    assert answer.status_code == 422
    assert "rett til å bli hørt" in reading.errors(answer)["concern.child_view"]
    assert reading.fields(answer)["concern.title"] == ["Leseflyten er lav"]


def test_two_without_a_script_both_see_both_texts(meeting):
    with within(HERE):
        holding.save(meeting, "concern.title", "Lesingen går sakte")

    answer = post(
        Visitor("kari"), "meeting_step", meeting, go="next", **concern_fields(**{"v.concern.title": "0"})
    )

    assert answer.status_code == 409
    assert reading.fields(answer)["concern.title"] == ["Leseflyten er lav"]
    assert "Lesingen går sakte" in reading.words(answer)
    assert reading.fields(answer)["v.concern.title"] == ["1"]


def test_words_are_saved_with_their_version_and_a_clash_gives_both(meeting):
    kari = Visitor("kari")

    first = post(kari, "meeting_words", meeting, field="concern.title", text="Leseflyten er lav", version="0")
    clash = post(kari, "meeting_words", meeting, field="concern.title", text="Noe annet", version="0")
    refused = post(kari, "meeting_words", meeting, field="goal.text", text="Noe", version="0")

    assert (first.status_code, json.loads(first.content)) == (200, {"version": 1})
    assert clash.status_code == 409
    assert json.loads(clash.content)["text"] == "Leseflyten er lav"
    assert refused.status_code == 422


def test_those_at_the_table_see_what_is_written_and_strangers_to_it_do_not(meeting):
    with within(HERE):
        holding.save(meeting, "concern.title", "Leseflyten er lav")

    mother = Visitor("fatima").see("meeting_mode", meeting.pk)
    part = Visitor("fatima").see("meeting_part", meeting.pk)

    assert "Leseflyten er lav" in reading.words(mother)
    assert "Leseflyten er lav" in reading.words(part)
    assert Visitor("dag").see("meeting_part", meeting.pk).status_code == 404


def test_only_those_who_keep_the_minutes_write(meeting):
    answers = {
        key: post(Visitor(key), "meeting_words", meeting, field="concern.title", text="x", version="0")
        for key in ("fatima", "dag")
    }

    assert {key: answer.status_code for key, answer in answers.items()} == {"fatima": 403, "dag": 404}
    with within(HERE):
        assert not WorkingText.objects.exists()


def test_fetching_parts_is_one_row_for_each_reader_and_sitting(meeting):
    mother, kari = Visitor("fatima"), Visitor("kari")

    for _time in range(3):
        mother.see("meeting_part", meeting.pk)
        kari.see("meeting_words", meeting.pk)

    with within(HERE):
        rows = Entry.objects.filter(kind=EntryKind.READ, thing_id=meeting.pk).values_list(
            "actor_name", flat=True
        )
        assert sorted(rows) == sorted(cast.person(key).name for key in ("fatima", "kari"))


def test_a_service_that_is_let_into_other_concerns_only_sees_nothing_of_this_one(meeting):
    with within(HERE):
        holding.step(meeting, holding.CONCERN)
        concern = holding.sitting(meeting).concern

        assert not sees_writing(Sight(reader_id=None, only=frozenset()), concern)
        assert not sees_writing(Sight(reader_id=None, only=frozenset()), None)
        assert sees_writing(Sight(reader_id=None, only=frozenset({concern.pk})), concern)


def test_what_is_kept_from_guardians_is_not_written_before_their_eyes(meeting):
    with within(HERE):
        holding.step(meeting, holding.CONCERN)
        concern = holding.sitting(meeting).concern
        concern.kept_from_guardians = "Barnet ba om det"

        assert not sees_writing(Sight(reader_id=None, kept=False), concern)
        assert sees_writing(Sight(reader_id=None, kept=True), concern)


def test_the_number_of_queries_does_not_grow_with_what_is_written(meeting, django_assert_max_num_queries):
    with within(HERE):
        for words in (holding.CONCERN, {"analysis.group": "\n".join("abcdefgh")}, holding.GOAL):
            holding.step(meeting, words)
        for number in range(1, 6):
            holding.save(holding.stored(meeting), f"measure.home.{number}.text", "Leser")
    kari, mother = Visitor("kari"), Visitor("fatima")

    with django_assert_max_num_queries(30):
        assert kari.see("meeting_step", meeting.pk).status_code == 200
    with django_assert_max_num_queries(30):
        assert mother.see("meeting_part", meeting.pk).status_code == 200


def test_the_minutes_and_the_sheet_are_pages_of_their_own(db):
    with within(HERE):
        meeting = holding.to_confirm(stage.open_log("noor"))
        for key in ("kari", "fatima"):
            holding.confirm(meeting, key)
        holding.confirm(meeting, "noor", by="kari")

    minutes, paper = (Visitor("fatima").see(route, meeting.pk) for route in ("minutes", "meeting_paper"))

    for words in ("Leseflyten er lav", "har bekreftet", "Ledet møtet", "Neste møte"):
        assert words in reading.words(minutes)
    assert "Vi har lest og er enige" in reading.words(paper)


def test_somebody_at_the_table_says_that_something_is_not_right(db):
    with within(HERE):
        meeting = holding.to_confirm(stage.open_log("noor"))
    mother = Visitor("fatima")
    page = mother.see("meeting_mode", meeting.pk)
    seen = reading.fields(page)["seen"][0]

    answer = post(mother, "confirmation", meeting, agrees="no", words="Ti minutter er for mye.", seen=seen)

    assert answer.status_code == 302
    assert "Ti minutter er for mye." in reading.words(Visitor("kari").see("meeting_step", meeting.pk))
