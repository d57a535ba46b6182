"""What a bench found, as a table for people and as JSON for machines."""

import json
from pathlib import Path

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
    table = Table(
        title=f"{data['municipalities']} municipalities, {data['children']:,} children, {data['logs']:,} logs; one visitor"
    )
    for heading in ("Visit", "p50 ms", "p95 ms", "per second", "queries", "bytes", "× static"):
        table.add_column(heading, justify="left" if heading == "Visit" else "right")
    for key, page in found["pages"].items():
        queries = "" if key == STATIC else str(page["queries"])
        table.add_row(
            page["name"], f"{page['p50_ms']:.2f}", f"{page['p95_ms']:.2f}", f"{page['per_second']:.0f}", queries,
            f"{page['bytes']:,}", f"{page['times_static']:.1f}",
        )  # fmt: skip
    return table


def _limits(found: dict) -> Table:
    table = Table(title="Held against the limits")
    for heading in ("What", "found", "limit", ""):
        table.add_column(heading, justify="left" if heading == "What" else "right")
    for what, value, limit in _held(found):
        mark = "[green]✓[/green]" if value <= limit else "[red]✗[/red]"
        table.add_row(what, f"{value:,}", f"{limit:,}", mark)
    return table


def _held(found: dict) -> list[tuple[str, float, float]]:
    pages = found["pages"]
    return [
        *((f"Queries: {pages[k]['name']}", pages[k]["queries"], limit) for k, limit in QUERY_LIMITS.items()),
        ("HTML of the log with 60 entries, bytes", pages["full_log"]["bytes"], HTML_LIMIT),
        ("First visit over the wire, bytes", found["first_visit"]["total"], FIRST_VISIT_LIMIT),
        ("The log among all municipalities, to alone", round(found["all_to_one"]["ratio"], 3), RATIO_LIMIT),
    ]
