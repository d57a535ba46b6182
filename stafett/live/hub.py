"""Who waits to hear of which thing, and the one database connection that hears for all of them.

Everything here runs in one event loop. What is heard is ids; whether the one who waits may know is asked anew
each time, in `visit`.
"""

import asyncio
import logging
from collections import defaultdict
from uuid import UUID

import psycopg

from stafett.kernel.ids import parse_id

CHANNEL = "stafett_live"
HEARTBEAT = 30.0  # seconds of silence after which the connection is asked whether it is still there
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 5.0

log = logging.getLogger(__name__)


class Listener:
    """One open page. Holds no queue: that something has happened is all there is to remember."""

    __slots__ = ("actor_id", "has_news", "is_done", "thing_id", "wake")

    def __init__(self, thing_id: UUID) -> None:
        self.thing_id = thing_id
        self.actor_id: UUID | None = None  # known when the visit has been checked; own acts wake nobody
        self.wake = asyncio.Event()
        self.has_news = False
        self.is_done = False

    def stir(self) -> None:
        """Something has, or may have, happened."""
        self.has_news = True
        self.wake.set()

    def finish(self) -> None:
        """Let whoever serves this page stop."""
        self.is_done = True
        self.wake.set()


class Hub:
    """Wakes those who follow a thing when something is done with it.

    In: `conninfo`, the address of the database for the app's role.
    """

    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo
        self._listeners: dict[UUID, set[Listener]] = defaultdict(set)
        self._is_closed = False

    def join(self, thing_id: UUID) -> Listener:
        """Begin to follow a thing. End with `leave`. After `close` the listener is done from the start."""
        listener = Listener(thing_id)
        self._listeners[thing_id].add(listener)
        if self._is_closed:
            listener.finish()
        return listener

    def leave(self, listener: Listener) -> None:
        """Follow no more; a thing nobody follows is forgotten."""
        followers = self._listeners[listener.thing_id]
        followers.discard(listener)
        if not followers:
            del self._listeners[listener.thing_id]

    def hear(self, payload: str) -> None:
        """Wake those who follow the thing in "municipality thing actor", except the actor. The actor may lack."""
        _municipality, _space, rest = payload.partition(" ")
        thing, _space, actor = rest.partition(" ")
        thing_id, actor_id = parse_id(thing), parse_id(actor)
        for listener in self._listeners.get(thing_id, ()) if thing_id else ():
            if actor_id is None or listener.actor_id != actor_id:
                listener.stir()

    def wake_all(self) -> None:
        """Let everyone look for themselves: something may have happened while nobody was listening."""
        for followers in self._listeners.values():
            for listener in followers:
                listener.stir()

    def is_empty(self) -> bool:
        """Whether nobody follows anything."""
        return not self._listeners

    def close(self) -> None:
        """Finish everyone, and whoever comes after."""
        self._is_closed = True
        for followers in self._listeners.values():
            for listener in followers:
                listener.finish()

    async def run(self) -> None:
        """Listen until cancelled. A connection that is lost is made again, at growing intervals."""
        pause = FIRST_PAUSE
        while True:
            try:
                async with await self._connect() as link:
                    pause = FIRST_PAUSE
                    self.wake_all()
                    await self._listen(link)
            except Exception as error:  # whatever it was: to listen is what this process is for
                log.warning("not connected to the database (%s); trying again", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _connect(self) -> psycopg.AsyncConnection:
        link = await psycopg.AsyncConnection.connect(
            self._conninfo, autocommit=True, application_name="stafett-live", connect_timeout=10
        )
        await link.execute(f"LISTEN {CHANNEL}")
        return link

    async def _listen(self, link: psycopg.AsyncConnection) -> None:
        while True:
            async for notice in link.notifies(timeout=HEARTBEAT):
                self.hear(notice.payload)
            async with asyncio.timeout(HEARTBEAT):
                await link.execute("SELECT 1")
