"""One open stream: waits, asks whether it may tell, tells that something is new, and ends when it may not."""

import asyncio
import random
from collections.abc import Awaitable, Callable

from stafett.live.hub import Listener
from stafett.live.visit import NotNow, Seen

PING = 20.0  # seconds of silence that proxies and browsers bear
BREATH = 0.5  # seconds between two looks for the same page, however much happens
AFTER_FAULT = 2.0

Look = Callable[..., Awaitable[Seen | None]]
Say = Callable[[bytes], Awaitable[None]]


class Stream:
    """Tells one page of changes.

    In: its `listener`; `look(since, is_news=)`, which asks the database anew and may raise NotNow; `say`, which
    sends bytes to the page.
    """

    def __init__(self, listener: Listener, *, look: Look, say: Say) -> None:
        self._listener, self._look, self._say_bytes = listener, look, say
        self._looked_at = self._said_at = asyncio.get_running_loop().time()

    async def tell(self, seen: Seen | None, *, since: int) -> None:
        """Go on until the page is closed or may no longer be told. `since` is the number the page has come to."""
        await self._say(opening())
        self._said_at -= random.uniform(0, PING / 2)  # noqa: S311 - pages opened together should not ask together
        while seen is not None and not self._listener.is_done:
            if seen.newest > since:
                since = seen.newest
                await self._say(changed(self._listener.thing_id, since))
            elif self._silence() >= PING:
                await self._say(b":\n\n")
            seen = await self._next(seen, since)

    async def _next(self, seen: Seen, since: int) -> Seen | None:
        """What is seen when there is reason to look. Without a database nothing is known, so nothing is told."""
        await self._wait(PING - self._silence())
        while not self._listener.is_done:
            self._looked_at = asyncio.get_running_loop().time()
            is_news, self._listener.has_news = self._listener.has_news, False
            try:
                return await self._look(since, is_news=is_news)
            except NotNow:
                self._listener.has_news = is_news
                await self._wait(AFTER_FAULT)
        return seen

    async def _wait(self, seconds: float) -> None:
        """Until woken, at most so long; then until a look is due. Whatever happens meanwhile that look will see."""
        loop, wake = asyncio.get_running_loop(), self._listener.wake
        timer = loop.call_later(max(seconds, 0), wake.set)
        await wake.wait()
        timer.cancel()
        if not self._listener.is_done:
            await asyncio.sleep(self._looked_at + BREATH - loop.time())
        wake.clear()

    async def _say(self, words: bytes) -> None:
        self._said_at = asyncio.get_running_loop().time()
        await self._say_bytes(words)

    def _silence(self) -> float:
        return asyncio.get_running_loop().time() - self._said_at


def opening() -> bytes:
    """How long the browser waits (ms) before it comes back by itself; spread, for they may all come at once."""
    return b"retry: %d\n\n" % random.randint(2_000, 6_000)  # noqa: S311 - spreads load, guards nothing


def changed(thing_id: object, number: int) -> bytes:
    """The one event: which thing, and how far it has come (the browser gives that back as Last-Event-ID)."""
    return f"id: {number}\nevent: changed\ndata: {thing_id}\n\n".encode()
