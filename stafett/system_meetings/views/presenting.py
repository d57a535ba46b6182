"""Turns what queries found about system meetings into lines and tags. No queries."""

from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import quote

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access import policy
from stafett.kernel import clock, spoken_dates
from stafett.kernel.clock import local, today_in_norway
from stafett.log_meetings.enums import Answer
from stafett.relay_log.views.presenting import differences
from stafett.system_meetings.content import topics
from stafett.system_meetings.enums import MeasureState, MeetingState, ProposalState, Result, Source

STATE_TAGS = {
    MeetingState.PLANNED: "active",
    MeetingState.UNDER_WAY: "active",
    MeetingState.EVALUATING: "soon",
    MeetingState.DONE: "done",
    MeetingState.CANCELLED: "stopped",
}
PROPOSAL_TAGS = {
    ProposalState.WAITING: "info",
    ProposalState.CHOSEN: "done",
    ProposalState.SET_ASIDE: "stopped",
    ProposalState.WITHDRAWN: "stopped",
}
ANSWER_TAGS = {Answer.NONE: "info", Answer.YES: "done", Answer.NO: "stopped"}
MEASURE_TAGS = {
    MeasureState.TRYING: "active",
    MeasureState.EVALUATED: "done",
    MeasureState.STOPPED: "stopped",
}
RESULT_TAGS = {Result.WORKS: "done", Result.ADJUST: "active", Result.STOP: "stopped"}


def language() -> str:
    """The reader's language, as two letters."""
    return (translation.get_language() or "nb")[:2]


def title_of(meeting) -> str:
    """What the meeting is about, or that nobody has said so yet."""
    return meeting.title or _("Systemmøte uten tema ennå")


def local_start(meeting):
    """When it begins, by the Norwegian clock."""
    return local(meeting.starts_at)


def when_in_words(meeting) -> str:
    """ "tirsdag 3. mars, om 5 dager, kl. 14.00", in the reader's language; when it began, once it has."""
    starts_at = local(meeting.opened_at or meeting.starts_at)
    day = spoken_dates.in_words(starts_at.date(), today=today_in_norway(clock.now()), lang=language())
    return f"{day}, {spoken_dates.at_time(language())} {starts_at:%H.%M}"


def state_tag(meeting) -> tuple[str, str]:
    """The meeting's state; one whose time has gone by without anybody opening it says so."""
    is_over = meeting.starts_at + timedelta(minutes=meeting.minutes) <= clock.now()
    if meeting.state == MeetingState.PLANNED and is_over:
        return "soon", _("Ikke startet")
    return STATE_TAGS[meeting.state], meeting.get_state_display()


def row(meeting):
    """One meeting in a list."""
    coming = _("%(count)s av %(all)s kommer") % {"count": meeting.coming_count, "all": meeting.invited_count}
    return SimpleNamespace(
        href=reverse("system_meeting", args=[meeting.pk]),
        title=title_of(meeting),
        unit=meeting.unit.name,
        when=when_in_words(meeting),
        coming=coming if meeting.state == MeetingState.PLANNED else "",
        tag=state_tag(meeting),
    )


def aim_words(proposal) -> str:
    """Which meeting a proposal that waits is on its way to, and why (S002-06)."""
    aim = proposal.aim
    words = {
        "missed": _day(aim.missed_on),
        "day": _day(aim.meeting_on),
        "earliest": _day(aim.earliest_on),
    }
    if aim.missed_on and aim.meeting_on:
        text = _("Kom mindre enn en uke før møtet %(missed)s. Det er derfor med til møtet %(day)s.")
    elif aim.missed_on:
        text = _(
            "Kom mindre enn en uke før møtet %(missed)s. Det venter på det neste, tidligst %(earliest)s."
        )
    elif aim.meeting_on:
        text = _("Rekker møtet %(day)s.")
    else:
        text = _("Venter på at neste møte blir planlagt.")
    return text % words


def topic_of(thing):
    """The topic of the bank a meeting or a proposal has chosen, or None."""
    return topics.topic(thing.topic, language())


def source_labels(keys) -> list[str]:
    """Where the challenge is seen, in words."""
    return [str(Source(key).label) for key in keys if key in Source.values]


def tasks_of(seat, meeting) -> str:
    """What somebody does in the meeting, in a few words."""
    held = {
        _("leder møtet"): seat.person_id is not None and seat.person_id == meeting.leader_id,
        _("forteller om utfordringen"): seat.pk == meeting.presenter_id,
        _("skriver"): seat.person_id is not None and seat.person_id == meeting.writer_id,
        _("viddevakt"): seat.pk == meeting.track_keeper_id,
    }
    return ", ".join(task for task, is_theirs in held.items() if is_theirs)


def seats(meeting, *, reader, sees_words):
    """Who is invited, with tasks and answers. The word with an answer is for the leader, and for whoever wrote it."""
    return [
        SimpleNamespace(
            id=seat.pk,
            name=seat.name,
            service=seat.service,
            task=tasks_of(seat, meeting),
            tag=(ANSWER_TAGS[seat.answer], seat.get_answer_display()) if seat.person_id else None,
            words=seat.answer_words if sees_words or seat.person_id == reader.person_id else "",
            is_leader=seat.person_id is not None and seat.person_id == meeting.leader_id,
        )
        for seat in meeting.seats
    ]


def told_by_hand(meeting) -> list[str]:
    """Names of those invited who have no inbox here."""
    return [seat.name for seat in meeting.seats if seat.person_id is None]


def mail_href(meeting) -> str:
    """A draft of an e-mail with the information, for those who have no login here (X13)."""
    subject = _("Systemmøte: %(title)s") % {"title": meeting.title}
    body = f"{when_in_words(meeting)}\n{meeting.place}\n\n{meeting.information}"
    return f"mailto:?subject={quote(subject)}&body={quote(body)}"


def may(request, action, facts=None) -> bool:
    """Whether to show a way on: the same verdict the door will give."""
    return bool(policy.may(request.actor, action, request.facts if facts is None else facts))


def form_page(request, form, title, label, back, *, eyebrow=None, lead=None, theirs=None, kept=()):
    """One form on a page of its own, with both texts when somebody else was quicker.

    `kept`: ideas that go into the minutes as they were said, to be read before one signs.
    """
    context = {
        "form": form,
        "title": title,
        "label": label,
        "back": back,
        "eyebrow": eyebrow,
        "lead": lead,
        "kept": kept,
        "theirs": differences(form, theirs) if form.conflict else None,
    }
    return render(request, "system_meetings/form.html", context, status=form.status)


def _day(day):
    if day is None:
        return ""
    return spoken_dates.day_and_month(day, today=today_in_norway(clock.now()), lang=language())
