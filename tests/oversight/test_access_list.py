"""Hvem har sett loggen: each reading at the next request, with who, when, what and why, and no more than that (L-50)."""

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.access.models import Grant
from stafett.audit import trail
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.demo.cast.kinds import made_id
from stafett.kernel import clock
from stafett.oversight import queries
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.web import reading
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id


@pytest.fixture
def log(db):
    with within(HERE):
        log = stage.open_log("noor")
        operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=made_id("post", "jonas-eksempelvik_school"),
            purpose="Leder lesegruppen", today=stage.today(),
        )  # fmt: skip
        return log


def test_each_reading_stands_on_the_page_at_the_next_request_with_who_when_what_and_why(log):
    fatima = Visitor("fatima")
    assert "Jonas Påfunn" not in _list(fatima, log)

    Visitor("jonas").see("log", log.pk)

    shown = _list(fatima, log)
    assert "Jonas Påfunn Lærer, Eksempelvik barneskole" in shown
    assert "Leste loggen." in shown
    assert "Er aktør i loggen. «Leder lesegruppen»" in shown
    assert f"kl. {clock.local(clock.now()):%H.}" in shown
    assert "i dag," in shown


def test_what_was_opened_is_told_without_the_words_of_the_log(log):
    with within(HERE):
        concern = stage.active_concern(log, title="Hemmelig overskrift")
        measure = stage.measure_in(concern, "home")
    jonas = Visitor("jonas")
    for name, thing in (("log", log), ("concern", concern), ("measure", measure), ("log", log)):
        jonas.see(name, thing.pk)

    shown = _list(Visitor("fatima"), log)

    assert "Leste loggen, leste en oppmerksomhet, leste et tiltak." in shown
    assert "4 ganger" in shown
    assert "Hemmelig" not in shown


def test_the_holder_is_told_of_as_the_one_who_holds_the_baton(log):
    Visitor("kari").see("log", log.pk)
    Visitor("kari").see("consent", log.pk)

    shown = _list(Visitor("fatima"), log)

    assert "Kari Eksempelmo Kontaktlærer, Eksempelvik barneskole" in shown
    assert "Leste loggen, så på samtykket. Holder stafettpinnen." in shown


def test_a_reader_is_told_of_as_oneself_and_another_guardian_without_a_name(log):
    Visitor("omar").see("log", log.pk)
    Visitor("fatima").see("log", log.pk)

    fatimas, karis = _list(Visitor("fatima"), log), _list(Visitor("kari"), log)

    assert "Deg" in fatimas
    assert "En foresatt" in fatimas
    assert "Omar" not in fatimas
    assert "Fatima" not in fatimas.replace(
        cast.person("fatima").name, "", 1
    )  # her own name at the top of the page
    assert "Fatima" not in karis
    assert "Omar" not in karis


def test_a_guardian_who_also_works_there_has_no_name_either(log):
    with within(HERE):
        reached = stage.reached(log, "fatima")
        trail.read(
            stage.actor("henrik"), "access.page_read", reached, reason="view_log"
        )  # reached as a guardian

    assert "Henrik" not in _list(Visitor("omar"), log)


def test_what_the_child_reads_is_shown_to_the_child_alone(log):
    with within(HERE):
        child_id = log.child.person_id
        log.relation, log.grant_id = "child", None
        trail.read(stage.actor("noor"), "access.page_read", log, reason="view_log")

        rows, _more = _readers(log, viewer_id=cast.person("fatima").id)
        own, _more = _readers(log, viewer_id=child_id)

    assert child_id not in {row.reader_id for row in rows}
    assert child_id in {row.reader_id for row in own}


def test_refused_attempts_are_not_shown(log):
    Visitor("yusuf").see("log", log.pk)
    Visitor("jonas").see("closure", log.pk)

    shown = _list(Visitor("fatima"), log)

    assert "Yusuf" not in shown
    assert "avvist" not in shown


def test_what_is_read_about_the_child_outside_the_log_is_shown_too(log):
    Visitor("yusuf").see("guardians", log.child_id)

    assert "Så på opplysninger om barnet og de foresatte. Arbeider i enheten barnet hører til." in _list(
        Visitor("fatima"), log
    )


def test_nothing_about_another_childs_log_is_shown(log):
    with within(HERE):
        other = stage.open_log("nils", "jonas")
    Visitor("jonas").see("log", other.pk)

    assert "Jonas" not in _list(Visitor("fatima"), log)


def test_a_leaders_reason_is_shown_in_the_leaders_own_words(log):
    with within(HERE):
        Grant.objects.create(
            municipality_id=HERE, log=log, person_id=cast.person("elle").id, unit_id=log.unit_id,
            relation="leader_insight", purpose="Klage fra familien", given_by_id=cast.person("elle").id,
            started_at=clock.now(), ends_on=stage.today(),
        )  # fmt: skip
    Visitor("elle").see("log", log.pk)

    assert "Er leder, og åpnet loggen med en begrunnelse. «Klage fra familien»" in _list(
        Visitor("fatima"), log
    )


@pytest.mark.parametrize(
    ("key", "status"),
    [("fatima", 200), ("omar", 200), ("kari", 200), ("jonas", 403), ("yusuf", 404), ("oddny", 404)],
)
def test_the_family_and_the_holder_see_the_page_and_nobody_else(log, key, status):
    assert Visitor(key).see("access_list", log.pk).status_code == status


@pytest.mark.parametrize(("key", "linked"), [("fatima", True), ("kari", True), ("jonas", False)])
def test_the_log_leads_to_the_page_for_those_who_may_see_it(log, key, linked):
    page = Visitor(key).see("log", log.pk).content.decode()

    assert (reverse("access_list", args=[log.pk]) in page) is linked


def test_readings_come_newest_first_a_page_at_a_time_and_none_is_lost(log):
    with within(HERE):
        log.relation = "participant"
        for number in range(35):
            actor = stage.actor("jonas")
            trail.read(_named(actor, number), "access.page_read", log, reason="view_log")

        first, more = _readers(log, viewer_id=None)
        second, no_more = _readers(log, viewer_id=None, page=2)

    names = [row.name for row in first + second]
    assert (len(first), more, len(second), no_more) == (30, True, 5, False)
    assert names == [f"Leser {number}" for number in reversed(range(35))]


def test_the_page_asks_a_fixed_number_of_questions_however_many_have_read(committed_database):
    with within(HERE):
        log = stage.open_log("noor")
    fatima, page = Visitor("fatima"), reverse("access_list", args=[log.pk])
    Visitor("kari").see("log", log.pk)
    fatima.get(page)
    few = _count(fatima, page)
    with within(HERE):
        reached = stage.reached(log)
        for number in range(40):
            trail.read(
                _named(stage.actor("kari"), number % 7), "access.page_read", reached, reason="view_log"
            )

    assert _count(fatima, page) == few
    assert few <= 10


def test_the_trail_adds_one_statement_to_the_log_page_besides_the_story_it_tells(committed_database):
    with within(HERE):
        log = stage.open_log("noor")
    kari, page = Visitor("kari"), reverse("log", args=[log.pk])
    kari.get(page)

    with CaptureQueriesContext(connection) as asked:
        kari.get(page)

    about_trail = [each["sql"] for each in asked.captured_queries if "audit_entry" in each["sql"]]
    assert [sql.split(None, 1)[0] for sql in about_trail] == ["SELECT", "INSERT"]


def test_a_reading_is_kept_with_relation_and_place_and_never_with_the_purpose_itself(log):
    Visitor("jonas").see("log", log.pk)

    with within(HERE):
        row = Entry.objects.order_by("-number").first()
        grant = Grant.objects.get(log=log, person_id=cast.person("jonas").id)
    assert row.facts == {"relation": "participant", "grant": str(grant.pk)}


def _list(visitor, log):
    answer = visitor.see("access_list", log.pk)
    assert answer.status_code == 200
    return reading.words(answer)


def _readers(log, **given):
    return queries.readers_of(log, **given)


def _named(actor, number):
    return dataclasses.replace(actor, name=f"Leser {number}", person_id=made_id("person", f"leser-{number}"))


def _count(visitor, page):
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(page)
    assert answer.status_code == 200
    return len([each for each in asked.captured_queries if each["sql"] not in ("BEGIN", "COMMIT")])


def test_a_leader_who_only_looks_at_the_way_in_is_told_of_as_that(log):
    Visitor("elle").see("look_with_reason", log.pk)

    page = reading.words(Visitor("fatima").see("access_list", log.pk))

    assert "Så på siden der en leder kan åpne loggen." in page
    assert "Leder enheten som har stafettpinnen, og leste ikke loggen her." in page
