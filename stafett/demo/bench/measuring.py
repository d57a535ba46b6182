"""Carrying out visits one after another: how long each takes beside a bare static file, what it asks, and how heavy it is."""

from collections.abc import Callable, Sequence

from stafett.demo.bench.pages import STATIC, Visit
from stafett.demo.bench.timing import WARM_UP, Timing, timed
from stafett.demo.bench.visitors import Visitor
from stafett.demo.bench.weighing import queries_of


def measured(
    visits: Sequence[Visit], visitor: Visitor, *, token: str, seconds: float, say: Callable[[str], None]
) -> dict[str, dict]:
    """Every visit by its key, by one visitor. The static file must be among them: the others are said in times of it.
    `token` is a login for counting queries."""
    pages, warm_up = {}, WARM_UP if seconds else 1  # without time nothing is to be read from the times
    for visit in visits:
        say(visit.name)
        timing = timed(lambda visit=visit: visit.carry_out(visitor), seconds=seconds, warm_up=warm_up)
        pages[visit.key] = {
            "name": visit.name,
            **numbers_of(timing),
            "queries": queries_of(visit, token) if visit.key != STATIC else 0,
            "bytes": len(visit.carry_out(visitor).body),
        }
    limit = pages[STATIC]["p50_ms"]
    for page in pages.values():
        page["times_static"] = page["p50_ms"] / limit
    return pages


def numbers_of(timing: Timing) -> dict:
    """A timing as it goes into the JSON."""
    return {
        "p50_ms": timing.p50_ms,
        "p95_ms": timing.p95_ms,
        "per_second": timing.per_second,
        "visits": len(timing.durations),
    }
