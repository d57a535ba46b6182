"""The whole plan: several municipalities at a time, each in a transaction of its own; then their trails."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from datetime import date

from django.db import connections

from stafett.demo.generate import families, names, town
from stafett.demo.generate.draw import Draw
from stafett.demo.generate.loading import ALIAS, ENTRIES_AT_ONCE, Loader, Rows, settle, within
from stafett.demo.generate.logs import Log
from stafett.demo.generate.sizes import Plan, Share
from stafett.demo.generate.tables import ENTRY, LOGS, REGISTER
from stafett.kernel.sort_key import sort_key
from stafett.register.models import Municipality

LOGS_IN_A_WAVE = 30_000  # their trails wait in memory: about 200 MB


class Stopped(Exception):
    """Somebody wants to stop: what is under way is rolled back."""


class Progress:
    """Hears how it goes, from several threads. Raises Stopped out of the work when `stop` has been called."""

    def __init__(
        self,
        on_rows: Callable[[int], None] = lambda rows: None,
        on_municipality: Callable[[], None] = lambda: None,
    ) -> None:
        self._on_rows, self._on_municipality = on_rows, on_municipality
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self.rows = 0

    def stop(self) -> None:
        """Have every thread stop at its next step."""
        self._stopped.set()

    def count(self, rows: int) -> None:
        """So many rows have gone in."""
        if self._stopped.is_set():
            raise Stopped
        with self._lock:
            self.rows += rows
            self._on_rows(rows)

    def finish_one(self) -> None:
        """A municipality is whole."""
        with self._lock:
            self._on_municipality()


def is_there(plan: Plan) -> bool:
    """Whether any of the plan's municipalities has been generated before."""
    made = [share.marks.municipality for share in plan.shares()]
    return Municipality.objects.using(ALIAS).filter(pk__in=made).exists()


def generate(
    plan: Plan,
    *,
    today: date,
    progress: Progress | None = None,
    threads: int = 1,
    only: Sequence[int] | None = None,
) -> int:
    """Fill the database; returns the number of rows. The owner's connection is used.

    `today` is the day the logs are looked at; `only` are indexes of municipalities to make out of the plan,
    the same as they would be among all. While one thread waits for the database, another makes rows.

    Trails are written when no long transaction is under way: the database cannot clear away former versions of a
    chain's head while one is, and finding the newest of many takes its time.
    """
    progress = progress or Progress()
    shares = [share for share in plan.shares() if only is None or share.index in only]
    pool = ThreadPoolExecutor(threads)
    try:
        for wave in waves(shares):
            trails = _all(pool.submit(_write_municipality, share, today, progress) for share in wave)
            pairs = zip(wave, trails, strict=True)
            _all(pool.submit(_write_trail, share, trail, progress) for share, trail in pairs)
    except BaseException:
        progress.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    settle()
    return progress.rows


def waves(shares: Sequence[Share]) -> Iterator[list[Share]]:
    """The shares in order, in groups whose logs fit in memory together."""
    wave: list[Share] = []
    for share in shares:
        if wave and sum(each.logs for each in wave) + share.logs > LOGS_IN_A_WAVE:
            yield wave
            wave = []
        wave.append(share)
    if wave:
        yield wave


def write_rows(load: Rows, share: Share, today: date) -> list[tuple]:
    """Everything in one municipality but its trail, which is returned in the order things happened."""
    draw = Draw(share.seed, share.index, today)
    trail: list[tuple] = []
    place = town.build(load, draw, share)
    for child in families.settle_families(load, draw, share, place):
        Log(load, draw, place, child, share=share, trail=trail).write()
    return sorted(trail, key=lambda row: row[1])


def _all(futures) -> list:
    """What each gives, in order, when all are done; the first fault, as soon as there is one."""
    futures = list(futures)
    for future in wait(futures, return_when=FIRST_EXCEPTION).done:
        future.result()
    return [future.result() for future in futures]


def _write_municipality(share: Share, today: date, progress: Progress) -> list[tuple]:
    """All but the trail, in one transaction; gives the trail."""
    try:
        with within(share.marks.municipality, (*REGISTER, *LOGS)):
            _municipality(share).save(using=ALIAS, force_insert=True)
            load = Loader(share.marks.municipality, progress.count)
            trail = write_rows(load, share, today)
            load.flush()
        return trail
    finally:
        connections[ALIAS].close()  # each thread has a connection of its own


def _write_trail(share: Share, trail: list[tuple], progress: Progress) -> None:
    try:
        for start in range(0, len(trail), ENTRIES_AT_ONCE):
            with within(share.marks.municipality, (ENTRY,)):
                load = Loader(share.marks.municipality, progress.count)
                for row in trail[start : start + ENTRIES_AT_ONCE]:
                    load.add(ENTRY, *row)
                load.flush()
    finally:
        connections[ALIAS].close()
    progress.finish_one()


def _municipality(share: Share) -> Municipality:
    name = names.municipality_name(share.index)
    slug = f"{''.join(c if c.isalnum() else '-' for c in sort_key(name))[:25]}-{share.seed}-{share.index}"
    return Municipality(pk=share.marks.municipality, name=name, slug=slug)
