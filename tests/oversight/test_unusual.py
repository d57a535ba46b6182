"""Unusual reading: each sign is found in the trail, ordinary reading is not, and a look at it is kept (SEC-08)."""

from datetime import datetime, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.access.models import Grant
from stafett.audit import trail
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.kernel.ids import new_id
from stafett.oversight.enums import Sign
from stafett.oversight.models import ReadingReview
from stafett.oversight.queries.unusual import reading_of, unusual_readings
from stafett.oversight.rules import periods
from stafett.register.models import Employment, GuardianRelation, Person
from stafett.register.tenancy import within
from tests import stage
from tests.oversight import officer
from tests.oversight.officer import HERE, read, yesterday
from tests.web import reading
from tests.web.visiting import Visitor


@pytest.fixture
def log(db):
    with within(HERE):
        return stage.open_log("noor")


def test_ordinary_reading_by_those_in_the_log_is_not_listed(log):
    with within(HERE):
        read("kari", log, relation="baton_holder", grant=officer.grant_of_holder(log))
        read("jonas", log, relation="participant", grant=officer.place_of(log, "jonas"))
        read("fatima", log, relation="guardian", at=yesterday(3))
        read("noor", log, relation="child", at=yesterday(3))

        assert _found() == []


def test_reading_without_a_place_in_the_log_is_listed(log):
    with within(HERE):
        read("jonas", log)

        assert _found() == [("Jonas Påfunn", [Sign.NO_PLACE])]


def test_reading_by_a_place_that_was_not_theirs_or_not_open_is_listed(log):
    with within(HERE):
        read("jonas", log, relation="participant", grant=officer.grant_of_holder(log))
        ended = officer.place_of(log, "henrik", ended_at=yesterday(11))
        read("henrik", log, relation="participant", grant=ended, at=yesterday(12))
        later = officer.place_of(log, "yusuf", since=yesterday(13))
        read("yusuf", log, relation="participant", grant=later, at=yesterday(12))
        read("samira", log, relation="participant", grant=new_id())

        assert sorted(_found()) == [
            (cast.person(key).name, [Sign.NO_PLACE]) for key in ("henrik", "jonas", "samira", "yusuf")
        ]


@pytest.mark.parametrize(
    ("at", "listed"), [((22, 0), True), ((5, 59), True), ((0, 0), True), ((6, 0), False), ((21, 59), False)]
)
def test_reading_at_night_on_a_norwegian_clock_is_listed(log, at, listed):
    with within(HERE):
        read("kari", log, relation="baton_holder", grant=officer.grant_of_holder(log), at=yesterday(*at))

        assert bool(_found()) is listed


def test_a_leaders_insight_is_listed_with_the_leaders_reason(log):
    with within(HERE):
        grant = officer.place_of(
            log, "elle", relation="leader_insight", purpose="Klage fra familien", ends_on=stage.today()
        )
        read("elle", log, relation="leader_insight", grant=grant)

        (found,) = unusual_readings(_period(), many_children=20)
    assert (found.signs, found.purposes) == ([Sign.INSIGHT], ["Klage fra familien"])


def test_reading_about_ones_own_child_as_an_employee_is_listed(log):
    with within(HERE):
        GuardianRelation.objects.create(
            municipality_id=HERE, child=log.child, guardian_id=cast.person("kari").id, state="unclear"
        )
        read("kari", log, relation="baton_holder", grant=officer.grant_of_holder(log))

        assert _found() == [("Kari Eksempelmo", [Sign.OWN_FAMILY])]


def test_reading_about_a_namesake_is_listed(log):
    with within(HERE):
        Person.objects.filter(pk=cast.person("kari").id).update(family_name="Oppdiktsen")
        read("kari", log, relation="baton_holder", grant=officer.grant_of_holder(log))

        assert [signs for _name, signs in _found()] == [[Sign.SAME_NAME]]


def test_reading_about_a_colleagues_child_is_listed(log):
    with within(HERE):
        Employment.objects.create(
            municipality_id=HERE, person_id=cast.person("fatima").id, unit_id=cast.person("kari").posts[0].unit.id,
            position="Vikar", starts_on=stage.today().replace(year=2020),
        )  # fmt: skip
        read("kari", log, relation="baton_holder", grant=officer.grant_of_holder(log))

        assert _found() == [("Kari Eksempelmo", [Sign.COLLEAGUES_CHILD])]


def test_reading_what_one_was_refused_before_is_listed(log):
    with within(HERE), clock.set_to(datetime.combine(stage.today(), time(12), NORWAY)):
        trail.refused(stage.actor("jonas"), "access.not_found", reason="view_log", asked=log.pk)
        read("jonas", log, relation="participant", grant=officer.place_of(log, "jonas"), at=None)
        assert _found() == []  # the refusal came after the reading

        Visitor("jonas").see("log", log.pk)
        (found,) = unusual_readings(periods.last_days(1, today=stage.today()), many_children=20)

    assert found.signs == [Sign.REFUSED_BEFORE]


def test_reading_about_many_children_within_an_hour_is_listed_and_over_a_day_is_not(log):
    with within(HERE):
        grant = officer.grant_of_holder(log)
        for number in range(4):
            _other_child(log, number)
            read("kari", log, relation="baton_holder", grant=grant, at=yesterday(9, number))
            read("kari", log, relation="baton_holder", grant=grant, at=yesterday(9 + 2 * number, days=2))

        listed = {(each.day, tuple(each.signs)) for each in unusual_readings(_period(), many_children=3)}
        assert unusual_readings(_period(), many_children=4) == []

    assert listed == {(yesterday(9).date(), (Sign.MANY_CHILDREN,))}


def test_what_the_officer_reads_is_not_on_her_own_list(log):
    officers = Visitor("personvern")
    officers.see("trail_of_child", log.child_id)
    officers.see("unusual_readings")

    with within(HERE):
        assert unusual_readings(periods.last_days(1, today=stage.today()), many_children=20) == []


def test_a_leader_who_only_looks_at_the_way_in_is_not_on_the_list(log):
    Visitor("elle").see("look_with_reason", log.pk)

    with within(HERE):
        assert unusual_readings(periods.last_days(1, today=stage.today()), many_children=20) == []


def test_the_page_shows_who_and_why_but_not_which_child(log):
    with within(HERE):
        read("jonas", log)

    shown = reading.words(Visitor("personvern").see("unusual_readings"))

    assert "Jonas Påfunn Lærer, Eksempelvik barneskole" in shown
    assert "et barn ved Eksempelvik barneskole" in shown
    assert "Ingen plass i loggen" in shown
    assert "1 venter på deg." in shown
    assert "Noor" not in shown


def test_a_reading_is_looked_at_and_rests_until_there_is_more(log):
    with within(HERE):
        read("jonas", log, at=yesterday(12))
    officers, address = Visitor("personvern"), _address("jonas", log)

    page = officers.see("reading_review", *address)
    sent = officers.send(
        "reading_review", *address, fields={"outcome": "in_order", "words": "Vikar den dagen."}
    )

    shown = reading.words(officers.see("unusual_readings"))
    assert "Noor Oppdiktsen, Eksempelvik barneskole" in reading.words(page)
    assert "Jonas Påfunn leste loggen." in reading.words(page)
    assert (sent.status_code, sent["Location"]) == (302, reverse("unusual_readings"))
    assert "Du har sett på alt i denne perioden." in shown
    assert "Det er i orden" in shown
    with within(HERE):
        review = ReadingReview.objects.get()
        row = Entry.objects.filter(event="oversight.reviewed").get()
        assert (review.words, review.reviewed_by_id) == ("Vikar den dagen.", cast.person("personvern").id)
        assert (row.kind, row.child_id, row.facts["outcome"]) == ("act", log.child_id, "in_order")
        assert "Vikar" not in str(row.facts) + row.reason


def test_who_reads_again_the_same_day_is_on_the_list_again(log):
    with within(HERE):
        read("jonas", log, at=yesterday(0))
        ReadingReview.objects.create(
            municipality_id=HERE, reader_id=cast.person("jonas").id, child_id=log.child_id, read_on=yesterday(0).date(),
            outcome="in_order", words="x", reviewed_by_id=cast.person("personvern").id, reviewed_at=yesterday(10),
        )  # fmt: skip
        (before,) = unusual_readings(_period(), many_children=20)
        read("jonas", log, at=yesterday(11))

        (after,) = unusual_readings(_period(), many_children=20)

    assert (before.is_reviewed, after.is_reviewed) == (True, False)
    assert "har lest mer siden da" in reading.words(
        Visitor("personvern").see("reading_review", *_address("jonas", log))
    )


def test_a_look_without_words_is_asked_for_them(log):
    with within(HERE):
        read("jonas", log)

    answer = Visitor("personvern").send(
        "reading_review", *_address("jonas", log), fields={"outcome": "in_order"}
    )

    assert answer.status_code == 422
    assert set(reading.errors(answer)) == {"words"}


@pytest.mark.parametrize("day", ["2020-01-01", "i-gar", "2026-02-30"])
def test_a_reading_that_is_not_in_the_trail_is_unknown(log, day):
    reader = cast.person("jonas").id

    assert Visitor("personvern").see("reading_review", log.child_id, reader, day).status_code == 404


def test_a_month_may_be_shown_and_not_more(log):
    with within(HERE):
        read("jonas", log, at=yesterday(12, days=20))
    officers = Visitor("personvern")

    month = officers.see("unusual_readings", fra=yesterday(0, days=30).date(), til=stage.today())
    year = officers.see("unusual_readings", fra=yesterday(0, days=365).date(), til=stage.today())

    assert "Jonas" in reading.words(month)
    assert "inntil 31 dager" in reading.words(year)
    assert "Jonas" not in reading.words(year)


def test_the_list_asks_a_fixed_number_of_questions_however_much_was_read(committed_database):
    with within(HERE):
        log = stage.open_log("noor")
        read("jonas", log)
        read("henrik", log, relation="participant", grant=officer.place_of(log, "henrik"), at=yesterday(23))
    officers, page = Visitor("personvern"), reverse("unusual_readings")
    officers.get(page)
    few = _count(officers, page)
    with within(HERE):
        for number in range(30):
            _other_child(log, number)
            read("jonas", log, at=yesterday(9, number))
            read("yusuf", log, at=yesterday(9, number, days=2))

    many = _count(officers, page)

    assert many == few + 1  # one more for those who read about many children
    assert many <= 18


def _found():
    return [(each.reader_name, each.signs) for each in unusual_readings(_period(), many_children=20)]


def _period():
    return periods.last_days(7, today=yesterday(0).date())


def _address(key, log):
    return log.child_id, cast.person(key).id, yesterday(0).date().isoformat()


def _other_child(log, number):
    """The same log as if it were about another child, for the trail's eyes."""
    log.child_id = new_id()


def _count(visitor, page):
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(page)
    assert answer.status_code == 200
    return len([each for each in asked.captured_queries if each["sql"] not in ("BEGIN", "COMMIT")])


def test_a_reading_is_found_for_one_reader_and_day(log):
    with within(HERE):
        read("jonas", log)
        about = {"child_id": log.child_id, "many_children": 20}

        found = reading_of(reader_id=cast.person("jonas").id, day=yesterday(0).date(), **about)

        assert found.signs == [Sign.NO_PLACE]
        assert reading_of(reader_id=cast.person("kari").id, day=yesterday(0).date(), **about) is None
        assert Grant.objects.filter(log=log, person_id=cast.person("jonas").id).count() == 0
