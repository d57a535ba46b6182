"""Going from step to step, giving the floor in a round, concluding what the challenge is, and ending the talk."""

from datetime import date, datetime
from uuid import UUID

from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.ids import parse_id
from stafett.kernel.verdict import require
from stafett.log_meetings.rules.planning import on_the_clock
from stafett.register.models import Unit
from stafett.system_meetings.enums import AgreedAs, Event, MeetingState, MeetingStep
from stafett.system_meetings.models import FollowUp, SystemMeasure
from stafett.system_meetings.operations import contributing, table
from stafett.system_meetings.operations.plan_state import day_of
from stafett.system_meetings.operations.watching import lower_card
from stafett.system_meetings.queries.running import sitting_of
from stafett.system_meetings.rules import rounds, steps
from stafett.system_meetings.rules.words import field_of


@operation(Event.STEP_TAKEN, lock="meeting", kind=EntryKind.WORDS)
def take_step(*, actor, meeting, at, words, go, not_a_child=False):
    """Save the words of a step, and do what the one who leads or writes asks for. Raises Refused, or Conflict.

    `at` is the step the page showed. `go`: "next" goes on, "back" goes back; in a round "put" lets what is written stand as
    said, "turn" gives the floor to the next, "turn.<seat>" to somebody, "pass" passes for whoever has it, "rest" for all who
    wait; anything else only saves.
    """
    require(steps.may_write(meeting.state, step=meeting.step, at=at))
    sitting = _with_words(actor, meeting, words, not_a_child or go in ("save", "back"))
    if go in ("put", "pass", "rest", "next") or go.startswith("turn"):
        _put_own_page_forward(actor, sitting, words, not_a_child, must=go == "put")
    if go == "next":
        _go_on(actor, sitting)
    elif go == "back":
        meeting.step = steps.step_before(meeting.step)
        table.end_turn(sitting)
    elif go in ("pass", "rest") or go.startswith("turn"):
        _pass_floor(sitting, go)
    table.save(meeting, "step", "reached", "background", "agreed_as", "agreed_challenge", "agreed_at")
    return Outcome(meeting, day_of(meeting) | {"step": meeting.step})


@operation(Event.TALK_ENDED, lock="meeting")
def end_talk(*, actor, meeting, at, words, go, today, not_a_child=False):
    """Decide on the one measure to try first, and end the talk: evaluation and minutes come next. Raises Refused, or Conflict.

    `at`, `words` and `not_a_child` as for `take_step`; `go` is not asked.
    """
    require(steps.may_write(meeting.state, step=meeting.step, at=at))
    require(steps.may_write(meeting.state, step=meeting.step, at=MeetingStep.SUMMARY))
    sitting = _with_words(actor, meeting, words, not_a_child)
    partner = _partner(sitting)
    require(steps.may_decide(_decided(sitting, partner), now=clock.now(), today=today))
    _decide(actor, sitting, partner)
    table.end_turn(sitting)
    lower_card(meeting)
    meeting.state, meeting.talk_ended_at = MeetingState.EVALUATING, clock.now()
    table.save(meeting, "state", "talk_ended_at")
    return Outcome(meeting, day_of(meeting))


def _with_words(actor, meeting, words, not_a_child):
    """The meeting with the words of a page saved."""
    given = {name: each for name, each in words.items() if any(each)}
    own = sitting_of(meeting, actor=actor, is_keeper=True).own
    contributing.put_words(
        actor, meeting, given, own_seat_id=own.pk if own else None, is_keeper=True, not_a_child=not_a_child
    )
    return sitting_of(meeting, actor=actor, is_keeper=True)


def _put_own_page_forward(actor, sitting, words, not_a_child, *, must):
    """Let the contributions that the page showed stand as said. Raises Refused; an empty one only when it `must`."""
    for name in words:
        known = field_of(name)
        if known and known.seat and not name.startswith("aims.") and (must or sitting.said(name).strip()):
            contributing.put_forward(
                actor, sitting, known.seat, step=sitting.meeting.step, not_a_child=not_a_child
            )


def _go_on(actor, sitting):
    """Put the words of the step where they belong, and go on when what it asks for is settled. Raises Refused."""
    meeting = sitting.meeting
    if meeting.step in steps.ROUNDS:
        contributing.put_everything_forward(actor, sitting, [meeting.step])
    if meeting.step == MeetingStep.CHALLENGE and "challenge.background" in sitting.words:
        meeting.background = sitting.said("challenge.background")
    if meeting.step == MeetingStep.QUESTIONS:
        _place_answers(sitting)
    if meeting.step == MeetingStep.STATUS_QUO:
        _agree(sitting)
    sitting = sitting_of(meeting, actor=actor, is_keeper=True)
    require(steps.may_go_on(meeting.step, sitting.come))
    table.end_turn(sitting)
    lower_card(meeting)
    meeting.step = steps.step_after(meeting.step)
    meeting.reached = steps.farthest(meeting.reached, meeting.step)


def _place_answers(sitting):
    for question in sitting.questions:
        answer = sitting.said(f"answer.{question.pk.hex}")
        if answer != question.answer:
            question.answer = answer
            question.save(update_fields=["answer"])


def _agree(sitting):
    """Conclude what the challenge is. The same agreement twice is one and the same. Raises Refused."""
    meeting = sitting.meeting
    agreed_as, text = sitting.said("agreed.as"), sitting.said("agreed.text")
    if agreed_as == AgreedAs.SAME and not text.strip():
        text = meeting.challenge
    require(steps.may_agree(agreed_as, text, all_agree=sitting.said("agreed.all") == "on"))
    if (agreed_as, text) != (meeting.agreed_as, meeting.agreed_challenge):
        meeting.agreed_as, meeting.agreed_challenge, meeting.agreed_at = agreed_as, text, clock.now()


def _pass_floor(sitting, go):
    """Give the floor on, as the button says. Raises Refused."""
    step, there = sitting.meeting.step, set(sitting.order)
    if go == "rest":
        require(rounds.may_give_turn(step, to=next(iter(there), None), there=there))
        table.let_rest_pass(sitting)
        return
    to = parse_id(go.removeprefix("turn.")) if go.startswith("turn.") else None
    next_up = sitting.seat(to) if to else sitting.next_up
    require(rounds.may_give_turn(step, to=next_up.pk if next_up else None, there=there))
    if to or not sitting.turn:
        table.give_turn(sitting, next_up.pk)
        return
    table.end_turn(sitting, has_passed=go == "pass")
    table.go_round(sitting)


def _partner(sitting) -> Unit | None:
    """The support service that was chosen, when it is a unit here."""
    chosen = parse_id(sitting.said("measure.partner"))
    return Unit.objects.filter(pk=chosen).first() if chosen else None


def _decided(sitting, partner) -> steps.Decided:
    said = sitting.said
    evaluator = sitting.seat(parse_id(said("measure.evaluator")))
    return steps.Decided(
        has_idea=_idea(sitting) is not None,
        form=said("measure.form"),
        has_partner=partner is not None or bool(said("measure.partner_name").strip()),
        meets_at=_meets_at(sitting),
        evaluate_on=_day(said("measure.evaluate_on")),
        evaluator=evaluator.name if evaluator else "",
        method=said("measure.method"),
    )


def _decide(actor, sitting, partner):
    """Write the measure and the appointment, once the rule has said yes."""
    said, meeting = sitting.said, sitting.meeting
    evaluator = sitting.seat(parse_id(said("measure.evaluator")))
    idea, name = _idea(sitting), partner.name if partner else said("measure.partner_name").strip()
    measure = SystemMeasure.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        idea=idea,
        text=idea.text,
        form=said("measure.form"),
        partner=partner,
        partner_name=name,
        plan=said("measure.plan"),
        evaluate_on=_day(said("measure.evaluate_on")),
        evaluator=evaluator.name,
        evaluator_person_id=evaluator.person_id,
        method=said("measure.method"),
        is_first=True,
        decided_by_id=actor.person_id,
        decided_at=clock.now(),
    )
    if (meets_at := _meets_at(sitting)) and name:
        FollowUp.objects.create(
            municipality_id=meeting.municipality_id,
            measure=measure,
            partner=partner,
            partner_name=name,
            starts_at=meets_at,
            place=said("measure.meet_place"),
        )


def _idea(sitting):
    chosen: UUID | None = parse_id(sitting.said("measure.idea"))
    return next((idea for idea in sitting.ideas if idea.pk == chosen), None)


def _meets_at(sitting) -> datetime | None:
    day, at = _day(sitting.said("measure.meet_on")), sitting.said("measure.meet_at")
    if day is None or not at:
        return None
    try:
        return on_the_clock(day, datetime.strptime(at, "%H:%M").time())  # noqa: DTZ007 - a time of day has no zone
    except ValueError:
        return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
