"""Open logs held against the number of children, and the uses that stand beside the measure bank: told from five, and never
so that a small group or a whole one is known (S002-12, L-56, ADR 0033)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from stafett.demo import cast
from stafett.insight import operations
from stafett.insight.models import Count, Figure
from stafett.insight.rules import HALF, shown_per_hundred
from stafett.register.models import Child
from stafett.register.tenancy import within
from tests import stage
from tests.insight.filling import HERE, LOWER, OPEN, SCHOOL, counted, measured
from tests.web.reading import words
from tests.web.visiting import Visitor

CHILDREN = {SCHOOL: 410, LOWER: 300, "eventyrskogen": 84, "humla": 20}


@pytest.fixture
def held_against_children(db):
    """The open logs of `filling`, and how many children each unit has."""
    counted(OPEN)
    for unit, children in CHILDREN.items():
        measured("children", children, logs=0, unit=unit)
    measured("children", sum(CHILDREN.values()), logs=0)


@pytest.mark.parametrize(
    ("logs", "children", "shown"),
    [
        (36, 410, 9), (5, 2000, 1), (20, 40, 50), (20, 21, 50), (20, 20, 50), (None, 410, None), (20, 0, None),
    ],
)  # fmt: skip
def test_open_logs_are_told_for_each_hundred_children(logs, children, shown):
    assert shown_per_hundred(logs, children=children) == shown


@given(logs=st.integers(5, 500), without=st.integers(0, 400))
def test_that_nearly_every_child_has_a_log_looks_like_half_of_them_having_one(logs, without):
    shown = shown_per_hundred(logs, children=logs + without)

    assert 1 <= shown <= HALF
    assert without > logs or shown == HALF == shown_per_hundred(logs, children=2 * logs)


def test_the_municipality_is_shown_itself_first_and_the_units_that_show_their_logs(held_against_children):
    page = words(Visitor("randi").see("numbers"))

    assert "Få eller mange logger?" in page
    assert "Kommunen 10 per 100 barn" in page
    assert "Eksempelvik barneskole 9 per 100 barn" in page
    after = page.split("Få eller mange logger?")[1].split("Hvordan arbeidet går")[0]
    assert "Eventyrskogen" not in after
    assert "Humla" not in after  # it would tell of the small one


def test_a_leader_sees_the_unit_beside_the_municipality_and_what_a_small_unit_hides(held_against_children):
    assert "Kommunen 10 per 100 barn Enheten 9 per 100 barn" in words(
        Visitor("elle").see("unit_numbers", cast.unit(SCHOOL).id)
    )
    assert "Kommunen 10 per 100 barn Enheten vises ikke" in words(
        Visitor("randi").see("unit_numbers", cast.unit("eventyrskogen").id)
    )


def test_a_day_that_was_counted_without_children_is_shown_without_them(db):
    counted(OPEN)

    assert "per 100 barn" not in words(Visitor("randi").see("numbers"))


def test_everything_is_the_same_whether_the_small_kindergarten_has_logs_or_none(held_against_children):
    before = _shown()

    with within(HERE):
        Count.objects.filter(unit_id=cast.unit("eventyrskogen").id).update(logs=0)
        Count.objects.filter(unit_id=cast.unit("humla").id).update(logs=13)

    assert _shown() == before


def test_the_count_counts_the_children_of_each_unit_and_of_all(db):
    with within(HERE):
        operations.count_up(HERE, today=stage.today())

        found = dict(Figure.objects.filter(kind="children").values_list("unit_id", "value"))
        assert found.pop(None) == Child.objects.count() == sum(found.values())
        assert found[cast.unit(SCHOOL).id] == Child.objects.filter(unit_id=cast.unit(SCHOOL).id).count()


@pytest.fixture
def concern(db):
    """A concern of Kari's, to find a measure for."""
    with within(HERE):
        return stage.shared_concern(stage.open_log("nils"))


def test_whoever_picks_a_measure_is_told_how_often_it_has_been_used_from_five_uses(concern):
    for key, used, continued in (
        ("adapted_gym", 14, 9), ("own_homework_plan", 6, 4), ("contact_at_absence", 4, 4),
    ):  # fmt: skip
        measured("bank_used", used, logs=used, subject=key)
        measured("bank_continued", continued, logs=continued, subject=key)

    page = words(Visitor("kari").see("new_measure", concern.pk))

    assert "gymtimen. Brukt i minst 10 logger, videreført i minst 5." in page
    assert page.count("Brukt i minst 5 logger.") == 1
    assert page.count("Brukt i minst") == 2
    assert page.count("videreført i minst") == 1


def test_the_uses_of_all_measures_are_one_question(concern):
    kari = Visitor("kari")
    without = _asked(kari, concern)
    for key in ("adapted_gym", "own_homework_plan", "contact_at_absence", "points_for_good_days"):
        measured("bank_used", 20, logs=20, subject=key)

    assert _asked(kari, concern) == without


def _asked(visitor, concern):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see("new_measure", concern.pk).status_code == 200
    assert sum('FROM "insight_figure"' in query["sql"] for query in asked) == 1
    return len(asked)


def _shown():
    randi = Visitor("randi")
    pages = [("numbers",), ("numbers_table",)]
    for unit in CHILDREN:
        pages += [("unit_numbers", cast.unit(unit).id), ("unit_numbers_table", cast.unit(unit).id)]
    return [words(randi.see(*page)) for page in pages]
