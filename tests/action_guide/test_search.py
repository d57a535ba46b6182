"""Search over the guide: either language finds the other, slips are forgiven, and answers say where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.action_guide import queries
from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES
from stafett.action_guide.rules import search

PAIRS = library.word_pairs()
MISSPELT = [
    ("observasjion", "sheet", "observasjon"),
    ("undringsamtale", "sheet", "undringssamtale"),
    ("evaluere", "step", "evaluer"),
    ("barnekordinator", "step", "mote"),
    ("samtyke", "step", "mote"),
    ("overgrepp", "exit", ""),
]


def _keys(found):
    return [
        (each.kind, each.step.level if each.step else "", each.step.key if each.step else each.sheet)
        for each in found
    ]


def test_there_are_at_least_fifty_pairs_and_none_is_a_word_and_itself():
    assert len(set(PAIRS)) >= 50
    assert [pair for pair in PAIRS if pair[0] == pair[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("bokmaal", "nynorsk"), PAIRS)
def test_a_word_in_one_language_finds_what_its_partner_finds(bokmaal, nynorsk, language):
    found = queries.found(bokmaal, language)

    assert found
    assert _keys(queries.found(nynorsk, language)) == _keys(found)


@pytest.mark.parametrize(("bokmaal", "nynorsk"), PAIRS)
def test_a_page_in_one_language_alone_is_found_by_the_other(bokmaal, nynorsk):
    pages = [
        search.Page("nb", ((bokmaal, 1.0),)),
        search.Page("nn", ((nynorsk, 1.0),)),
        search.Page("x", (("zzz", 1.0),)),
    ]
    index = search.build(pages, PAIRS)

    assert set(search.find(index, bokmaal)) == set(search.find(index, nynorsk)) == {"nb", "nn"}


@pytest.mark.parametrize(("asked", "kind", "key"), MISSPELT)
def test_a_misspelt_word_still_finds_its_page(asked, kind, key):
    found = queries.found(asked, "nb")

    assert (kind, key) in [(each, last) for each, _level, last in _keys(found)[:6]]


def test_an_answer_says_which_step_it_stands_in_and_shows_the_words():
    first = queries.found("fire uker kontakt foresatte", "nb")[0]

    assert (first.level.key, first.step.key) == ("0", "samtale")
    assert first.words.startswith("Kontakt innen fire uker")


def test_suspicion_finds_the_exit_first():
    for asked, language in [
        ("vold", "nb"),
        ("vald og overgrep", "nn"),
        ("omsorgssvikt", "nb"),
        ("meldeplikt", "nn"),
    ]:
        assert queries.found(asked, language)[0].kind == "exit"


def test_answers_come_in_the_readers_language():
    assert queries.found("mål og tiltak", "nn")[0].title == "Bli samde om mål og tiltak"


def test_nonsense_and_nothing_find_nothing():
    assert queries.found("qxzwvj", "nb") == []
    assert queries.found(" ", "nb") == []
    assert queries.found("?!", "nb") == []


@given(st.text(max_size=300))
def test_any_question_is_answered_with_pages_that_exist(asked):
    found = queries.found(asked, "nb")

    assert len(found) <= 12
    assert len(set(_keys(found))) == len(found)


@given(st.text(max_size=30))
def test_a_root_is_not_longer_than_its_word_and_never_empty(word):
    for each in search.words_of(word):
        assert 0 < len(search.stem(each)) <= len(each)


@given(st.lists(st.sampled_from(PAIRS), min_size=1, max_size=6))
def test_the_order_of_the_pairs_changes_nothing(pairs):
    assert search.partners_of(pairs) == search.partners_of(list(reversed(pairs)))


@pytest.mark.parametrize(("bokmaal", "nynorsk"), PAIRS)
def test_short_texts_are_found_in_either_language_when_they_hold_every_word(bokmaal, nynorsk):
    texts = {"nb": f"rutine {bokmaal}", "nn": f"rutine {nynorsk}", "neither": "rutine qxzwvj"}

    for asked in (f"rutine {bokmaal}", f"rutine {nynorsk}"):
        assert queries.answering(texts, asked) >= {"nb", "nn"}
        assert "neither" not in queries.answering(texts, asked)
    assert queries.answering(texts, "rutine zzqqvv") == set()
    assert queries.answering(texts, " ") == set()
