"""Invites to meetings through the product's own operations. The cast plays; Kari invites."""

from datetime import time, timedelta

from stafett.demo import cast
from stafett.log_meetings import operations
from stafett.log_meetings.models import Invitation
from stafett.log_meetings.queries import reachable_meeting
from tests import stage


def words(log, *, invited=(), **changed):
    """A meeting's fields as its form gives them; the child of the log comes, and whoever is named."""
    keys = [cast.person(key).id for key in invited]
    return {
        "kind": "follow_up", "day": stage.today() + timedelta(days=7), "at": time(14), "minutes": 45,
        "form": "in_person", "place": "Møterommet", "video_link": "", "writer_id": None, "interpreter": "not_needed",
        "interpreter_language": "", "child_absent_reason": "", "invited_ids": [log.child.person_id, *keys],
    } | changed  # fmt: skip


def plan(log, *, by="kari", **changed):
    """A planned meeting."""
    return operations.plan_meeting(
        actor=stage.actor(by), log=log, today=stage.today(), **words(log, **changed)
    )


def change(meeting, *, by="kari", version=None, **changed):
    """The same meeting, changed."""
    return operations.change_meeting(
        actor=stage.actor(by), log=meeting.log, meeting=meeting, version=version or meeting.version,
        today=stage.today(), **words(meeting.log, **changed),
    )  # fmt: skip


def cancel(meeting, *, by="kari", reason=""):
    """The same meeting, called off."""
    return operations.cancel_meeting(
        actor=stage.actor(by), log=meeting.log, meeting=meeting, reason=reason, today=stage.today()
    )


def answer(meeting, key, said="yes", words=""):
    """Somebody's own answer."""
    return operations.answer_invitation(
        actor=stage.actor(key),
        log=meeting.log,
        meeting=meeting,
        answer=said,
        words=words,
        today=stage.today(),
    )


def answers(meeting):
    """What each invited person has answered: person id -> answer."""
    return dict(Invitation.objects.filter(meeting=meeting).values_list("person_id", "answer"))


def reached(meeting, key):
    """The meeting as somebody reaches it, or None."""
    return reachable_meeting(stage.actor(key), meeting.pk)
