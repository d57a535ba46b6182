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
QUERY_LIMITS = {"full_log": 12, "my_logs": 8}


def show(found: dict, console: Console) -> None:
    """Print the tables."""
    console.print(_pages(found))
    console.print(_limits(found))


def save(found: dict, file: Path) -> None:
    """Write the JSON."""
    file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


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
    ]
