"""The ASGI application that serves the streams: what is asked for, and the life of the process.

Whatever a visitor may not have, also without a login, is 404 with no hint that it exists.
"""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings

from stafett.kernel.safe_headers import EVERY_ANSWER, NOTHING, OVER_TLS
from stafett.live import asking, origin, stopping, stream
from stafett.live.asking import Asked
from stafett.live.hub import Hub, Listener
from stafett.live.visit import Newest, NotNow, Seen, Visit, look

THREADS = 2  # for each of the two lines; each thread has a connection to the database

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]


class Application:
    """Serves `/health/live` and, for each source, `<folder><id>?sett=<number>`.

    In: the hub, and the sources by folder: `{"/hendelser/logger/": newest}`, each a `Newest`.
    """

    def __init__(self, hub: Hub, sources: Mapping[str, Newest]) -> None:
        self._hub, self._sources = hub, sources
        self._is_closed = False
        self._for_news = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="news")
        self._for_rest = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="rest")

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """One request, or the life of the process."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/health/live":
            await _answer(send, 200, [], b"ok")
        elif scope["type"] == "http":
            await self._serve(asking.read(scope), receive, send)

    def close(self) -> None:
        """End every stream, and take back the questions that wait their turn."""
        self._is_closed = True
        self._hub.close()
        for line in (self._for_news, self._for_rest):
            line.shutdown(wait=False, cancel_futures=True)

    async def _serve(self, asked: Asked, receive: Receive, send: Send) -> None:
        newest, token = self._sources.get(asked.folder), asked.cookies.get(settings.LOGIN_COOKIE)
        if not origin.is_ours(asked.origin, asked.host):
            await _answer(send, 404, [])
        elif asked.method != "GET" or not (newest and token and asked.thing_id and asked.since is not None):
            await _answer(send, 404, _sharing(asked))
        else:
            await self._open(Visit(token, asked.thing_id, asked.since, newest), asked, receive, send)

    async def _open(self, visit: Visit, asked: Asked, receive: Receive, send: Send) -> None:
        """Join first and look then, so that nothing falls in between."""
        listener = self._hub.join(visit.thing_id)
        look_anew = functools.partial(self._look, visit)
        try:
            seen = await look_anew(visit.since)
            if seen is None:
                await _answer(send, 404, _sharing(asked))
                return
            listener.actor_id = seen.actor.person_id
            await _start(send, 200, _stream_headers(asked))
            told = stream.Stream(listener, look=look_anew, say=functools.partial(_send_part, send))
            await _while_there(told.tell(seen, since=visit.since), receive, listener)
            await _end(send)
        except NotNow:  # an empty stream, so that the browser comes back by itself; at an error it would not
            await _answer(send, 200, _stream_headers(asked), stream.opening())
        finally:
            self._hub.leave(listener)

    async def _look(self, visit: Visit, since: int, *, is_news: bool = False) -> Seen | None:
        """Two lines, so that news never waits behind all the pages where nothing has happened."""
        if self._is_closed:
            raise NotNow
        line = self._for_news if is_news else self._for_rest
        try:
            return await asyncio.get_running_loop().run_in_executor(line, look, visit, since)
        except asyncio.CancelledError:
            if self._is_closed:  # the question was taken back, not the stream
                raise NotNow from None
            raise

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        stopping.take_signals(self.close, is_done=self._hub.is_empty)
        listening = asyncio.create_task(self._hub.run())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.close()
        listening.cancel()
        await send({"type": "lifespan.shutdown.complete"})


async def _while_there(telling: Awaitable[None], receive: Receive, listener: Listener) -> None:
    watching = asyncio.create_task(_watch(receive, listener))
    try:
        await telling
    finally:
        watching.cancel()


async def _watch(receive: Receive, listener: Listener) -> None:
    """Finish when the page is closed."""
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.finish()


def _stream_headers(asked: Asked) -> Headers:
    return [
        (b"content-type", b"text/event-stream; charset=utf-8"),
        (b"x-accel-buffering", b"no"),  # nginx would hold events back until it has a page full
        *_sharing(asked),
    ]


def _sharing(asked: Asked) -> Headers:
    """Let the page of our own host that asked read the answer, with its cookie."""
    if not asked.origin:
        return []
    return [
        (b"access-control-allow-origin", asked.origin.encode("latin-1")),
        (b"access-control-allow-credentials", b"true"),
    ]


async def _answer(send: Send, status: int, headers: Headers, body: bytes = b"") -> None:
    await _start(send, status, headers)
    await send({"type": "http.response.body", "body": body})


async def _start(send: Send, status: int, headers: Headers) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [*_always(), *headers]})


def _always() -> Headers:
    safe = EVERY_ANSWER | (OVER_TLS if settings.BEHIND_TLS else {}) | {"Content-Security-Policy": NOTHING}
    rest = {"Cache-Control": "no-store", "Vary": "Origin"}
    return [(name.lower().encode(), value.encode()) for name, value in {**safe, **rest}.items()]


async def _send_part(send: Send, part: bytes) -> None:
    await send({"type": "http.response.body", "body": part, "more_body": True})


async def _end(send: Send) -> None:
    await send({"type": "http.response.body", "body": b"", "more_body": False})
