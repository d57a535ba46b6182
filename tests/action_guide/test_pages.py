"""Pages of the guide: for everybody, few questions to the database, in the reader's language, and always the exit."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.action_guide.content import library
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.register.models import Municipality
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db

PLACE = cast.PLACES[0].slug
STEPS = [(level.key, step.key) for level in library.guide("nb").levels for step in level.steps]
SHEETS = list(library.sheets("nb"))
KEPT = [("guide", {}), ("guide_whole", {}), ("guide_exit", {}), ("guide_level", {"level": "1"}),
        ("guide_step", {"level": "1", "step": "evaluer"})]  # fmt: skip
NOT_KEPT = [("guide_search", {}), ("guide_sheet", {"sheet": "skala"})]


def see(name, route=None, *, who=None, place=None, language="nb", **query):
    """A page of the guide as somebody gets it."""
    route = {**({"place": place} if place else {}), **(route or {})}
    return Visitor(who).get(reverse(name, kwargs=route), query, headers={"accept-language": language})


def test_a_page_without_a_municipality_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        see("guide_step", {"level": "2", "step": "plan"})


@pytest.mark.parametrize(("level", "step"), STEPS)
def test_every_step_shows_what_how_who_deadline_and_tools(level, step):
    said = library.guide("nb").step(level, step)

    words = reading.words(see("guide_step", {"level": level, "step": step}))

    for text in (said.title, said.what, *said.how, said.deadline, *(t.title for t in said.tools)):
        assert text in words
    for outcome in said.outcomes:
        assert outcome.text in words


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_whole_guide_stands_on_one_address(language):
    guide = library.guide(language)

    words = reading.words(see("guide_whole", language=language))

    for level in guide.levels:
        for step in level.steps:
            assert f"{level.key}.{step.number} {step.title}" in words
            assert all(line in words for line in step.how)
    assert all(point in words for part in guide.exit["part"] for point in part["points"])


@pytest.mark.parametrize(("name", "route"), KEPT)
def test_a_page_for_everybody_may_be_kept_for_a_while(name, route):
    answer = see(name, route)

    assert answer["Cache-Control"] == "public, max-age=300"
    assert {"Cookie", "Accept-Language"} <= {each.strip() for each in answer["Vary"].split(",")}
    assert not answer.cookies


@pytest.mark.parametrize(("name", "route"), NOT_KEPT)
def test_a_question_and_a_sheet_are_kept_nowhere(name, route):
    assert see(name, route)["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("name", "route"), KEPT)
def test_a_page_with_somebodys_name_on_it_is_kept_nowhere(name, route):
    answer = see(name, route, who="kari")

    assert "Kari" in reading.words(answer)
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("name", "route"), [each for each in KEPT + NOT_KEPT if each[0] != "guide_exit"])
@pytest.mark.parametrize("who", [None, "kari", "hilde"])
def test_the_exit_stands_on_every_page_and_knows_of_no_log(name, route, who):
    page = see(name, route, who=who, logg=str(new_id())).content.decode()

    assert f'href="{reverse("guide_exit")}"' in page
    assert f"{reverse('guide_exit')}?logg" not in page


def test_the_exit_never_leads_into_the_log_or_to_the_talk_with_guardians():
    page = see("guide_exit", who="kari", logg=str(new_id())).content.decode()
    main = page[page.index("<main") : page.index("</main>")]

    assert "/logger/" not in main
    assert "undringssamtale/" not in main
    assert reverse("guide_step", kwargs={"level": "0", "step": "samtale"}) not in main
    for words in (
        "Ikke kontakt foresatte først",
        "Ikke skriv det i stafettloggen",
        "116 111",
        "02800",
        "112",
    ):
        assert words in main


@pytest.mark.parametrize(("name", "route"), [
    ("guide_level", {"level": "1", "place": "finnes-ikke"}), ("guide", {"place": "finnes-ikke"}),
    ("guide_step", {"level": "1", "step": "undring"}), ("guide_sheet", {"sheet": "hemmelig"}),
])  # fmt: skip
def test_what_is_not_there_is_not_found(name, route):
    assert Visitor().get(reverse(name, kwargs=route)).status_code == 404


@pytest.mark.parametrize(("asks_for", "query", "heading"), [
    ("nb-NO,nb;q=0.9", {}, "Handlingsveilederen"), ("nn-NO,nn;q=0.9,nb;q=0.5", {}, "Handlingsrettleiaren"),
    ("en-GB", {}, "Handlingsveilederen"), ("nb-NO", {"maal": "nn"}, "Handlingsrettleiaren"),
    ("nn", {"maal": "nb"}, "Handlingsveilederen"), ("nb", {"maal": "se"}, "Handlingsveilederen"),
])  # fmt: skip
def test_the_guide_speaks_the_readers_language(asks_for, query, heading):
    page = see("guide", language=asks_for, **query).content.decode()

    assert f"<h1>{heading}</h1>" in page
    assert f'<html lang="{"nn" if heading.endswith("rettleiaren") else "nb"}">' in page


def test_a_municipality_in_nynorsk_answers_in_nynorsk_when_nothing_else_is_asked_for():
    there = next(place for place in cast.PLACES if place.locale == "nn")

    assert "Handlingsrettleiaren" in reading.words(see("guide", place=there.slug, language="fr"))


def test_a_chosen_language_follows_every_link_of_the_guide():
    page = see("guide_level", {"level": "2"}, maal="nn").content.decode().split('<footer class="st-footer')[0]

    links = [part.split('"')[0] for part in page.split('href="/veileder/')[1:]]
    assert len(links) > 10
    assert [link for link in links if "maal=" not in link] == []


def test_the_municipalitys_name_and_address_follow_the_reader():
    page = see("guide", place=PLACE).content.decode().split('<footer class="st-footer')[0]

    assert Municipality.objects.get(slug=PLACE).name in page
    assert 'href="/veileder/' not in page.replace(f"/{PLACE}/veileder/", "")


def test_from_a_log_the_way_back_follows_and_strangers_see_none():
    log = new_id()

    mine = see("guide_step", {"level": "1", "step": "evaluer"}, who="kari", logg=str(log)).content.decode()
    strangers = see("guide_step", {"level": "1", "step": "evaluer"}, logg=str(log)).content.decode()

    assert reverse("log", args=[log]) in mine
    assert f"logg={log}" in mine.split("<main")[1]
    assert str(log) not in strangers


@pytest.mark.parametrize(
    "odd", ["x", "/evil.example", "javascript:alert(1)", "' OR 1=1", "{01234567-89ab-7def-8123-456789abcdef}"]
)
def test_an_odd_way_back_is_no_way_at_all(odd):
    page = see("guide", who="kari", logg=odd).content.decode()

    assert "Tilbake til loggen" not in page
    assert "javascript:" not in page


def test_a_teacher_can_start_a_log_from_the_guide_and_a_parent_is_only_told_of_it():
    link = f'href="{reverse("choose_child")}"'
    at = {"level": "0", "step": "avgjor"}

    assert link in see("guide_step", at, who="kari").content.decode()
    assert link not in see("guide_step", at, who="hilde").content.decode().split("<main")[1]
    assert "Start en stafettlogg" in reading.words(see("guide_step", at))


def test_the_consent_form_is_a_link_only_inside_a_log():
    log = new_id()
    link = reverse("consent_form", args=[log])
    at = {"level": "1", "step": "mote"}

    assert link in see("guide_step", at, who="kari", logg=str(log)).content.decode()
    assert "/samtykke/skjema/" not in see("guide_step", at, who="kari").content.decode()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_has_nothing_that_could_be_sent(sheet):
    page = see("guide_sheet", {"sheet": sheet}).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    form = main[main.index("<form") : main.index("</form>")]

    assert 'method="dialog"' in form
    assert "action=" not in form
    assert "submit" not in form.replace("st-submit", "")
    assert "csrf" not in page
    assert form.count(" name=") == form.count('type="radio"')


def test_no_page_of_the_guide_writes_to_the_trail(django_assert_max_num_queries):
    for name, route in KEPT + NOT_KEPT:
        with CaptureQueriesContext(connection) as asked:
            see(name, route, who="kari")
        assert not [query for query in asked if "audit_entry" in query["sql"] and "INSERT" in query["sql"]]


def test_an_answer_to_a_search_says_where_it_stands_and_links_there():
    answer = see("guide_search", q="vald")

    assert reverse("guide_exit") in answer.content.decode().split("<main")[1]
    assert "Mistanke om vold" in reading.words(answer)


def test_a_search_is_escaped_and_cut():
    answer = see("guide_search", q="<script>x" + "a" * 5000)

    assert answer.status_code == 200
    assert "<script>x" not in answer.content.decode()
    assert len(reading.fields(answer)["q"][0]) == 100


def test_search_pages_are_not_for_search_engines_and_the_guide_is():
    robots = '<meta name="robots" content="noindex">'

    assert robots in see("guide_search").content.decode()
    assert robots not in see("guide").content.decode()
    assert robots in Visitor().get("/").content.decode()


def test_the_exit_shows_the_municipalitys_own_numbers_where_it_has_set_them():
    own, national = reading.words(see("guide_exit", place=PLACE)), reading.words(see("guide_exit"))

    assert "00 00 00 01" in own
    assert "00 00 00 01" not in national
    assert "Barnevernvakten 02800" in national
    for number in ("112", "116 111"):
        assert number in own
        assert number in national


def test_somebody_who_is_logged_in_sees_the_numbers_of_their_own_municipality():
    assert "Barnevernstjenesten, Eksempelvik" in reading.words(see("guide_exit", who="kari"))
    assert "Barnevernstjenesten, Eksempelvik" in reading.words(see("guide_whole", who="hilde"))


def test_another_municipalitys_address_shows_its_numbers_and_not_ones_own():
    there = cast.PLACES[1]

    words = reading.words(see("guide_exit", who="kari", place=there.slug))

    assert f", {there.name}" in words
    assert "Barnevernstjenesten, Eksempelvik" not in words
