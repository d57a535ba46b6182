"""Builds a system meeting up to where a test begins. Elle leads the school, Ingeborg the kindergarten; Henrik is in PPT."""

from datetime import time, timedelta

from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.models import Employment, Unit
from stafett.register.tenancy import within
from stafett.system_meetings import models
from stafett.system_meetings.enums import MeetingState, MeetingStep
from stafett.system_meetings.operations import following, minutes, planning, preparing, proposing, seating
from stafett.system_meetings.queries import reach
from tests import stage

HERE = cast.EKSEMPELVIK.id
SCHOOL, KINDERGARTEN, PPT = (
    cast.unit(key).id for key in ("eksempelvik_school", "eventyrskogen", "eksempelvik_ppt")
)
LEADER = {SCHOOL: "elle", KINDERGARTEN: "ingeborg"}


def topic_words(**changed):
    """What a meeting is about, as its form gives it."""
    return {
        "topic": 31, "title": "", "challenge": "Det ropes mye i gangene.", "sources": ["observations"],
    } | changed  # fmt: skip


def a_proposal(*, by="henrik", service=PPT, unit=SCHOOL, days_ago=0, **changed):
    """A proposal, reported some days ago."""
    with within(HERE), clock.set_to(clock.now() - timedelta(days=days_ago)):
        return proposing.propose_topic(
            actor=stage.actor(by),
            unit_id=unit,
            service_id=service,
            today=stage.today(),
            **topic_words(**changed),
        )


def a_meeting(*, unit=SCHOOL, ahead=14, topic=True, **changed):
    """A planned meeting some days ahead."""
    given = {
        "day": stage.today() + timedelta(days=ahead), "at": time(14), "minutes": 90, "place": "Personalrommet",
        "video_link": "",
    } | changed  # fmt: skip
    with within(HERE):
        leader = stage.actor(LEADER[unit])
        meeting = planning.plan_meeting(actor=leader, unit=Unit.objects.get(pk=unit), **given)
        if topic:
            planning.set_topic(
                actor=leader, meeting=meeting, version=meeting.version, background="", **topic_words()
            )
    return reached(meeting)


def an_invited_meeting(*who, unit=SCHOOL, informed=True, **changed):
    """A meeting with a topic and people, who have been told unless said otherwise; Henrik among them by default."""
    meeting = a_meeting(unit=unit, **changed)
    with within(HERE):
        leader = stage.actor(LEADER[unit])
        for key in who or ("kari", "henrik"):
            post = Employment.objects.filter(person_id=cast.person(key).id).first()
            seating.seat_employee(actor=leader, meeting=meeting, employment_id=post.pk, today=stage.today())
        if informed:
            preparing.inform(
                actor=leader, meeting=meeting, information="Vi snakker om språk.", today=stage.today()
            )
    return reached(meeting)


def a_talked_through_meeting(*who, unit=SCHOOL, **changed):
    """A meeting whose seven steps are walked: what was said stands as rows, and the look back is next."""
    meeting = an_invited_meeting(*who, unit=unit, **changed)
    with within(HERE):
        seats = reach.seats_of(meeting)
        for seat in seats:
            seat.arrived_at = clock.now()
            seat.save(update_fields=["arrived_at"])
        _say(meeting, seats)
        _end(meeting, seats)
    return reached(meeting)


def a_signed_meeting(*who, **changed):
    """A meeting that is done, with its measure being tried and one idea kept."""
    meeting = a_talked_through_meeting(*who, **changed)
    with within(HERE):
        leader = stage.actor(LEADER[meeting.unit_id])
        minutes.sign_minutes(actor=leader, meeting=meeting, today=stage.today(), **minutes_words())
    return reached(meeting)


def a_done_meeting(*who, is_evaluated=False, **changed):
    """The same in rows alone, for tests that need nothing of the archive: signed, with one measure and one idea kept."""
    meeting = a_talked_through_meeting(*who, **changed)
    with within(HERE):
        row = models.SystemMeeting.objects.get(pk=meeting.pk)
        row.state, row.done_at = MeetingState.DONE, clock.now()
        row.save(update_fields=["state", "done_at"])
        signed = models.SystemMinutes.objects.create(
            municipality_id=HERE, meeting=row, edition=1, written_by_id=row.leader_id, written_at=clock.now()
        )
        models.SystemMinutesPart.objects.create(
            municipality_id=HERE,
            minutes=signed,
            position=1,
            kind="challenge",
            heading="Utfordringen",
            text=row.challenge,
        )
    if is_evaluated:
        evaluated(meeting)
    return reached(meeting)


def minutes_words(**changed):
    """The minutes as their form gives them."""
    return {
        "challenge": "Det ropes mye i gangene.", "factors": "Alle går samtidig.", "measures": "To tider for storefri.",
        "plan": "Vi begynner mandag.", "evaluate_on": stage.today() + timedelta(days=60), "evaluator": "Rektor og PPT",
        "method": "Vi teller i en uke.",
    } | changed  # fmt: skip


def outcome_words(**changed):
    """How a measure went, as its form gives it."""
    return {
        "result": "works", "words": "Det er roligere nå.", "took_part": "Rektor og PPT", "next_on": None,
    } | changed  # fmt: skip


def evaluated(meeting, **changed):
    """Say how the meeting's measure went, as its leader."""
    with within(HERE):
        measure = models.SystemMeasure.objects.get(meeting=meeting)
        return following.evaluate_measure(
            actor=stage.actor(LEADER[meeting.unit_id]),
            measure=measure,
            today=stage.today(),
            **outcome_words(**changed),
        )


def reached(meeting, who=None):
    """The meeting as somebody reaches it; its leader unless told otherwise."""
    with within(HERE):
        return reach.reachable_meeting(stage.actor(who or LEADER[meeting.unit_id]), meeting.pk)


def _say(meeting, seats):
    at, given = clock.now(), {"municipality_id": HERE, "meeting": meeting, "attendee": seats[0]}
    models.SystemFactor.objects.create(
        text="Alle går samtidig.", can_influence=True, chosen_at=at, said_at=at, **given
    )
    models.SystemFactor.objects.create(text="Trange ganger.", can_influence=False, said_at=at, **given)
    first = models.MeasureIdea.objects.create(text="To tider for storefri.", said_at=at, **given)
    models.MeasureIdea.objects.create(text="Egne hyller ved døra.", said_at=at, **given)
    models.SystemMeasure.objects.create(
        municipality_id=HERE, meeting=meeting, idea=first, text=first.text, form="own", plan="Vi begynner mandag.",
        evaluate_on=stage.today() + timedelta(days=60), evaluator="Rektor", method="Vi teller i en uke.",
        evaluator_person_id=meeting.leader_id, is_first=True, decided_by_id=meeting.leader_id, decided_at=at,
    )  # fmt: skip


def _end(meeting, seats):
    row = models.SystemMeeting.objects.get(pk=meeting.pk)
    row.state, row.step, row.reached = MeetingState.EVALUATING, MeetingStep.SUMMARY, MeetingStep.SUMMARY
    row.track_keeper, row.opened_at, row.talk_ended_at = seats[-1], clock.now(), clock.now()
    row.agreed_as, row.agreed_challenge, row.agreed_at = "same", row.challenge, clock.now()
    row.save()
