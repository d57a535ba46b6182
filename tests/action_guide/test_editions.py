"""When an edition may be written, sent, decided and published: the rules, and any order of acts whatever."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from stafett.action_guide.enums import EDITION_STATES, IN_WORK, Decision, EditionState, Refusal
from stafett.action_guide.rules import editions

TODAY = date(2026, 11, 22)
YUSUF, MINA, ELLE = (UUID(int=number) for number in (1, 2, 3))
STEPS = {"0": 7, "1": 5, "2": 5, "3": 6}
PEOPLE = st.sampled_from((YUSUF, MINA, ELLE))
DRAFT, REVIEW, APPROVED, PUBLISHED, REPLACED = EditionState


def _decide(state=REVIEW, decision=Decision.APPROVE, reason="", decided_by=ELLE, writers=(YUSUF,)):
    return editions.may_decide(
        state, decision=decision, reason=reason, decided_by=decided_by, writers=writers
    )


@pytest.mark.parametrize(("states", "may"), [
    (set(), True), ({PUBLISHED, REPLACED}, True), ({DRAFT}, False), ({PUBLISHED, REVIEW}, False), ({APPROVED}, False),
])  # fmt: skip
def test_one_edition_is_in_work_at_a_time(states, may):
    assert bool(editions.may_begin(states)) is may


@pytest.mark.parametrize("state", EditionState)
def test_words_are_changed_in_a_draft_alone_and_talked_about_until_it_is_decided(state):
    assert bool(editions.may_write(state)) is (state == DRAFT)
    assert bool(editions.may_comment(state)) is (state in (DRAFT, REVIEW))


def test_the_steering_group_gets_what_has_changed_and_has_steps_on_every_level():
    sent = [
        editions.may_send(DRAFT, changed=1, shown_steps=STEPS),
        editions.may_send(DRAFT, changed=0, shown_steps=STEPS),
        editions.may_send(DRAFT, changed=1, shown_steps={**STEPS, "2": 0}),
        editions.may_send(DRAFT, changed=1, shown_steps={"0": 1}),
        editions.may_send(DRAFT, changed=1, shown_steps={**STEPS, "3": 13}),
        editions.may_send(REVIEW, changed=1, shown_steps=STEPS),
    ]

    assert [verdict.refusal for verdict in sent] == [
        None, Refusal.NOTHING_CHANGED, Refusal.NO_STEPS, Refusal.NO_STEPS, Refusal.TOO_MANY_STEPS, Refusal.WRONG_STATE,
    ]  # fmt: skip
    assert sent[2].params == {"level": "2"}


@pytest.mark.parametrize(("writers", "may"), [
    ((YUSUF,), True), ((YUSUF, MINA), True), ((YUSUF, ELLE), True), ((ELLE,), False), ((), False),
])  # fmt: skip
def test_whoever_has_written_alone_is_not_the_one_who_approves(writers, may):
    assert bool(_decide(writers=writers)) is may
    assert _decide(writers=(ELLE,)).refusal == Refusal.TWO_PEOPLE


def test_it_is_sent_back_with_a_reason_also_by_whoever_wrote_it():
    assert _decide(decision=Decision.SEND_BACK, reason="For lang.", writers=(ELLE,))
    assert _decide(decision=Decision.SEND_BACK, reason=" ").refusal == Refusal.REASON_MISSING
    assert _decide(state=DRAFT, decision=Decision.SEND_BACK, reason="x").refusal == Refusal.WRONG_STATE


@pytest.mark.parametrize(
    ("days", "may"), [(-1, False), (0, False), (1, True), (365, True), (1098, True), (1099, False)]
)
def test_it_is_published_with_a_day_ahead_to_look_at_it_again(days, may):
    review_by = TODAY + timedelta(days=days)

    assert bool(editions.may_publish(APPROVED, review_by=review_by, today=TODAY)) is may
    assert not editions.may_publish(REVIEW, review_by=review_by, today=TODAY)


@pytest.mark.parametrize(("days", "due"), [(31, False), (30, True), (0, True), (-400, True)])
def test_the_group_is_told_a_month_ahead(days, due):
    assert editions.is_review_due(TODAY + timedelta(days=days), today=TODAY) is due
    assert editions.next_review(TODAY) == date(2027, 11, 22)


def test_every_state_can_be_reached_from_a_draft():
    reached, waiting = set(), [DRAFT]
    while waiting:
        state = waiting.pop()
        reached.add(state)
        waiting += EDITION_STATES[state] - reached

    assert reached == set(EditionState) == set(EDITION_STATES)


class AnyOrder(RuleBasedStateMachine):
    """Three people press whatever they like, in any order; what the rules allow is done."""

    def __init__(self):
        super().__init__()
        self.rows = []  # each: state, writers, approved by

    @rule()
    def begin(self):
        if editions.may_begin({row["state"] for row in self.rows}):
            self.rows.append({"state": DRAFT, "writers": set(), "by": None})

    @precondition(lambda self: self.rows)
    @rule(who=PEOPLE)
    def write(self, who):
        if editions.may_write(self.rows[-1]["state"]):
            self.rows[-1]["writers"].add(who)

    @precondition(lambda self: self.rows)
    @rule()
    def send(self):
        row = self.rows[-1]
        if editions.may_send(row["state"], changed=len(row["writers"]), shown_steps=STEPS):
            row["state"] = REVIEW

    @precondition(lambda self: self.rows)
    @rule(who=PEOPLE, decision=st.sampled_from(Decision))
    def decide(self, who, decision):
        row = self.rows[-1]
        if _decide(row["state"], decision, "Fordi.", who, row["writers"]):
            row["state"], row["by"] = (APPROVED, who) if decision == Decision.APPROVE else (DRAFT, None)

    @precondition(lambda self: self.rows)
    @rule()
    def publish(self):
        if editions.may_publish(self.rows[-1]["state"], review_by=editions.next_review(TODAY), today=TODAY):
            for row in self.rows:
                row["state"] = REPLACED if row["state"] == PUBLISHED else row["state"]
            self.rows[-1]["state"] = PUBLISHED

    @invariant()
    def at_most_one_is_in_work_and_one_holds(self):
        states = [row["state"] for row in self.rows]
        assert sum(state in IN_WORK for state in states) <= 1
        assert states.count(PUBLISHED) <= 1

    @invariant()
    def two_people_stand_behind_what_is_read(self):
        for row in self.rows:
            if row["state"] in (APPROVED, PUBLISHED, REPLACED):
                assert len(row["writers"] | {row["by"]}) >= 2


TestAnyOrder = AnyOrder.TestCase
