"""A guardian relation's life, ages and protected addresses: rules, and every path a relation can take."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from stafett.kernel.dates import age_on
from stafett.register import rules
from stafett.register.enums import (
    RELATION_STATES,
    AddressProtection,
    AgeStage,
    Refusal,
    RelationKind,
    RelationState,
    UnitKind,
)

TODAY = date(2026, 3, 3)
STAGES = list(AgeStage)
PEOPLE = ["jonas", "elle", "admin"]


def may_register(**changed):
    given_ = {
        "is_same_person": False, "is_known": False, "is_protected": False, "kind": RelationKind.PARENT,
        "has_parental_responsibility": True, "documentation": "agreement", "by_leader": False,
    }  # fmt: skip
    return rules.may_register_guardian(**given_ | changed)


def test_every_state_has_a_row_in_the_table_and_a_way_out_but_never_to_itself():
    assert set(RELATION_STATES) == set(RelationState)
    assert all(after and state not in after for state, after in RELATION_STATES.items())


def test_only_an_unclear_relation_is_confirmed():
    before_confirmed = {state for state, after in RELATION_STATES.items() if RelationState.CONFIRMED in after}

    assert before_confirmed == {RelationState.UNCLEAR}


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, None),
        ({"is_same_person": True}, Refusal.GUARDIAN_IS_CHILD),
        ({"is_known": True}, Refusal.ALREADY_GUARDIAN),
        ({"is_protected": True}, Refusal.NOT_HERE),
        ({"documentation": ""}, Refusal.DOCUMENTATION_MISSING),
        ({"documentation": "", "has_parental_responsibility": False}, None),
        ({"kind": "foster_parent"}, Refusal.FOSTER_PARENT_NEEDS_LEADER),
        ({"kind": "foster_parent", "by_leader": True}, None),
        ({"kind": "foster_parent", "by_leader": True, "documentation": ""}, Refusal.DOCUMENTATION_MISSING),
        ({"kind": "foster_parent", "has_parental_responsibility": False, "documentation": ""}, None),
    ],
)
def test_who_may_be_entered_as_a_guardian(changed, refusal):
    assert may_register(**changed).refusal == refusal


@pytest.mark.parametrize(
    ("given_", "refusal"),
    [
        ({}, None),
        ({"state": "confirmed"}, Refusal.NOT_WAITING),
        ({"state": "blocked"}, Refusal.NOT_WAITING),
        ({"confirmed_by": "jonas"}, Refusal.NOT_ALONE),
        ({"is_protected": True}, Refusal.NOT_HERE),
    ],
)
def test_a_relation_is_confirmed_by_a_second_person_only(given_, refusal):
    options = {
        "state": "unclear",
        "is_protected": False,
        "proposed_by": "jonas",
        "confirmed_by": "elle",
    } | given_

    assert rules.may_confirm(options.pop("state"), **options).refusal == refusal


@pytest.mark.parametrize(
    ("state", "had", "has", "after"),
    [
        ("confirmed", False, True, "unclear"),
        ("confirmed", True, True, "confirmed"),
        ("confirmed", True, False, "confirmed"),
        ("unclear", False, True, "unclear"),
        ("blocked", False, True, "blocked"),
    ],
)
def test_responsibility_that_widens_access_waits_for_a_second_person(state, had, has, after):
    assert rules.state_after_responsibility(state, had=had, has=has) == after


def test_a_relation_ends_on_a_day_that_has_come():
    tomorrow = TODAY + timedelta(days=1)

    assert rules.may_end("confirmed", ended_on=TODAY, today=TODAY)
    assert rules.may_end("confirmed", ended_on=tomorrow, today=TODAY).refusal == Refusal.DAY_IN_FUTURE
    assert rules.may_end("ended", ended_on=TODAY, today=TODAY).refusal == Refusal.RELATION_HAS_MOVED_ON


@pytest.mark.parametrize(
    ("kind", "documentation", "refusal"),
    [
        (None, "", None),
        (UnitKind.CHILD_WELFARE, "child_welfare", None),
        (UnitKind.CHILD_WELFARE, "", Refusal.DOCUMENTATION_MISSING),
        (UnitKind.SCHOOL, "court", Refusal.NOT_CHILD_WELFARE),
    ],
)
def test_only_a_child_welfare_service_holds_the_right_to_consent(kind, documentation, refusal):
    assert rules.may_hold_consent_right(kind, documentation=documentation).refusal == refusal


@pytest.mark.parametrize(
    ("years", "limit", "stage"),
    [
        (6, 16, "under_seven"), (7, 16, "heard"), (11, 16, "heard"), (12, 16, "weighty"), (15, 16, "weighty"),
        (15, 15, "consents"), (16, 16, "consents"), (17, 15, "consents"), (18, 16, "of_age"),
    ],
)  # fmt: skip
def test_the_stage_changes_on_the_birthday(years, limit, stage):
    born = date(TODAY.year - years, TODAY.month, TODAY.day)

    assert rules.age_stage(born, TODAY, own_consent_age=limit) == stage
    assert rules.age_stage(born + timedelta(days=1), TODAY, own_consent_age=limit) in (
        stage, STAGES[STAGES.index(AgeStage(stage)) - 1],
    )  # fmt: skip


@given(born=st.dates(date(2000, 1, 1), TODAY), later=st.integers(0, 7000), limit=st.sampled_from([15, 16]))
def test_nobody_grows_younger(born, later, limit):
    before = rules.age_stage(born, TODAY, own_consent_age=limit)
    after = rules.age_stage(born, TODAY + timedelta(days=later), own_consent_age=limit)

    assert STAGES.index(after) >= STAGES.index(before)


@given(born=st.dates(date(2000, 1, 1), date(2020, 12, 31)), limit=st.sampled_from([15, 16]))
def test_a_youth_consents_from_the_very_birthday(born, limit):
    day = rules.consents_from(born, own_consent_age=limit)

    assert age_on(born, day) == limit
    assert rules.age_stage(born, day, own_consent_age=limit) == AgeStage.CONSENTS
    assert rules.age_stage(born, day - timedelta(days=1), own_consent_age=limit) == AgeStage.WEIGHTY


@pytest.mark.parametrize(("alone", "age"), [(False, 18), (True, 16)])
def test_guardians_follow_until_18_or_the_age_the_municipality_has_chosen(alone, age):
    born = date(2010, 5, 4)

    day = rules.guardians_may_follow_until(born, guardian_access_age=16, has_consented_alone=alone)

    assert day == date(2010 + age, 5, 4)


def test_words_are_kept_from_guardians_from_12_until_the_youth_consents():
    kept = [
        age
        for age in range(20)
        if rules.may_keep_from_guardians(date(TODAY.year - age, 1, 1), TODAY, own_consent_age=16)
    ]

    assert kept == [12, 13, 14, 15]
    assert not rules.may_keep_from_guardians(None, TODAY, own_consent_age=16)


@pytest.mark.parametrize("protection", ["confidential", "strictly"])
def test_a_unit_beside_a_protected_child_is_shown_to_those_who_work_there(protection):
    assert rules.unit_is_shown(protection, unit_id=1, reader_unit_ids={1, 2})
    assert not rules.unit_is_shown(protection, unit_id=1, reader_unit_ids={2})
    assert rules.unit_is_shown(AddressProtection.NONE, unit_id=1, reader_unit_ids=())


@given(
    protection=st.sampled_from(list(AddressProtection)),
    leader=st.booleans(),
    admin=st.booleans(),
    holder=st.booleans(),
)
def test_a_digital_log_at_a_protected_address_takes_everything(protection, leader, admin, holder):
    verdict = rules.may_start_at_protected_address(
        protection, approved_by_leader=leader, approved_by_admin=admin, is_holder=holder
    )

    assert bool(verdict) == (protection == AddressProtection.NONE or (leader and admin and holder))


def test_nobody_approves_an_opening_alone():
    assert rules.may_approve_opening(leader="elle", admin="admin")
    assert rules.may_approve_opening(leader="elle", admin="elle").refusal == Refusal.NOT_ALONE


@pytest.mark.parametrize(
    ("asks", "age", "same", "may"),
    [
        (False, 8, [False], True), (True, 8, [False, None], False), (True, 8, [False, True], True),
        (True, 12, [False], True), (True, None, [False], True), (True, 8, [], False),
    ],
)  # fmt: skip
def test_guardians_who_live_elsewhere_read_unless_the_municipality_asks_otherwise(asks, age, same, may):
    assert rules.may_live_apart(requires_same_address=asks, age=age, same_address=same) == may


class Relation(RuleBasedStateMachine):
    """Somebody enters, others confirm, block, lift, put right and end, in any order the rules allow."""

    def __init__(self):
        super().__init__()
        self.state, self.has, self.proposed_by, self.confirmed_by = RelationState.UNCLEAR, True, "jonas", None
        self.looked = {"jonas"}  # who has looked at what the relation says now

    def _to(self, after):
        if rules.may_become(self.state, after):
            self.state, self.confirmed_by = after, None
            return True
        return False

    @rule(by=st.sampled_from(PEOPLE))
    def confirm(self, by):
        if rules.may_confirm(self.state, is_protected=False, proposed_by=self.proposed_by, confirmed_by=by):
            self.state, self.confirmed_by = RelationState.CONFIRMED, by
            self.looked.add(by)

    @rule()
    def block(self):
        self._to(RelationState.BLOCKED)

    @rule(by=st.sampled_from(PEOPLE))
    def lift(self, by):
        if self.state == RelationState.BLOCKED and self._to(RelationState.UNCLEAR):
            self.proposed_by, self.looked = by, {by}

    @rule(by=st.sampled_from(PEOPLE), has=st.booleans())
    def change_responsibility(self, by, has):
        if self.state == RelationState.ENDED:
            return
        had, self.has = self.has, has
        self.state = rules.state_after_responsibility(self.state, had=had, has=has)
        if has and not had:
            self.proposed_by, self.confirmed_by, self.looked = by, None, {by}

    @rule()
    def end(self):
        if rules.may_end(self.state, ended_on=TODAY, today=TODAY):
            self.state, self.has, self.confirmed_by = RelationState.ENDED, False, None

    @rule(by=st.sampled_from(PEOPLE))
    def enter_again(self, by):
        if self.state == RelationState.ENDED and self._to(RelationState.UNCLEAR):
            self.has, self.proposed_by, self.looked = True, by, {by}

    @invariant()
    def whoever_reads_has_been_looked_at_by_two(self):
        if self.state == RelationState.CONFIRMED and self.has:
            assert self.confirmed_by is not None
            assert self.confirmed_by != self.proposed_by
            assert len(self.looked) >= 2


TestRelation = Relation.TestCase
TestRelation.settings = settings(max_examples=150, stateful_step_count=25)
