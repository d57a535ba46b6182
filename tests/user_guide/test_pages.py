"""The help as people meet it: from the button to the page and back, in their language, with nothing of the log in it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.demo import cast
from stafett.identity.models import LoginSession
from stafett.kernel.ids import new_id
from stafett.user_guide.enums import Reader, Role
from tests.web import paper as printed
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_styles")]
PLACE = cast.EKSEMPELVIK.slug
BUTTON = re.compile(r'<a class="st-help" href="(/[^"]*hjelp/[^"]*)"')


def button_on(answer):
    """Where the help button of a page leads."""
    return BUTTON.search(answer.content.decode()).group(1)


@pytest.mark.parametrize(
    ("key", "name", "leads_to"),
    [
        ("kari", "my_logs", "/hjelp/ansatt/mine-logger/"),
        ("elle", "unit_logs", "/hjelp/leder/enheten/"),
        ("hilde", "my_consents", "/hjelp/foresatt/mitt-samtykke/"),
        ("randi", "own_documents", "/hjelp/kommune/passe-pa-verktoykassen/"),
        (None, "start", "/hjelp/alle/forsiden/"),
        (None, "log_in", "/hjelp/alle/innlogging/"),
        (None, "guide_sheet", "/hjelp/alle/ark/"),
    ],
)
def test_the_button_leads_to_the_help_for_this_page_and_this_reader(key, name, leads_to):
    path = reverse(name, kwargs={"sheet": "skala"} if name == "guide_sheet" else {})

    assert button_on(Visitor(key).get(path)) == leads_to


def test_the_button_keeps_the_municipality_in_the_address():
    page = Visitor().get(reverse("guide", kwargs={"place": PLACE}))

    assert button_on(page) == f"/{PLACE}/hjelp/alle/veilederen/"


def test_a_page_that_is_not_there_has_help_too():
    page = Visitor("kari").get(f"/logger/{new_id()}/")

    assert page.status_code == 404
    assert button_on(page).startswith("/hjelp/")


def test_help_says_what_the_page_is_for_what_to_do_what_happens_and_who_sees_it():
    words = reading.words(Visitor("hilde").get("/hjelp/foresatt/loggen/"))

    for part in ("Loggen til barnet", "Dette gjør du her", "Del et lysglimt", "Hva skjer så", "Hvem ser det"):
        assert part in words


def test_the_way_back_is_the_page_one_came_from_and_stands_in_no_address_of_the_help():
    path = f"/logger/{new_id()}/"

    page = Visitor("kari").get("/hjelp/ansatt/loggen/", headers={"referer": f"http://testserver{path}"})

    html = page.content.decode()
    assert f'href="{path}"' in html
    assert html.count(path) == 1
    assert page["Cache-Control"] == "no-store"


def test_without_a_way_back_the_reader_comes_to_where_the_topic_or_the_day_begins():
    known = Visitor().get("/hjelp/alle/veilederen/").content.decode()
    unknown = Visitor("kari").get("/hjelp/ansatt/tiltak/").content.decode()

    assert f'<a class="ds-link" href="{reverse("guide")}">' in known
    assert f'<a class="ds-link" href="{reverse("start")}">' in unknown


@pytest.mark.parametrize(
    "path",
    [
        "/hjelp/",
        "/hjelp/alle/veilederen/",
        f"/{PLACE}/hjelp/",
        "/hjelp/brukerveiledning/foresatt/",
        f"/{PLACE}/hjelp/foresatt/loggen/",
    ],
)
def test_strangers_read_all_of_it_from_caches_with_at_most_two_questions(path):
    with CaptureQueriesContext(connection) as asked:
        page = Visitor().get(path)

    assert page.status_code == 200
    assert len(asked) <= 2
    assert page["Cache-Control"] == "public, max-age=300"
    assert page["Vary"] == "Cookie, Accept-Language"


def test_the_help_says_whom_to_ask_in_the_municipality():
    contact = f"hjelp@{PLACE}.example"

    for page in (Visitor("kari").get("/hjelp/"), Visitor().get(f"/{PLACE}/hjelp/")):
        assert contact in reading.words(page)


@pytest.mark.parametrize(
    "path",
    [
        "/hjelp/sjef/",
        "/hjelp/ansatt/finnes-ikke/",
        "/hjelp/sjef/loggen/",
        "/hjelp/brukerveiledning/alle/",
        "/hjelp/brukerveiledning/alle/pdf/",
        "/ingensteds/hjelp/",
    ],
)
def test_what_there_is_no_help_with_is_not_there(path):
    assert Visitor().get(path).status_code == 404


def test_help_is_read_in_the_language_one_asks_for():
    nynorsk = Visitor().get("/hjelp/foresatt/loggen/?maal=nn")
    english = Visitor().get("/hjelp/foresatt/loggen/", headers={"accept-language": "en"})

    assert "Del eit lysglimt" in reading.words(nynorsk)
    assert '<html lang="nn">' in nynorsk.content.decode()
    assert "Share a bright spot" in reading.words(english)


def test_employees_who_read_english_get_a_page_that_is_norwegian_all_through():
    page = Visitor().get("/hjelp/ansatt/loggen/?maal=en")

    assert '<html lang="nb">' in page.content.decode()


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_a_list_of_pages_it_gets_help_with(role):
    page = Visitor().get(f"/hjelp/{role}/")

    assert page.content.decode().count(f"/hjelp/{role}/") > 4


@pytest.mark.parametrize("reader", Reader.values)
def test_a_user_guide_is_the_same_words_as_page_and_as_pdf(reader):
    page = Visitor().get(f"/hjelp/brukerveiledning/{reader}/")
    paper = Visitor().get(f"/hjelp/brukerveiledning/{reader}/pdf/")

    assert f"/hjelp/brukerveiledning/{reader}/pdf/" in page.content.decode()
    assert paper["Content-Type"] == "application/pdf"
    assert paper["Content-Disposition"] == f'attachment; filename="brukerveiledning-{reader}-nb.pdf"'
    assert Visitor().get(f"/hjelp/brukerveiledning/{reader}/pdf/").content == paper.content
    told = reading.pieces(page, '<section class="st-chapter"', '<section class="st-support"')
    assert len(told) > 40
    assert printed.unspaced("".join(told)) in printed.unspaced(printed.words(paper.content), without="•")


def test_while_a_child_has_the_screen_there_is_no_help_and_no_way_to_it():
    table = Visitor("kari")
    LoginSession.objects.update(handed_log_id=new_id())

    page = table.see("help")

    assert page.status_code == 403
    assert BUTTON.search(page.content.decode()) is None
