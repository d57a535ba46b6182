"""Turns what queries found about meetings into what the templates show: lines, people, ways on. No queries."""

from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Relation
from stafett.kernel import clock, spoken_dates
from stafett.kernel.clock import local, today_in_norway
from stafett.log_meetings.enums import Answer, InterpreterBooking, MeetingState
from stafett.register.rules import is_protected
from stafett.relay_log.enums import OwnerKind
from stafett.relay_log.views import presenting as log_presenting

differences = log_presenting.differences
STATE_TAGS = {
    MeetingState.PLANNED: "active",
    MeetingState.UNDER_WAY: "active",
    MeetingState.TO_CONFIRM: "soon",
    MeetingState.DONE: "done",
    MeetingState.CANCELLED: "stopped",
}
ANSWER_TAGS = {Answer.NONE: "info", Answer.YES: "done", Answer.NO: "stopped"}


def href_of(meeting) -> str:
    """The page about the meeting."""
    return reverse("meeting", args=[meeting.pk])


def local_start(meeting):
    """When it begins, by the Norwegian clock."""
    return local(meeting.starts_at)


def when_in_words(meeting) -> str:
    """ "tirsdag 3. mars, om 5 dager, kl. 14.00", in the reader's language."""
    lang, starts_at = translation.get_language() or "nb", local_start(meeting)
    day = spoken_dates.in_words(starts_at.date(), today=today_in_norway(clock.now()), lang=lang)
    return f"{day}, {spoken_dates.at_time(lang)} {starts_at:%H.%M}"


def row(meeting):
    """One meeting in the list."""
    return SimpleNamespace(
        href=href_of(meeting),
        when=when_in_words(meeting),
        kind=meeting.get_kind_display(),
        where=meeting.get_form_display(),
        tag=state_tag(meeting),
        coming=_("%(count)s av %(all)s kommer")
        % {"count": meeting.coming_count, "all": meeting.invited_count},
    )


def state_tag(meeting) -> tuple[str, str]:
    """The meeting's state; one whose time has gone by without anybody opening it says so."""
    if meeting.state == MeetingState.PLANNED and is_over(meeting):
        return "soon", _("Ikke startet")
    return STATE_TAGS[meeting.state], meeting.get_state_display()


def is_over(meeting) -> bool:
    """Whether the time that was set aside has gone by."""
    return meeting.starts_at + timedelta(minutes=meeting.minutes) <= clock.now()


def invited(invitations, meeting, *, reader, sees_words):
    """Who is invited, what they answered, and who leads and writes. A word with an answer is for whoever invites, and for
    the one who wrote it."""
    return [
        SimpleNamespace(
            name=each.person.name,
            role=str(Relation(each.relation).label),
            task=_task(each, meeting),
            tag=(ANSWER_TAGS[each.answer], each.get_answer_display()),
            words=each.words if sees_words or each.person_id == reader.person_id else "",
        )
        for each in invitations
    ]


def interpreter(meeting) -> str:
    """What is agreed about an interpreter; empty when nobody needs one."""
    if meeting.interpreter == InterpreterBooking.NOT_NEEDED:
        return ""
    return f"{meeting.get_interpreter_display()}: {meeting.interpreter_language}"


def owner_in_words(owner) -> str:
    """Who answers for a measure."""
    return owner.name or str(OwnerKind(owner.kind).short if owner.kind in OwnerKind.values else _("Ingen"))


def helpers(posts, log, in_log):
    """Resource persons of the unit: how to let each into the log, when they are not in it (S001-15, S001-16)."""
    search = reverse("participants", args=[log.pk])
    return [
        SimpleNamespace(
            name=post.person.name,
            position=post.position,
            add_href=None if post.person_id in in_log else f"{search}?{urlencode({'q': post.person.name})}",
        )
        for post in posts
    ]


def calendar_place(meeting, invitations) -> str:
    """The place for a calendar that others may see: for those who are to come, and nothing where somebody's address is
    protected (L-27)."""
    people = [meeting.log.child.person, *(each.person for each in invitations)]
    hidden = is_protected(*(person.protection for person in people))
    return "" if hidden or meeting.own_invitation is None else meeting.place


def _task(invitation, meeting):
    leads, writes = invitation.person_id == meeting.chair_id, invitation.person_id == meeting.writer_id
    if leads and writes:
        return _("leder og skriver")
    if leads:
        return _("leder møtet")
    return _("skriver") if writes else ""
