"""The pages of a running meeting: the leader's, everybody's own, and what an open page fetches and saves."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.register.tenancy import within
from stafett.system_meetings.models import SystemMeeting
from tests.system_meetings import around, at_the_table
from tests.system_meetings.around import HERE
from tests.system_meetings.at_the_table import opened, seat_of, seen, stored, walk
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def test_a_meeting_is_opened_and_the_script_is_there_to_be_read_out():
    meeting = around.an_invited_meeting()
    fields = {
        "there_ids": [str(seat.pk) for seat in meeting.seats], "writer_id": str(seat_of(meeting, "elle").pk),
        "presenter_id": str(seat_of(meeting, "kari").pk), "track_keeper_id": str(seat_of(meeting, "henrik").pk),
        "turn_minutes": "3",
    }  # fmt: skip

    assert Visitor("elle").send("system_opening", meeting.pk, fields=fields).status_code == 302

    words = reading.words(Visitor("elle").see("system_step", meeting.pk))
    assert "Henrik Regleplass er viddevakt og hjelper oss tilbake på sporet" in words
    assert "i 3 minutter hver" in words


def test_without_a_viddevakt_the_page_says_so_beside_the_field():
    meeting = around.an_invited_meeting()
    fields = {"there_ids": [str(seat.pk) for seat in meeting.seats], "turn_minutes": "2"}
    fields |= {
        name: str(seat_of(meeting, "elle").pk) for name in ("writer_id", "presenter_id", "track_keeper_id")
    }

    answer = Visitor("elle").send("system_opening", meeting.pk, fields=fields)

    assert answer.status_code == 422
    assert "kan ikke være viddevakt" in reading.errors(answer)["track_keeper_id"]


def test_the_agreement_is_concluded_with_its_sentence_before_the_next_step():
    meeting = walk(opened(), "status_quo")
    elle, fields = (
        Visitor("elle"),
        {"at": "status_quo", "go": "next", "agreed.as": "same", "agreed.text": "Det ropes mye"},
    )

    refused = elle.send("system_step", meeting.pk, fields=fields)
    went_on = elle.send("system_step", meeting.pk, fields=fields | {"agreed.all": "on"})

    assert (refused.status_code, went_on.status_code) == (422, 302)
    assert reading.fields(refused)["agreed.text"] == ["Det ropes mye"]
    words = reading.words(Visitor("henrik").see("system_mode", meeting.pk))
    assert "Da er vi enige om at «Det ropes mye» er utfordringen vi drøfter i dette møtet." in words


def test_everybody_has_their_turn_on_their_own_device():
    meeting = walk(opened(), "factors")
    henrik, field = Visitor("henrik"), f"factor.{seat_of(meeting, 'henrik').pk.hex}"
    early = henrik.send("system_own", meeting.pk, fields={"at": "factors", field: "Nye lærere", "go": "put"})
    assert early.status_code == 422 and reading.fields(early)[field] == ["Nye lærere"]
    Visitor("elle").send(
        "system_step", meeting.pk, fields={"at": "factors", "go": f"turn.{seat_of(meeting, 'henrik').pk}"}
    )
    assert "Jeg har hatt ordet" in reading.words(henrik.see("system_part", meeting.pk))

    henrik.send("system_own", meeting.pk, fields={"at": "factors", field: "Nye lærere", "go": "done"})

    words = reading.words(Visitor("kari").see("system_part", meeting.pk))
    assert "Nye lærere" in words and "har hatt ordet" in words
    assert "Utenfor vår rekkevidde" not in words


def test_what_one_does_with_ones_words_stands_below_them_also_when_the_turn_comes():
    meeting = walk(opened(), "factors")
    henrik = Visitor("henrik")
    Visitor("elle").send(
        "system_step", meeting.pk, fields={"at": "factors", "go": f"turn.{seat_of(meeting, 'henrik').pk}"}
    )

    page = henrik.see("system_mode", meeting.pk).content.decode()
    part = henrik.see("system_part", meeting.pk).content.decode()

    assert page.index("</textarea>") < page.index('value="done"') < page.index("</main>")
    assert 'id="sm-own-go" hx-swap-oob="true"' in part and 'value="done"' in part
    assert 'hx-swap-oob="true"' not in page
    assert "Steg 5 av 7" in reading.words(henrik.see("system_mode", meeting.pk))
    assert 'id="sm-own-go"' not in Visitor("elle").see("system_part", meeting.pk).content.decode()


def test_a_page_that_is_open_before_the_meeting_goes_along_when_it_begins():
    planned = around.an_invited_meeting()

    page = Visitor("kari").see("system_mode", planned.pk).content.decode()

    assert 'id="sm-own"' in page and "data-moves" in page
    assert 'name="go"' not in page


def test_whoever_writes_writes_for_the_one_who_has_the_floor():
    meeting = walk(opened(), "questions")
    elle = Visitor("elle")
    elle.send(
        "system_step", meeting.pk, fields={"at": "questions", "go": f"turn.{seat_of(meeting, 'kari').pk}"}
    )
    field = f"question.{seat_of(meeting, 'kari').pk.hex}"
    assert field in reading.fields(elle.see("system_step", meeting.pk))

    elle.send("system_step", meeting.pk, fields={"at": "questions", field: "Hvem ser det?", "go": "turn"})

    (question,) = seen(meeting).questions
    assert (question.text, question.attendee.name) == ("Hvem ser det?", seat_of(meeting, "kari").name)
    assert seen(meeting).speaker.name.startswith("Elle")


def test_a_word_that_may_be_a_childs_name_is_asked_about_and_kept():
    meeting = walk(opened(), "questions")
    elle, field = Visitor("elle"), f"question.{seat_of(meeting, 'elle').pk.hex}"
    fields = {"at": "questions", field: "Er det Nils?", "go": "put"}

    asked = elle.send("system_step", meeting.pk, fields=fields)
    sure = elle.send("system_step", meeting.pk, fields=fields | {"not_a_child": "on"})

    assert (asked.status_code, sure.status_code) == (422, 302)
    assert "«Nils» kan være navnet på et barn" in reading.words(asked)
    assert "Navnet i teksten gjelder ikke et barn hos dere" in reading.words(asked)
    assert reading.fields(asked)[field] == ["Er det Nils?"]
    assert [question.text for question in seen(meeting).questions] == ["Er det Nils?"]


def test_open_pages_fetch_and_save_words_and_two_in_one_field_see_both():
    meeting = walk(opened(), "factors")
    field = f"factor.{seat_of(meeting, 'henrik').pk.hex}"
    henrik, elle = Visitor("henrik"), Visitor("elle")

    saved = henrik.send(
        "system_words", meeting.pk, fields={"field": field, "text": "Nye lærere", "version": "0"}
    )
    clash = elle.send("system_words", meeting.pk, fields={"field": field, "text": "Uklart", "version": "0"})
    others = Visitor("kari").see("system_words", meeting.pk).json()

    assert (saved.status_code, saved.json()) == (200, {"version": 1})
    assert (clash.status_code, clash.json()["both"]) == (409, "Nye lærere\nUklart")
    assert field not in others["fields"] and others["step"] == "factors"
    assert elle.see("system_words", meeting.pk).json()["fields"][field]["text"] == "Nye lærere"


def test_the_viddevakts_line_stands_on_everybodys_page():
    meeting = opened()
    assert Visitor("kari").send("system_card", meeting.pk, fields={"reason": "time"}).status_code == 422

    Visitor("henrik").send("system_card", meeting.pk, fields={"reason": "time"})

    for key in ("elle", "kari", "henrik"):
        assert "Tilbake på sporet La oss se på tiden vi har igjen" in reading.words(
            Visitor(key).see("system_mode", meeting.pk)
        )
    assert "For viddevakten" not in reading.words(Visitor("kari").see("system_mode", meeting.pk))


def test_somebody_goes_and_comes_back_by_themselves():
    meeting, seat = opened(), {}
    seat["seat_id"] = str(seat_of(meeting, "kari").pk)

    Visitor("kari").send("system_presence", meeting.pk, fields=seat | {"is_here": "no"})
    gone = reading.words(Visitor("elle").see("system_presence", meeting.pk))
    Visitor("kari").send("system_presence", meeting.pk, fields=seat | {"is_here": "yes"})

    assert "Har gått" in gone
    assert seen(meeting).seat(seat_of(meeting, "kari").pk).is_there


def test_what_was_said_in_another_meeting_is_not_there():
    meeting, other = opened(), walk(opened(), "measures")
    thing = seen(other).factors[0].pk

    assert (
        Visitor("elle")
        .send("system_said", meeting.pk, "factor", thing, fields={"way": "removed"})
        .status_code
        == 404
    )


def test_the_last_page_decides_on_one_measure_and_leads_to_the_evaluation():
    meeting = walk(opened(), "summary")
    idea = str(seen(meeting).ideas[1].pk)
    fields = {f"measure.{name}": text for name, text in at_the_table.measure(meeting, idea).items()}
    elle = Visitor("elle")

    refused = elle.send(
        "system_step", meeting.pk, fields=fields | {"at": "summary", "go": "end", "measure.method": ""}
    )
    answer = elle.send("system_step", meeting.pk, fields=fields | {"at": "summary", "go": "end"})

    assert reading.errors(refused)["measure.method"] == "Skriv hvordan dere evaluerer."
    assert answer.status_code == 302 and answer["Location"].endswith("/evaluering/")
    assert "Samtalen er avsluttet" in reading.words(Visitor("kari").see("system_mode", meeting.pk))


@pytest.mark.parametrize("page", ["system_mode", "system_step", "system_part"])
def test_a_page_costs_the_same_however_much_has_been_said(page):
    meeting = walk(opened(), "measures")
    meeting = at_the_table.said(meeting, "factor", seen(meeting).factors[0], "chosen")
    elle = Visitor("elle")
    elle.see(page, meeting.pk)
    few = _queries(elle, page, meeting)
    at_the_table.own(walk_turn(meeting), "kari", {"idea": "\n".join(f"Idé {number}" for number in range(20))})

    assert _queries(elle, page, meeting) == few <= 30


def walk_turn(meeting):
    """Kari has the floor."""
    return at_the_table.step(meeting, go=f"turn.{seat_of(meeting, 'kari').pk}")


def test_a_meeting_that_has_not_begun_or_is_broken_off_says_so():
    planned, stopped = around.an_invited_meeting(), opened()
    Visitor("elle").send("system_stop", stopped.pk, fields={"reason": "Brannalarmen gikk"})

    assert "har ikke begynt ennå" in reading.words(Visitor("kari").see("system_mode", planned.pk))
    assert "avlyst" in reading.words(Visitor("kari").see("system_mode", stopped.pk))
    with within(HERE):
        assert SystemMeeting.objects.get(pk=stored(stopped).pk).cancelled_reason == "Brannalarmen gikk"


def _queries(visitor, page, meeting):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert visitor.see(page, meeting.pk).status_code == 200
    return len(asked)
