"""Who needs training, who has not begun to use the log, reminders through a simulated year, and the slides."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from stafett.courses import operations
from stafett.courses.content import library
from stafett.courses.enums import Need
from stafett.courses.operations import reminding
from stafett.courses.queries import training
from stafett.courses.views import slides
from stafett.demo import cast
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from tests import stage
from tests.courses.filling import HERE, a_course, a_past_course, on_day, sign_up
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def needs(key="elle", **given):
    """Key -> need, of the staff that somebody leads."""
    keys = {person.id: person.key for person in cast.EKSEMPELVIK.people}
    with within(HERE):
        rows = training.colleagues(stage.actor(key), today=stage.today(), **given)
        return {keys[row.person_id]: row.need for row in rows}


def test_a_leader_sees_who_is_trained_who_is_new_and_who_needs_a_refresher():
    a_past_course("kari", days=1110)
    a_past_course("jonas", days=300)
    with within(HERE):
        Employment.objects.filter(person_id=cast.person("yusuf").id).update(
            starts_on=stage.today() - timedelta(days=20)
        )

    assert needs() == {
        "kari": Need.REFRESHER, "jonas": Need.NONE, "yusuf": Need.NEW, "elle": Need.NEVER,
    }  # fmt: skip


def test_whoever_has_left_is_not_on_the_list_and_whoever_comes_is_on_the_day_they_begin():
    with within(HERE):
        day = stage.today() + timedelta(days=30)
        Employment.objects.filter(person_id=cast.person("yusuf").id).update(starts_on=day)

    assert "trond" not in needs()
    assert "yusuf" not in needs()
    assert "yusuf" in needs(on=stage.today() + timedelta(days=30))


def test_a_day_when_leaders_meet_trains_nobody():
    a_past_course("kari", kind="interdisciplinary", days=100)

    assert needs()["kari"] == Need.NEVER


def test_how_long_training_lasts_is_the_municipalitys_to_say():
    a_past_course("kari", days=800)
    before = needs()["kari"]

    with within(HERE):
        operations.set_refresher(actor=stage.actor("randi"), refresh_years=2)

    assert (before, needs()["kari"]) == (Need.NONE, Need.REFRESHER)
    with within(cast.DOMESUND.id):
        assert training.refresh_years() == 3


def test_whoever_is_signed_up_is_no_longer_wanting():
    course = a_course()
    with within(HERE):
        elle, unit = stage.actor("elle"), cast.unit("eksempelvik_school").id
        before = training.wanting(unit, today=stage.today())
    sign_up(course, "kari", "jonas")

    with within(HERE):
        left = training.without_training(elle, today=stage.today())
        assert training.wanting(unit, today=stage.today()) == before - 2 == len(left)
    assert {each.name for each in left} == {cast.person("yusuf").name, cast.person("elle").name}


def test_only_the_units_leader_sees_the_list_and_only_of_own_staff():
    words = reading.words(Visitor("elle").see("training_needs"))

    assert cast.person("kari").name in words
    assert cast.person("dag").name not in words
    for key in ("kari", "randi", "torbjorn"):
        assert Visitor(key).see("training_needs").status_code == 403


def test_who_has_been_in_no_log_is_said_with_yes_or_no_and_nothing_else():
    with within(HERE):
        since, elle = stage.today() - timedelta(days=180), stage.actor("elle")
        before = {
            post.person_id for post in training.without_activity(elle, since=since, today=stage.today())
        }
        stage.open_log("nils", "kari")

        idle = training.without_activity(elle, since=since, today=stage.today())

    assert cast.person("kari").id in before
    assert before - {post.person_id for post in idle} == {cast.person("kari").id}
    assert "Nils" not in reading.words(Visitor("elle").see("training_needs"))


def test_leaders_are_reminded_of_a_deadline_once_through_a_whole_year():
    year = date(2028, 1, 3)
    with on_day(year):
        a_course(day=date(2028, 2, 29), sign_up_by=date(2028, 2, 15))
        a_course(day=date(2028, 10, 18), sign_up_by=date(2028, 10, 4))
        cancelled = a_course(day=date(2028, 10, 20), sign_up_by=date(2028, 10, 6))
        with within(HERE):
            operations.cancel_course(actor=stage.actor("randi"), course=cancelled, today=year)

    told = {}
    with within(HERE):
        # Elle leaves in March: whoever leads the school in October is reminded then, and she is not
        Employment.objects.filter(person_id=cast.person("elle").id).update(ends_on=date(2028, 3, 31))
        for days in range(366):
            today = year + timedelta(days=days)
            with on_day(today):
                told[today] = reminding.remind(HERE, today=today)
        elles = Message.objects.filter(kind="course_closes", recipient_id=cast.person("elle").id).count()

    assert sorted(day for day, count in told.items() if count) == [date(2028, 2, 8), date(2028, 9, 27)]
    assert elles == 1


def test_the_administrator_is_asked_for_both_half_day_courses_once_a_month_until_they_are_set_up():
    mornings = [
        date(2028 + month // 12, month % 12 + 1, day) for month in range(6, 18) for day in (1, 2, 10, 28)
    ]
    set_up = {
        date(2028, 9, 10): {"day": date(2028, 10, 18), "sign_up_by": date(2028, 10, 4)},
        date(2029, 1, 10): {"day": date(2029, 2, 14), "sign_up_by": date(2029, 2, 1), "kind": "full_staff"},
    }
    told = []
    for today in mornings:
        with within(HERE), on_day(today):
            told += [today] * reminding.ask_for_courses(HERE, today=today)
            assert reminding.ask_for_courses(HERE, today=today) == 0
        if today in set_up:
            with on_day(today):
                a_course(**set_up[today])

    asked = [date(2028, 8, 1), date(2028, 9, 1), date(2028, 12, 1), date(2029, 1, 1), date(2029, 2, 1)]
    assert told == asked  # a day for all staff is no half-day course
    with within(HERE):
        recipients = Message.objects.filter(kind="course_missing").values_list("recipient_id", flat=True)
        assert set(recipients) == {cast.person("randi").id}


def test_a_missing_course_is_said_to_those_who_can_do_something_about_it():
    with on_day(date(2028, 8, 15)):
        asked = {key: reading.words(Visitor(key).see("courses")) for key in ("randi", "elle", "kari")}
        a_course(day=date(2028, 10, 18), sign_up_by=date(2028, 10, 4))
        after = reading.words(Visitor("randi").see("courses"))

    assert "Det skal holdes innen 31. oktober" in asked["randi"]
    assert "Sett opp kursdagen" in asked["randi"]
    assert "Kommuneadministratoren setter opp dagen" in asked["elle"]
    assert "Et halvdagskurs er ikke satt opp" not in asked["kari"] + after


def test_every_deck_reads_and_prints_in_both_languages_and_says_who_is_invented():
    for language in ("nb", "nn"):
        for deck in library.decks(language, "BTS"):
            assert "{model}" not in "".join(
                [deck.title, deck.lead, *(p for s in deck.slides for p in s.points)]
            )
            assert len(deck.slides) >= 6
    visitor = Visitor("kari")
    deck = library.deck("ovingslogg", language="nb", model="BTI")

    pages = [
        reading.words(visitor.get(reverse("slide", kwargs={"deck": deck.key, "number": slide.number})))
        for slide in deck.slides
    ]

    assert [slide.title in page for slide, page in zip(deck.slides, pages, strict=True)] == [True] * len(
        pages
    )
    assert all("Oppdiktet: barnet finnes ikke" in page for page in pages if "Stafettholder" in page)


def test_the_two_languages_have_the_same_slides():
    def shape(language):
        return [
            (deck.key, deck.is_invented, [(len(s.points), len(s.rows), bool(s.talk)) for s in deck.slides])
            for deck in library.decks(language, "BTI")
        ]

    assert shape("nb") == shape("nn")


@pytest.mark.parametrize(("deck", "number"), [("finnes-ikke", 1), ("ovingslogg", 0), ("ovingslogg", 99)])
def test_a_slide_that_is_not_there_is_not_found(deck, number):
    answer = Visitor("kari").get(reverse("slide", kwargs={"deck": deck, "number": number}))

    assert answer.status_code == 404


@pytest.mark.parametrize(("demo", "sentence"), [(True, "Du er i demoen nå"), (False, "Her er det ekte barn")])
def test_only_the_demo_is_a_place_to_practise_in_whole_logs(monkeypatch, demo, sentence):
    monkeypatch.setattr(slides, "settings", SimpleNamespace(DEMO=demo))

    assert sentence in reading.words(Visitor("kari").see("course_slides"))
