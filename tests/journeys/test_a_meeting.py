"""A meeting writes the log: from invitation to confirmed minutes, with four browsers at once, without a net, without a script."""

import re

import pytest
from playwright.sync_api import expect

from stafett.demo import cast
from tests.journeys import at_a_meeting as table
from tests.journeys.at_a_meeting import Hand, begin, grows, invite, meeting_of, read_along, say_yes
from tests.journeys.auditing import faults_of
from tests.journeys.browsing import PHONE, answer, choose, control, follow, press, see, see_heading

pytestmark = pytest.mark.journey

NO_NET = re.compile(
    "net::ERR_(INTERNET_DISCONNECTED|CONNECTION|EMPTY_RESPONSE|INCOMPLETE|SOCKET_NOT_CONNECTED)|EventSource|htmx:(afterRequest|sendError)"
)
OFFLINE = "Uten nett. Ordene dine er trygge her og sendes når nettet er tilbake."
MOST_PRESSES = 25


def test_a_first_meeting_from_invitation_to_confirmed_minutes_in_four_browsers(enter, site):
    holder = enter("dag")
    let_maja_in(holder, site.log_of("live"))
    hand = Hand(holder)

    invite(hand, others=["Maja Kladdevik, aktør"])
    meeting = meeting_of(holder)
    begin(hand)
    teacher, mother, youth = enter("maja"), enter("solveig", width=PHONE), enter("live", width=PHONE)
    others = (teacher, mother, youth)
    for each in others:
        read_along(each, meeting)

    write_the_example(hand, others)
    see(holder, table.GOAL, table.HOME)
    hand.press("Ferdig å skrive")
    hand.choose("Stemmer det som står?", "Ja, dette er det vi ble enige om")
    hand.press("Send svaret")
    for each in others:
        grows(each, "Dette ble dere enige om")
        say_yes(each)
    grows(youth, "Referatet er bekreftet. Takk for møtet.")
    follow(youth, "Les referatet")

    for words in (
        table.CONCERN,
        table.VIEW,
        table.FACTOR,
        table.GOAL,
        table.GUIDED,
        table.DAILY,
        table.HOME,
        table.OWN,
    ):
        see(youth, words)
    assert hand.presses <= MOST_PRESSES
    assert stored_measures(site, "live") >= {table.GUIDED, table.DAILY, table.HOME, table.OWN}
    assert faults_of(youth) == []


def test_the_net_is_gone_and_the_server_killed_and_no_word_is_lost(enter, site, without_net):
    holder, mother = enter("kari"), enter("fatima", width=PHONE)
    hand = started(holder, site.log_of("noor"))
    read_along(mother, meeting_of(holder))
    hand.type("Vi er særlig oppmerksomme på", "Leseflyten")
    grows(mother, "Leseflyten")

    holder.context.set_offline(True)
    hand.type("Vi er særlig oppmerksomme på", table.CONCERN)
    expect(holder.get_by_text(OFFLINE)).to_be_visible(timeout=table.TOGETHER)
    hand.choose("Hva handler det om?", "Språk")
    hand.type("Hva sier barnet selv?", table.VIEW)
    hand.next()
    see_heading(holder, "Oppmerksomhet")
    holder.context.set_offline(False)
    grows(mother, table.VIEW)
    expect(holder.get_by_text(OFFLINE)).to_be_hidden(timeout=table.TOGETHER)
    hand.next()
    see_heading(holder, "Analyse")

    site.kill("web")
    hand.type("I gruppen", table.FACTOR)
    expect(holder.get_by_text(OFFLINE)).to_be_visible(timeout=table.TOGETHER)
    site.start_again("web")
    grows(mother, table.FACTOR)
    hand.next()
    see_heading(holder, "Mål")


def test_two_who_write_in_the_same_field_both_see_both_texts(enter, site, without_net):
    first, second = enter("kari"), enter("kari")
    meeting = meeting_of(started(first, site.log_of("oskar")).page)
    second.goto(f"{meeting}na/steg/")

    second.context.set_offline(True)
    answer(second, "Vi er særlig oppmerksomme på", "Lesingen går sakte")
    answer(first, "Vi er særlig oppmerksomme på", table.CONCERN)
    expect(first.get_by_text("Lagret", exact=True)).to_be_visible(timeout=table.TOGETHER)
    second.context.set_offline(False)

    expect(second.get_by_text("skrev dette mens du skrev").first).to_be_visible(timeout=table.TOGETHER)
    expect(second.get_by_role("group", name="").get_by_text(table.CONCERN).first).to_be_visible()
    assert faults_of(second) == []
    press(second, "Ta med begge")
    expect(control(first, "Vi er særlig oppmerksomme på")).to_have_value(
        f"{table.CONCERN} Lesingen går sakte", timeout=table.TOGETHER
    )


def test_without_a_script_the_same_meeting_is_plain_pages(enter, site):
    holder, mother = enter("yusuf", javascript=False), enter("fatima", javascript=False)
    holder.goto(a_log_of(site, "yusuf"))
    hand = Hand(holder)
    invite(hand)
    meeting = meeting_of(holder)
    begin(hand)
    hand.type("Vi er særlig oppmerksomme på", table.CONCERN)
    hand.choose("Hva handler det om?", "Språk")
    hand.type("Hva sier barnet selv?", table.VIEW)
    hand.press("Lagre")
    hand.next()

    see_heading(holder, "Analyse")
    mother.goto(f"{meeting}na/")
    see_heading(mother, "Vi finner ikke siden")


@pytest.fixture
def without_net(windows):
    """What a browser says of a net that the test itself takes away is no fault of the page."""
    yield
    windows.faults[:] = [fault for fault in windows.faults if not NO_NET.search(fault)]


def write_the_example(hand, others):
    """S003-64, step by step, while the others see it grow."""
    teacher, mother, youth = others
    hand.type("Vi er særlig oppmerksomme på", table.CONCERN)
    for each in others:
        grows(each, table.CONCERN)
    hand.choose("Hva handler det om?", "Fagvansker")
    hand.select("Mer bestemt, hva gjelder det?", "Lesehastighet")
    hand.type("Hva sier barnet selv?", table.VIEW)
    grows(youth, table.VIEW)
    hand.next()
    hand.type("I gruppen", table.FACTOR)
    grows(mother, table.FACTOR)
    assert faults_of(mother) == []
    hand.next()
    hand.type("Mål", table.GOAL)
    hand.next()
    hand.press("Et tiltak til i tjenesten")
    hand.type("Tiltak i tjenesten", table.GUIDED)
    hand.type("Et tiltak til", table.DAILY)
    hand.type("Tiltak hjemme", table.HOME)
    hand.type("Tiltak for barnet selv", table.OWN)
    grows(teacher, table.OWN)
    hand.next()
    hand.type("Når møtes dere igjen?", table.ahead(42))
    hand.next()


def let_maja_in(page, log):
    """Dag lets a colleague into the log."""
    page.goto(f"{log}aktorer/?q=Maja")
    choose(page, "Hvem vil du legge til?", re.compile("Maja"))
    press(page, "Legg til")
    page.goto(log)


def started(page, log):
    """A first meeting about the log, under way."""
    page.goto(log)
    hand = Hand(page)
    invite(hand)
    begin(hand)
    return hand


def a_log_of(site, key):
    """The path of an open log whose baton this person holds."""
    rows = site.ask(
        "SELECT log_id FROM access_grant JOIN relay_log_relaylog ON relay_log_relaylog.id = log_id"
        " WHERE person_id = %s AND relation = 'baton_holder' AND ended_at IS NULL AND state = 'active' ORDER BY 1",
        cast.person(key).id,
    )
    return f"/logger/{rows[0][0]}/"


def stored_measures(site, child):
    """What the measures of a child's log say."""
    log = site.log_of(child).split("/")[2]
    return {row[0] for row in site.ask("SELECT description FROM relay_log_measure WHERE log_id = %s", log)}
