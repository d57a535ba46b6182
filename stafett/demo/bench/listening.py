"""Open pages of meetings as the event process sees them: many streams in one process, each with a login of its own."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from uuid import UUID

from django.conf import settings
from django.core.management.base import CommandError

from stafett.demo.bench.pages import WrongAnswer
from stafett.demo.bench.server import HOST

AT_ONCE = 64  # streams that are being opened; more would only wait in line
SPARE_FILES = 200
PATIENCE = 60.0  # seconds for a stream to open
FOLDER = "/hendelser/moter/"


class Follower:
    """One page that follows a meeting. `heard` is every event: (number, moment on the monotonic clock). `folder`: the
    first part of the address that tells of such meetings."""

    def __init__(self, port: int, meeting_id: UUID, token: str, *, folder: str = FOLDER) -> None:
        self.meeting_id = meeting_id
        self.heard: list[tuple[int, float]] = []
        self.times_reopened = 0
        self._port, self._token, self._folder = port, token, folder
        self._pause = 0.0
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    @property
    def last(self) -> int:
        """How far the page has come: what a browser gives back as Last-Event-ID."""
        return self.heard[-1][0] if self.heard else 0

    async def open(self, gate: asyncio.Semaphore) -> None:
        """Open the stream, and return when it has begun. Raises WrongAnswer when it does not."""
        async with gate, asyncio.timeout(PATIENCE):
            self._reader, self._writer = await asyncio.open_connection(HOST, self._port)
            self._writer.write(self._request())
            status = await self._reader.readline()
            if b" 200 " not in status:
                raise WrongAnswer(f"{self._folder} answered {status.decode('latin-1').strip()!r}, not 200.")
            async for line in self._reader:
                if line.startswith(b"retry: "):
                    self._pause = int(line.split()[1]) / 1000
                    return
        raise WrongAnswer(f"{self._folder} ended before it began.")

    async def listen(self, gate: asyncio.Semaphore) -> None:
        """Hear until cancelled. When the stream ends, come back after the pause it asked for, as browsers do."""
        while True:
            with suppress(ConnectionError):
                await self._hear()
            self.close()
            self.times_reopened += 1
            await asyncio.sleep(self._pause)
            await self.open(gate)

    def close(self) -> None:
        """Leave the page."""
        if self._writer is not None:
            self._writer.close()

    async def _hear(self) -> None:
        assert self._reader is not None  # noqa: S101 - opened first; narrows the type
        async for line in self._reader:
            if line.startswith(b"id: "):
                self.heard.append((int(line[4:]), time.monotonic()))

    def _request(self) -> bytes:
        lines = (
            f"GET {self._folder}{self.meeting_id}?sett={self.last} HTTP/1.1",
            f"Host: {HOST}:{self._port}",
            "Accept: text/event-stream",
            f"Cookie: {settings.LOGIN_COOKIE}={self._token}",
        )
        return "\r\n".join((*lines, "", "")).encode("ascii")


@asynccontextmanager
async def following(followers: Sequence[Follower]) -> AsyncIterator[None]:
    """Every stream open for as long as the block lasts. Raises what went wrong with any of them."""
    gate = asyncio.Semaphore(AT_ONCE)
    tasks: list[asyncio.Task[None]] = []
    try:
        await asyncio.gather(*(follower.open(gate) for follower in followers))
        tasks = [asyncio.create_task(follower.listen(gate)) for follower in followers]
        yield
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        for follower in followers:
            follower.close()
    for fault in ends:
        if isinstance(fault, Exception):
            raise fault


def make_room(streams: int) -> None:
    """Let this process hold so many open files. Raises CommandError when the machine allows fewer."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = streams + SPARE_FILES
    if 0 <= hard < wanted:
        raise CommandError(
            f"{wanted:,} open files are needed, and {hard:,} are allowed. Choose fewer --meetings."
        )
    if 0 <= soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
