"""Reminders of a meeting: once to each who has not said no, by day, and to nobody who has lost their place."""

from datetime import datetime, time, timedelta

import pytest

from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.log_meetings import tasks
from stafett.log_meetings.operations import reminding
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register.models import GuardianRelation
from stafett.register.tenancy import within
from tests import stage
from tests.log_meetings import inviting
from tests.web.visiting import together

HERE = cast.EKSEMPELVIK.id
HILDE, KARI = (cast.person(key).id for key in ("hilde", "kari"))


@pytest.fixture
def meeting(here):
    """A meeting a week from now, planned today."""
    return inviting.plan(stage.open_log("tiril"), invited=["hilde"])


def _remind(meeting, *, hours_before):
    with clock.set_to(meeting.starts_at - timedelta(hours=hours_before)):
        return reminding.remind(HERE)


def _reminded():
    return set(Message.objects.filter(kind=Kind.MEETING_NEAR).values_list("recipient_id", flat=True))


def test_those_who_have_not_said_no_are_reminded_once(meeting):
    made = [_remind(meeting, hours_before=hours) for hours in (24 * 6, 24, 20, 2)]

    assert sum(made) == 2
    assert _reminded() == {KARI, HILDE}


def test_whoever_has_said_no_is_left_in_peace(meeting):
    inviting.answer(meeting, "hilde", "no")

    _remind(meeting, hours_before=2)

    assert _reminded() == {KARI}


def test_whoever_has_lost_their_place_since_is_told_nothing(meeting):
    GuardianRelation.objects.filter(guardian_id=HILDE).update(state="blocked", state_reason="Dom")

    _remind(meeting, hours_before=2)

    assert _reminded() == {KARI}


@pytest.mark.parametrize("hours_before", [2, -1])
def test_nobody_is_reminded_of_what_is_called_off_or_over(meeting, hours_before):
    if hours_before > 0:
        inviting.cancel(meeting)

    assert _remind(meeting, hours_before=hours_before) == 0


def test_a_meeting_that_has_moved_is_reminded_of_at_its_new_time(meeting):
    _remind(meeting, hours_before=2)
    moved = inviting.change(meeting, invited=["hilde"], day=stage.today() + timedelta(days=12))

    assert _remind(moved, hours_before=2) == 2


def test_when_a_meeting_has_gone_by_the_log_looks_for_the_one_after_it(meeting):
    later = inviting.plan(meeting.log, day=stage.today() + timedelta(days=30))

    _remind(meeting, hours_before=-1)
    once = stage.stored(meeting.log).next_meeting_at
    _remind(later, hours_before=-1)

    assert once == later.starts_at
    assert stage.stored(meeting.log).next_meeting_at is None


def test_two_workers_at_the_same_moment_make_one_reminder_each(committed_database):
    with within(HERE):
        meeting = inviting.plan(stage.open_log("tiril"), invited=["hilde"])
    moment = datetime.combine(clock.local(meeting.starts_at).date(), time(7, 40), NORWAY)

    def work():
        with clock.set_to(moment):
            return tasks.remind(municipality_id=str(HERE))

    made = together([work] * 3)

    with within(HERE):
        assert (sum(made), len(_reminded())) == (2, 2)
