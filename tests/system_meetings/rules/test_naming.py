"""No child is named: names and personal numbers in what people write (S002-39)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel import personal_number
from stafett.system_meetings.enums import Refusal
from stafett.system_meetings.rules import naming
from stafett.system_meetings.rules.naming import KnownChild

CHILDREN = [
    KnownChild("Ola Kristian", "Nordmann-Berg", "4B"),
    KnownChild("Liv", "Dal", "Blåklokke"),
    KnownChild("Anne-Sofie", "Li"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Ola Nordmann er mye ute.", "ola k nordmann", "Berg, Ola", "Vi så Kristian Berg ute", "OLA NORDMANN",
        "Liv Dals pult", "Anne Li", "Anne-Sofie Lis plass", "Ola i 4B", "4b: Ola", "Liv på Blåklokke",
    ],
)  # fmt: skip
def test_a_child_that_can_be_told_apart_is_never_written(text):
    verdict = naming.may_say(text, children=CHILDREN, not_a_child=True)

    assert verdict.refusal == Refusal.NAMES_A_CHILD
    assert "Kristian Nordmann-Berg" not in verdict.sentence()


@pytest.mark.parametrize(
    ("text", "name"), [("Det gjelder Liv.", "Liv"), ("Olas uke", "Olas"), ("Sofie", "Sofie")]
)
def test_a_first_name_alone_is_asked_about(text, name):
    assert naming.may_say(text, children=CHILDREN).params == {"name": name}
    assert naming.may_say(text, children=CHILDREN, not_a_child=True)


@pytest.mark.parametrize(
    "text",
    [
        "Det er mye liv og røre i dal og li.",
        "4B er en stor klasse.",
        "Nordmann er et ord",
        "",
        "Mobbing i 4B, sier vi.",
    ],
)
def test_what_names_nobody_is_written_as_it_is(text):
    assert naming.may_say(text, children=CHILDREN)


@given(
    st.integers(0, 400), st.sampled_from(["{}", "Ring {}.", "nr {} i dag"]), st.sampled_from(["", " ", "-"])
)
def test_a_personal_number_is_found_however_it_is_written(serial, sentence, gap):
    number = personal_number.synthetic(date(2014, 3, 5), serial)
    if number is None:
        return
    written = sentence.format(f"{number.digits[:6]}{gap}{number.digits[6:]}")

    assert naming.may_say(written, children=[], not_a_child=True).refusal == Refusal.PERSONAL_NUMBER


@pytest.mark.parametrize(
    "text", ["Vi er 12345678901 glade", "tlf 22 33 44 55", "saksnummer 2026/123456789012"]
)
def test_other_numbers_are_just_numbers(text):
    assert naming.may_say(text, children=CHILDREN)


@given(st.text(max_size=80))
def test_no_text_breaks_the_question(text):
    naming.may_say(text, children=CHILDREN)
