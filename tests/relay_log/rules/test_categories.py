"""What concerns may be about: the sources' nine, by the municipality's own words."""

import pytest

from stafett.relay_log.enums import Category, Refusal
from stafett.relay_log.rules import categories, concerns
from stafett.relay_log.rules.categories import Word

OWN = Word("wellbeing", "own-1", "Skolefravær", "Skulefråvær", False)


def test_without_words_of_its_own_a_municipality_has_the_nine_and_the_six_of_the_source():
    listed = categories.entries((), language="nb")

    assert list(listed) == Category.values
    assert [each.label for each in listed["subjects"].under] == [
        "Lesehastighet", "Leseflyt", "Metodeforståelse", "Tallferdigheter", "Oppmerksomhet", "Annen oppmerksomhet",
    ]  # fmt: skip
    assert not any(entry.under for key, entry in listed.items() if key != "subjects")


@pytest.mark.parametrize(
    ("language", "label"), [("nb", "Skolefravær"), ("nn", "Skulefråvær"), ("en", "Skolefravær")]
)
def test_a_word_is_read_in_the_readers_written_language(language, label):
    assert categories.entries([OWN], language=language)["wellbeing"].under[0].label == label


def test_a_word_without_nynorsk_is_read_in_bokmaal_by_everybody():
    word = Word("health", "", "Helse og søvn", "", False)

    assert categories.entries([word], language="nn")["health"].label == "Helse og søvn"


def test_what_is_hidden_is_not_offered_but_to_the_concern_that_has_it():
    words = [Word("leisure", "", "", "", True), Word("wellbeing", "own-1", "Skolefravær", "", True)]
    listed = categories.entries(words, language="nb")

    assert "leisure" not in categories.offered(listed)
    assert categories.offered(listed)["wellbeing"].under == ()
    assert "leisure" in categories.offered(listed, category="leisure")
    assert categories.offered(listed, category="wellbeing", subcategory="own-1")["wellbeing"].under


def test_there_is_always_a_place_for_what_fits_nowhere_else():
    assert categories.may_hide("other", "").refusal == Refusal.OTHER_IS_NEEDED
    assert categories.may_hide("leisure", "")
    assert categories.may_hide("other", "own-1")


@pytest.mark.parametrize(
    ("nb", "nn", "is_own", "refusal"),
    [
        ("", "", False, None),
        ("Søvn", "Svevn", True, None),
        (" ", "", True, Refusal.TEXT_MISSING),
        ("x" * 61, "", True, Refusal.WORD_TOO_LONG),
        ("Søvn", "x" * 61, True, Refusal.WORD_TOO_LONG),
        ("tRIVSEL", "", True, Refusal.WORD_IN_USE),
        ("Søvn", "Trivsel", True, Refusal.WORD_IN_USE),
    ],
)
def test_a_word_is_short_and_like_no_other_on_its_list(nb, nn, is_own, refusal):
    verdict = categories.may_call(nb, nn, others=["Trivsel"], is_own=is_own)

    assert getattr(verdict, "refusal", None) == refusal


def test_a_list_ends_at_thirty():
    assert categories.may_add(29)
    assert categories.may_add(30).refusal == Refusal.TOO_MANY_WORDS


def test_a_municipalitys_own_word_is_good_under_its_own_category_only():
    known = categories.keys([OWN])
    words = {"title": "Er ofte borte", "known": known}

    assert concerns.is_well_formed(**words, category="wellbeing", subcategory="own-1")
    elsewhere = concerns.is_well_formed(**words, category="health", subcategory="own-1")
    assert elsewhere.refusal == Refusal.SUBCATEGORY_OF_ANOTHER
    gone = concerns.is_well_formed(**words, category="wellbeing", subcategory="own-2")
    assert gone.refusal == Refusal.UNKNOWN_SUBCATEGORY
