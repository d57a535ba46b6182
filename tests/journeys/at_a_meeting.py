"""How people hold a meeting on the site: invite, begin, write, read along, confirm. Counts what the holder presses."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from stafett.kernel import clock
from tests.journeys.browsing import choose, control, follow, press

TOGETHER = 15_000  # milliseconds; a busy machine fails no journey
# S003-64
CONCERN, GOAL = "Leseflyten er lav", "Leser 80 ord i minuttet."
VIEW = "Jeg vil lese like fort som de andre."
GUIDED, DAILY = "Veiledet lesing i gruppe to ganger i uken", "Lesekvarter i gruppe hver dag"
HOME, OWN = "Leser ti minutter hjemme med en voksen hver dag", "Trener fem minutter i leseappen hver dag"
FACTOR = "Det er mye uro i lesetimen"


class Hand:
    """The holder's hand on a page: presses are counted, typing is not."""

    def __init__(self, page: Page):
        self.page, self.presses = page, 0

    def press(self, name):
        self.presses += 1
        press(self.page, name)

    def follow(self, name):
        self.presses += 1
        follow(self.page, name)

    def choose(self, question, *answers):
        self.presses += len(answers)
        choose(self.page, question, *answers)

    def select(self, question, answer):
        self.presses += 1
        control(self.page, question).select_option(label=answer)

    def type(self, question, words, nth=0):
        control(self.page, question).nth(nth).fill(words)

    def next(self):
        self.press("Neste")


def invite(hand: Hand, *, others=(), kind="Første møte om en oppmerksomhet"):
    """From the log: a meeting in a week with those suggested and these others. Ends on the page about it."""
    hand.follow("Nytt møte")
    hand.choose("Hva slags møte er det?", kind)
    hand.type("Hvor?", "Grupperommet")
    if others:
        hand.choose("Hvem inviterer du?", *others)
    hand.press("Inviter")


def begin(hand: Hand):
    """Open the meeting that the page is about, with everyone there. Ends on the first step."""
    hand.follow("Start møtet")
    hand.press("Start møtet")


def meeting_of(page: Page) -> str:
    """The path of the meeting that a page of it is about."""
    return "/moter/" + page.url.split("/moter/")[1].split("/")[0] + "/"


def read_along(page: Page, meeting: str):
    """Follow the meeting on one's own screen."""
    page.goto(f"{meeting}na/")


def grows(page: Page, words: str):
    """These words come up without anybody loading the page anew."""
    expect(page.get_by_text(words).first).to_be_visible(timeout=TOGETHER)


def say_yes(page: Page):
    """Confirm on one's own device."""
    choose(page, "Stemmer det som står?", "Ja, dette er det vi ble enige om")
    press(page, "Send svaret")


def ahead(days: int) -> str:
    """A day so many days from now, as a date field takes it."""
    return (clock.now() + timedelta(days=days)).date().isoformat()
