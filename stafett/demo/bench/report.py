"""What a bench found, as a table for people and as JSON for machines."""

import json
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from stafett.demo.bench.pages import STATIC

HTML_LIMIT = 60_000
FIRST_VISIT_LIMIT = 150_000
RATIO_LIMIT = 1.2
SEEN_LIMIT_MS = 1_000
QUERY_LIMITS = {"full_log": 12, "my_logs": 8}


def show(found: dict, console: Console) -> None:
    """Print the tables."""
    console.print(_pages(found))
    if "leaders" in found:
        console.print(leaders_table(found["leaders"]))
    if "search" in found:
        console.print(search_table(found["search"]))
    if "meetings" in found:
        console.print(meetings_table(found["meetings"]))
    console.print(_limits(found))


def save(found: dict, file: Path) -> None:
    """Write the JSON."""
    file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def meetings_table(found: dict) -> Table:
    """One line: from saved to seen, and what the process that tells of it weighs."""
    pace = f"{found['per_second']:.0f} fields saved a second"
    headings = ("p50 ms", "p95 ms", "p99 ms", "told", "lost", "MB before", "MB with")
    table = _table(f"{found['meetings']:,} meetings under way; {pace}", "Saved to seen", *headings)
    waits = (f"{found[key]:.0f}" for key in ("p50_ms", "p95_ms", "p99_ms"))
    memory = (f"{found['memory'][key] / 1e6:.0f}" for key in ("before", "after"))
    table.add_row(f"{found['streams']:,} streams", *waits, f"{found['told']:,}", str(found["lost"]), *memory)
    return table


def search_table(found: dict) -> Table:
    """One line: a search among ten thousand pages, and the simplest search there is."""
    table = _table(
        f"{found['questions']} questions in turn", "Search", "p50 ms", "p95 ms", "plain look p95", "× plain"
    )
    times = (f"{found[key]:.1f}" for key in ("p50_ms", "p95_ms", "plain_p95_ms"))
    table.add_row(f"{found['pages']:,} pages", *times, f"{found['times_plain']:.1f}")
    return table


def held_in_meetings(meetings: dict | None) -> list[tuple[str, float, float]]:
    """(what, found, limit) of the meetings, when there were any."""
    if meetings is None:
        return []
    return [
        ("Saved to seen in meetings, p95 ms", round(meetings["p95_ms"]), SEEN_LIMIT_MS),
        ("Updates in meetings that somebody never saw", meetings["lost"], 0),
    ]


def _pages(found: dict) -> Table:
    data = found["data"]
    size = f"{data['municipalities']} municipalities, {data['children']:,} children, {data['logs']:,} logs"
    headings = ("p50 ms", "p95 ms", "a second", "queries", "kB", "× static")
    table = _table(f"{size}; one visitor", "Visit", *headings)
    for key, page in found["pages"].items():
        queries = "" if key == STATIC else str(page["queries"])
        weight, times = f"{page['bytes'] / 1000:.1f}", f"{page['times_static']:.1f}"
        table.add_row(page["name"], *_times(page), queries, weight, times)
    table.add_row("Log, new place each time", *_times(found["others"]))
    return table


def leaders_table(found: dict) -> Table:
    """A line for each of a leader's pages in the largest municipality, counted first."""
    title = f"A leader's pages; counting the municipality took {found['count_seconds']:.1f} s"
    table = _table(title, "Visit", "p50 ms", "p95 ms", "a second", "queries", "kB")
    for page in found["pages"].values():
        table.add_row(page["name"], *_times(page), str(page["queries"]), f"{page['bytes'] / 1000:.1f}")
    return table


def _times(numbers: dict) -> tuple[str, str, str]:
    return f"{numbers['p50_ms']:.1f}", f"{numbers['p95_ms']:.1f}", f"{numbers['per_second']:.0f}"


def _table(title: str, first: str, *others: str) -> Table:
    """A table whose first column is words and whose other columns are numbers."""
    table = Table(title=title, box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(first, no_wrap=True)
    for heading in others:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _limits(found: dict) -> Table:
    table = _table("Held against the limits", "What", "found", "limit", "")
    for what, value, limit in _held(found):
        mark = "[green]✓[/green]" if value <= limit else "[red]✗[/red]"
        table.add_row(what, f"{value:,}", f"{limit:,}", mark)
    return table


def _held(found: dict) -> list[tuple[str, float, float]]:
    pages = found["pages"]
    return [
        *((f"Queries: {pages[k]['name']}", pages[k]["queries"], limit) for k, limit in QUERY_LIMITS.items()),
        ("HTML of the log, bytes", pages["full_log"]["bytes"], HTML_LIMIT),
        ("First visit over the wire, bytes", found["first_visit"]["total"], FIRST_VISIT_LIMIT),
        ("The log among all, to alone in a database", round(found["all_to_one"]["ratio"], 3), RATIO_LIMIT),
        *held_in_meetings(found.get("meetings")),
    ]
