"""When which report is written, what may be sent, who is reminded: as plain functions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.dates import is_working_day, school_year_of
from stafett.self_assessment import rules
from stafett.self_assessment.content import library
from stafett.self_assessment.enums import ASSESSMENT_STATES, AssessmentKind, AssessmentState, Refusal
from stafett.self_assessment.rules import Period
from stafett.self_assessment.rules.reminding import Reminder

days = st.dates(date(2025, 8, 1), date(2060, 7, 31))
kinds = st.sampled_from(AssessmentKind)


@given(kind=kinds, year=st.integers(2025, 2100))
def test_each_is_due_on_a_working_day_in_its_own_month_of_its_own_school_year(kind, year):
    period = Period(kind, year)
    due = rules.due_on(period)

    assert is_working_day(due)
    assert due.month == {"december": 12, "may": 5, "year": 6}[kind]
    assert school_year_of(due) == year
    assert due.year == period.year


@given(today=days)
def test_each_report_of_a_school_year_is_open_for_six_weeks_before_its_day(today):
    for period in rules.periods_of(today):
        assert bool(rules.may_begin(period, today=today)) is (rules.opens_on(period) <= today)


@given(today=days, kind=kinds)
def test_a_late_one_may_be_begun_until_the_next_school_year_ends(today, kind):
    year = school_year_of(today)

    assert rules.may_begin(Period(kind, year - 1), today=today)
    assert not rules.may_begin(Period(kind, year - 2), today=today)
    assert rules.may_begin(Period(kind, year + 1), today=today).refusal == Refusal.NOT_OPEN


@given(kind=kinds, year=st.integers(1000, 9999))
def test_a_period_is_named_in_an_address_and_found_again(kind, year):
    period = Period(kind, year)

    assert rules.period_named(period.name) == period


@given(name=st.text(max_size=20))
def test_what_is_no_period_is_none(name):
    found = rules.period_named(name)

    assert found is None or found.name == name


@given(left=st.integers(-60, 60))
def test_each_reminder_is_given_in_its_own_days(left):
    found = rules.reminder_of(date(2026, 12, 15), today=date(2026, 12, 15) - timedelta(days=left))

    if left > 14 or left < -30:
        assert found is None
    else:
        assert found is (Reminder.OVERDUE if left < 0 else Reminder.LAST if left <= 3 else Reminder.SOON)


@pytest.mark.parametrize(
    "text",
    [
        "13057248195",
        "130572 48195",
        "130572-48195",
        "13.05.72 48195",
        "1 3 0 5 7 2 4 8 1 9 5",
        "fnr:13057248195.",
    ],
)
def test_a_personal_number_is_refused_however_it_is_spaced(text):
    assert rules.may_write(f"Gutten {text} bytter skole").refusal == Refusal.HAS_PERSONAL_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi møtes 3.3.2026 kl. 14.00",
        "Ring 22 33 44 55",
        "12 av 14 i 2026",
        "1234567890",
        "999999999999",
        "2025–2026: 120",
    ],
)
def test_other_numbers_may_stand(text):
    assert rules.may_write(text)


@given(
    before=st.text(max_size=30),
    number=st.from_regex(r"[0-9]{11}", fullmatch=True),
    after=st.text(max_size=30),
)
def test_eleven_digits_are_found_wherever_they_stand(before, number, after):
    text = f"{before}|{number}|{after}"

    assert not rules.may_write(text)


def test_a_long_text_without_one_is_read_in_a_blink():
    assert rules.may_write("1 2.3-" * 100_000 + "x") is not None


@pytest.mark.parametrize("kind", list(AssessmentKind))
def test_a_report_is_sent_when_every_question_with_a_scale_is_answered(kind):
    sheet = library.sheet(kind, library.newest(kind), language="nb", model="BTI")
    keys = [each.key for each in sheet.scales]
    whole = dict.fromkeys(keys, 2)

    assert rules.may_send("draft", questions=keys, answers=whole)
    for key in keys:
        for other in (None, 0, 5, "2", "Stort sett"):
            verdict = rules.may_send("draft", questions=keys, answers=whole | {key: other})
            assert (verdict.refusal, verdict.params) == (Refusal.NOT_ANSWERED, {"missing": 1})
    assert rules.may_send("submitted", questions=keys, answers=whole).refusal == Refusal.SENT_ALREADY


def test_what_is_sent_can_become_nothing_else():
    assert set(ASSESSMENT_STATES) == set(AssessmentState)
    assert ASSESSMENT_STATES[AssessmentState.SUBMITTED] == set()
    assert rules.may_change("submitted").refusal == Refusal.SENT_ALREADY


def test_the_forms_ask_the_same_in_both_languages():
    def shape(language):
        return [
            (
                sheet.key,
                sheet.version,
                [(s.has_numbers, [(q.key, q.is_scale) for q in s.questions]) for s in sheet.sections],
            )
            for sheet in library.sheets(language, "BTI")
        ]

    assert shape("nb") == shape("nn")
    keys = [question.key for sheet in library.sheets("nb", "BTI") for question in sheet.questions]
    assert len(keys) == len(set(keys))
    assert not {"submission", "version", "answers"} & set(keys)


def test_a_form_that_is_not_there_is_an_error():
    with pytest.raises(LookupError):
        library.sheet("may", "0", language="nb", model="BTI")
