"""Every page that anybody reaches by following links, and every form with something wrong in it, passes axe."""

from uuid import uuid4

import pytest

from tests.journeys import auditing, crawling
from tests.journeys.browsing import LAPTOP, PHONE

pytestmark = pytest.mark.journey

# Between them they see every page in every state: all that another person of the cast finds is built like these.
PEOPLE = (
    "kari", "jonas", "elle", "dag", "maja", "pernille", "henrik", "trond", "fatima", "siv", "ante", "arnfinn",
)  # fmt: skip
# The help itself has no way to itself.
WITHOUT_HELP = {"help", "help_topic", "user_guide"}
SPOIL = """(form) => {
  const wrong = '<b>Arbeidsmarkedstiltaksdeltakerorganisasjonssekretariat</b> 👩‍👩‍👧‍👦 '.repeat(80);
  for (const field of form.elements) {
    if (field.type === 'hidden' || field.type === 'file') continue;
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
    else if (field.type === 'date') { field.type = 'text'; field.value = '31.02.2026'; }
    else if (field.type === 'number') field.value = '3';
    else if (field.type === 'time') { field.type = 'text'; field.value = 'kvart over to'; }
    else if (field.matches('input, textarea')) field.value = wrong;
  }
  form.requestSubmit();
}"""


@pytest.fixture(scope="module")
def pages_of():
    """What each person was found to reach, in the order they were asked."""
    return {}


@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_a_person_can_reach_passes_axe_and_fits_a_phone(enter, pages_of, person):
    page = enter(person)
    before = [each for pages in pages_of.values() for each in pages]
    mine = _crawled(page, person, pages_of)
    new = [each for each in crawling.unlike(before + mine) if each not in before]

    faults = [
        f"{each.path} {fault}" for each in new for fault in _judge(page, each.path, **_how(each, before, new))
    ]

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_page_a_person_can_reach_has_one_way_to_help(enter, pages_of, person):
    mine = _crawled(enter(person), person, pages_of)

    told = {each.path: each.help_links for each in mine if each.route not in WITHOUT_HELP}

    assert len(told) > 3
    assert {path: links for path, links in told.items() if links != 1} == {}


def test_every_form_with_something_wrong_in_it_passes_axe_and_fits_a_phone(enter, pages_of):
    page = enter("kari")
    forms = {
        each.route: each.path for each in crawling.unlike(_crawled(page, "kari", pages_of)) if _has_form(each)
    }

    page.on("dialog", lambda dialog: dialog.accept())  # "leave without saving?"

    refused, faults = set(), []
    for route, path in forms.items():
        page.goto(path)
        if _is_refused_when_spoilt(page):
            refused.add(route)
            faults += [f"{path} {fault}" for fault in auditing.faults_of(page, widths=(PHONE,), part="main")]

    assert not faults, "\n".join(faults)
    assert {
        "new_concern",
        "new_measure",
        "evaluation",
        "consent",
        "start_log",
        "new_child",
        "own_page",
    } <= refused


@pytest.mark.parametrize("path", ["/", "/logg-inn/"])
def test_the_way_in_passes_axe(enter, path):
    assert _judge(enter(), path, schemes=("light", "dark")) == []


def test_the_pages_that_say_no_pass_axe(enter, site):
    page = enter("henrik")

    assert _judge(page, f"/logger/{uuid4()}/", status=404) == []
    assert _judge(page, site.log_of("tiril") + "avslutning/", status=403) == []


@pytest.mark.parametrize(
    ("person", "child"), [("kari", "noor"), ("kari", "oskar"), ("oddny", "ylva"), ("omar", "noor")],
    ids=["nb", "nb-alarm", "nn", "en"],
)  # fmt: skip
def test_a_log_passes_axe_in_the_dark_and_in_each_language(enter, site, person, child):
    page = enter(person)

    for path in (site.log_of(child), "/min-side/", site.log_of(child) + "lysglimt/"):
        assert _judge(page, path, schemes=("light", "dark")) == []


def _crawled(page, person, pages_of):
    if person not in pages_of:
        pages_of[person] = crawling.crawl(page.request)
    return pages_of[person]


def _how(page, before, new):
    """The first page of each route is judged whole, and as a laptop shows it too; its sisters' own part as a phone does."""
    known = {each.route for each in before} | {each.route for each in new[: new.index(page)]}
    return {"widths": (PHONE,), "part": "main"} if page.route in known else {"widths": (LAPTOP, PHONE)}


def _judge(page, path, *, status=200, **options):
    assert page.goto(path).status == status
    return auditing.faults_of(page, **options)


def _is_refused_when_spoilt(page):
    forms = page.locator("main form[method=post]").filter(has=page.locator(".ds-input")).all()
    if not forms:
        return False
    with page.expect_navigation() as sent:
        forms[0].evaluate(SPOIL)
    return sent.value.status == 422


def _has_form(found):
    return ("class", "st-form") in found.parts
