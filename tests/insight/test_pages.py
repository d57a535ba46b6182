"""Pages of numbers: who sees which, that small ones are nowhere, and that the page and the file say the same."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.insight import queries
from stafett.insight.models import Count
from stafett.register.tenancy import within
from tests import stage
from tests.insight.filling import HERE, LOWER, OPEN, SCHOOL, counted, measured
from tests.web.reading import words
from tests.web.visiting import Visitor

UNITS = [SCHOOL, LOWER, "eventyrskogen", "humla"]
WELLBEING = {(SCHOOL, "grades_1_4"): 6, (SCHOOL, "grades_5_7"): 9, (LOWER, "grades_8_10"): 14}


@pytest.fixture
def open_logs(db):
    """A count with one small kindergarten, and what many logs are about."""
    counted(OPEN, wellbeing=WELLBEING, level_two_up=dict.fromkeys(WELLBEING, 7))


def test_the_administrator_sees_the_whole_municipality_and_the_small_kindergarten_nowhere_by_itself(
    open_logs,
):
    page = words(Visitor("randi").see("numbers"))

    assert "80 åpne logger" in page
    assert "Trivsel 29" in page
    assert "Eksempelvik barneskole 36" in page
    assert "Eventyrskogen barnehage vises ikke" in page
    assert "Humla og Huldra familiebarnehage AS vises ikke" in page  # it would tell of the small one
    assert "Barnehage 13 Skole 67" in page


def test_before_the_first_count_the_page_says_when_it_comes(db):
    assert "Ikke talt opp ennå" in words(Visitor("elle").see("numbers"))


def test_a_leader_sees_the_numbers_of_the_unit(open_logs):
    page = words(Visitor("elle").see("unit_numbers", cast.unit(SCHOOL).id))

    assert "Trivsel 15" in page
    assert "5.–7. trinn 22" in page
    assert "Språk vises ikke" in page


@pytest.mark.parametrize(
    ("key", "unit", "status"),
    [
        ("elle", SCHOOL, 200), ("elle", LOWER, 404), ("torbjorn", SCHOOL, 200), ("torbjorn", LOWER, 200),
        ("randi", "eventyrskogen", 200), ("kari", SCHOOL, 404), ("bente", SCHOOL, 404), ("oddny", SCHOOL, 404),
    ],
)  # fmt: skip
def test_a_units_numbers_are_for_its_leader_the_areas_and_the_administrator(open_logs, key, unit, status):
    assert Visitor(key).see("unit_numbers", cast.unit(unit).id).status_code == status


@pytest.mark.parametrize(
    ("key", "status"), [("elle", 200), ("torbjorn", 200), ("randi", 200), ("kari", 403), ("personvern", 403), ("bente", 403)]
)  # fmt: skip
def test_the_municipalitys_numbers_are_for_those_who_lead(open_logs, key, status):
    assert Visitor(key).see("numbers").status_code == status


def test_the_file_holds_the_numbers_of_the_page_and_no_others(open_logs):
    randi = Visitor("randi")
    answer, page = randi.see("numbers_table"), words(randi.see("numbers"))

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    assert rows[0] == ["Tabell", "Rad", "Tall", "Enhet"]
    assert ["Hva loggene handler om", "Trivsel", "29", "logger"] in rows
    assert ["Hva loggene handler om", "Språk", "", "logger"] in rows
    assert all(number in page for _table, _row, number, _unit in rows[1:])
    assert "attachment" in answer["Content-Disposition"]


def test_taking_numbers_out_is_in_the_trail(open_logs):
    Visitor("elle").see("unit_numbers_table", cast.unit(SCHOOL).id)

    with within(HERE):
        assert Entry.objects.filter(reason="see_unit_numbers", actor_id=cast.person("elle").id).exists()


def test_shares_with_few_logs_behind_them_are_not_shown(open_logs):
    measured("evaluated_on_time", 83, logs=9)
    measured("guardian_there", 83, logs=10)
    measured("weeks_to_measure", 3, logs=25)

    page = words(Visitor("randi").see("numbers"))

    assert "Evaluert i tide vises ikke" in page
    assert "Møter der foresatte var med 80 %" in page
    assert "første tiltak 3 uker" in page


def test_every_page_and_file_is_the_same_whether_a_small_group_has_logs_or_none(open_logs):
    """What the rules promise holds for everything that leaves: pages, files, topics and numbers for other features."""
    before = _everything()

    with within(HERE):
        _move("all", ("eventyrskogen", "kindergarten"), ("humla", "kindergarten"), 2)

    assert _everything() == before


def test_a_topic_is_offered_from_five_logs_in_a_band_of_the_unit(open_logs):
    found = _topics("elle", SCHOOL)

    assert [(str(topic.category_label), str(topic.band_label), topic.count) for topic in found] == [
        ("Trivsel", "5.–7. trinn", 9), ("Trivsel", "1.–4. trinn", 6),
    ]  # fmt: skip
    assert _topics("kari", SCHOOL) == ()
    assert _topics("elle", LOWER) == ()


def test_the_measure_bank_tells_of_uses_from_five_and_as_at_least(db):
    measured("bank_used", 14, logs=14, subject="adapted_gym")
    measured("bank_continued", 9, logs=9, subject="adapted_gym")
    measured("bank_used", 6, logs=6, subject="own_homework_plan")
    measured("bank_used", 4, logs=4, subject="contact_at_absence")

    with within(HERE):
        uses = queries.bank_uses(today=stage.today())

    assert uses == {"adapted_gym": (10, 5), "own_homework_plan": (5, None)}
    counted(OPEN)
    page = words(Visitor("elle").see("numbers"))
    assert "Læreren tilpasser aktivitetene i gymtimen. minst 10" in page
    assert "Læreren tilpasser aktivitetene i gymtimen. minst 5" in page
    assert "Skolen sjekker hver morgen" not in page


@pytest.mark.parametrize("route", ["numbers", "numbers_table"])
def test_pages_of_numbers_ask_as_much_however_much_is_counted(open_logs, route):
    randi = Visitor("randi")
    few = _asked(randi, route)
    counted({("eksempelvik_health", "older"): 40}, motor_skills={(LOWER, "grades_8_10"): 9})

    assert _asked(randi, route) == few
    assert few <= 16


def _everything():
    pages = [("numbers", ()), ("numbers_table", ())]
    pages += [
        (route, (cast.unit(unit).id,)) for route in ("unit_numbers", "unit_numbers_table") for unit in UNITS
    ]
    seen = [
        (route, words(randi.get(reverse(route, args=args))))
        for randi in [Visitor("randi")]
        for route, args in pages
    ]
    return [*seen, *(_topics("randi", unit) for unit in UNITS)]


def _topics(key, unit):
    with within(HERE):
        return queries.topics_by_numbers(stage.actor(key), cast.unit(unit).id, today=stage.today())


def _move(question, here, there, logs):
    for (unit, band), change in ((here, -logs), (there, logs)):
        row = Count.objects.get(unit_id=cast.unit(unit).id, band=band, question=question)
        Count.objects.filter(pk=row.pk).update(logs=row.logs + change)


def _asked(visitor, route):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.see(route).status_code == 200
    return len([query for query in asked if "SAVEPOINT" not in query["sql"]])
