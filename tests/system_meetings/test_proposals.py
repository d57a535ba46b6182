"""Proposals: who makes them, what they must say, which meeting they reach, and what the leader does with them."""

import html
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.demo import cast
from stafett.kernel import personal_number
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.tenancy import within
from stafett.system_meetings.enums import ProposalState, Refusal
from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.models import SystemMeeting, TopicProposal
from stafett.system_meetings.operations import planning, proposing
from tests import stage
from tests.insight.filling import LOWER, counted
from tests.insight.filling import SCHOOL as COUNTED
from tests.system_meetings import around
from tests.system_meetings.around import HERE, KINDERGARTEN, PPT, SCHOOL, a_meeting, a_proposal
from tests.web import reading
from tests.web.visiting import Visitor

NUMBER = personal_number.synthetic(date(2015, 1, 1), 1).digits

pytestmark = pytest.mark.django_db


def fields(**changed):
    return {
        "unit_id": str(SCHOOL), "topic": "31", "title": "", "challenge": "Det ropes mye.",
        "sources": ["observations", "development"],
    } | changed  # fmt: skip


def stored():
    with within(HERE):
        return TopicProposal.objects.get()


def told(kind):
    with within(HERE):
        return set(Message.objects.filter(kind=kind).values_list("recipient_id", flat=True))


def test_a_service_proposes_to_a_school_and_its_leader_is_told():
    answer = Visitor("henrik").send("new_topic", fields=fields())

    assert answer.status_code == 302
    assert (stored().title, stored().topic, stored().service_id) == ("Språkbruk", 31, PPT)
    assert stored().sources == ["development", "observations"]
    assert told("topic_proposed") == {cast.person("elle").id}


def test_a_teacher_proposes_an_own_topic_to_the_own_school():
    own = fields(topic="", title="Overgangen fra storefri")

    assert Visitor("kari").send("new_topic", fields=own).status_code == 302
    assert (stored().title, stored().topic) == ("Overgangen fra storefri", None)


@pytest.mark.parametrize(
    "missing", [{"challenge": " "}, {"sources": []}, {"topic": "", "title": ""}, {"unit_id": ""}]
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_stored(missing):
    answer = Visitor("henrik").send("new_topic", fields=fields(**missing))

    assert answer.status_code == 422
    assert reading.errors(answer)
    with within(HERE):
        assert not TopicProposal.objects.exists()


@pytest.mark.parametrize(
    "hostile",
    [{"unit_id": str(PPT)}, {"topic": "32"}, {"topic": "18"}, {"sources": ["rykter"]}],
)
def test_what_the_form_does_not_offer_is_refused(hostile):
    assert Visitor("henrik").send("new_topic", fields=fields(**hostile)).status_code == 422


def test_nobody_speaks_for_a_unit_where_they_do_not_work_even_past_the_form():
    with within(HERE), pytest.raises(Refused) as stopped:
        proposing.propose_topic(
            actor=stage.actor("henrik"), unit_id=SCHOOL, service_id=SCHOOL, today=stage.today(),
            **around.topic_words(),
        )  # fmt: skip

    assert stopped.value.refusal == BeforeRefusal.NO_SUCH_UNIT


def test_the_name_of_a_child_in_the_school_is_refused_and_what_was_typed_is_kept():
    noor = cast.child("noor").person
    text = f"{noor.given} {noor.family} roper mye."

    answer = Visitor("henrik").send("new_topic", fields=fields(challenge=text))

    assert answer.status_code == 422
    assert reading.fields(answer)["challenge"] == [text]
    with within(HERE):
        assert not TopicProposal.objects.exists()


def test_a_first_name_asks_whether_it_is_a_child_and_goes_through_when_it_is_not():
    first = fields(challenge=f"{cast.child('noor').person.given} er et fint navn.")

    asked = Visitor("henrik").send("new_topic", fields=first)
    assert asked.status_code == 422
    assert "not_a_child" in reading.errors(asked)

    assert Visitor("henrik").send("new_topic", fields=first | {"not_a_child": "on"}).status_code == 302


def test_a_personal_number_is_refused():
    with within(HERE), pytest.raises(Refused) as stopped:
        proposing.propose_topic(
            actor=stage.actor("henrik"), unit_id=SCHOOL, service_id=PPT, today=stage.today(),
            **around.topic_words(challenge=f"Gjelder {NUMBER}."),
        )  # fmt: skip

    assert stopped.value.refusal == Refusal.PERSONAL_NUMBER


def test_one_that_is_late_says_so_and_rolls_to_the_next_meeting():
    a_meeting(ahead=3, topic=False)
    a_meeting(ahead=30, topic=False)
    a_proposal()

    leader, proposer = (reading.words(page) for page in _pages())
    assert "Kom mindre enn en uke før møtet" in leader
    assert "Det er derfor med til møtet" in leader
    assert "Det er derfor med til møtet" in proposer


def test_the_leader_puts_it_on_the_meeting_it_reaches_and_the_service_presents_it():
    meeting, proposal = a_meeting(topic=False), a_proposal()

    answer = Visitor("elle").send("topic_choice", meeting.pk, fields={"proposal_id": str(proposal.pk)})

    assert answer.status_code == 302
    changed = around.reached(meeting)
    assert (changed.title, changed.challenge) == (proposal.title, proposal.challenge)
    assert changed.presenter.person_id == cast.person("henrik").id
    assert stored().state == ProposalState.CHOSEN
    assert told("topic_answered") == {cast.person("henrik").id}


def test_one_that_is_late_cannot_be_put_on_even_past_the_form():
    meeting, proposal = a_meeting(ahead=6, topic=False), a_proposal()

    with within(HERE), pytest.raises(Refused) as stopped:
        planning.choose_proposal(
            actor=stage.actor("elle"), meeting=meeting, proposal_id=proposal.pk, today=stage.today()
        )

    assert stopped.value.refusal == BeforeRefusal.REPORTED_TOO_LATE


def test_another_choice_lets_the_first_wait_again():
    meeting, first, second = a_meeting(topic=False), a_proposal(), a_proposal(topic=20)
    for proposal in (first, second):
        Visitor("elle").send("topic_choice", meeting.pk, fields={"proposal_id": str(proposal.pk)})

    with within(HERE):
        states = dict(TopicProposal.objects.values_list("pk", "state"))
    assert states == {first.pk: ProposalState.WAITING, second.pk: ProposalState.CHOSEN}


def test_a_meeting_with_a_proposal_cannot_be_moved_to_within_its_week():
    meeting, proposal = a_meeting(topic=False), a_proposal()
    Visitor("elle").send("topic_choice", meeting.pk, fields={"proposal_id": str(proposal.pk)})

    moved = {
        "day": (stage.today() + timedelta(days=5)).isoformat(), "at": "14:00", "minutes": "90", "place": "Her",
        "version": str(around.reached(meeting).version),
    }  # fmt: skip
    answer = Visitor("elle").send("change_system_meeting", meeting.pk, fields=moved)

    assert answer.status_code == 422
    assert "day" in reading.errors(answer)


def test_a_meeting_that_is_called_off_or_gets_no_topic_gives_its_proposal_back():
    for route in ("cancel_system_meeting", "topic_release"):
        meeting, proposal = a_meeting(topic=False), a_proposal()
        Visitor("elle").send("topic_choice", meeting.pk, fields={"proposal_id": str(proposal.pk)})

        assert Visitor("elle").send(route, meeting.pk).status_code == 302

        with within(HERE):
            assert TopicProposal.objects.get(pk=proposal.pk).state == ProposalState.WAITING
            assert SystemMeeting.objects.get(pk=meeting.pk).proposal is None


def test_what_is_set_aside_is_answered_and_can_be_taken_up_again():
    proposal = a_proposal()

    Visitor("elle").send("proposal_setting_aside", proposal.pk, fields={"answer": "Vi tar det til høsten."})
    assert "Vi tar det til høsten." in reading.words(Visitor("henrik").see("system_meetings"))
    Visitor("elle").send("proposal_return", proposal.pk)
    assert stored().state == ProposalState.WAITING


def test_whoever_proposed_it_takes_it_back_while_it_waits_and_not_after():
    meeting, proposal = a_meeting(topic=False), a_proposal()
    Visitor("elle").send("topic_choice", meeting.pk, fields={"proposal_id": str(proposal.pk)})
    assert Visitor("henrik").send("proposal_withdrawal", proposal.pk).status_code == 422

    other = a_proposal(unit=KINDERGARTEN)
    assert Visitor("henrik").send("proposal_withdrawal", other.pk).status_code == 302


def test_the_numbers_lead_to_a_proposal_from_logs_and_plans():
    counted(wellbeing={(COUNTED, "grades_5_7"): 9, (LOWER, "grades_8_10"): 14})
    elle = Visitor("elle")

    page = elle.see("system_unit", SCHOOL)
    assert "Trivsel, 5.–7. trinn: 9 logger" in reading.words(page)
    (way,) = re.findall(r'href="([^"]*kilde=logs_and_plans)"', page.content.decode())
    given = reading.fields(elle.get(html.unescape(way)))
    answer = elle.send(
        "new_topic", fields=given | {"topic": "31", "challenge": "Mange trives ikke på mellomtrinnet."}
    )

    assert (given["unit_id"], given["sources"]) == ([str(SCHOOL)], ["logs_and_plans"])
    assert (answer.status_code, stored().sources, stored().unit_id) == (302, ["logs_and_plans"], SCHOOL)
    waiting = reading.words(elle.see("system_unit", SCHOOL))
    assert "Stafettlogger, aktivitetsplaner og tiltaksplaner, sett under ett" in waiting


def test_numbers_under_five_and_other_units_are_not_beside_the_proposals():
    counted(wellbeing={(COUNTED, "grades_5_7"): 4, (LOWER, "grades_8_10"): 14})

    words = reading.words(Visitor("elle").see("system_unit", SCHOOL))

    assert "Under fem vises aldri." in words
    assert "Trivsel," not in words


def test_the_number_of_questions_is_the_same_for_many_proposals_and_meetings():
    counts = []
    for _round in range(2):
        a_proposal()
        a_meeting(topic=False)
        counts.append([_count(key, name, *where) for key, name, *where in _LISTS])
        for number in range(4):
            a_proposal(challenge=f"Utfordring {number}.")
            a_meeting(ahead=20 + number)

    assert counts[0] == counts[1]


_LISTS = (("elle", "system_unit", SCHOOL), ("henrik", "system_meetings"), ("elle", "system_meetings"))


def _count(key, name, *where):
    visitor = Visitor(key)
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(name, *where).status_code == 200
    return len(asked)


def _pages():
    return Visitor("elle").see("system_unit", SCHOOL), Visitor("henrik").see("system_meetings")
