"""Words kept from guardians, and words that name one of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.access.enums import Relation
from stafett.relay_log.enums import Refusal
from stafett.relay_log.rules import keeping

TODAY = date(2026, 3, 3)
PARENTS = [("Fatima", "Oppdiktsen"), ("Omar", "Oppdiktsen")]
NOOR = ("Noor", "Oppdiktsen")


@pytest.mark.parametrize(
    ("relation", "age", "refusal"),
    [
        ("baton_holder", 12, None), ("participant", 15, None), ("external", 13, None),
        ("baton_holder", 11, Refusal.NOT_KEPT_AT_THIS_AGE), ("baton_holder", 16, Refusal.NOT_KEPT_AT_THIS_AGE),
        ("guardian", 13, Refusal.NOT_KEPT_BY_FAMILY), ("child", 13, Refusal.NOT_KEPT_BY_FAMILY),
        ("leader_insight", 13, Refusal.NOT_KEPT_BY_FAMILY), (None, 13, Refusal.NOT_KEPT_BY_FAMILY),
    ],
)  # fmt: skip
def test_staff_keep_words_from_guardians_of_those_from_12(relation, age, refusal):
    born = date(TODAY.year - age, 1, 1)

    verdict = keeping.may_keep(relation, birth_date=born, today=TODAY, own_consent_age=16)

    assert verdict.refusal == refusal


@pytest.mark.parametrize("relation", list(Relation))
def test_the_author_and_the_holder_change_who_sees_a_note(relation):
    assert keeping.may_change_note(relation, is_author=True)
    assert bool(keeping.may_change_note(relation, is_author=False)) is (relation == Relation.BATON_HOLDER)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Omar kom ikke til møtet.", True), ("Snakket med OMAR i går", True), ("Fatimas syn er et annet", True),
        ("Noor vil bytte plass.", False), ("Familien Oppdiktsen", False), ("Marmor og romaner", False),
        ("Mor ringte.", False), ("", False),
    ],
)  # fmt: skip
def test_a_text_that_names_a_guardian_is_looked_at_twice(text, named):
    assert keeping.names_a_guardian(text, guardians=PARENTS, child=NOOR) is named


def test_a_child_with_one_guardian_has_no_other_to_write_of():
    assert not keeping.names_a_guardian("Omar kom.", guardians=PARENTS[1:], child=NOOR)


def test_a_name_the_child_bears_too_tells_nothing():
    assert not keeping.names_a_guardian("Omar lo.", guardians=PARENTS, child=("Omar", "Oppdiktsen"))


@given(
    text=st.text(max_size=200),
    names=st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=4),
)
def test_no_text_and_no_name_is_too_odd(text, names):
    assert keeping.names_a_guardian(text, guardians=names, child=("A", "B")) in (True, False)
