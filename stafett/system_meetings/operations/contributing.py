"""What is said in the meeting: words as they are typed, what is put forward, and what is changed or taken back."""

import functools
from collections.abc import Iterable
from uuid import UUID

from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import Refused, no, require
from stafett.live import writing
from stafett.live.words import lines_of
from stafett.system_meetings.enums import Event, MeetingState, MeetingStep, Refusal
from stafett.system_meetings.models import IdeaFactor, MeasureIdea, Question, SystemFactor, WordsUnderWay
from stafett.system_meetings.operations import table
from stafett.system_meetings.operations.plan_state import day_of
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.queries.running import sitting_of
from stafett.system_meetings.rules import rounds, words

_KINDS = {
    MeetingStep.QUESTIONS: Question,
    MeetingStep.FACTORS: SystemFactor,
    MeetingStep.MEASURES: MeasureIdea,
}


@operation(Event.WORDS_SAVED, lock="meeting", kind=EntryKind.WORDS)
def save_words(*, actor, meeting, field, text, version, own_seat_id, is_keeper):
    """Save the words of one field; gives the meeting with `.saved_version`. Raises Refused, or Conflict with a Clash.

    `version` is the one that stood there when the writer began, 0 for an empty field.
    """
    require_under_way(meeting)
    saved = put_words(
        actor,
        meeting,
        {field: (text, version)},
        own_seat_id=own_seat_id,
        is_keeper=is_keeper,
        not_a_child=True,
    )
    meeting.saved_version = saved.get(field, version)
    table.save(meeting)
    return Outcome(meeting, day_of(meeting) | {"field": field})


@operation(Event.CONTRIBUTED, lock="meeting", kind=EntryKind.WORDS)
def contribute(*, actor, meeting, at, words, go, not_a_child=False):
    """Put one's own words forward in a round, from one's own device. Raises Refused, or Conflict with every Clash.

    `go`: "put" keeps the floor, "done" has had it, "pass" says nothing this time; anything else only saves.
    """
    require_under_way(meeting)
    sitting = sitting_of(meeting, actor=actor, is_keeper=False)
    own = sitting.own.pk if sitting.own else None
    given = {name: each for name, each in words.items() if any(each)}
    put_words(actor, meeting, given, own_seat_id=own, is_keeper=False, not_a_child=True)
    sitting = sitting_of(meeting, actor=actor, is_keeper=False)
    if go in ("put", "done") and (sitting.said(_field(at, own)) or go == "put"):
        put_forward(actor, sitting, own, step=at, not_a_child=not_a_child)
    if go in ("done", "pass") and sitting.speaker == sitting.own and sitting.own is not None:
        table.end_turn(sitting, has_passed=go == "pass")
        table.go_round(sitting)
    table.save(meeting)
    return Outcome(meeting, day_of(meeting))


@operation(Event.CONTRIBUTED, lock="meeting", kind=EntryKind.WORDS)
def change_said(*, actor, meeting, kind, thing_id, way):
    """Say of something that was said what those at the table have found. Raises Refused.

    `kind`: "question", "factor" or "idea". `way`: "removed"; of a factor also "can", "cannot", "chosen" and "not_chosen".
    """
    require_under_way(meeting)
    row = _model(kind).objects.filter(meeting=meeting, pk=thing_id, removed_at__isnull=True).first()
    if row is None:
        require(no(Refusal.NOT_THERE))
    if way == "removed":
        _remove(row)
    elif kind == "factor":
        _judge(row, way)
    table.save(meeting)
    return Outcome(meeting, day_of(meeting) | {"thing": str(row.pk), "way": way})


def put_words(actor, meeting, given, *, own_seat_id, is_keeper, not_a_child) -> dict[str, int]:
    """Save several fields at once: field -> (text, version that was seen). Gives the version of each that now stands.

    Raises Refused where somebody may not write or a text names a child, and Conflict with every Clash.
    """
    texts = {name: text for name, (text, _seen) in given.items()}
    require_nameless(texts, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    rows = WordsUnderWay.objects.filter(meeting=meeting, field__in=given).select_related("written_by")
    return writing.put(
        {row.field: row for row in rows},
        given,
        may_hold=lambda field, text: words.may_hold(
            field, text, reached=meeting.reached, own=own_seat_id, is_keeper=is_keeper
        ),
        save=functools.partial(_save_words, actor, meeting),
    )


def put_forward(actor, sitting, seat_id: UUID | None, *, step: str, not_a_child: bool) -> None:
    """Let what is written for a seat stand as said, one thing on each line, and empty the field. Raises Refused."""
    lines = lines_of(sitting.said(_field(step, seat_id)))
    require(
        rounds.may_put_forward(
            step,
            seat=seat_id,
            there=set(sitting.order),
            had=_had(sitting, step),
            is_keeper=sitting.is_keeper,
        )
    )
    if not lines:
        require(no(Refusal.NOTHING_SAID))
    require(words.may_say_lines(lines, step=step))
    require_nameless(
        {str(place): line for place, line in enumerate(lines)},
        unit_ids=[sitting.meeting.unit_id],
        not_a_child=not_a_child,
    )
    aims = _aims(sitting, seat_id) if step == MeetingStep.MEASURES else []
    for line in lines:
        _say(sitting, seat_id, step, line, aims)
    _empty(actor, sitting, _field(step, seat_id))


def put_everything_forward(actor, sitting, steps: Iterable[str]) -> None:
    """Let what anybody has written in these rounds and not put forward stand as said, so that nothing is lost. What may
    name a child, or aims at nothing, stays with its writer."""
    for step in steps:
        for seat in sitting.seats:
            if sitting.said(_field(step, seat.pk)).strip():
                try:
                    put_forward(actor, sitting, seat.pk, step=step, not_a_child=False)
                except Refused:
                    continue


def require_under_way(meeting) -> None:
    """Stop unless the meeting is under way. Raises Refused."""
    if meeting.state != MeetingState.UNDER_WAY:
        require(no(Refusal.NOT_UNDER_WAY))


def _had(sitting, step):
    return {turn.attendee_id: 1 for turn in sitting.turns if turn.step == step}


def _field(step, seat_id):
    return f"{words.SAID[MeetingStep(step)]}.{seat_id.hex}" if step in words.SAID and seat_id else ""


def _aims(sitting, seat_id) -> list[UUID]:
    """The chosen factors an idea is meant for: those that were ticked, or the one there is. Raises Refused when unclear."""
    chosen = [factor.pk for factor in sitting.chosen]
    ticked = sitting.said(f"aims.{seat_id.hex}").split(",")
    aims = [pk for pk in chosen if pk.hex in ticked] or (chosen if len(chosen) == 1 else [])
    if not aims:
        require(no(Refusal.AIM_MISSING if chosen else Refusal.NO_FACTOR_CHOSEN))
    return aims


def _say(sitting, seat_id, step, line, aims):
    meeting = sitting.meeting
    row = _KINDS[MeetingStep(step)].objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        attendee_id=seat_id,
        text=line,
        said_at=clock.now(),
    )
    for factor_id in aims:
        IdeaFactor.objects.create(municipality_id=meeting.municipality_id, idea=row, factor_id=factor_id)


def _empty(actor, sitting, field):
    row = sitting.words[field]
    _save_words(actor, sitting.meeting, field, "", row)


def _save_words(actor, meeting, field, text, row):
    if row is None:
        row = WordsUnderWay(
            municipality_id=meeting.municipality_id,
            meeting=meeting,
            attendee_id=words.field_of(field).seat,
            field=field,
            version=0,
        )
    row.text, row.version = text, row.version + 1
    row.written_by_id, row.written_at = actor.person_id, clock.now()
    row.save()


def _model(kind):
    found = {words.SAID[step]: model for step, model in _KINDS.items()}.get(kind)
    if found is None:
        require(no(Refusal.NOT_THERE))
    return found


def _remove(row):
    """Take back what was said; not a factor that an idea is meant for."""
    if isinstance(row, SystemFactor):
        _require_unused(row)
    row.removed_at = clock.now()
    row.save(update_fields=["removed_at"])


def _judge(factor, way):
    """Whether those at the table can do something about a factor, and whether it is one of those they begin with."""
    if way in ("can", "cannot"):
        factor.can_influence = way == "can"
        if way == "cannot":
            _require_unused(factor)
            factor.chosen_at = None
    elif way == "chosen":
        if not factor.can_influence:
            require(no(Refusal.CANNOT_INFLUENCE))
        factor.chosen_at = factor.chosen_at or clock.now()
    elif way == "not_chosen":
        _require_unused(factor)
        factor.chosen_at = None
    factor.save(update_fields=["can_influence", "chosen_at"])


def _require_unused(factor):
    if factor.chosen_at and IdeaFactor.objects.filter(factor=factor, idea__removed_at__isnull=True).exists():
        require(no(Refusal.USED))
