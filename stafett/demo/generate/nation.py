"""The whole plan: one municipality after the other, several at a time, each in a transaction of its own."""

import threading
from collections.abc import Callable, Sequence
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
        self._stopped.set()

    def count(self, rows: int) -> None:
        if self._stopped.is_set():
            raise Stopped
        with self._lock:
            self.rows += rows
            self._on_rows(rows)

    def finish_one(self) -> None:
        with self._lock:
            self._on_municipality()


def is_there(plan: Plan) -> bool:
    """Whether the plan's largest municipality has been generated before."""
    marks = plan.shares()[0].marks
    return Municipality.objects.using(ALIAS).filter(pk=marks.municipality).exists()


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
    the same as they would be among all. While one thread writes, another waits for the database.
    """
    progress = progress or Progress()
    shares = [share for share in plan.shares() if only is None or share.index in only]
    pool = ThreadPoolExecutor(threads)
    try:
        futures = [pool.submit(_make, share, today, progress) for share in shares]
        for future in wait(futures, return_when=FIRST_EXCEPTION).done:
            future.result()
    except BaseException:
        progress.stop()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    settle()
    return progress.rows


def _make(share: Share, today: date, progress: Progress) -> None:
    try:
        _make_municipality(share, today, progress)
    finally:
        connections[ALIAS].close()  # each thread has a connection of its own
    progress.finish_one()


def _make_municipality(share: Share, today: date, progress: Progress) -> None:
    municipality_id = share.marks.municipality
    with within(municipality_id, (*REGISTER, *LOGS)):
        _municipality(share).save(using=ALIAS, force_insert=True)
        load = Loader(municipality_id, progress.count)
        trail = write_rows(load, share, today)
        load.flush()
    for start in range(0, len(trail), ENTRIES_AT_ONCE):
        with within(municipality_id, (ENTRY,)):
            load = Loader(municipality_id, progress.count)
            for row in trail[start : start + ENTRIES_AT_ONCE]:
                load.add(ENTRY, *row)
            load.flush()


def write_rows(load: Rows, share: Share, today: date) -> list[tuple]:
    """Everything in one municipality but its trail, which is returned in the order things happened."""
    draw = Draw(share.seed, share.index, today)
    trail: list[tuple] = []
    place = town.build(load, draw, share)
    for child in families.settle_families(load, draw, share, place):
        Log(load, draw, place, child, share=share, trail=trail).write()
    return sorted(trail, key=lambda row: row[1])


def _municipality(share: Share) -> Municipality:
    name = names.municipality_name(share.index)
    slug = f"{''.join(c if c.isalnum() else '-' for c in sort_key(name))[:30]}-{share.seed}-{share.index}"
    return Municipality(pk=share.marks.municipality, name=name, slug=slug)
