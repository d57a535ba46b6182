"""Whole meetings: a full table in a kindergarten, and one that is led by plain forms from its opening to signed minutes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.register.tenancy import within
from stafett.system_meetings.enums import MeetingState
from stafett.system_meetings.models import SystemMeasure, SystemMinutesPart
from stafett.system_meetings.operations import seating
from stafett.system_meetings.queries.minutes import kept_ideas
from tests import stage
from tests.system_meetings import around, at_the_table
from tests.system_meetings.around import HERE, KINDERGARTEN
from tests.system_meetings.at_the_table import seen, stored, walk, words_of
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db

FULL = 25
WITH_LOGIN = ("pernille", "henrik", "amal", "tove", "mina", "astrid", "liv", "samira", "geir")
ROUNDS = ("questions", "factors", "measures")


def a_table(count):
    """A meeting under way in the kindergarten with so many there: Ingeborg, some with a login, and the rest without."""
    meeting = around.an_invited_meeting(*WITH_LOGIN[: count - 1], unit=KINDERGARTEN)
    with within(HERE):
        for number in range(count - 1 - len(WITH_LOGIN)):
            seating.seat_outsider(
                actor=stage.actor("ingeborg"),
                meeting=meeting,
                name=f"Deltaker {number}",
                service="Barnehagen",
            )
    return at_the_table.begun(around.reached(meeting))


def test_everybody_at_a_full_table_is_heard_and_one_measure_comes_out_of_it():
    meeting = walk(a_table(FULL), "summary", through=at_the_table.everybody_speaks)
    seats, sitting = seen(meeting).there, seen(meeting)
    assert len(seats) == FULL
    for kind, said in (("question", sitting.questions), ("factor", sitting.factors), ("idea", sitting.ideas)):
        assert [(each.attendee_id, each.text) for each in said] == [
            (seat.pk, words_of(kind, seat)) for seat in seats
        ]

    meeting = at_the_table.end(meeting)

    with within(HERE):
        first = SystemMeasure.objects.get(meeting=meeting)
        backlog = [idea.text for idea in kept_ideas(meeting)]
    assert (first.is_first, first.text) == (True, words_of("idea", seats[0]))
    assert backlog == [words_of("idea", seat) for seat in seats[1:]]
    said = _sign_as_it_stands("ingeborg", meeting)
    assert stored(meeting).state == MeetingState.DONE
    assert {words_of("factor", seat) for seat in seats[1:]} < set(said["factors"].splitlines())
    assert words_of("factor", seats[0]) in said["factors"].splitlines()[0]
    assert said["measures"].splitlines()[0] == first.text
    assert said["ideas"].splitlines() == backlog
    assert {f"{seat.name}, {seat.service}" for seat in seats} < set(said["fact"].splitlines())


def test_the_pages_at_a_full_table_cost_no_more_than_at_the_smallest():
    costs = [_costs(a_table(count)) for count in (3, FULL)]

    assert costs[0] == costs[1]
    assert max(costs[1].values()) <= 30


def test_a_leader_takes_the_meeting_through_every_step_by_plain_forms():
    meeting = around.an_invited_meeting()
    elle, (own, kari, henrik) = Leader(meeting), [seat.pk for seat in meeting.seats]
    assert "Hvem er viddevakt?" in elle.opens(
        there_ids=[str(own), str(kari), str(henrik)], presenter_id=kari, writer_id=own, track_keeper_id=henrik
    )

    assert "Henrik Regleplass er viddevakt" in elle.page()
    elle.goes_on("challenge")
    elle.goes_on("questions", **{"challenge.background": "Vi ser det hver dag."})

    assert "Noen har ikke hatt ordet ennå (3)." in elle.is_refused()
    assert "er på et annet steg" in elle.is_refused(go="end", at="summary")
    elle.goes_round({own: "", kari: "Når på dagen?", henrik: ""}, "question")
    (question,) = seen(meeting).questions
    elle.goes_on("status_quo", **{f"answer.{question.pk.hex}": "Mest etter storefri."})

    assert "Velg om utfordringen er den samme" in elle.is_refused()
    sharper = {"agreed.as": "sharpened", "agreed.text": "alle bytter rom samtidig"}
    assert "når alle er enige" in elle.is_refused(**sharper)
    elle.goes_on("factors", **sharper, **{"agreed.all": "on"})
    elle.sends("back", "status_quo")
    assert reading.fields(elle.see("system_step", meeting.pk))["agreed.text"] == ["alle bytter rom samtidig"]
    elle.goes_on("factors")
    assert "Da er vi enige om at «alle bytter rom samtidig»" in elle.page()

    assert "Noen har ikke hatt ordet ennå (3)." in elle.is_refused()
    elle.goes_round({own: "Alle går samtidig", kari: "Trange ganger", henrik: "Lite voksne ute"}, "factor")
    assert "Si for hver faktor om dere kan gjøre noe med den (3 mangler)." in elle.is_refused()
    ways = dict(zip(seen(meeting).factors, ("can", "cannot", "can"), strict=True))
    for factor, way in ways.items():
        elle.says(factor, way)
    elle.goes_on("measures")

    first = seen(meeting).factors[0]
    elle.says(first, "chosen")
    assert "Noen har ikke hatt ordet ennå (3)." in elle.is_refused()
    elle.goes_round({own: "To tider for storefri", kari: "Egne hyller ved døra", henrik: ""}, "idea")
    elle.goes_on("summary")

    idea = next(idea for idea in seen(meeting).ideas if idea.text == "Egne hyller ved døra")
    decided = {f"measure.{name}": text for name, text in at_the_table.measure(meeting, str(idea.pk)).items()}
    assert "Velg det ene tiltaket" in elle.is_refused(go="end")
    elle.ends(**decided)
    said = _sign_as_it_stands("elle", meeting)

    assert said["challenge"] == "alle bytter rom samtidig"
    assert said["factors"].splitlines() == [
        "Her begynner vi: Alle går samtidig", "Trange ganger", "Lite voksne ute",
    ]  # fmt: skip
    assert (said["measures"].splitlines()[0], said["ideas"]) == (
        "Egne hyller ved døra",
        "To tider for storefri",
    )
    assert (said["plan"], "Vi teller i en uke." in said["evaluation"]) == ("Rektor avtaler tid.", True)


class Leader(Visitor):
    """Elle without a script: she sends the form as the page shows it, with what she has filled in."""

    def __init__(self, meeting):
        super().__init__("elle")
        self.meeting = meeting

    def page(self):
        """The words of the step."""
        return reading.words(self.see("system_step", self.meeting.pk))

    def opens(self, **fields):
        """Begin the meeting; gives the words of the page that asked."""
        asked = self.see("system_opening", self.meeting.pk)
        sent = reading.fields(asked) | {name: _text(value) for name, value in fields.items()}
        assert self.send("system_opening", self.meeting.pk, fields=sent).status_code == 302
        return reading.words(asked)

    def presses(self, go, **fields):
        """Press a button that the page has, with fields that the page asks for; gives the answer."""
        page = self.see("system_step", self.meeting.pk)
        shown = page.content.decode()
        for name in fields.keys() - {"at"}:
            assert f'name="{name}"' in shown
        assert f'value="{go}"' in shown or fields.get("at")
        return self.send("system_step", self.meeting.pk, fields=reading.fields(page) | fields | {"go": go})

    def sends(self, go, step, **fields):
        """Press, and come to a step."""
        assert self.presses(go, **fields).status_code == 302
        assert stored(self.meeting).step == step

    def goes_on(self, step, **fields):
        """Go on to the next step."""
        self.sends("next", step, **fields)

    def is_refused(self, go="next", **fields):
        """Press, and stay where one is; gives the words of the answer."""
        before = stored(self.meeting).step
        answer = self.presses(go, **fields)
        assert (answer.status_code, stored(self.meeting).step) == (422, before)
        return reading.words(answer)

    def goes_round(self, words, kind):
        """Give everybody the floor, and write what each of them says; whoever says nothing passes."""
        self.sends(f"turn.{next(iter(words))}", stored(self.meeting).step)
        for seat, text in words.items():
            assert seen(self.meeting).speaker.pk == seat
            said = {f"{kind}.{seat.hex}": text} if text else {}
            self.sends("turn" if text else "pass", stored(self.meeting).step, **said)

    def says(self, factor, way):
        """Press what those at the table have found about a factor."""
        address = reverse("system_said", args=[self.meeting.pk, "factor", factor.pk])
        assert address in self.see("system_step", self.meeting.pk).content.decode()
        assert self.post(address, {"way": way}).status_code == 302

    def ends(self, **fields):
        """Decide on the measure, and come to the look back."""
        answer = self.presses("end", **fields)
        assert answer["Location"] == reverse("system_evaluation", args=[self.meeting.pk])


def _sign_as_it_stands(key, meeting):
    """Look back, and sign the minutes as the meeting has written them; gives what each kind of part says."""
    leader = Visitor(key)
    looked = reading.fields(leader.see("system_evaluation", meeting.pk))
    looked |= {"kept_structure": "yes", "was_useful": "yes"}
    assert leader.send("system_evaluation", meeting.pk, fields=looked).status_code == 302
    fields = reading.fields(leader.see("system_signing", meeting.pk))
    assert fields["evaluate_on"] == [(stage.today() + timedelta(days=42)).isoformat()]
    assert leader.send("system_signing", meeting.pk, fields=fields).status_code == 302
    with within(HERE):
        parts = SystemMinutesPart.objects.filter(minutes__meeting=meeting).order_by("position")
        said = {}
        for part in parts:
            said[part.kind] = f"{said[part.kind]}\n{part.text}" if part.kind in said else part.text
    return said


def _costs(meeting):
    """How many queries each page asks in each round when everybody has spoken: (step, page) -> count."""
    costs, visitors = (
        {},
        (("ingeborg", "system_step"), ("ingeborg", "system_mode"), ("henrik", "system_mode")),
    )
    for step in ROUNDS:
        meeting = walk(meeting, step, through=at_the_table.everybody_speaks)
        if step == "measures":
            meeting = at_the_table.said(meeting, "factor", seen(meeting).factors[0], "chosen")
        kind = {"questions": "question", "factors": "factor", "measures": "idea"}[step]
        meeting = at_the_table.everybody_speaks(meeting, kind, "")
        for key, page in visitors:
            visitor = Visitor(key)
            visitor.see(page, meeting.pk)
            with CaptureQueriesContext(connection) as asked:
                assert visitor.see(page, meeting.pk).status_code == 200
            costs[step, key, page] = len(asked)
    return costs


def _text(value):
    return value if isinstance(value, list) else str(value)
