"""The look back, and the minutes: signed once, corrected only by a new edition, told of, and handed in (S002-28..35)."""

from django.utils import translation
from django.utils.translation import gettext as _

from stafett.archive import operations as archive
from stafett.archive.enums import Kind as ArchiveKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.clock import local, today_in_norway
from stafett.kernel.pdf import typeset
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.system_meetings.content.minutes_document import minutes_document
from stafett.system_meetings.enums import MEETING_STATES, MeasureState, MeetingState
from stafett.system_meetings.enums.after import AfterRefusal
from stafett.system_meetings.enums.around import EventAround
from stafett.system_meetings.models import MeetingEvaluation, SystemMinutes, SystemMinutesPart
from stafett.system_meetings.operations.plan_state import day_of
from stafett.system_meetings.operations.telling import tell_seated
from stafett.system_meetings.queries.minutes import (
    editions_of,
    first_measure,
    kept_ideas,
    parts_of,
    who_was_there,
)
from stafett.system_meetings.queries.names import require_nameless
from stafett.system_meetings.rules import following


@operation(EventAround.EVALUATED, lock="meeting")
def look_back(*, actor, meeting, not_a_child=False, **answers):
    """Keep what those who were there say of the meeting; until the minutes are signed it can be written anew.

    `answers`: the columns of MeetingEvaluation. Gives the MeetingEvaluation. Raises Refused.
    """
    if meeting.state != MeetingState.EVALUATING:
        require(no(AfterRefusal.NOT_EVALUATING))
    require_nameless(answers, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    written, _made = MeetingEvaluation.objects.update_or_create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        defaults={**answers, "written_by_id": actor.person_id, "written_at": clock.now()},
    )
    meeting.changes += 1
    meeting.save(update_fields=["changes"])
    return Outcome(written, day_of(meeting))


@operation(EventAround.MINUTES_SIGNED, lock="meeting")
def sign_minutes(*, actor, meeting, today, not_a_child=False, **words):
    """Sign the minutes: they stand from then on, those who were asked are told, and the archive gets them.

    `words`: challenge, factors, measures, plan, evaluate_on, evaluator, method. The measure takes over the last three and
    the plan, so that it says what the minutes say. Gives the SystemMinutes. Raises Refused.
    """
    if MeetingState.DONE not in MEETING_STATES[MeetingState(meeting.state)]:
        require(no(AfterRefusal.SIGNED if meeting.state == MeetingState.DONE else AfterRefusal.NOT_HELD))
    meeting.state, meeting.done_at = MeetingState.DONE, clock.now()
    meeting.changes += 1
    meeting.save(update_fields=["state", "done_at", "changes"])
    return Outcome(_edition(actor, meeting, 1, today, words, not_a_child), day_of(meeting))


@operation(EventAround.MINUTES_CORRECTED, lock="meeting")
def correct_minutes(*, actor, meeting, why, today, not_a_child=False, **words):
    """Put something right in signed minutes by a new edition; the former is kept. Arguments as `sign_minutes`.

    Gives the SystemMinutes. Raises Refused.
    """
    editions = editions_of(meeting)
    if not editions:
        require(no(AfterRefusal.NOT_SIGNED))
    number = editions[0].edition + 1
    return Outcome(_edition(actor, meeting, number, today, words, not_a_child, why=why), day_of(meeting))


def document_of(minutes):
    """A signed edition as a Document, in the language it was signed in: the same bytes each time it is typeset."""
    meeting, language = minutes.meeting, minutes.language
    parts = parts_of(minutes)
    with translation.override(language):
        facts = [(each.heading, each.text) for each in parts if each.kind == "fact"]
        signed = _("Signert av %(name)s %(day)s. Utgave %(number)s.") % {
            "name": minutes.written_by.name,
            "day": f"{local(minutes.written_at):%-d.%-m.%Y}",
            "number": minutes.edition,
        }
        return minutes_document(
            title=meeting.title,
            facts=facts,
            parts=[(each.heading, each.text) for each in parts if each.kind != "fact"],
            signed=signed,
            language=language,
            made_on=today_in_norway(minutes.written_at),
        )


def _edition(actor, meeting, number, today, words, not_a_child, *, why=""):
    require(following.may_sign(**{name: words[name] for name in words if name != "plan"}))
    texts = {**words, "why": why, "evaluate_on": ""}  # the day is no text
    require_nameless(texts, unit_ids=[meeting.unit_id], not_a_child=not_a_child)
    measure = first_measure(meeting)
    if measure is None:
        require(no(AfterRefusal.NO_MEASURE))
    _let_measure_say_the_same(measure, words, today)
    minutes = SystemMinutes.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        edition=number,
        why=why,
        language="nn" if actor.locale == "nn" else "nb",
        written_by_id=actor.person_id,
        written_at=clock.now(),
        sent_at=clock.now(),
        handed_in_at=clock.now(),
    )
    SystemMinutesPart.objects.bulk_create(_parts(minutes, meeting, words))
    once = f"{meeting.pk}:{number}"
    tell_seated(meeting, Kind.SYSTEM_MINUTES, today=today, leave_out=[actor.person_id], once=once)
    _hand_in(actor, meeting, minutes)
    return minutes


def _let_measure_say_the_same(measure, words, today):
    if measure.state != MeasureState.TRYING:
        return
    if words["evaluate_on"] != measure.evaluate_on:
        require(following.may_evaluate_on(words["evaluate_on"], today=today))
    for name in ("plan", "evaluate_on", "evaluator", "method"):
        setattr(measure, name, words[name])
    measure.version += 1
    measure.save(update_fields=["plan", "evaluate_on", "evaluator", "method", "version"])


def _parts(minutes, meeting, words):
    with translation.override(minutes.language):
        rows = [*_facts(meeting), *_said(meeting, words)]
    return [
        SystemMinutesPart(
            municipality_id=minutes.municipality_id,
            minutes=minutes,
            position=position,
            kind=kind,
            heading=str(heading),
            text=text,
        )
        for position, (kind, heading, text) in enumerate(rows, start=1)
        if text
    ]


def _facts(meeting):
    there, absent = who_was_there(meeting)
    starts_at = local(meeting.opened_at or meeting.starts_at)
    yield "fact", _("Enhet"), meeting.unit.name
    yield "fact", _("Når"), f"{starts_at:%-d.%-m.%Y kl. %H.%M}"
    yield "fact", _("Hvor"), meeting.place
    yield "fact", _("Ledet møtet"), meeting.leader.name
    yield "fact", _("Skrev"), meeting.writer.name
    yield "fact", _("Viddevakt"), meeting.track_keeper.name if meeting.track_keeper else ""
    yield "fact", _("Til stede"), "\n".join(there)
    yield "fact", _("Invitert, men ikke til stede"), "\n".join(absent)


def _said(meeting, words):
    evaluation = [
        _("Når: %(day)s") % {"day": f"{words['evaluate_on']:%-d.%-m.%Y}"},
        _("Hvem: %(names)s") % {"names": words["evaluator"]},
        _("Hvordan: %(method)s") % {"method": words["method"]},
    ]
    ideas = "\n".join(idea.text for idea in kept_ideas(meeting))
    yield "challenge", _("Utfordringen"), words["challenge"]
    yield "factors", _("Det som holder utfordringen ved like"), words["factors"]
    yield "measures", _("Tiltaket vi prøver først"), words["measures"]
    yield "plan", _("Slik går vi fram"), words["plan"]
    yield "evaluation", _("Slik evaluerer vi"), "\n".join(evaluation)
    yield "ideas", _("Ideer vi tar vare på"), ideas


def _hand_in(actor, meeting, minutes):
    day = today_in_norway(meeting.opened_at or meeting.starts_at)
    with translation.override(minutes.language):
        title = _("Referat fra systemmøte %(day)s: %(title)s") % {
            "day": f"{day:%-d.%-m.%Y}",
            "title": meeting.title,
        }
    archive.hand_in(
        actor=actor,
        kind=ArchiveKind.MINUTES,
        title=title,
        unit_id=meeting.unit_id,
        made_on=day,
        pdf=typeset(document_of(minutes)),
        source_id=minutes.pk,
    )
