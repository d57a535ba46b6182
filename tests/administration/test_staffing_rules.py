"""Who may put whom where, as plain rules (domain 3.2, S000-07)."""

from datetime import timedelta

import pytest

from stafett.administration import rules
from stafett.administration.enums import LIST_STATES, Readiness, Refusal, SettingsPart
from stafett.administration.rules import Keeper
from stafett.kernel import clock
from stafett.register.enums import EmploymentRole, UnitKind

TODAY = clock.today_in_norway(clock.now())
ME, OTHER = "me", "other"
ADMINISTRATOR, LEADER = Keeper(ME, administers=True), Keeper(ME, leads=True)
COLLEAGUE, SYSTEM = Keeper(ME), Keeper(None)
STAFF, RESOURCE, UNIT_LEADER = (
    EmploymentRole.STAFF, EmploymentRole.RESOURCE_PERSON, EmploymentRole.UNIT_LEADER,
)  # fmt: skip


@pytest.mark.parametrize(
    ("keeper", "role", "refusal"),
    [
        (ADMINISTRATOR, STAFF, None),
        (ADMINISTRATOR, UNIT_LEADER, None),
        (ADMINISTRATOR, EmploymentRole.MUNICIPAL_ADMIN, None),
        (LEADER, STAFF, None),
        (LEADER, RESOURCE, None),
        (LEADER, UNIT_LEADER, Refusal.ROLE_NOT_YOURS),
        (LEADER, EmploymentRole.MUNICIPAL_ADMIN, Refusal.ROLE_NOT_YOURS),
        (SYSTEM, STAFF, None),
        (SYSTEM, RESOURCE, None),
        (SYSTEM, UNIT_LEADER, Refusal.ROLE_NOT_YOURS),
        (COLLEAGUE, STAFF, Refusal.ROLE_NOT_YOURS),
    ],
)
def test_the_administrator_appoints_leaders_and_leaders_keep_their_staff(keeper, role, refusal):
    assert rules.may_keep(keeper, person_id=OTHER, role=role).refusal == refusal


@pytest.mark.parametrize("keeper", [ADMINISTRATOR, LEADER, COLLEAGUE])
def test_nobody_keeps_their_own_post(keeper):
    assert rules.may_keep(keeper, person_id=ME, role=STAFF).refusal == Refusal.OWN_POST


@pytest.mark.parametrize("role", EmploymentRole.values)
@pytest.mark.parametrize("kind", UnitKind.values)
def test_a_role_stands_in_the_kind_of_unit_it_is_for(role, kind):
    at_the_office = role in ("municipal_admin", "privacy_officer", "archivist")
    home = "administration" if at_the_office else "area" if role == "area_leader" else "among children"
    where = {"administration": "administration", "area": "area", "external": "nowhere"}.get(
        kind, "among children"
    )

    assert bool(rules.fits(role, kind)) == (home == where)


def test_days_are_within_a_year_and_an_end_is_not_before_the_start():
    far = TODAY + timedelta(days=400)

    assert rules.may_begin_on(far, today=TODAY).refusal == Refusal.DAY_TOO_FAR
    assert rules.may_begin_on(TODAY - timedelta(days=5000), today=TODAY)
    assert rules.may_change_from(far, ends_on=None, today=TODAY).refusal == Refusal.DAY_TOO_FAR
    assert (
        rules.may_change_from(TODAY, ends_on=TODAY - timedelta(days=1), today=TODAY).refusal
        == Refusal.POST_HAS_ENDED
    )
    assert rules.may_end_on(far, starts_on=TODAY, today=TODAY).refusal == Refusal.DAY_TOO_FAR
    assert (
        rules.may_end_on(TODAY - timedelta(days=9), starts_on=TODAY, today=TODAY).refusal
        == Refusal.ENDS_BEFORE_START
    )
    assert rules.may_end_on(TODAY, starts_on=TODAY + timedelta(days=9), today=TODAY)


@pytest.mark.parametrize(
    ("days", "refusal"), [(-30, None), (-31, Refusal.ENDED_LONG_AGO), (5, None), (None, Refusal.POST_IS_OPEN)]
)
def test_an_end_is_taken_back_within_a_month(days, refusal):
    ends_on = None if days is None else TODAY + timedelta(days=days)

    assert rules.may_reopen(ends_on, today=TODAY).refusal == refusal


def test_the_last_administrator_stays_and_a_person_stands_once_and_numbers_that_open_logs_stay():
    assert rules.may_lose_administrator(others=()).refusal == Refusal.LAST_ADMINISTRATOR
    assert rules.may_lose_administrator(others={OTHER})
    assert rules.may_stand_twice(is_there=True).refusal == Refusal.ALREADY_ON_LIST
    assert rules.may_stand_twice(is_there=False)
    assert rules.may_correct_number(opens_more=True, keeps_all=True).refusal == Refusal.NUMBER_OPENS_LOGS
    assert rules.may_correct_number(opens_more=False, keeps_all=False).refusal == Refusal.NUMBER_OPENS_POSTS
    assert rules.may_correct_number(opens_more=False, keeps_all=True)


def test_a_list_that_ends_many_is_taken_in_when_somebody_has_said_so():
    assert rules.may_take_in(ending=20, standing=21, is_confirmed=False)
    assert rules.may_take_in(ending=21, standing=105, is_confirmed=False)
    assert rules.may_take_in(ending=22, standing=105, is_confirmed=False).refusal == Refusal.MANY_END
    assert rules.may_take_in(ending=22, standing=105, is_confirmed=True)


def test_a_list_moves_as_the_table_says():
    assert rules.may_move("ready", "taking_in", table=LIST_STATES)
    assert rules.may_move("faulty", "taking_in", table=LIST_STATES).refusal == Refusal.LIST_HAS_MOVED_ON


ALL_WELL = rules.Standing(
    administrators=2, privacy_officers=1, officer_administers=False, archivists=1, units=4, units_without_leader=0,
    units_without_staff=0, has_support_contact=True, has_privacy_contact=True, has_statement_of_accessibility=True,
    has_information=True, is_assessed=True, has_archive=True, has_login=True, lets_test_numbers_in=False,
    has_logs=False, looked_over=frozenset(part.value for part in SettingsPart),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "about", "stops"),
    [
        ({"is_assessed": False}, Readiness.ASSESSMENT, True),
        ({"privacy_officers": 0}, Readiness.OFFICER, True),
        ({"officer_administers": True}, Readiness.OFFICER, True),
        ({"has_privacy_contact": False}, Readiness.PRIVACY_CONTACT, True),
        ({"has_login": False}, Readiness.LOGIN, True),
        ({"lets_test_numbers_in": True}, Readiness.REAL_NUMBERS, True),
        ({"units_without_leader": 1}, Readiness.LEADERS, True),
        ({"has_support_contact": False}, Readiness.SUPPORT, True),
        ({"has_archive": False}, Readiness.ARCHIVE, True),
        ({"archivists": 0}, Readiness.ARCHIVIST, True),
        ({"administrators": 1}, Readiness.TWO_ADMINISTRATORS, False),
        ({"units_without_staff": 1}, Readiness.STAFF, False),
        ({"has_information": False}, Readiness.INFORMATION, False),
    ],
)
def test_what_is_unsafe_stops_a_municipality_and_what_is_unwise_does_not(changed, about, stops):
    values = {name: getattr(ALL_WELL, name) for name in ALL_WELL.__dataclass_fields__}

    checks = rules.checks_of(rules.Standing(**values | changed))

    assert [check.about for check in checks if not check.is_in_place] == [about]
    assert rules.may_say_ready(checks).refusal == (Refusal.NOT_READY if stops else None)
    assert rules.may_say_ready(rules.checks_of(ALL_WELL))


def test_what_consent_rests_on_is_chosen_before_the_first_log():
    assert (
        rules.may_change_settings(["own_consent_age"], has_logs=True).refusal == Refusal.SET_BEFORE_FIRST_LOG
    )
    assert rules.may_change_settings(["own_consent_age"], has_logs=False)
    assert rules.may_change_settings(["name"], has_logs=True)
    assert rules.may_note_assessment(TODAY + timedelta(days=1), today=TODAY).refusal == Refusal.DAY_IN_FUTURE
