"""What a system meeting must have before people are asked to it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from stafett.system_meetings.enums.before import BeforeRefusal
from stafett.system_meetings.rules import planning

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
GOOD = {
    "starts_at": NOW + timedelta(days=14), "minutes": 90, "place": "Personalrommet", "video_link": "", "now": NOW,
}  # fmt: skip
LEADER, ADVISER, OTHER = uuid4(), uuid4(), uuid4()
SCHOOL, PPT = uuid4(), uuid4()
UNITS = {LEADER: [SCHOOL], ADVISER: [PPT]}


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"starts_at": NOW}, BeforeRefusal.STARTS_IN_PAST),
        ({"starts_at": NOW + timedelta(days=367)}, BeforeRefusal.TOO_FAR_AHEAD),
        ({"minutes": 14}, BeforeRefusal.LASTS_WRONG),
        ({"minutes": 241}, BeforeRefusal.LASTS_WRONG),
        ({"place": " "}, BeforeRefusal.NOWHERE),
        ({"video_link": "javascript:alert(1)"}, BeforeRefusal.NOT_A_LINK),
        ({"video_link": "http://mote.example/"}, BeforeRefusal.NOT_A_LINK),
    ],
)
def test_a_meeting_has_a_time_ahead_a_length_and_somewhere_to_be(changed, refusal):
    assert planning.may_plan(**GOOD)
    assert planning.may_plan(**{**GOOD, **changed}).refusal == refusal


def test_a_link_alone_is_somewhere_to_be():
    assert planning.may_plan(**{**GOOD, "place": "", "video_link": "https://mote.example/1"})


@pytest.mark.parametrize(
    ("count", "refusal"),
    [(0, BeforeRefusal.NOBODY_INVITED), (1, None), (25, None), (40, BeforeRefusal.TOO_MANY)],
)
def test_one_to_thirty_nine_are_asked_besides_the_leader(count, refusal):
    assert planning.may_invite(count=count).refusal == refusal


def test_the_service_that_reported_it_presents_it_itself():
    given = {"units": UNITS, "leader": LEADER, "service": PPT}

    assert planning.may_present(ADVISER, **given)
    assert planning.may_present(LEADER, **given).refusal == BeforeRefusal.SERVICE_PRESENTS_ITS_OWN


def test_the_units_own_challenge_is_presented_by_the_leader_or_somebody_who_comes():
    given = {"units": UNITS, "leader": LEADER, "service": None}

    assert planning.may_present(LEADER, **given)
    assert planning.may_present(ADVISER, **given)
    assert planning.may_present(OTHER, **given).refusal == BeforeRefusal.PRESENTER_NOT_INVITED


def test_nobody_is_told_before_the_challenge_is_chosen():
    assert planning.may_inform(challenge="Det ropes mye.", information="Vi snakker om språk.")
    assert planning.may_inform(challenge="", information="Hei.").refusal == BeforeRefusal.CHALLENGE_NOT_CHOSEN
    assert (
        planning.may_inform(challenge="Det ropes.", information=" ").refusal
        == BeforeRefusal.INFORMATION_MISSING
    )


def test_only_those_who_are_asked_answer_and_only_before_it_begins():
    assert planning.may_answer(is_planned=True, is_invited=True)
    assert planning.may_answer(is_planned=True, is_invited=False).refusal == BeforeRefusal.NOT_INVITED
    assert planning.may_answer(is_planned=False, is_invited=True).refusal == BeforeRefusal.NOT_PLANNED
