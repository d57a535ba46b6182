"""Planning a meeting: what it must have, whom it invites, and what the log says of it afterwards."""

from datetime import time, timedelta

import pytest

from stafett.access.guard import Conflict
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.log_meetings.enums import Answer, MeetingState, Refusal
from stafett.log_meetings.models import Meeting
from stafett.messages.enums import Kind
from stafett.messages.models import Message
from stafett.register.models import Employment, Person
from stafett.relay_log import operations as log_operations
from stafett.relay_log.enums import Refusal as LogRefusal
from tests import stage
from tests.log_meetings import inviting

pytestmark = pytest.mark.usefixtures("here")
HILDE, TIRIL, KARI = (cast.person(key).id for key in ("hilde", "tiril", "kari"))


@pytest.fixture
def log():
    return stage.open_log("tiril")


def _refusal_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.refusal


def _told(kind):
    return set(Message.objects.filter(kind=kind).values_list("recipient_id", flat=True))


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"day": "yesterday"}, Refusal.STARTS_IN_PAST),
        ({"day": "far"}, Refusal.TOO_FAR_AHEAD),
        ({"minutes": 5}, Refusal.LASTS_WRONG),
        ({"place": ""}, Refusal.PLACE_MISSING),
        ({"form": "video", "video_link": ""}, Refusal.LINK_MISSING),
        ({"form": "video", "video_link": "http://mote.example"}, Refusal.LINK_MISSING),
        ({"invited_ids": []}, Refusal.NOBODY_INVITED),
        ({"invited_ids": [HILDE]}, Refusal.CHILD_NEEDS_REASON),
        ({"interpreter": "to_be_booked"}, Refusal.LANGUAGE_MISSING),
        ({"writer_id": HILDE}, Refusal.WRITER_NOT_STAFF),
        ({"invited": ["ronny"]}, Refusal.NOT_TO_BE_INVITED),
        ({"invited": ["jonas"]}, Refusal.NOT_TO_BE_INVITED),
    ],
)
def test_a_meeting_that_cannot_be_held_is_refused_and_nothing_is_written(log, changed, refusal):
    days = {"yesterday": stage.today() - timedelta(days=1), "far": stage.today() + timedelta(days=400)}
    changed = {name: days.get(value, value) if name == "day" else value for name, value in changed.items()}

    assert _refusal_of(lambda: inviting.plan(log, **changed)) == refusal
    assert not Meeting.objects.exists()


def test_the_guardian_and_the_holder_are_invited_with_the_child_and_the_guardian_is_told(log):
    meeting = inviting.plan(log, invited=["hilde"])

    assert inviting.answers(meeting) == {KARI: Answer.YES, HILDE: Answer.NONE, TIRIL: Answer.NONE}
    assert _told(Kind.MEETING_INVITED) == {HILDE}
    assert stage.stored(log).next_meeting_at == meeting.starts_at


def test_a_pupil_stays_away_only_for_a_reason_and_the_reason_is_gone_when_the_child_comes_after_all(log):
    meeting = inviting.plan(log, invited_ids=[HILDE], child_absent_reason="Er på leirskole.")
    changed = inviting.change(meeting, invited=["hilde"], child_absent_reason="Er på leirskole.")

    assert meeting.child_absent_reason == "Er på leirskole."
    assert changed.child_absent_reason == ""


def test_nobody_asks_why_a_child_before_first_grade_stays_away(log):
    child = stage.child("tiril")
    child.first_grade_year = None
    child.save(update_fields=["first_grade_year"])

    assert inviting.plan(log, invited_ids=[HILDE]).child_absent_reason == ""


def test_a_first_meeting_is_about_the_newest_concern_that_waits(log):
    concern = stage.drafted_concern(log)

    assert inviting.plan(log, kind="first").concern_id == concern.pk
    assert inviting.plan(log, kind="follow_up").concern_id is None


def test_a_colleague_who_writes_is_invited_whether_ticked_or_not(log):
    _let_in(log, "jonas")

    meeting = inviting.plan(log, writer_id=cast.person("jonas").id)

    assert cast.person("jonas").id in inviting.answers(meeting)
    assert inviting.reached(meeting, "jonas").is_writer
    assert not inviting.reached(meeting, "hilde").is_writer


def test_a_service_is_not_invited_past_its_consent():
    log = stage.open_log("tiril", units=[cast.unit("eksempelvik_ppt").id])
    log_operations.change_level(actor=stage.actor("kari"), log=log, level=2, reason="PPT skal veilede.")
    _let_in(log, "henrik")
    in_time, too_late = (stage.today() + timedelta(days=days) for days in (299, 301))

    assert inviting.plan(log, invited=["henrik"], day=in_time)
    assert (
        _refusal_of(lambda: inviting.plan(log, invited=["henrik"], day=too_late)) == Refusal.NOT_IN_LOG_THEN
    )


def test_where_an_address_is_protected_nothing_is_sent_to_the_family(log):
    Person.objects.filter(pk=HILDE).update(protection="confidential")

    meeting = inviting.plan(log, invited=["hilde"])

    assert HILDE in inviting.answers(meeting)
    assert _told(Kind.MEETING_INVITED) == set()


def test_a_meeting_that_moves_asks_everybody_again_and_says_so(log):
    meeting = inviting.plan(log, invited=["hilde"])
    inviting.answer(meeting, "hilde", "yes", "Gleder meg")

    moved = inviting.change(meeting, invited=["hilde"], at=time(8, 30))

    assert inviting.answers(moved) == {KARI: Answer.YES, HILDE: Answer.NONE, TIRIL: Answer.NONE}
    assert _told(Kind.MEETING_MOVED) == {HILDE}
    assert stage.stored(log).next_meeting_at == moved.starts_at != meeting.starts_at
    assert Entry.objects.filter(event="meeting.moved", facts__date=(stage.today() + timedelta(7)).isoformat())


def test_a_meeting_that_changes_otherwise_keeps_the_answers(log):
    meeting = inviting.plan(log, invited=["hilde"])
    inviting.answer(meeting, "hilde", "yes")

    changed = inviting.change(meeting, invited=["hilde"], place="Biblioteket")

    assert inviting.answers(changed)[HILDE] == Answer.YES
    assert (_told(Kind.MEETING_CHANGED), _told(Kind.MEETING_MOVED)) == ({HILDE}, set())


def test_whoever_is_not_invited_any_more_is_told_and_whoever_is_new_is_invited(log):
    _let_in(log, "jonas")
    meeting = inviting.plan(log, invited=["hilde"])
    Message.objects.all().delete()

    changed = inviting.change(meeting, invited=["jonas"])

    jonas = cast.person("jonas").id
    assert set(inviting.answers(changed)) == {KARI, TIRIL, jonas}
    assert (_told(Kind.MEETING_CANCELLED), _told(Kind.MEETING_INVITED)) == ({HILDE}, {jonas})


def test_two_who_change_the_same_meeting_do_not_overwrite_each_other(log):
    meeting = inviting.plan(log)
    inviting.change(meeting, place="Biblioteket")

    with pytest.raises(Conflict) as conflict:
        inviting.change(meeting, version=1, place="Auditoriet")

    assert conflict.value.current.place == "Biblioteket"


def test_a_meeting_called_off_is_told_of_and_the_log_looks_for_the_next_one(log):
    soon, later = inviting.plan(log, invited=["hilde"]), inviting.plan(log, day=stage.today() + timedelta(20))

    inviting.cancel(soon, reason="Jeg er blitt syk.")

    assert stage.state_of(soon) == MeetingState.CANCELLED
    assert _told(Kind.MEETING_CANCELLED) == {HILDE}
    assert stage.stored(log).next_meeting_at == later.starts_at
    assert _refusal_of(lambda: inviting.cancel(soon)) == Refusal.NOT_PLANNED
    assert _refusal_of(lambda: inviting.change(soon)) == Refusal.NOT_PLANNED


def test_a_log_closes_when_no_meeting_is_ahead(log):
    meeting = inviting.plan(log)
    closing = {"actor": stage.actor("kari"), "log": log, "summary": "Det går fint.", "today": stage.today()}

    assert _refusal_of(lambda: log_operations.close_log(**closing)) == LogRefusal.MEETING_AHEAD
    inviting.cancel(meeting)
    assert log_operations.close_log(**closing).next_meeting_at is None


def test_an_answer_is_the_invited_ones_own_and_the_holder_hears_of_it(log):
    meeting = inviting.plan(log, invited=["hilde"])

    invitation = inviting.answer(meeting, "hilde", "no", "Vi er på reise")

    assert (invitation.answer, invitation.words) == (Answer.NO, "Vi er på reise")
    assert _told(Kind.INVITATION_ANSWERED) == {KARI}
    assert not Entry.objects.filter(event="meeting.answered", facts__has_key="words").exists()


@pytest.mark.parametrize(
    ("who", "said", "refusal"),
    [
        ("hilde", "maybe", Refusal.ANSWER_MISSING),
        ("hilde", "none", Refusal.ANSWER_MISSING),
        ("jonas", "yes", Refusal.NOT_INVITED),
    ],
)
def test_an_answer_is_yes_or_no_from_somebody_invited(log, who, said, refusal):
    meeting = inviting.plan(log, invited=["hilde"])

    assert _refusal_of(lambda: inviting.answer(meeting, who, said)) == refusal


def test_nobody_answers_a_meeting_that_is_called_off(log):
    meeting = inviting.plan(log, invited=["hilde"])
    inviting.cancel(meeting)

    assert _refusal_of(lambda: inviting.answer(meeting, "hilde")) == Refusal.NOT_PLANNED


def _let_in(log, key):
    employment = Employment.objects.get(person_id=cast.person(key).id)
    log_operations.add_participant(
        actor=stage.actor("kari"), log=log, employment_id=employment.pk, purpose="", today=stage.today()
    )
