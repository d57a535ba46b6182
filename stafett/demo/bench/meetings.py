"""How soon everybody in a meeting sees that something is written, with many meetings going on at once, and what the
process that tells them weighs meanwhile. No browser: the rest of the way is one fetch of a page."""

import asyncio
import itertools
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles
from typing import Protocol
from uuid import UUID

from django.core.management.base import CommandError
from django.db import connection

from stafett.demo.bench import server
from stafett.demo.bench.listening import Follower, following, make_room
from stafett.register.actor import Actor
from stafett.register.tenancy import within

LISTENERS = 4  # in each meeting
RATE = 50.0  # fields saved a second, over all the meetings
WRITERS = 4  # threads; each has its own meetings, so that nobody writes over another
SETTLE = 20.0  # seconds at most, from the last word until it is lost
TICK = 0.05
WORDS = "Jeg vil lese like fort som de andre, og jeg vil ha en venn ved siden av meg."
_times = itertools.count(1)  # the same words twice are written once


class Sitting(Protocol):
    """A meeting under way: who writes in it next, a login for each who follows, and how words are saved there."""

    municipality: UUID
    folder: str

    @property
    def meeting(self): ...
    @property
    def writer(self) -> Actor: ...
    @property
    def tokens(self) -> Sequence[str]: ...
    def save(self, words: str) -> int: ...


@dataclass(frozen=True)
class Writing:
    """A field that was saved: in which meeting, its number in the trail, and when it was about to be committed."""

    meeting_id: UUID
    number: int
    at: float  # on the monotonic clock


def measure(
    sittings: Sequence[Sitting],
    *,
    port: int,
    group: int,
    seconds: float,
    rate: float = RATE,
    say: Callable[[str], None],
) -> dict:
    """Follow every meeting with all its logins, write for so many seconds, and see who has heard of what.

    In: where the event process answers, and its process group. Out: what goes into the JSON. `lost` are updates that
    somebody was not told of in the end; `reopened` how often a stream ended and was opened again. Raises CommandError
    when there are no meetings, or more streams than the machine allows.
    """
    if not sittings:
        raise CommandError("No generated log can hold a meeting. Choose more --logs.")
    followers = [
        Follower(port, each.meeting.pk, token, folder=each.folder)
        for each in sittings
        for token in each.tokens
    ]
    make_room(len(followers))
    memory = {"before": server.resident_bytes(group)}
    say(f"{len(followers):,} streams from {len(sittings):,} meetings")
    found = asyncio.run(_measure(followers, sittings, memory, group, seconds=seconds, rate=rate))
    return {"meetings": len(sittings), "streams": len(followers), **found, "memory": memory}


async def _measure(followers, sittings, memory, group, *, seconds, rate) -> dict:
    began = time.monotonic()
    async with following(followers):
        opening = time.monotonic() - began
        memory["open"] = server.resident_bytes(group)
        writings = await asyncio.to_thread(write, sittings, rate=rate, seconds=seconds)
        await _settle(followers, writings)
        memory["after"] = server.resident_bytes(group)
    reopened = sum(follower.times_reopened for follower in followers)
    return {
        "opening_seconds": opening,
        "reopened": reopened,
        **_pace(writings),
        **numbers(followers, writings),
    }


def write(sittings: Sequence[Sitting], *, rate: float, seconds: float) -> list[Writing]:
    """Save words in one meeting after another, drawn by chance, at a steady rate; slower when the database is."""
    shares = [sittings[first::WRITERS] for first in range(min(WRITERS, len(sittings)))]
    with ThreadPoolExecutor(len(shares)) as pool:
        jobs = [
            pool.submit(_write_some, share, rate / len(shares), seconds=seconds, seed=seed, wait=seed / rate)
            for seed, share in enumerate(shares)
        ]
        return [writing for job in jobs for writing in job.result()]


def numbers(followers: Iterable[Follower], writings: Sequence[Writing]) -> dict:
    """How long each follower of a meeting waited for each thing written there, and how many were never told.

    Two things told of at once are one event with the higher number: it counts for both.
    """
    heard = _by_meeting(followers)
    waits = [_wait(writing, events) for writing in writings for events in heard.get(writing.meeting_id, ())]
    told = sorted(1000 * wait for wait in waits if wait is not None)
    parts = quantiles(told, n=100, method="inclusive") if len(told) > 1 else (told or [0.0]) * 99
    return {
        "p50_ms": median(told) if told else 0.0, "p95_ms": parts[94], "p99_ms": parts[98],
        "longest_ms": told[-1] if told else 0.0, "told": len(told), "lost": len(waits) - len(told),
    }  # fmt: skip


def _by_meeting(followers):
    heard: dict[UUID, list[list[tuple[int, float]]]] = {}
    for follower in followers:
        heard.setdefault(follower.meeting_id, []).append(follower.heard)
    return heard


def _wait(writing: Writing, events: list[tuple[int, float]]) -> float | None:
    """Seconds until the first event that had come so far; None when there was none."""
    place = bisect_left(events, (writing.number,))
    return events[place][1] - writing.at if place < len(events) else None


def _pace(writings: Sequence[Writing]) -> dict:
    moments = [writing.at for writing in writings]
    lasted = max(moments) - min(moments)
    return {"written": len(writings), "per_second": (len(writings) - 1) / lasted if lasted else 0.0}


def _write_some(
    sittings: Sequence[Sitting], rate: float, *, seconds: float, seed: int, wait: float
) -> list[Writing]:
    """One thread's part; it waits a little first, so that the threads do not write all at once."""
    chance = Random(seed)  # noqa: S311 - which meeting is next, no secret
    began, written = time.monotonic() + wait, []
    try:
        for turn in range(max(1, round(rate * seconds))):
            time.sleep(max(0.0, began + turn / rate - time.monotonic()))
            if written and time.monotonic() - began > seconds:
                break
            written.append(_save(chance.choice(sittings)))
        return written
    finally:
        connection.close()  # the thread's own


def _save(sitting: Sitting) -> Writing:
    """Save a field as its page does. The clock is read before the commit, so what that takes counts too."""
    with within(sitting.municipality, actor_id=sitting.writer.person_id):
        number = sitting.save(f"{WORDS} {next(_times)}")
        return Writing(sitting.meeting.pk, number, time.monotonic())


async def _settle(followers: Sequence[Follower], writings: Sequence[Writing]) -> None:
    """Wait until everybody has heard of the last thing in their meeting, at most so long."""
    last: dict[UUID, int] = {}
    for writing in writings:
        last[writing.meeting_id] = max(writing.number, last.get(writing.meeting_id, 0))
    deadline = time.monotonic() + SETTLE
    while time.monotonic() < deadline and any(f.last < last.get(f.meeting_id, 0) for f in followers):
        await asyncio.sleep(TICK)
