"""The consent text in every language: the same parts, the same blanks, all seven facts."""

import re

import pytest

from stafett.consent import rules
from stafett.consent.content import library
from stafett.consent.enums import Fact, TextLocale
from tests.relay_log.test_content import lix

LANGUAGES = TextLocale.values
BLANKS = {"child", "unit", "municipality", "services", "until"}


def blanks_of(text):
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_sections_labels_and_blanks(code):
    bokmaal, text = library.content("nb"), library.content(code)

    assert [part["key"] for part in text["section"]] == [part["key"] for part in bokmaal["section"]]
    assert set(text["label"]) == set(bokmaal["label"])
    assert blanks_of(text["intro"]) == blanks_of(bokmaal["intro"])
    for part in text["section"]:
        assert blanks_of(part["text"]) <= BLANKS


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_names_services_municipality_child_and_last_day(code):
    named = set().union(*(blanks_of(part["text"]) for part in library.content(code)["section"]))

    assert named == BLANKS


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_tells_the_seven_facts(code):
    told = library.facts_told(library.content(code))

    assert set(told) == set(Fact.values)
    assert rules.missing_facts(told=told, receivers=["Skolen"]) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_text_says_that_consent_is_not_the_basis_for_keeping_data(code):
    effect = next(part["text"] for part in library.content(code)["section"] if part["key"] == "effect")

    assert "GDPR" in effect or "RODO" in effect


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_text_is_easy_to_read(code):
    for part in library.content(code)["section"]:
        assert lix(part["text"]) < 40, part["key"]


def test_only_languages_somebody_vouches_for_are_marked_as_checked():
    assert {each.code for each in library.languages() if each.is_checked} == {"nb", "nn", "en"}


def test_arabic_is_read_from_the_right():
    assert {each.code for each in library.languages() if each.direction == "rtl"} == {"ar"}


def test_a_name_with_braces_is_only_a_name():
    text = {"intro": "Om {child} ved {unit}.", "section": []}

    assert library.filled(text, {"child": "{unit}", "unit": "Skolen"})["intro"] == "Om {unit} ved Skolen."


def test_a_wording_has_one_digest_and_another_wording_another():
    assert len({library.digest(code) for code in LANGUAGES}) == len(LANGUAGES)
    assert library.digest("nb") == library.digest("nb")


def test_an_unknown_language_is_read_in_bokmaal():
    assert library.language("../../etc/passwd").code == "nb"
    with pytest.raises(KeyError):
        library.content("../../etc/passwd")
