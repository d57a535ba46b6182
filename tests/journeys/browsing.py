"""How people use the site: windows, logging in, and the words they press, follow and fill in.

Things are found the way people find them, by the words they are known by; never by class names.
"""

import re

from playwright.sync_api import Page, expect

from stafett.demo import cast
from tests import confidential

PHONE, LAPTOP = 360, 1280
HEIGHTS = {PHONE: 740, LAPTOP: 900}
PATIENCE = 5_000  # milliseconds
# A form answered with 422 or a page with 404 is what some journeys ask for; the browser reports it all the same.
REFUSED_PAGE = re.compile(
    r"^Failed to load resource: the server responded with a status of (403|404|409|422)"
)


class Windows:
    """Browser windows, each as alone as another person's machine, and what went wrong in them."""

    def __init__(self, browser):
        self._browser, self._contexts, self.faults = browser, [], []

    def open(self, site, key=None, *, width=LAPTOP, javascript=True, locale="nb-NO", **options) -> Page:
        """A window on the site; logged in when `key` names a person of the cast."""
        context = self._browser.new_context(
            base_url=site.address, viewport={"width": width, "height": HEIGHTS.get(width, 900)}, locale=locale,
            java_script_enabled=javascript, timezone_id="Europe/Oslo", **options,
        )  # fmt: skip
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("console", self._heard)
        context.on("request", lambda request: confidential.hear("address in the browser", request.url))
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        page = context.new_page()
        if key:
            log_in(page, key)
        return page

    def shut(self) -> None:
        """Shut them all."""
        while self._contexts:
            self._contexts.pop().close()

    def close(self) -> list[str]:
        """Shut them all; what went wrong, as sentences."""
        self.shut()
        return self.faults

    def _heard(self, message):
        is_asked_for = REFUSED_PAGE.match(message.text) and "/static/" not in message.location["url"]
        if message.type in ("error", "warning") and not is_asked_for:
            self.faults.append(f"{message.text} ({message.location['url']})")


def log_in(page: Page, key: str) -> None:
    """Become a person of the cast on the demo's login page."""
    page.goto("/logg-inn/")
    button = page.get_by_role("button", name=cast.person(key).name)
    button.click()
    expect(button).not_to_be_attached()


def press(page, name: str) -> None:
    """Press the button with these words."""
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name: str) -> None:
    """Follow the link with these words."""
    page.get_by_role("link", name=name, exact=True).click()


def unfold(page, summary: str) -> None:
    """Open the fold-out part whose summary holds these words."""
    page.locator("summary").get_by_text(summary).click()


def answer(page, question: str, words: str) -> None:
    """Fill in a text or a date (as 2026-09-03)."""
    control(page, question).fill(words)


def choose(page, question: str, *answers: str) -> None:
    """Tick answers to a question with several."""
    group = page.get_by_role("group", name=_asked(question))
    for words in answers:
        group.get_by_label(words, exact=True).check()


def untick(page, question: str, *answers: str) -> None:
    """Take ticks away."""
    group = page.get_by_role("group", name=_asked(question))
    for words in answers:
        group.get_by_label(words, exact=True).uncheck()


def control(page, question: str):
    """The control that a question names."""
    return page.get_by_label(_asked(question))


def see(page, *words: str) -> None:
    """These words can be seen on the page."""
    for each in words:
        expect(page.get_by_role("main").get_by_text(each).first).to_be_visible()


def see_heading(page, words: str) -> None:
    """The page is about this."""
    expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()


def not_see(page, *words: str) -> None:
    """These words are nowhere on the page."""
    for each in words:
        expect(page.get_by_text(each)).to_have_count(0)


def _asked(question):
    return re.compile(rf"^\s*{re.escape(question)}\s*(\((valgfritt|valfritt|optional)\))?\s*$")
