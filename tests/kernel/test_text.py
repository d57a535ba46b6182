"""Cleaning of typed text: what goes, what stays, and that it can always be stored."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.text import clean_line, clean_text, length

ANY_TEXT = st.text(st.characters(exclude_categories=()))  # unpaired surrogates too
AWKWARD_TEXT = st.text(
    "a b\n\r\t\v\x00\x85\xa0\u0301\u030a\u200b\u200c\u200d\u200f\u202e\u2028\ud83d\ufeffÅé🙂"
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Kari \n", "Kari"),
        ("e\u0301n og A\u030ase", "én og Åse"),
        ("en\r\nto\rtre\u2028fire\x85fem\x0bseks", "en\nto\ntre\nfire\nfem\nseks"),
        ("en\tto", "en\tto"),
        ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
        ("a\ud800b", "ab"),
        ("\ufeffa\u200bb\u2060c", "abc"),
        ("a\u202egnp.exe\u202c \u2066b\u2069", "agnp.exe b"),
        ("a\ufffeb\uffff", "ab"),
        ("\u200d \u200e\xa0Ola\u200c\u3000", "Ola"),
        ("\u200b \u200d\u200f", ""),
        ("", ""),
        ("<b>5 > 3</b> & 'så'", "<b>5 > 3</b> & 'så'"),
    ],
    ids=[
        "edges",
        "one-spelling",
        "line-ends",
        "tab",
        "controls",
        "lone-surrogate",
        "zero-width",
        "bidi-overrides",
        "non-characters",
        "joiners-at-edges",
        "nothing-visible",
        "empty",
        "markup-is-only-text",
    ],
)
def test_clean_text_keeps_what_is_written_and_drops_what_hides(typed, kept):
    assert clean_text(typed) == kept


@pytest.mark.parametrize(
    "written", ["👨‍👩‍👧‍👦", "❤️", "👍🏽", "🏳️‍🌈", "می‌خواهم", "क्‍ष", "𝔸 𠀀", "Ánnjá Ŋuŋŋa Đ"]
)
def test_emoji_and_the_scripts_of_the_world_stay_whole(written):
    assert clean_text(written) == unicodedata.normalize("NFC", written)
    assert clean_line(written) == unicodedata.normalize("NFC", written)


def test_clean_line_makes_one_line_with_single_spaces():
    assert clean_line(" Kari\t\tAnne \r\n Nordmann\xa0 ") == "Kari Anne Nordmann"


@given(ANY_TEXT | AWKWARD_TEXT)
def test_cleaning_twice_is_cleaning_once(typed):
    assert clean_text(clean_text(typed)) == clean_text(typed)
    assert clean_line(clean_line(typed)) == clean_line(typed)


@given(ANY_TEXT | AWKWARD_TEXT)
def test_clean_text_can_be_stored_and_archived(typed):
    kept = clean_text(typed)

    kept.encode("utf-8")
    assert unicodedata.is_normalized("NFC", kept)
    assert not {char for char in kept if unicodedata.category(char) == "Cc"} - {"\n", "\t"}


@given(ANY_TEXT | AWKWARD_TEXT)
def test_clean_line_has_one_line(typed):
    assert len(clean_line(typed).splitlines()) <= 1


def test_length_counts_an_accented_letter_as_one_however_it_was_typed():
    assert length("é") == 1
    assert length("e\u0301") == 1
    assert length("A\u030ase") == 3


def test_length_counts_the_parts_of_a_joined_emoji():
    assert length("🙂") == 1
    assert length("👨‍👩‍👧") == 5


@given(ANY_TEXT)
def test_length_is_that_of_the_composed_text(typed):
    assert length(unicodedata.normalize("NFD", typed)) == length(typed)
