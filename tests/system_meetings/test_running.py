"""Holding a system meeting: the seven steps, the rounds, who writes what, and what must be settled before going on."""

import pytest
from django.db import IntegrityError, transaction

from stafett.access.guard import Conflict
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.register.models import Child
from stafett.register.tenancy import within
from stafett.system_meetings.enums import Event, MeetingState, Refusal
from stafett.system_meetings.models import FollowUp, MeasureIdea, Question, SystemMeasure, Turn
from stafett.system_meetings.operations import opening, walking, watching
from stafett.system_meetings.queries.running import newest_in_system_meeting
from stafett.system_meetings.views.table import turns_of
from tests import stage
from tests.system_meetings import around, at_the_table
from tests.system_meetings.around import HERE
from tests.system_meetings.at_the_table import end, opened, own, said, save, seat_of, seen, step, walk

pytestmark = pytest.mark.django_db


def refusal_of(work, *args, **given):
    with pytest.raises(Refused) as refused, transaction.atomic():
        work(*args, **given)
    return refused.value.refusal


def test_a_meeting_begins_with_a_viddevakt_and_those_who_are_there():
    meeting = opened()

    assert (meeting.state, meeting.step) == (MeetingState.UNDER_WAY, "roles")
    assert [seat.name.split()[0] for seat in seen(meeting).there] == ["Elle", "Kari", "Henrik"]
    with within(HERE):
        assert Entry.objects.filter(event=Event.MEETING_OPENED, thing_id=meeting.pk, log_id=None).count() == 1


@pytest.mark.parametrize("keeper", [None, "elle"])
def test_no_meeting_begins_without_a_viddevakt_besides_the_leader(keeper):
    meeting = around.an_invited_meeting()
    seats = {key: seat_of(meeting, key).pk for key in ("elle", "kari", "henrik")}
    given = {
        "actor": stage.actor("elle"), "meeting": meeting, "there_ids": list(seats.values()), "turn_minutes": 2,
        "writer_id": seats["elle"], "presenter_id": seats["kari"], "track_keeper_id": seats.get(keeper),
    }  # fmt: skip

    with within(HERE):
        refused = refusal_of(opening.open_meeting, **given)

    assert refused == (Refusal.LEADER_KEEPS_WATCH if keeper else Refusal.NO_TRACK_KEEPER)


def test_the_steps_lead_to_one_measure_and_the_rest_is_kept():
    meeting = end(walk(opened(), "summary"))

    assert meeting.state == MeetingState.EVALUATING
    assert meeting.agreed_challenge == "det er mange overganger på én gang"
    with within(HERE):
        measure = SystemMeasure.objects.get(meeting=meeting)
        assert (measure.text, measure.is_first, measure.evaluator) == (
            "To tider for storefri",
            True,
            seat_of(meeting, "kari").name,
        )
        assert FollowUp.objects.get(measure=measure).partner_name == measure.partner.name
        assert [idea.text for idea in MeasureIdea.objects.filter(measure__isnull=True)] == [
            "Egne hyller ved døra"
        ]
        assert Question.objects.get(meeting=meeting).text == "Når på dagen?"


def test_only_one_measure_is_tried_first_whoever_writes_it():
    meeting = end(walk(opened(), "summary"))

    with within(HERE), pytest.raises(IntegrityError), transaction.atomic():
        first = SystemMeasure.objects.get(meeting=meeting)
        first.pk, first.idea = None, MeasureIdea.objects.get(measure__isnull=True)
        SystemMeasure.objects.create(
            **{
                field.attname: getattr(first, field.attname)
                for field in first._meta.fields
                if field.name != "id"
            }
        )


@pytest.mark.parametrize(
    ("at", "refusal"),
    [
        ("questions", Refusal.SOME_WAIT), ("status_quo", Refusal.NOT_AGREED), ("factors", Refusal.SOME_WAIT),
        ("measures", Refusal.SOME_WAIT),
    ],
)  # fmt: skip
def test_what_the_structure_asks_for_is_not_skipped(at, refusal):
    meeting = walk(opened(), at)
    words = {"agreed.as": "same", "agreed.text": "Det ropes"} if at == "status_quo" else {}

    with within(HERE):
        assert refusal_of(step, meeting, words) == refusal
    assert at_the_table.stored(meeting).step == at


def test_a_step_can_be_looked_at_anew_and_the_agreement_concluded_anew():
    meeting = step(step(walk(opened(), "factors"), go="back"), {"agreed.text": "at alle bytter rom samtidig"})

    assert (meeting.step, meeting.reached) == ("factors", "factors")
    assert meeting.agreed_challenge == "at alle bytter rom samtidig"


def test_the_floor_goes_round_and_who_comes_late_has_a_turn_too():
    meeting = walk(opened("kari", "henrik", "jonas", there=["elle", "kari", "henrik"]), "questions")
    meeting = step(meeting, go="turn")
    assert seen(meeting).speaker.name.startswith("Elle")
    meeting = step(step(meeting, go="pass"), go="turn")
    assert seen(meeting).speaker.name.startswith("Henrik")
    with within(HERE):
        opening.mark_presence(
            actor=stage.actor("jonas"),
            meeting=meeting,
            seat_id=seat_of(meeting, "jonas").pk,
            is_here=True,
            is_keeper=False,
        )

    meeting = step(meeting, go="turn")

    assert seen(meeting).speaker.name.startswith("Jonas")
    assert seen(meeting).come.waiting == 0
    with within(HERE):
        assert Turn.objects.filter(meeting=meeting, passed_at__isnull=False).count() == 1


def test_whoever_goes_while_they_have_the_floor_has_had_it_and_nobody_waits_for_them():
    meeting = step(walk(opened(), "questions"), go="turn")
    with within(HERE):
        opening.mark_presence(
            actor=stage.actor("elle"),
            meeting=meeting,
            seat_id=seat_of(meeting, "kari").pk,
            is_here=False,
            is_keeper=True,
        )

    meeting = step(meeting, go="turn")

    assert [turn.seat.name.split()[0] for turn in _turns(meeting)] == ["Elle", "Henrik"]
    assert seen(meeting).speaker.name.startswith("Henrik")


def test_nobody_notes_that_another_has_gone():
    meeting = opened()

    with within(HERE):
        assert refusal_of(
            opening.mark_presence, actor=stage.actor("kari"), meeting=meeting, seat_id=seat_of(meeting, "henrik").pk,
            is_here=False, is_keeper=False,
        ) == Refusal.NOT_THERE  # fmt: skip


def test_one_writes_before_ones_turn_and_puts_it_forward_in_it():
    meeting = walk(opened(), "factors")
    field = f"factor.{seat_of(meeting, 'henrik').pk.hex}"
    version = save(meeting, "henrik", field, "Mange lærere er nye")
    assert version == 1
    with within(HERE):
        assert refusal_of(own, meeting, "henrik", {"factor": "Mange lærere er nye"}) == Refusal.NOT_YOUR_TURN

    meeting = step(meeting, go=f"turn.{seat_of(meeting, 'henrik').pk}")
    meeting = own(meeting, "henrik", {"factor": "Mange lærere er nye"}, go="done")

    assert [factor.text for factor in seen(meeting).factors] == ["Mange lærere er nye"]
    assert seen(meeting).said(field) == ""


def test_what_others_write_is_not_theirs_to_see_or_to_change():
    meeting = walk(opened(), "factors")
    field = f"factor.{seat_of(meeting, 'henrik').pk.hex}"
    save(meeting, "henrik", field, "Mange lærere er nye")

    assert field not in seen(meeting, "kari", is_keeper=False).own_words()
    assert field in seen(meeting, "elle").own_words()
    with within(HERE):
        assert refusal_of(save, meeting, "kari", field, "Noe annet", 1) == Refusal.NOT_YOUR_WORDS


def test_two_who_write_in_one_field_are_both_kept():
    meeting = walk(opened(), "factors")
    field = f"factor.{seat_of(meeting, 'henrik').pk.hex}"
    save(meeting, "henrik", field, "Nye lærere")

    with within(HERE), pytest.raises(Conflict) as conflict, transaction.atomic():
        save(meeting, "elle", field, "Uklare regler", 0, is_keeper=True)

    (clash,) = conflict.value.current
    assert (clash.theirs, clash.mine) == ("Nye lærere", "Uklare regler")


def test_words_that_were_never_put_forward_are_when_the_step_is_left():
    meeting = walk(opened(), "questions")
    save(meeting, "kari", f"question.{seat_of(meeting, 'kari').pk.hex}", "Hvem ser det?")

    meeting = step(step(meeting, go="rest"))

    assert [question.text for question in seen(meeting).questions] == ["Hvem ser det?"]


def test_a_factor_an_idea_is_meant_for_is_not_taken_back():
    meeting = walk(opened(), "summary")
    factor = seen(meeting).factors[0]

    with within(HERE):
        for way in ("removed", "cannot", "not_chosen"):
            assert refusal_of(said, meeting, "factor", factor, way) == Refusal.USED


def test_only_factors_one_can_do_something_about_are_chosen():
    meeting = walk(opened(), "measures")

    with within(HERE):
        assert (
            refusal_of(said, meeting, "factor", seen(meeting).factors[1], "chosen")
            == Refusal.CANNOT_INFLUENCE
        )


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"idea": ""}, Refusal.NO_MEASURE_CHOSEN), ({"form": ""}, Refusal.FORM_MISSING),
        ({"partner": ""}, Refusal.PARTNER_MISSING), ({"meet_on": ""}, Refusal.APPOINTMENT_MISSING),
        ({"meet_on": "2020-01-01"}, Refusal.APPOINTMENT_PASSED), ({"evaluate_on": "2020-01-01"}, Refusal.EVALUATION_DAY),
        ({"evaluator": ""}, Refusal.EVALUATOR_MISSING), ({"method": ""}, Refusal.METHOD_MISSING),
    ],
)  # fmt: skip
def test_the_measure_says_who_helps_and_how_it_is_evaluated(changed, refusal):
    meeting = walk(opened(), "summary")

    with within(HERE):
        assert refusal_of(end, meeting, **changed) == refusal
        assert not SystemMeasure.objects.filter(meeting=meeting).exists()


def test_a_measure_of_ones_own_needs_no_service():
    meeting = end(walk(opened(), "summary"), form="own", partner="", meet_on="")

    with within(HERE):
        assert SystemMeasure.objects.get(meeting=meeting).partner_name == ""
        assert not FollowUp.objects.exists()


def test_the_viddevakt_shows_everybody_a_line_and_takes_it_down():
    meeting = opened()
    henrik, given = seat_of(meeting, "henrik").pk, {"is_keeper": False, "meeting": meeting}
    with within(HERE):
        assert refusal_of(
            watching.show_card, actor=stage.actor("kari"), reason="time", own_seat_id=seat_of(meeting, "kari").pk, **given
        ) == Refusal.NOT_TRACK_KEEPER  # fmt: skip
        watching.show_card(actor=stage.actor("henrik"), reason="time", own_seat_id=henrik, **given)
        watching.show_card(actor=stage.actor("henrik"), reason="subject", own_seat_id=henrik, **given)
    assert seen(meeting).card.reason == "subject"

    with within(HERE):
        watching.show_card(actor=stage.actor("henrik"), reason="", own_seat_id=henrik, **given)

    assert seen(meeting).card is None


def test_a_meeting_whose_viddevakt_has_gone_finds_another_first():
    meeting = opened("kari", "henrik", "jonas")
    with within(HERE):
        opening.mark_presence(
            actor=stage.actor("henrik"), meeting=meeting, seat_id=seat_of(meeting, "henrik").pk, is_here=False,
            is_keeper=False,
        )  # fmt: skip
        assert refusal_of(step, meeting) == Refusal.NO_TRACK_KEEPER
        opening.change_roles(
            actor=stage.actor("elle"), meeting=meeting, writer_id=seat_of(meeting, "kari").pk,
            presenter_id=seat_of(meeting, "elle").pk, track_keeper_id=seat_of(meeting, "jonas").pk,
        )  # fmt: skip

    assert step(meeting).step == "challenge"
    assert at_the_table.stored(meeting).writer_id == cast.person("kari").id


def test_a_meeting_that_is_broken_off_goes_no_further():
    meeting = opened()
    with within(HERE):
        opening.stop_meeting(actor=stage.actor("elle"), meeting=meeting, reason="Brannalarmen gikk")

    with within(HERE):
        assert refusal_of(walking.take_step, actor=stage.actor("elle"), meeting=meeting, at="roles", words={}, go="next") \
            == Refusal.NOT_UNDER_WAY  # fmt: skip


def test_no_child_is_named_in_what_is_said():
    meeting = step(walk(opened(), "questions"), go="turn")
    with within(HERE):
        child = Child.objects.filter(unit_id=around.SCHOOL).select_related("person").first().person
        field = f"question.{seat_of(meeting, 'elle').pk.hex}"
        assert refusal_of(save, meeting, "elle", field, f"Er det {child.given_name} {child.family_name}?", is_keeper=True) \
            == Refusal.NAMES_A_CHILD  # fmt: skip
        first_name = {field: f"Er det {child.given_name.split()[0]}?"}
        assert refusal_of(step, meeting, first_name, go="put") == Refusal.MAY_NAME_A_CHILD

    meeting = step(meeting, first_name, go="put", not_a_child=True)

    assert len(seen(meeting).questions) == 1


def test_open_pages_are_told_of_everything_and_only_at_the_table():
    meeting = opened()
    before, today = meeting.changes, stage.today()
    save(meeting := walk(meeting, "questions"), "kari", f"question.{seat_of(meeting, 'kari').pk.hex}", "Når?")

    with within(HERE):
        told = {key: newest_in_system_meeting(stage.actor(key), meeting.pk, since=1, today=today)
                for key in ("elle", "kari", "henrik", "ingeborg", "fatima")}  # fmt: skip

    assert told["elle"] == told["kari"] == told["henrik"] > before
    assert told["ingeborg"] is told["fatima"] is None


def _turns(meeting):
    return turns_of(seen(meeting))
