"""Pages of the numbers that municipalities share: one's own beside everybody's, the same in the file, nothing before three do."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.audit.models import Entry
from stafett.insight import rules
from stafett.insight.enums import KEYS
from stafett.insight.models import Count, Figure, SharedNumber, Sharing
from stafett.insight.views import together
from stafett.kernel import clock
from stafett.register.models import Unit
from stafett.register.tenancy import within
from tests.insight import nation
from tests.insight.filling import HERE, LOWER, OPEN, SCHOOL, counted, measured
from tests.web.reading import words
from tests.web.visiting import Visitor

WELLBEING = {(SCHOOL, "grades_1_4"): 6, (SCHOOL, "grades_5_7"): 9, (LOWER, "grades_8_10"): 14}


@pytest.fixture
def here(db):
    """Eksempelvik, counted and sharing."""
    counted(OPEN, wellbeing=WELLBEING, level_two_up=dict.fromkeys(WELLBEING, 7))
    measured("guardian_there", 83, logs=25)
    nation.shares(HERE)


@pytest.fixture
def three(here):
    """Two others beside it: one large, and one with few logs about wellbeing."""
    large = nation.founded("Storby", {"school": (60, 40)}, wellbeing=50, level_two_up=30)
    few = nation.founded("Ærlig", {"school": (12, 9)}, wellbeing=10)
    nation.shares(large)
    nation.shares(few)
    return large, few


def test_our_own_numbers_stand_beside_the_sum_of_all(three):
    page = words(Visitor("elle").see("national_numbers"))

    assert "3 kommuner deler tallene sine nå" in page
    assert "Trivsel 29 79 2 kommuner viser det" in page
    assert "Nivå 2–3 21 51 2 kommuner viser det" in page
    assert "Møter der foresatte var med 80 % vises ikke" in page  # a middle of one is no middle
    assert "Eksempelvik kommune (vår) 80 Storby kommune 100 Ærlig kommune 21" in page


def test_what_a_municipality_hides_is_in_no_sum(three):
    _large, few = three
    before = nation.together(HERE)

    nation.stops(few)
    nation.shares(nation.founded("Annen", {"school": (12, 9)}, wellbeing=0))

    assert before["category", "wellbeing"] == nation.together(HERE)["category", "wellbeing"] == 79


def test_the_sums_are_those_of_a_full_count(three):
    """Summed by the database from what is shared; here one count after another."""
    places = [HERE, *three]
    full = {}
    for own in places:
        with within(own):
            for question in ("all", "wellbeing", "level_two_up"):
                found = sum(Count.objects.filter(question=question).values_list("logs", flat=True))
                full.setdefault(question, []).append(found)

    sums = nation.together(HERE)

    assert sums["open", ""] == sum(full["all"]) == 201
    assert sums["category", "wellbeing"] == sum(full["wellbeing"][:2])  # the third has one yes
    assert sums["level", "level_two_up"] == sum(full["level_two_up"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("category.wellbeing", "Trivsel Hva Antall logger Eksempelvik kommune (vår) 29 Storby kommune 50 Ærlig kommune vises ikke"),
        ("work.guardian_there", "Eksempelvik kommune (vår) 80 % Storby kommune vises ikke Ærlig kommune vises ikke"),
        ("kind.kindergarten", "Eksempelvik kommune (vår) 13 Storby kommune vises ikke Ærlig kommune vises ikke"),
        ("<script>.", "Eksempelvik kommune (vår) 80 Storby kommune 100 Ærlig kommune 21"),
        ("", "Eksempelvik kommune (vår) 80 Storby kommune 100 Ærlig kommune 21"),
    ],
)  # fmt: skip
def test_one_row_is_compared_municipality_by_municipality(three, asked, found):
    assert found in words(Visitor("randi").see("national_numbers", tall=asked))


def test_until_three_share_nothing_is_shown(three):
    large, _few = three
    nation.stops(large)

    page = words(Visitor("elle").see("national_numbers"))

    assert "Venter på flere kommuner" in page
    assert "Ærlig" not in page
    assert _rows("elle") == [["Kommune", "Tabell", "Rad", "Tall", "Enhet"]]


def test_whoever_does_not_share_is_told_how_it_is_done_and_sees_nobody(three):
    nation.stops(HERE)

    leader, administrator = (words(Visitor(key).see("national_numbers")) for key in ("elle", "randi"))

    assert "Kommunen deler ikke tall ennå" in leader
    assert "Storby" not in leader
    assert "Se hva som blir delt" not in leader
    assert "Se hva som blir delt" in administrator
    assert _rows("elle") == [["Kommune", "Tabell", "Rad", "Tall", "Enhet"]]


def test_the_file_holds_the_sums_of_the_page_and_every_municipalitys_numbers(three):
    rows = _rows("randi")
    page = words(Visitor("randi").see("national_numbers"))

    assert ["Alle sammen", "Hva loggene handler om", "Trivsel", "79", "logger"] in rows
    assert ["Storby kommune", "Hva loggene handler om", "Trivsel", "50", "logger"] in rows
    assert ["Ærlig kommune", "Hva loggene handler om", "Trivsel", "", "logger"] in rows
    assert [
        "Eksempelvik kommune",
        "Hvordan arbeidet går",
        "Møter der foresatte var med",
        "80",
        "prosent",
    ] in rows
    assert all(row[3] in page for row in rows[1:] if row[0] == "Alle sammen")
    assert not any("barneskole" in cell for row in rows for cell in row)


def test_a_middle_needs_three_and_is_one_of_them(three):
    assert rules.middle_of(70, municipalities=2) is None
    for own, percent in zip(three, (40, 60), strict=True):
        nation.stops(own)
        with within(own):
            _figure(own, percent)
        nation.shares(own)

    middle = {(row.table, row.key): row.together for row in nation.seen_from(HERE).rows}

    assert middle["work", "guardian_there"] == 60


def test_a_day_that_some_do_not_show_has_no_sum(three):
    before = rules.counting_day_before(nation.day())
    for own in (HERE, three[0]):
        nation.stops(own)
        with within(own):
            nation.counted(
                own, Unit.objects.filter(kind="school").order_by("id").first(), "grades_1_4", on=before, all=9
            )
        nation.shares(own)

    days = [(day.day, day.own, day.together) for day in nation.seen_from(HERE).over_time]

    assert days == [(before, 9, None), (nation.day(), 80, 201)]


def test_a_municipality_that_is_not_counted_yet_is_not_among_them(three):
    with within(three[0]):
        SharedNumber.objects.update(counted_on=nation.day() - timedelta(days=200))

    assert nation.seen_from(HERE).municipalities == 2


@pytest.mark.parametrize("route", ["national_numbers", "national_numbers_table"])
def test_the_pages_ask_as_much_however_many_municipalities_share(three, route):
    randi = Visitor("randi")
    few = _asked(randi, route)
    for number in range(12):
        _like(three[0], f"Kommune{number}")

    assert nation.seen_from(HERE).municipalities == 15
    assert _asked(randi, route) == few
    assert few <= 14


def test_reading_across_is_in_the_trail_of_the_readers_municipality(three):
    Visitor("elle").see("national_numbers")

    with within(HERE):
        assert Entry.objects.filter(reason="see_national_numbers").count() == 1


def test_every_row_that_can_be_shared_has_a_name():
    names = [together.label_of(table, key) for table, keys in KEYS.items() for key in keys]

    assert all(names)


def _rows(key):
    answer = Visitor(key).see("national_numbers_table")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def _like(own, name):
    """A municipality that shares what another one does."""
    with within(own):
        numbers = list(
            SharedNumber.objects.filter(municipality_id=own).values("counted_on", "table", "key", "value")
        )
    new = nation.founded(name, {})
    with within(new):
        sharing = Sharing.objects.create(municipality_id=new, agreed_at=clock.now())
        SharedNumber.objects.bulk_create(
            SharedNumber(municipality_id=new, sharing=sharing, **each) for each in numbers
        )


def _figure(own, percent):
    Figure.objects.create(
        municipality_id=own,
        counted_on=nation.day(),
        kind="guardian_there",
        subject="",
        value=percent,
        logs=20,
    )


def _asked(visitor, route):
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(reverse(route)).status_code == 200
    return len([query for query in asked if "SAVEPOINT" not in query["sql"]])
