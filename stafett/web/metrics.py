"""What an operator's monitoring reads: counts and ages, in Prometheus' text format. No names, no municipality, no content.

Written to a file that a collector picks up, so that no address is open to ask them of (docs/operations.md).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from stafett import __version__
from stafett.messages import queries as messages
from stafett.register.directory import municipality_ids
from stafett.register.tenancy import within

_JOBS = """
SELECT status::text, count(*) FROM procrastinate_jobs GROUP BY status
"""
_OLDEST = """
SELECT coalesce(extract(epoch FROM now() - min(e.at)), 0)
FROM procrastinate_jobs j JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred'
WHERE j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())
"""
_SIZE = "SELECT pg_database_size(current_database())"
_TRAIL = "SELECT coalesce(sum(number), 0) FROM audit_head"  # of one municipality at a time: it is fenced

_LOG = """
SELECT failed_count, extract(epoch FROM now() - coalesce(last_archived_time, stats_reset, now())) FROM pg_stat_archiver
WHERE current_setting('archive_mode') <> 'off'
"""


@dataclass(frozen=True)
class Measure:
    """One number: its name, what it says, and labels with fixed words."""

    name: str
    says: str
    value: float
    labels: tuple[tuple[str, str], ...] = ()

    def line(self) -> str:
        """As Prometheus reads it."""
        labels = ",".join(f'{name}="{value}"' for name, value in self.labels)
        return f"{self.name}{{{labels}}} {self.value:g}" if labels else f"{self.name} {self.value:g}"


def measures() -> Iterator[Measure]:
    """Every number, asked anew. Queries: four, and two for each municipality."""
    yield Measure("stafett_info", "The version that answers.", 1, (("version", __version__),))
    for status, count in _rows(_JOBS):
        yield Measure("stafett_jobs", "Background jobs by state.", count, (("state", status),))
    yield Measure(
        "stafett_job_wait_seconds", "Age of the oldest job that should have begun.", _number(_OLDEST)
    )
    pointers, trail_rows = _of_all_municipalities()
    for state, count in sorted(pointers.items()):
        yield Measure("stafett_pointers", "E-mails and SMS by state.", count, (("state", state),))
    yield Measure("stafett_trail_rows", "Rows in the trail, all municipalities.", trail_rows)
    yield Measure("stafett_database_bytes", "Size of the database.", _number(_SIZE))
    for failures, age in _rows(_LOG):
        yield Measure("stafett_log_archive_failures", "Times the log could not be archived.", float(failures))
        yield Measure("stafett_log_archive_age_seconds", "Since the log was last archived.", float(age))


def text(found: Iterator[Measure]) -> str:
    """The numbers as one text, with a line on what each name says."""
    lines, told = [], set()
    for measure in found:
        if measure.name not in told:
            told.add(measure.name)
            lines += [f"# HELP {measure.name} {measure.says}", f"# TYPE {measure.name} gauge"]
        lines.append(measure.line())
    return "\n".join(lines) + "\n"


def _of_all_municipalities() -> tuple[Counter[str], float]:
    """E-mails and SMS by state, and rows in the trail."""
    pointers, rows = Counter[str](), 0.0
    for place in municipality_ids():
        with within(place):
            pointers.update(messages.pointers_by_state())
            rows += _number(_TRAIL)
    return pointers, rows


def _number(query: str) -> float:
    [(value,)] = _rows(query)
    return float(value)


def _rows(query: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()
