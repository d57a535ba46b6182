"""Counting sentences, and seeing whether anything is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.relay_log.rules import wording


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" \n\t", 0),
        ("Leser hver dag", 1),
        ("Leser. Skriver. Regner.", 3),
        ("Leser\n\nSkriver", 2),
        ("Leser hver dag. øver", 1),
        ("Møtes kl. 8 på skolen", 1),
        ("Leser (hver dag). «Alene» går også.", 2),
        ("Samisk navn følger. Čálli leser.", 2),
    ],
)
def test_sentences_are_counted_as_people_count_them(text, count):
    assert wording.sentence_count(text) == count


@given(st.text())
def test_there_are_sentences_exactly_when_something_is_written(text):
    assert (wording.sentence_count(text) == 0) is wording.is_blank(text)
