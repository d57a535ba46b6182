"""Turns a sitting into what the screens of meeting mode show: the steps, the clock, the fields, what others follow."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.access.enums import Action, Relation
from stafett.kernel import clock
from stafett.live import pace
from stafett.log_meetings.enums import Answer, Confirmed, MeetingState, MeetingStep
from stafett.log_meetings.forms.mode import ConfirmForm, StepForm
from stafett.log_meetings.operations.confirming import seen_of
from stafett.log_meetings.queries.minutes import parts_of, shown_parts
from stafett.log_meetings.queries.mode import shows_field
from stafett.log_meetings.rules import steps
from stafett.relay_log.views.presenting import may

now = clock.now
PROMPTS = {
    MeetingStep.ANALYSIS: ("elephant_in_the_room", "context_not_only_the_child"),
    MeetingStep.GOAL: ("goal_present_tense", "one_goal_at_a_time"),
    MeetingStep.MEASURES: ("what_is_a_measure", "why_home_measure", "child_takes_part"),
    MeetingStep.EVALUATION: ("evaluation_questions",),
    MeetingStep.DATES: ("duration_habit", "duration_usual"),
}
LEADS = {
    MeetingStep.EVALUATION: gettext_lazy("Ett tiltak om gangen. Spør hver av dere, også barnet."),
    MeetingStep.CONCERN: gettext_lazy("Finn ordene sammen. Det dere skriver her, står i loggen."),
    MeetingStep.ANALYSIS: gettext_lazy("Hva holder det ved like? Én ting på hver linje. Noe kan stå tomt."),
    MeetingStep.GOAL: gettext_lazy("Hvordan ser det ut når dere er i mål?"),
    MeetingStep.MEASURES: gettext_lazy("Ett tiltak hos oss, ett hjemme og ett for barnet. Små og konkrete."),
    MeetingStep.DATES: gettext_lazy("Når begynner dere, og når ser dere på det sammen?"),
    MeetingStep.SUMMARY: gettext_lazy("Les høyt det dere har blitt enige om."),
}


def before_opening(meeting, people) -> dict:
    """What the opening page supposes: those who have not said no are here."""
    here = [str(each.person_id) for each in people if each.answer != Answer.NO]
    return {
        "there_ids": here,
        "writer_id": str(meeting.writer_id),
        "child_absent_reason": meeting.child_absent_reason,
        "concern_id": str(meeting.concern_id or ""),
    }


def steps_shown(meeting) -> list:
    """The steps with how far the meeting has come."""
    every = steps.steps_of(meeting.kind)
    at = every.index(meeting.step) if meeting.step else -1
    return [
        SimpleNamespace(
            label=each.label, number=place + 1, is_done=place < at, is_now=place == at, of=len(every),
            lead=LEADS[each],
        )
        for place, each in enumerate(every)
    ]  # fmt: skip


def clock_of(meeting):
    """Minutes gone and planned; None before the meeting has begun."""
    return pace.clock(meeting.opened_at, now(), planned=meeting.minutes)


def live(sitting) -> dict:
    """Where an open page listens, and what it fetches."""
    pk = sitting.meeting.pk
    return {
        "events_path": f"/hendelser/moter/{pk}?sett={sitting.newest}",
        "part_href": reverse("meeting_part", args=[pk]),
    }


def body(sitting, form) -> list:
    """The fields of a step in the groups the screen shows: a heading (or None), and its bound fields."""
    names = [name for name in form.fields if name not in ("go", "submission")]
    headings = _headings(sitting)
    groups: list = []
    for name in names:
        key = next((start for start in headings if name.startswith(start)), "")
        if not groups or groups[-1].key != key:
            groups.append(
                SimpleNamespace(
                    key=key,
                    heading=headings.get(key),
                    fields=[],
                    arena=key.split(".")[1] if key.startswith("measure.") else "",
                )
            )
        groups[-1].fields.append(SimpleNamespace(bound=form[name], version=form.version_of(name), name=name))
    return groups


def followed(request, sitting) -> dict:
    """What somebody at the table sees now, without anything they may not see."""
    meeting = sitting.meeting
    at_table = (
        meeting.own_invitation is not None
        or meeting.is_writer
        or meeting.log.relation == Relation.BATON_HOLDER
    )
    is_under_way = meeting.state == MeetingState.UNDER_WAY
    return {
        "log": meeting.log,
        "meeting": meeting,
        "sitting": sitting,
        "at_table": at_table,
        "steps": steps_shown(meeting) if meeting.step else [],
        "clock": clock_of(meeting),
        "fields": _fields_shown(sitting) if at_table and is_under_way else [],
        "hidden": at_table and is_under_way and not sitting.sees_writing,
        "parts": _parts_followed(sitting) if at_table else [],
        "confirm": _confirm_form(request, sitting) if at_table else None,
        "waiting": waiting_for(sitting),
        "questioned": questioned(sitting) if at_table else None,
        "may_write": may(request.actor, Action.WRITE_IN_MEETING, request.facts),
    }


def parts_under_way(sitting) -> list:
    """What the summary reads out to the one who writes."""
    return parts_of(sitting) if sitting.meeting.step == MeetingStep.SUMMARY else []


def waiting_for(sitting) -> list:
    """Those who were there, with their answer to the text as it is now."""
    since = sitting.meeting.writing_ended_at
    answers = {each.person_id: each for each in sitting.confirmations if since and each.at >= since}
    return [
        SimpleNamespace(
            person_id=each.person_id, name=each.person.name, answer=answers.get(each.person_id),
            how=_how(answers.get(each.person_id)),
        )
        for each in sitting.there
    ]  # fmt: skip


def questioned(sitting):
    """The newest no, while the meeting is being written again because of it; else None."""
    if sitting.meeting.state != MeetingState.UNDER_WAY:
        return None
    return next((each for each in reversed(sitting.confirmations) if not each.agrees), None)


def words_of(sitting) -> dict:
    """The rows of the words of the step that the reader may see, by field."""
    return {name: row for name, row in sitting.words.items() if shows_field(sitting, name)}


def _how(answer):
    return Confirmed(answer.how).label if answer else ""


def _headings(sitting):
    """Which fields stand together under a heading: by the start of their names."""
    found = {f"measure.{slot}.": None for slot in sitting.slots}
    for place, row in sitting.placed_measures:
        found[f"dates.{place}."] = row.description
    found["dates.next_"] = _("Neste møte")
    return found


def _fields_shown(sitting) -> list:
    """The words of the step as others read them: label, text, version; only what has been written."""
    form = StepForm(sitting=sitting)
    shown = []
    for name in form.fields:
        if name in ("go", "submission") or not shows_field(sitting, name):
            continue
        text = _in_words(form.fields[name], form[name].initial)
        if text:
            shown.append(
                SimpleNamespace(
                    name=name, label=form.fields[name].label, text=text, version=form.version_of(name)
                )
            )
    return shown


def _in_words(field, value):
    """A saved value as people read it."""
    choices = dict(getattr(field, "choices", ()))
    if isinstance(value, list):
        return ", ".join(str(choices.get(each, each)) for each in value)
    if value in ("", None, False):
        return ""
    if value is True:
        return _("Ja")
    return str(choices.get(value, value)).strip()


def _parts_followed(sitting):
    meeting = sitting.meeting
    if meeting.state in (MeetingState.TO_CONFIRM, MeetingState.DONE):
        return shown_parts(meeting)
    if meeting.state != MeetingState.UNDER_WAY or meeting.step != MeetingStep.SUMMARY:
        return []
    seen = {str(row.concern_id) for row in sitting.measures.values()}
    if sitting.concern is not None and sitting.sees_writing:
        seen.add(str(sitting.concern.pk))
    return [part for part in parts_of(sitting) if not part["concern"] or part["concern"] in seen]


def _confirm_form(request, sitting):
    """The question to somebody who was there and has not answered; None for others."""
    meeting = sitting.meeting
    own = next((each for each in waiting_for(sitting) if each.person_id == request.actor.person_id), None)
    if meeting.state != MeetingState.TO_CONFIRM or own is None or own.answer:
        return None
    return ConfirmForm(initial={"seen": seen_of(meeting)})
