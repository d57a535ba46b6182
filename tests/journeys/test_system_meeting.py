"""A system meeting in nynorsk, from opening to signed minutes: five people, one late, one leaving, the writer without a net."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest
from django.utils import translation
from playwright.sync_api import expect

from stafett.demo import cast
from stafett.register.models import Employment, Unit
from stafett.register.tenancy import within
from stafett.system_meetings.operations import inform, plan_meeting, seat_employee, set_topic
from tests import stage
from tests.conftest import pointed_at
from tests.journeys.auditing import faults_of
from tests.journeys.browsing import PHONE, press

pytestmark = pytest.mark.journey

TOGETHER = 15_000  # milliseconds; a busy machine fails no journey
NO_NET = re.compile(
    "net::ERR_(INTERNET_DISCONNECTED|CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET_NOT_CONNECTED)|EventSource|htmx:(afterRequest|sendError)"
)
CHALLENGE = "det er bråk i alle overgangane"
BACKGROUND = "Vi har talt i to veker, på alle trinn."
QUESTION = "Gjeld det også om morgonen?"
AGREED = "for mange byter rom samtidig"
FACTORS = ("Alle går samtidig", "Gangane er tronge")
IDEAS = ("To tider for storefri", "Eigne hyller ved døra")
PLAN, METHOD = "Rektor avtaler tid med PP-tenesta.", "Vi tel i ei veke."


def test_a_whole_meeting_in_nynorsk_and_the_minutes_say_what_was_said(enter, meeting, without_net):
    leader, watcher, teacher = enter("torleiv"), enter("idunn"), enter("oddny", width=PHONE)
    late, leaving = enter("eirik", javascript=False), enter("torbjorg", width=PHONE)
    teacher.goto(f"{meeting}na/")  # early, and the page goes along when it begins
    open_it(leader, meeting)
    for each in (leader, watcher, teacher, late, leaving):
        each.set_default_timeout(TOGETHER)
    for each in (watcher, late, leaving):
        each.goto(f"{meeting}na/")
    grows(teacher, nn("Den som ikke vil si noe, sier pass."))
    assert faults_of(leader) == []
    press(leader, nn("Neste"))

    leader.context.set_offline(True)
    leader.locator("[name='challenge.background']").fill(BACKGROUND)
    expect(
        leader.get_by_text(nn("Uten nett. Ordene dine er trygge her og sendes når nettet er tilbake."))
    ).to_be_visible(timeout=TOGETHER)
    leader.context.set_offline(False)
    expect(leader.get_by_text(nn("Lagret"), exact=True)).to_be_visible(timeout=TOGETHER)
    press(leader, nn("Neste"))

    questions(leader, teacher, late)
    agree(leader, watcher, teacher)
    factors(leader, teacher, leaving)
    measures(leader, teacher, late)
    decide(leader)
    write_minutes(leader, meeting)

    teacher.goto(f"{meeting}referat/")
    grows(teacher, AGREED, *FACTORS, *IDEAS, PLAN, METHOD, cast.unit("domesund_ppt").name)


def open_it(leader, meeting):
    """Everybody but Eirik is here; Idunn keeps watch. Once without a viddevakt, which is refused; all of it by keyboard."""
    leader.goto(f"{meeting}start/")
    leader.get_by_role("checkbox", name=re.compile("Eirik")).uncheck()
    press(leader, nn("Start møtet"))
    expect(leader.get_by_role("link", name=re.compile(nn("Hvem er viddevakt?"))).first).to_be_visible(
        timeout=TOGETHER
    )
    leader.get_by_label(nn("Hvem er viddevakt?")).select_option(label=seat("idunn"))
    leader.get_by_label(nn("Hvem forteller om utfordringen?")).select_option(label=seat("oddny"))
    leader.get_by_role("button", name=nn("Start møtet")).focus()
    leader.keyboard.press("Enter")
    grows(leader, nn("Vi går gjennom sju steg, og målet er å komme fram til ett konkret tiltak."))


def questions(leader, teacher, late):
    """Oddny asks on her phone when it is her turn; Eirik comes late, without a script, and has a turn too."""
    give_floor(leader, "oddny")
    grows(teacher, nn("Jeg har hatt ordet"), nn("Taletid"))
    grows(leader, nn("Taletid"))
    teacher.locator("[data-words^='question.']").fill(QUESTION)
    press(teacher, nn("Jeg har hatt ordet"))
    grows(leader, QUESTION)
    late.goto(late.url)
    press(late, nn("Jeg er her nå"))
    grows(late, QUESTION)
    press(leader, nn("Neste"))
    waiting = nn("Noen har ikke hatt ordet ennå (%(count)s). Gi dem ordet, eller si at resten står over.")
    grows(leader, waiting % {"count": 3})
    press(leader, nn("Resten sier pass"))
    press(leader, nn("Neste"))


def agree(leader, watcher, teacher):
    """Nobody goes on before all agree; meanwhile the viddevakt helps them back."""
    grows(watcher, nn("Hva er utfordringen nå?"))
    press(watcher, nn("La oss holde oss til saken"))
    grows(teacher, nn("Tilbake på sporet"))
    leader.get_by_label(nn("Justert eller spisset"), exact=True).check()
    leader.locator("[name='agreed.text']").fill(AGREED)
    press(leader, nn("Vi er enige, gå videre"))
    grows(leader, nn("Dere går videre når alle er enige om hva utfordringen er."))
    leader.get_by_label(nn("Alle rundt bordet er enige om dette")).check()
    press(leader, nn("Vi er enige, gå videre"))
    grows(
        leader,
        nn("Da er vi enige om at «%(challenge)s» er utfordringen vi drøfter i dette møtet.")
        % {"challenge": AGREED},
    )


def factors(leader, teacher, leaving):
    """Oddny says two things, one they can do something about; Torbjørg has to go, and nobody waits for her."""
    give_floor(leader, "oddny")
    grows(teacher, nn("Jeg har hatt ordet"))
    teacher.locator("[data-words^='factor.']").fill("\n".join(FACTORS))
    expect(teacher.get_by_text(nn("Lagret"), exact=True)).to_be_visible(timeout=TOGETHER)
    press(teacher, nn("Jeg har hatt ordet"))
    leaving.goto(leaving.url)
    press(leaving, nn("Jeg må gå"))
    grows(leader, FACTORS[1])
    leader.goto(leader.url)
    for text, way in zip(FACTORS, ("can", "cannot"), strict=True):
        row = leader.locator(".st-sm-said li", has_text=text)
        row.locator(f"[value='{way}']").click()
    assert faults_of(leader) == []
    press(leader, nn("Resten sier pass"))
    press(leader, nn("Neste"))


def measures(leader, teacher, late):
    """They begin with one factor; Eirik proposes from a plain page."""
    leader.locator("[value='chosen']").click()
    give_floor(leader, "eirik")
    late.goto(late.url)
    late.locator("[name^='idea.']").fill("\n".join(IDEAS))
    press(late, nn("Jeg har hatt ordet"))
    grows(late, *IDEAS)
    grows(teacher, IDEAS[1])
    assert faults_of(teacher) == []
    leader.goto(leader.url)
    press(leader, nn("Resten sier pass"))
    press(leader, nn("Neste"))


def decide(leader):
    """One measure first, with PPT."""
    leader.get_by_label(IDEAS[0], exact=True).check()
    leader.get_by_label(nn("En støttetjeneste informerer på et personalmøte"), exact=True).check()
    leader.locator("[name='measure.partner']").select_option(label=cast.unit("domesund_ppt").name)
    for name, words in (
        ("meet_on", day(7)), ("meet_at", "13:00"), ("plan", PLAN), ("evaluate_on", day(40)), ("method", METHOD),
    ):  # fmt: skip
        leader.locator(f"[name='measure.{name}']").fill(words)
    leader.locator("[name='measure.evaluator']").select_option(label=seat("oddny"))
    assert faults_of(leader) == []
    press(leader, nn("Avslutt samtalen"))
    expect(leader).to_have_url(re.compile("/evaluering/"), timeout=TOGETHER)


def write_minutes(leader, meeting):
    """The five questions, and the minutes: all that was entered stands there before they are signed."""
    leader.locator("[name='kept_structure'][value='yes']").check()
    leader.locator("[name='was_useful'][value='yes']").check()
    leader.locator("main form button[type='submit']").last.click()
    leader.goto(f"{meeting}referat/signering/")
    expect(leader.locator("[name='challenge']")).to_have_value(AGREED, timeout=TOGETHER)
    partner = nn("Sammen med: %(service)s") % {"service": cast.unit("domesund_ppt").name}
    written = {
        "factors": (nn("Her begynner vi: %(factor)s") % {"factor": FACTORS[0]}, FACTORS[1]),
        "measures": (IDEAS[0], nn("En støttetjeneste informerer på et personalmøte"), partner),
        "plan": (PLAN,), "evaluate_on": (day(40),), "evaluator": (cast.person("oddny").name,), "method": (METHOD,),
    }  # fmt: skip
    for name, lines in written.items():
        stands = leader.locator(f"[name='{name}']").input_value().splitlines()
        assert [line for line in lines if line not in stands] == []
    grows(leader, IDEAS[1])
    leader.locator("main form button[type='submit']").last.click()
    expect(leader).not_to_have_url(re.compile("/signering/"), timeout=TOGETHER)


def give_floor(leader, key):
    """The one who leads gives the floor to somebody."""
    leader.locator(".st-sm-give summary").click()
    leader.locator(".st-sm-give").get_by_role("button", name=cast.person(key).name).click()


def grows(page, *words):
    """The words are there, or come by themselves."""
    for each in words:
        expect(page.get_by_role("main").get_by_text(each).first).to_be_visible(timeout=TOGETHER)


def nn(words):
    """The words as the screen says them in nynorsk."""
    with translation.override("nn"):
        return translation.gettext(words)


def seat(key):
    """Somebody as the lists of the meeting say them."""
    return f"{cast.person(key).name}, {cast.person(key).posts[0].unit.name}"


def day(ahead):
    """A day to come, as a browser fills it in."""
    return (stage.today() + timedelta(days=ahead)).isoformat()


@pytest.fixture
def meeting(site, django_db_blocker):
    """The address of a planned meeting with five people who have been told. In a thread: the browser has this one."""
    with django_db_blocker.unblock(), ThreadPoolExecutor(1) as thread:
        return f"/systemmoter/{thread.submit(_planned, site.database).result()}/"


@pytest.fixture
def without_net(windows):
    """What a browser says of a net that the test itself takes away is no fault of the page."""
    yield
    windows.faults[:] = [fault for fault in windows.faults if not NO_NET.search(fault)]


def _planned(database):
    with pointed_at(database), within(cast.DOMESUND.id):
        torleiv, today = stage.actor("torleiv"), stage.today()
        unit = Unit.objects.get(pk=cast.unit("domesund_school").id)
        row = plan_meeting(
            actor=torleiv, unit=unit, day=today + timedelta(days=3), at=time(14), minutes=90, place="Biblioteket",
            video_link="",
        )  # fmt: skip
        set_topic(
            actor=torleiv, meeting=row, version=row.version, background="", topic=None, title="Overgangar",
            challenge=CHALLENGE, sources=["observations"],
        )  # fmt: skip
        for key in ("idunn", "oddny", "eirik", "torbjorg"):
            post = Employment.objects.filter(person_id=cast.person(key).id).first()
            seat_employee(actor=torleiv, meeting=row, employment_id=post.pk, today=today)
        inform(actor=torleiv, meeting=row, information="Tenk på overgangane.", today=today)
        return row.pk
