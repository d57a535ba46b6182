"""Quiet nights and holidays, ways to be told, and how long one keeps trying. Plain values; no database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.clock import NORWAY
from stafett.kernel.dates import is_norwegian_holiday
from stafett.messages import rules
from stafett.messages.enums import DELIVERY_STATES, URGENT, Channel, DeliveryState, Kind
from stafett.messages.rules import Wishes, channels_for, next_attempt, when_to_point

QUIET_KINDS = sorted(set(Kind) - URGENT)
moments = st.datetimes(
    min_value=datetime(2020, 1, 1), max_value=datetime(2060, 1, 1), timezones=st.just(UTC)
)  # both changes of the clock, every Easter


def norway(*parts):
    return datetime(*parts, tzinfo=NORWAY)


@given(now=moments, kind=st.sampled_from(QUIET_KINDS))
def test_a_pointer_never_goes_out_at_night_on_a_sunday_or_on_a_public_holiday(now, kind):
    due = when_to_point(now, kind)

    assert time(7) <= due.astimezone(NORWAY).time() < time(21)
    assert due.astimezone(NORWAY).weekday() != 6
    assert not is_norwegian_holiday(due.astimezone(NORWAY).date())


@given(now=moments, kind=st.sampled_from(QUIET_KINDS))
def test_a_pointer_is_never_early_and_waits_five_days_at_most(now, kind):
    due = when_to_point(now, kind)

    # the longest rest there is: Maundy Thursday to Easter Monday stops only for Saturday
    assert now <= due <= now + timedelta(days=5)


@given(now=moments, kind=st.sampled_from(QUIET_KINDS))
def test_waiting_until_the_moment_changes_nothing(now, kind):
    due = when_to_point(now, kind)

    assert when_to_point(due, kind) == due
    assert due == now or due.time() == time(7)


@given(now=moments, kind=st.sampled_from(sorted(URGENT)))
def test_what_is_urgent_goes_out_at_once(now, kind):
    assert when_to_point(now, kind) == now


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (norway(2026, 3, 4, 7, 0), norway(2026, 3, 4, 7, 0)),
        (norway(2026, 3, 4, 6, 59, 59), norway(2026, 3, 4, 7, 0)),
        (norway(2026, 3, 4, 20, 59, 59), norway(2026, 3, 4, 20, 59, 59)),
        (norway(2026, 3, 4, 21, 0), norway(2026, 3, 5, 7, 0)),
        (norway(2026, 3, 7, 21, 0), norway(2026, 3, 9, 7, 0)),
        (norway(2026, 4, 1, 22, 0), norway(2026, 4, 4, 7, 0)),
        (norway(2026, 4, 4, 22, 0), norway(2026, 4, 7, 7, 0)),
        (norway(2026, 5, 16, 23, 0), norway(2026, 5, 18, 7, 0)),
        (norway(2026, 12, 24, 21, 30), norway(2026, 12, 28, 7, 0)),
        (norway(2026, 3, 28, 23, 0), norway(2026, 3, 30, 7, 0)),
        (datetime(2026, 7, 1, 4, 59, tzinfo=UTC), norway(2026, 7, 1, 7, 0)),
        (datetime(2026, 7, 1, 5, 0, tzinfo=UTC), norway(2026, 7, 1, 7, 0)),
    ],
    ids=[
        "seven", "just before seven", "just before nine", "nine", "saturday night", "before maundy thursday",
        "easter saturday", "before 17 may, a sunday", "christmas", "the clock goes forward", "summer: 6.59",
        "summer: seven",
    ],
)  # fmt: skip
def test_the_hours_of_rest_are_norwegian(now, due):
    assert when_to_point(now, Kind.CONSENT_ENDS) == due


def test_a_withdrawal_of_consent_is_urgent():
    assert {Kind.CONSENT_WITHDRAWN} == URGENT


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        when_to_point(datetime(2026, 3, 4, 12), Kind.CONSENT_ENDS)


@given(
    wishes=st.builds(Wishes, st.booleans(), st.booleans()),
    email=st.sampled_from(["", "a@b.example"]),
    phone=st.sampled_from(["", "90000000"]),
    opened=st.frozensets(st.sampled_from(Channel)),
)
def test_a_way_is_used_when_it_is_wanted_known_and_open(wishes, email, phone, opened):
    used = channels_for(wishes, email=email, phone=phone, open_channels=opened)

    assert (Channel.EMAIL in used) == (wishes.by_email and email != "" and Channel.EMAIL in opened)
    assert (Channel.SMS in used) == (wishes.by_sms and phone != "" and Channel.SMS in opened)


def test_who_has_chosen_nothing_gets_e_mail_and_no_sms():
    assert rules.DEFAULT == Wishes(by_email=True, by_sms=False)


def test_trying_again_takes_longer_each_time_and_ends_within_two_days():
    pauses = [next_attempt(number) for number in range(1, 6)]

    assert pauses == sorted(pauses)
    assert sum(pauses, timedelta()) < timedelta(days=2)
    assert next_attempt(6) is None


@given(facts=st.dictionaries(st.sampled_from("abc"), st.dates() | st.uuids() | st.integers() | st.booleans()))
def test_facts_that_are_stored_are_numbers_and_short_words(facts):
    stored = rules.stored_facts(facts)

    assert stored.keys() == facts.keys()
    assert all(type(value) in (int, str) for value in stored.values())


@given(words=st.text().filter(lambda words: " " in words or words != words.lower()))
def test_no_sentence_and_no_name_is_a_fact(words):
    with pytest.raises(ValueError, match="the fact note"):
        rules.stored_facts({"note": words})


def test_a_moment_is_stored_as_one():
    assert rules.stored_facts({"at": date(2026, 3, 4)}) == {"at": "2026-03-04"}


def test_every_pointer_that_goes_out_may_come_back_and_the_rest_are_settled():
    assert DELIVERY_STATES.keys() == set(DeliveryState)
    assert DELIVERY_STATES[DeliveryState.SENT] == {DeliveryState.BOUNCED}
    settled = {DeliveryState.UNNEEDED, DeliveryState.FAILED, DeliveryState.BOUNCED}
    assert all(not DELIVERY_STATES[state] for state in settled)
