"""Whatever people say, in whatever order, a log is never covered wider than the newest word of everyone needed."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.consent import rules
from stafett.register.enums import ConsentPolicy

START = date(2026, 3, 2)
MOTHER, FATHER, YOUTH = UUID(int=1), UUID(int=2), UUID(int=3)
PPT, WELFARE = UUID(int=10), UUID(int=11)
READING, SLEEP = UUID(int=20), UUID(int=21)
GUARDIANS = frozenset({MOTHER, FATHER})


@dataclass(frozen=True)
class Word:
    guardian_id: UUID
    signed_on: date
    valid_until: date | None = START + timedelta(days=300)
    covered_unit_ids: tuple = ()
    restrictions: dict = field(default_factory=dict)
    missing_facts: tuple = ()


def _day(ahead):
    return START + timedelta(days=ahead)


def _words(signed_on):
    yes = st.builds(
        Word,
        guardian_id=st.sampled_from([MOTHER, FATHER, YOUTH]),
        signed_on=st.just(signed_on),
        valid_until=st.integers(0, 90).map(lambda days: signed_on + timedelta(days=days)),
        covered_unit_ids=st.sets(st.sampled_from([PPT, WELFARE])).map(tuple),
        restrictions=st.dictionaries(
            st.sampled_from([str(PPT), str(WELFARE)]),
            st.sets(st.sampled_from([READING, SLEEP])).map(frozenset),
        ),
        missing_facts=st.sampled_from([(), (), (), ("purpose",)]),
    )
    no = st.builds(
        Word,
        guardian_id=st.sampled_from([MOTHER, FATHER, YOUTH]),
        signed_on=st.just(signed_on),
        valid_until=st.none(),
    )
    return yes | no


# What is said, in the order it is said, over two months; the youth may come of age on the way.
LIVES = (
    st.lists(st.integers(0, 60), max_size=8)
    .map(sorted)
    .flatmap(lambda days: st.tuples(*(_words(_day(each)) for each in days)))
)
BIRTHDAYS = st.none() | st.integers(-60, 90).map(_day)


def _terms(words, policy, birthday, today):
    return {
        "policy": policy,
        "guardians_with_responsibility": GUARDIANS,
        "consents": [word for word in words if word.signed_on <= today],
        "youth": rules.Youth(YOUTH, birthday) if birthday else None,
        "today": today,
    }


def _last(words, person):
    """The last word of a person, read from the list the plain way."""
    said = None
    for word in words:
        if word.guardian_id == person:
            said = word
    return said


def _holds(word, today):
    return (
        word is not None
        and word.valid_until is not None
        and today <= word.valid_until
        and not word.missing_facts
    )


def _deciding(words, birthday, today):
    if birthday is None or today < birthday:
        return GUARDIANS
    spoke = any(word.guardian_id == YOUTH and word.signed_on >= birthday for word in words)
    return {YOUTH} if spoke or (today - birthday).days >= 30 else GUARDIANS


@given(LIVES, st.sampled_from(ConsentPolicy.values), BIRTHDAYS, st.integers(60, 120).map(_day), st.data())
def test_coverage_is_never_wider_than_the_newest_word_of_everyone_needed(
    words, policy, birthday, today, data
):
    unit = data.draw(st.sampled_from([PPT, WELFARE]))
    terms = _terms(words, policy, birthday, today)

    covered = rules.unit_ends_on(**terms, unit_id=unit) is not None
    seen = rules.concerns_for(**terms, unit_id=unit)

    newest = [_last(words, person) for person in _deciding(words, birthday, today)]
    naming = [word for word in newest if _holds(word, today) and unit in word.covered_unit_ids]
    enough = naming if policy == ConsentPolicy.ONE else len(naming) == len(newest)
    assert covered is bool(enough)
    if not covered:
        assert seen == frozenset()
    for word in naming if covered else ():
        assert str(unit) not in word.restrictions or (
            seen is not None and seen <= word.restrictions[str(unit)]
        )


@given(LIVES, st.sampled_from(ConsentPolicy.values), BIRTHDAYS, st.integers(60, 90).map(_day))
def test_the_last_covered_day_is_right_if_nobody_says_anything_more(words, policy, birthday, today):
    ends = rules.ends_on(**_terms(words, policy, birthday, today))

    days = [today + timedelta(days=ahead) for ahead in range(130)]
    covered = [day for day in days if rules.is_covered(**_terms(words, policy, birthday, day))]
    first_gap = next((day for day in days if day not in covered), days[-1] + timedelta(days=1))
    assert (ends is None) is (today not in covered)
    if ends is not None:
        assert ends < first_gap


@given(LIVES, BIRTHDAYS, st.integers(60, 90).map(_day), st.sampled_from([MOTHER, FATHER, YOUTH]))
def test_after_a_no_from_somebody_needed_nothing_is_covered_until_they_say_yes(
    words, birthday, today, person
):
    words = (*words, Word(person, today, valid_until=None))
    needed = _deciding(words, birthday, today)

    covered = rules.is_covered(**_terms(words, ConsentPolicy.ALL, birthday, today))

    assert not (person in needed and covered)


@given(LIVES, st.integers(60, 90).map(_day))
def test_two_guardians_together_never_open_more_than_either_alone(words, today):
    terms = _terms(words, ConsentPolicy.ALL, None, today)

    both = rules.unit_ends_on(**terms, unit_id=PPT)

    for guardian in GUARDIANS:
        alone = rules.unit_ends_on(**terms | {"guardians_with_responsibility": {guardian}}, unit_id=PPT)
        assert both is None or (alone is not None and both <= alone)


@pytest.mark.parametrize(
    ("days_after_birthday", "words", "covered"),
    [
        (-1, [], True),
        (0, [], True),
        (29, [], True),
        (30, [], False),
        (0, ["no"], False),
        (10, ["yes"], True),
        (40, ["yes"], True),
        (40, ["yes", "no"], False),
    ],
)
def test_the_youth_decides_from_the_first_own_word_or_when_thirty_days_have_gone(
    days_after_birthday, words, covered
):
    birthday, today = START, START + timedelta(days=days_after_birthday)
    said = [Word(MOTHER, START - timedelta(days=50)), Word(FATHER, START - timedelta(days=50))]
    said += [Word(YOUTH, START, valid_until=None if word == "no" else _day(300)) for word in words]

    assert rules.is_covered(**_terms(said, ConsentPolicy.ALL, birthday, today)) is covered


def test_before_the_birthday_the_childs_own_word_changes_nothing():
    said = [Word(MOTHER, START), Word(FATHER, START), Word(YOUTH, START, valid_until=None)]

    assert rules.is_covered(**_terms(said, ConsentPolicy.ALL, _day(10), _day(5)))


@pytest.mark.parametrize(
    "lacking", [None, *("purpose", "information_types", "receivers", "sources", "processor")]
)
def test_a_text_that_lacks_one_of_the_seven_facts_is_found_out(lacking):
    told = {fact: "noe" for fact in rules_facts() if fact != lacking}

    assert rules.missing_facts(told=told, receivers=["Skolen"]) == ([lacking] if lacking else [])


def test_a_consent_that_names_no_receiver_lacks_a_fact():
    assert rules.missing_facts(told=dict.fromkeys(rules_facts(), "noe"), receivers=[" "]) == ["receivers"]


def rules_facts():
    """The keys of the seven facts."""
    return (
        "purpose", "information_types", "receivers", "sources", "processor", "withdrawal", "documentation",
    )  # fmt: skip
