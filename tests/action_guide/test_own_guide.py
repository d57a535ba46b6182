"""A municipality's own guide as everybody reads it: its edition, former ones, hidden steps, and few questions asked."""

import pytest
from django.urls import reverse

from stafett.action_guide import queries
from stafett.demo import cast
from stafett.register.tenancy import within
from tests.action_guide import at_work
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db

PLACE, OTHER = cast.EKSEMPELVIK.slug, cast.DOMESUND.slug
AT = {"level": "1", "step": "evaluer"}
PAGES = [("guide", {}), ("guide_whole", {}), ("guide_exit", {}), ("guide_level", {"level": "1"}), ("guide_step", AT),
         ("guide_editions", {}), ("guide_sheet", {"sheet": "skala"})]  # fmt: skip


def see(name, route=None, *, place=PLACE, who=None, **query):
    return Visitor(who).get(reverse(name, kwargs={"place": place, **(route or {})}), query)


def test_everybody_reads_the_municipalitys_own_guide_from_the_day_it_is_published():
    edition = at_work.published(title="Var det til hjelp?", more="### Hos oss\n\nLes [mer](niva-1/mote/).")

    own, neighbours = see("guide_step", AT), see("guide_step", AT, place=OTHER)

    assert "<h1>Var det til hjelp?</h1>" in own.content.decode()
    assert f'href="/{PLACE}/veileder/niva-1/mote/"' in own.content.decode()
    assert f"Utgave {edition.number}" in reading.words(own)
    assert own["Cache-Control"] == "public, max-age=300"
    assert "Var det til hjelp?" not in reading.words(neighbours)
    assert "Var det til hjelp?" not in reading.words(Visitor().get("/veileder/niva-1/evaluer/"))
    assert "Var det til hjelp?" in reading.words(Visitor("kari").get("/veileder/niva-1/evaluer/"))


def test_a_draft_is_read_by_nobody_else():
    edition = at_work.draft()
    at_work.revise(edition, title="Hemmelig utkast")
    at_work.sent(edition)
    at_work.decided(edition)

    pages = [see(name, route, who=who) for name, route in PAGES for who in (None, "kari", "yusuf")]

    assert [page for page in pages if "Hemmelig utkast" in page.content.decode()] == []
    assert see("guide", {"edition": "1"}).status_code == 404


def test_a_hidden_step_answers_on_its_address_and_says_where_it_went():
    at_work.published(is_hidden=True, leads_to="1/mote")

    page, level = see("guide_step", AT), see("guide_level", {"level": "1"})

    assert page.status_code == 200
    assert "ikke lenger med i veilederen" in reading.words(page)
    assert f'href="/{PLACE}/veileder/niva-1/mote/"' in page.content.decode()
    assert f'href="/{PLACE}/veileder/niva-1/evaluer/"' not in level.content.decode()


def test_hidden_steps_that_lead_to_each_other_lead_to_their_level():
    edition = at_work.draft()
    at_work.revise(edition, is_hidden=True, leads_to="1/mote")
    at_work.revise(edition, ("step", "1", "mote"), is_hidden=True, leads_to="1/evaluer")
    at_work.sent(edition)
    at_work.publish(at_work.decided(edition))

    page = see("guide_step", AT).content.decode().split("<main")[1]

    assert f'href="/{PLACE}/veileder/niva-1/"' in page
    assert f'href="/{PLACE}/veileder/niva-1/mote/"' not in page


def test_a_former_edition_is_read_at_its_own_address_and_links_within_itself():
    at_work.published(title="Første ord")
    at_work.published(title="Andre ord")

    former, now = see("guide_step", {**AT, "edition": "1"}), see("guide_step", AT)
    listed = see("guide_editions").content.decode()

    assert "<h1>Første ord</h1>" in former.content.decode()
    assert "<h1>Andre ord</h1>" in now.content.decode()
    assert f"/{PLACE}/veileder/utgaver/1/niva-1/" in former.content.decode()
    assert '<meta name="robots" content="noindex">' in former.content.decode()
    assert listed.index("Utgave 2") < listed.index("Utgave 1")
    assert see("guide", {"edition": "3"}).status_code == 404


@pytest.mark.parametrize("odd", ["0", "00001", "99999", "x"])
def test_an_edition_that_cannot_be_is_not_found(odd):
    assert Visitor().get(f"/{PLACE}/veileder/utgaver/{odd}/").status_code == 404


def test_search_finds_the_municipalitys_own_words_and_the_neighbours_find_them_not():
    at_work.published(more="Vi kaller det sirkusmetoden.")

    assert "Se om det virker" in reading.words(see("guide_search", q="sirkusmetoden"))
    assert "Ingen treff" in reading.words(see("guide_search", place=OTHER, q="sirkusmetoden"))


def test_a_page_shows_nothing_that_a_text_could_do():
    at_work.published(
        more="<script>alert(1)</script> <img src=x onerror=alert(2)> **<b onclick=x>fet</b>** {{ 7*7 }}",
        title="<i>Tittel</i>",
    )

    page = see("guide_step", AT).content.decode()
    whole = see("guide_whole").content.decode()

    for shown in (page, whole):
        assert "<script>alert" not in shown
        assert "<img src=x" not in shown
        assert "<b onclick" not in shown
        assert "&lt;script&gt;alert(1)" in shown
        assert "{{ 7*7 }}" in shown


def test_the_book_of_an_edition_is_made_once():
    at_work.published()

    with within(at_work.HERE):
        first, _nothing = queries.book_of(at_work.HERE)
        second, _nothing = queries.book_of(at_work.HERE)

    assert first is second
    assert queries.book_of(None)[0] is queries.starter()


def test_where_a_step_can_lead_stands_in_the_order_it_had():
    at_work.published(place=("step", "1", "veien-videre"), more="### Hos oss")

    page = see("guide_step", {"level": "1", "step": "veien-videre"}).content.decode()
    whole = see("guide_whole").content.decode()

    kinds = [part.split('"')[0] for part in page.split('<li data-kind="')[1:]]
    assert kinds == ["close", "stay", "up", "down"]
    assert "<h3>Hos oss</h3>" in page
    assert "<h5>Hos oss</h5>" in whole


LEVEL_0 = ("level", "0", "")
OWN_LEVEL = {"name": "Undring", "about": "Her undrer dere dere."}


def test_a_municipality_has_its_own_deadline_for_when_the_environment_is_unsafe():
    at_work.published(place=LEVEL_0, environment_deadline="innen to uker.", **OWN_LEVEL)

    level, step = see("guide_level", {"level": "0"}), see("guide_step", {"level": "0", "step": "samtale"})
    elsewhere = see("guide_level", {"level": "0"}, place=OTHER)

    for page in (level, step):
        assert "med foresatte innen to uker og uten ugrunnet opphold, og skolen" in reading.words(page)
    assert "med føresette innan éi veke og utan ugrunna opphald" in reading.words(elsewhere)
    assert "med foresatte innen én uke" in reading.words(see("guide_level", {"level": "1"}))


def test_the_deadline_is_asked_for_where_it_is_said_and_may_be_left_empty():
    edition = at_work.draft()
    parts = [at_work.part_of(edition, "level", level, "") for level in ("0", "2")]
    asked, not_asked = (
        reading.words(Visitor("yusuf").get(reverse("guide_part_words", args=[part.pk]))) for part in parts
    )
    at_work.revise(edition, LEVEL_0, environment_deadline="", **OWN_LEVEL)

    assert "Frist når miljøet er utrygt" in asked
    assert "Frist når miljøet er utrygt" not in not_asked
    with within(cast.EKSEMPELVIK.id):
        found = queries.book_in_work(edition, today=edition.started_at.date()).guide("nb").level("0")
    assert "innen én uke og uten ugrunnet opphold" in found.notices[0].text
