"""One stream by itself: when it looks, what it says, when it ends. The database is played by a list of answers."""

import asyncio
from types import SimpleNamespace

import pytest

from stafett.kernel.ids import new_id
from stafett.live import stream
from stafett.live.hub import Listener
from stafett.live.stream import Stream
from stafett.live.visit import NotNow, Seen

ACTOR = SimpleNamespace(person_id=new_id())


@pytest.fixture(autouse=True)
def short_waits(monkeypatch):
    """Seconds become milliseconds."""
    for name in ("PING", "BREATH", "AFTER_FAULT"):
        monkeypatch.setattr(stream, name, getattr(stream, name) / 1000)


class Page:
    """A page with its stream. `answers` are what each look finds: a number, None, or NotNow; the last one lasts."""

    def __init__(self, *answers):
        self.listener, self.said, self.asked = Listener(new_id()), [], []
        self._answers = list(answers)

    async def look(self, since, *, is_news):
        self.asked.append((since, is_news))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if answer is NotNow:
            raise NotNow
        return None if answer is None else Seen(ACTOR, max(answer, since))

    async def say(self, words):
        self.said.append(words)

    async def follow(self, first, *, since, then):
        """Run the stream beside `then(page)`, which plays the world; the stream must end within the time."""
        told = Stream(self.listener, look=self.look, say=self.say).tell(Seen(ACTOR, first), since=since)
        async with asyncio.timeout(20):
            await asyncio.gather(told, then(self))

    def events(self):
        """The numbers of the events said."""
        return [int(words.split()[1]) for words in self.said if words.startswith(b"id:")]


async def _until(condition):
    while not condition():
        await asyncio.sleep(0.001)


async def _nothing(page):
    """The world stands still."""


def test_it_opens_with_how_long_to_wait_before_coming_back():
    page = Page(None)

    asyncio.run(page.follow(5, since=5, then=_nothing))

    assert [words.split(b":")[0] for words in page.said] == [b"retry"]


def test_what_the_page_has_not_seen_is_said_first():
    page = Page(None)

    asyncio.run(page.follow(6, since=5, then=_nothing))

    assert page.said[1] == f"id: 6\nevent: changed\ndata: {page.listener.thing_id}\n\n".encode()


def test_a_quiet_stream_looks_before_each_ping():
    page = Page(5, 5, None)

    asyncio.run(page.follow(5, since=5, then=_nothing))

    assert page.said[1:] == [b":\n\n", b":\n\n"]
    assert page.asked == [(5, False)] * 3


def test_news_that_is_not_for_this_page_is_passed_over_in_silence():
    async def stir(page):
        page.listener.stir()
        await _until(lambda: page.asked)

    page = Page(5, None)
    asyncio.run(page.follow(5, since=5, then=stir))

    assert page.asked[0] == (5, True)
    assert page.events() == []


def test_many_acts_at_once_are_one_look_and_one_event():
    async def storm(page):
        for _each in range(1000):
            page.listener.stir()
        await _until(page.events)

    page = Page(9, None)
    asyncio.run(page.follow(5, since=5, then=storm))

    assert page.events() == [9]
    assert [is_news for _since, is_news in page.asked].count(True) == 1


def test_news_is_kept_until_the_database_can_be_asked():
    async def stir(page):
        page.listener.stir()
        await _until(page.events)

    page = Page(NotNow, NotNow, 7, None)
    asyncio.run(page.follow(5, since=5, then=stir))

    assert page.asked[:3] == [(5, True)] * 3
    assert page.events() == [7]


def test_it_ends_when_the_page_is_left_also_while_the_database_is_away():
    async def leave(page):
        await _until(lambda: page.asked)
        page.listener.finish()

    page = Page(NotNow)
    asyncio.run(page.follow(5, since=5, then=leave))

    assert page.events() == []


def test_it_never_says_more_than_ids():
    page = Page(8, 9, None)

    asyncio.run(page.follow(6, since=5, then=_nothing))

    assert page.events() == [6, 8, 9]
    assert {words.count(b"\n") for words in page.said} <= {2, 4}
