"""Consent: recording, whom it covers, when it ends, and the signed form."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.consent import rules
from stafett.consent.enums import Refusal
from stafett.register.enums import ConsentPolicy, RelationState

TODAY = date(2026, 3, 3)
MOTHER, FATHER, AUNT = UUID(int=1), UUID(int=2), UUID(int=3)
PPT, SCHOOL = UUID(int=10), UUID(int=11)
SIGNED = {
    "relation_state": RelationState.CONFIRMED,
    "has_parental_responsibility": True,
    "signed_on": TODAY,
    "valid_until": date(2027, 3, 3),
    "max_months": 12,
    "today": TODAY,
    "has_document": True,
}


@dataclass(frozen=True)
class FakeConsent:
    guardian_id: UUID
    signed_on: date = date(2026, 1, 1)
    valid_until: date = date(2026, 12, 31)
    covered_unit_ids: list = field(default_factory=list)
    restrictions: dict = field(default_factory=dict)
    missing_facts: tuple = ()


def question(*consents, guardians=frozenset({MOTHER, FATHER}), policy=ConsentPolicy.ALL, today=TODAY):
    return {
        "policy": policy,
        "guardians_with_responsibility": guardians,
        "consents": consents,
        "today": today,
    }


def test_a_signed_form_from_a_confirmed_guardian_is_recorded():
    assert rules.may_record(**SIGNED)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"relation_state": RelationState.UNCLEAR}, Refusal.RELATION_NOT_CONFIRMED),
        ({"relation_state": RelationState.BLOCKED}, Refusal.RELATION_NOT_CONFIRMED),
        ({"has_parental_responsibility": False}, Refusal.NO_PARENTAL_RESPONSIBILITY),
        ({"signed_on": TODAY + timedelta(days=1)}, Refusal.SIGNED_IN_THE_FUTURE),
        ({"signed_on": date.max}, Refusal.SIGNED_IN_THE_FUTURE),
        ({"valid_until": TODAY}, Refusal.ENDS_BEFORE_IT_STARTS),
        ({"valid_until": date.min}, Refusal.ENDS_BEFORE_IT_STARTS),
        ({"valid_until": date(2027, 3, 4)}, Refusal.LASTS_TOO_LONG),
        ({"valid_until": date.max}, Refusal.LASTS_TOO_LONG),
        ({"has_document": False}, Refusal.NO_DOCUMENT),
    ],
)
def test_a_consent_is_not_recorded_when(change, refusal):
    assert rules.may_record(**SIGNED | change).refusal is refusal


def test_the_refusal_says_how_long_a_consent_can_last():
    assert rules.may_record(**SIGNED | {"valid_until": date.max}).params == {"months": 12}


@pytest.mark.parametrize(
    ("today", "valid"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_a_consent_is_valid_from_its_first_to_its_last_day(today, valid):
    assert rules.is_valid(signed_on=date(2026, 1, 1), valid_until=date(2026, 12, 31), today=today) is valid


@pytest.mark.parametrize(
    ("asked", "covered"),
    [
        (question(FakeConsent(MOTHER), FakeConsent(FATHER)), True),
        (question(FakeConsent(MOTHER)), False),
        (question(FakeConsent(MOTHER), policy=ConsentPolicy.ONE), True),
        (question(FakeConsent(MOTHER), guardians={MOTHER}), True),
        (question(FakeConsent(AUNT), policy=ConsentPolicy.ONE), False),
        (question(FakeConsent(MOTHER), guardians=set()), False),
        (question(FakeConsent(MOTHER), guardians=set(), policy=ConsentPolicy.ONE), False),
        (question(), False),
        (question(FakeConsent(MOTHER), FakeConsent(FATHER, valid_until=date(2026, 3, 2))), False),
        (question(FakeConsent(MOTHER), policy="a new policy"), False),
    ],
    ids=[
        "both signed",
        "one of two signed",
        "one of two is enough here",
        "the only one signed",
        "somebody without responsibility signed",
        "nobody can sign, all must",
        "nobody can sign, one must",
        "nobody signed",
        "one of two ran out yesterday",
        "an unknown policy asks everybody",
    ],
)
def test_a_log_is_covered_as_the_policy_asks(asked, covered):
    assert rules.is_covered(**asked) is covered


def test_a_newer_shorter_consent_stands_instead_of_the_older_longer_one():
    older = FakeConsent(MOTHER, valid_until=date(2026, 12, 31))
    newer = FakeConsent(MOTHER, signed_on=date(2026, 2, 1), valid_until=date(2026, 3, 2))

    assert not rules.is_covered(**question(newer, older, guardians={MOTHER}))


@pytest.mark.parametrize(
    ("consents", "policy", "covered"),
    [
        (
            [FakeConsent(MOTHER, covered_unit_ids=[str(PPT)]), FakeConsent(FATHER, covered_unit_ids=[PPT])],
            "all",
            True,
        ),
        ([FakeConsent(MOTHER, covered_unit_ids=[PPT]), FakeConsent(FATHER)], "all", False),
        ([FakeConsent(MOTHER, covered_unit_ids=[PPT]), FakeConsent(FATHER)], "one", True),
        ([FakeConsent(MOTHER, covered_unit_ids=[PPT])], "all", False),
        ([FakeConsent(MOTHER, covered_unit_ids=[SCHOOL])], "one", False),
    ],
)
def test_a_service_is_covered_when_those_who_must_have_named_it(consents, policy, covered):
    assert bool(rules.unit_ends_on(**question(*consents, policy=policy), unit_id=PPT)) is covered


@pytest.mark.parametrize("newest_signed_on", [date(2026, 1, 1), date(2026, 2, 1)])
def test_the_consent_given_last_decides_also_when_two_are_signed_the_same_day(newest_signed_on):
    wide = FakeConsent(MOTHER, covered_unit_ids=[PPT, SCHOOL])
    narrow = FakeConsent(MOTHER, signed_on=newest_signed_on, covered_unit_ids=[SCHOOL])

    assert not rules.unit_ends_on(**question(wide, narrow, guardians={MOTHER}), unit_id=PPT)
    assert rules.unit_ends_on(**question(wide, narrow, guardians={MOTHER}), unit_id=SCHOOL)


@pytest.mark.parametrize(("policy", "end"), [("all", date(2026, 6, 30)), ("one", date(2026, 12, 31))])
def test_the_log_ends_with_the_first_consent_where_all_must_and_with_the_last_where_one_is_enough(
    policy, end
):
    consents = [FakeConsent(MOTHER), FakeConsent(FATHER, valid_until=date(2026, 6, 30))]

    assert rules.ends_on(**question(*consents, policy=policy)) == end


def test_a_log_that_is_not_covered_has_no_end():
    assert rules.ends_on(**question(FakeConsent(MOTHER))) is None


CONSENTS = st.lists(
    st.builds(
        FakeConsent,
        guardian_id=st.sampled_from([MOTHER, FATHER, AUNT]),
        signed_on=st.dates(TODAY - timedelta(days=30), TODAY),
        valid_until=st.dates(TODAY - timedelta(days=10), TODAY + timedelta(days=30)),
    ),
    max_size=6,
)


@given(CONSENTS, st.sets(st.sampled_from([MOTHER, FATHER])), st.sampled_from(ConsentPolicy.values))
def test_a_log_is_covered_on_every_day_to_its_end_and_never_after(consents, guardians, policy):
    end = rules.ends_on(**question(*consents, guardians=guardians, policy=policy))

    covered_days = {
        day
        for day in (TODAY + timedelta(days=ahead) for ahead in range(40))
        if rules.is_covered(**question(*consents, guardians=guardians, policy=policy, today=day))
    }
    expected = set() if end is None else {TODAY + timedelta(days=d) for d in range((end - TODAY).days + 1)}
    assert covered_days == expected


@pytest.mark.parametrize(
    ("signed_on", "months", "end"),
    [
        (date(2026, 3, 3), 12, date(2027, 3, 3)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 12, 15), 36, date(2029, 12, 15)),
    ],
)
def test_a_consent_ends_on_the_same_day_of_the_month_or_its_last(signed_on, months, end):
    assert rules.default_end(signed_on, months=months) == end


@given(st.dates(max_value=date(9900, 1, 1)), st.integers(1, 120))
def test_the_suggested_end_can_always_be_recorded(signed_on, months):
    end = rules.default_end(signed_on, months=months)

    dates = {"signed_on": signed_on, "today": signed_on, "valid_until": end, "max_months": months}
    assert rules.may_record(**SIGNED | dates)


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7", "application/pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"\x89PNG\n\n\x1a\n", None),
        (b"<html>%PDF-", None),
        (b"PK\x03\x04", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_first_bytes_say(head, kind):
    assert rules.file_kind(head) == kind


@pytest.mark.parametrize(
    ("size", "head", "refusal"),
    [
        (10 * 1024 * 1024, b"%PDF-1.7", None),
        (10 * 1024 * 1024 + 1, b"%PDF-1.7", Refusal.FILE_TOO_LARGE),
        (0, b"", Refusal.FILE_TYPE),
        (100, b"#!/bin/sh", Refusal.FILE_TYPE),
    ],
)
def test_a_form_is_kept_when_it_is_a_small_enough_pdf_or_picture(size, head, refusal):
    assert rules.may_keep_file(size=size, head=head).refusal is refusal
