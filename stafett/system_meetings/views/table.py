"""Turns a sitting into what the screens at the table show: the steps, the clocks, the turns, what is said."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stafett.access import policy
from stafett.access.enums import Action
from stafett.kernel import clock
from stafett.live import pace
from stafett.system_meetings.enums import MeetingState, MeetingStep, TrackReason
from stafett.system_meetings.queries.running import sitting_of
from stafett.system_meetings.rules import rounds, steps
from stafett.system_meetings.views import presenting

LEADS = {
    MeetingStep.ROLES: gettext_lazy("Les dette høyt, så vet alle hvordan vi gjør det."),
    MeetingStep.CHALLENGE: gettext_lazy("Hva ser vi, og hvorfor er det en utfordring?"),
    MeetingStep.QUESTIONS: gettext_lazy(
        "Alle får spørre om det de trenger for å se helheten. Hvem som helst kan svare."
    ),
    MeetingStep.STATUS_QUO: gettext_lazy(
        "Er utfordringen den samme etter runden? Bli enige før dere går videre."
    ),
    MeetingStep.FACTORS: gettext_lazy("Se etter det dere kan gjøre noe med. Alle får ordet etter tur."),
    MeetingStep.MEASURES: gettext_lazy(
        "Velg hva dere vil gjøre noe med først. Så foreslår alle tiltak, etter tur."
    ),
    MeetingStep.SUMMARY: gettext_lazy("Ett tiltak prøves først. Resten tar dere vare på."),
}


def is_keeper(request) -> bool:
    """Whether the reader leads the meeting or writes in it."""
    return bool(policy.may(request.actor, Action.RUN_SYSTEM_MEETING, request.facts))


def sit(request, meeting):
    """The meeting as its reader sees it now."""
    return sitting_of(meeting, actor=request.actor, is_keeper=is_keeper(request))


def script(meeting) -> list[str]:
    """How the meeting is done, in sentences to read out (S002-14, S002-15)."""
    keeper = meeting.track_keeper.name if meeting.track_keeper else ""
    minutes = meeting.turn_minutes
    return [
        _("Vi går gjennom sju steg, og målet er å komme fram til ett konkret tiltak."),
        _("I rundene får alle ordet etter tur, i %(count)s minutter hver.") % {"count": minutes}
        if minutes > 1
        else _("I rundene får alle ordet etter tur, i ett minutt hver."),
        _("Den som ikke vil si noe, sier pass."),
        _("%(name)s er viddevakt og hjelper oss tilbake på sporet når vi sklir ut.") % {"name": keeper},
        _("Vi snakker om det vi ser hos mange. Ingen barn blir nevnt ved navn."),
    ]


def steps_shown(meeting) -> list:
    """The steps with how far the meeting has come."""
    at = steps.number_of(meeting.step)
    return [
        SimpleNamespace(
            label=step.label, number=place, is_done=place < at, is_now=place == at, of=len(steps.STEPS), lead=LEADS[step]
        )
        for place, step in enumerate(steps.STEPS, start=1)
    ]  # fmt: skip


def place_of(sitting) -> str:
    """Where a page of whoever leads or writes is: the step, and who has the floor."""
    meeting, speaker = sitting.meeting, sitting.speaker
    is_going_on = meeting.state == MeetingState.UNDER_WAY
    return f"{meeting.step if is_going_on else ''} {speaker.pk.hex if speaker else ''}".strip()


def turns_of(sitting) -> list:
    """Those in the room in the order they speak, with how it is with each in this round; empty where there is none."""
    if sitting.meeting.step not in steps.ROUNDS:
        return []
    passed = {
        turn.attendee_id for turn in sitting.turns if turn.step == sitting.meeting.step and turn.passed_at
    }
    return [
        SimpleNamespace(
            seat=seat,
            has_floor=seat == sitting.speaker,
            has_had=bool(sitting.had.get(seat.pk)) and seat != sitting.speaker,
            has_passed=seat.pk in passed,
        )
        for seat in sitting.there
    ]


def part(request, sitting) -> dict:
    """What everybody at the table sees, and what this reader may do."""
    meeting, turn = sitting.meeting, sitting.turn
    now = clock.now()
    return {
        "meeting": meeting,
        "sitting": sitting,
        "show": presenting,
        "is_keeper": sitting.is_keeper,
        "is_under_way": meeting.state == MeetingState.UNDER_WAY,
        "steps": steps_shown(meeting) if meeting.step else [],
        "turns": turns_of(sitting),
        "turn_clock": pace.clock(
            turn.began_at if turn else None, now, planned=meeting.turn_minutes, name=_("Taletid")
        ),
        "waiting": rounds.waiting(sitting.order, had=sitting.had),
        "script": script(meeting) if meeting.step == MeetingStep.ROLES else [],
        "factors": [_with_ideas(factor, sitting) for factor in sitting.factors],
        "ideas": [_with_aims(idea, sitting) for idea in sitting.ideas],
        "may_watch": sitting.is_keeper
        or (sitting.own is not None and sitting.own.pk == meeting.track_keeper_id),
        "reasons": TrackReason.choices,
        "has_floor": sitting.own is not None and sitting.speaker == sitting.own,
        "may_put_forward": sitting.own is not None and bool(sitting.had.get(sitting.own.pk)),
        "is_part": True,
    }


def page(request, sitting) -> dict:
    """A whole page: the part, the clock of the meeting, and where the page listens and saves."""
    meeting = sitting.meeting
    return part(request, sitting) | {
        "is_part": False,
        "clock": pace.clock(meeting.opened_at, clock.now(), planned=meeting.minutes),
        "events_path": f"/hendelser/systemmoter/{meeting.pk}?sett={meeting.changes}",
        "words_href": reverse("system_words", args=[meeting.pk]),
        "part_href": reverse("system_part", args=[meeting.pk]),
    }


def body(form) -> list:
    """The fields of a step as the screen shows them: bound, with the version that was seen."""
    return [
        SimpleNamespace(bound=form[name], version=form.version_of(name), name=name)
        for name in form.asked_names
    ]


def _with_ideas(factor, sitting):
    return SimpleNamespace(row=factor, is_used=any(factor.pk in idea.aims for idea in sitting.ideas))


def _with_aims(idea, sitting):
    return SimpleNamespace(row=idea, aims=[each.text for each in sitting.factors if each.pk in idea.aims])
