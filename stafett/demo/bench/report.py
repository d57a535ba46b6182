"""What a bench found, as a table for people and as JSON for machines."""

import json
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.table import Table

from stafett.demo.bench.pages import STATIC

HTML_LIMIT = 60_000
FIRST_VISIT_LIMIT = 150_000
RATIO_LIMIT = 1.2
SEEN_LIMIT_MS = 1_000
LEADERS_DAY_QUERIES = 10
NUMBERS_LIMIT_MS = 200  # a page of numbers, p95: of the largest municipality, and of all together
DAILY_REQUESTS = {
    "found": "Look for a user name", "renamed": "Change a position", "left": "Somebody has left", "last_page": "The last page of all",
}  # fmt: skip
PAGE_HEADINGS = ("p50 ms", "p95 ms", "a second", "queries", "kB", "× static")
QUERY_LIMITS = {"full_log": 12, "my_logs": 8}


def show(found: dict, console: Console) -> None:
    """Print the tables."""
    console.print(_pages(found))
    if "leaders" in found:
        console.print(leaders_table(found["leaders"]))
    if "search" in found:
        console.print(search_table(found["search"]))
    if "staff_lists" in found:
        console.print(lists_table(found["staff_lists"]))
    if "directory" in found:
        console.print(directory_table(found["directory"]))
    if "table" in found:
        console.print(seated_table(found["table"]))
    if "meetings" in found:
        console.print(meetings_table(found["meetings"]))
    if "archive" in found:
        console.print(archive_table(found["archive"]))
    console.print(_limits(found))


def save(found: dict, file: Path) -> None:
    """Write the JSON."""
    file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def meetings_table(found: dict) -> Table:
    """One line: from saved to seen, and what the process that tells of it weighs."""
    return _seen_table(f"{found['meetings']:,} meetings under way", found)


def seated_table(found: dict) -> Group:
    """The same for one system meeting with a device for everybody, and what such a device fetches."""
    told = _seen_table(f"A system meeting with {found['streams']} devices", found)
    table = _table("What one of the devices asks for", "Visit", *PAGE_HEADINGS)
    _add_pages(table, found["pages"])
    return Group(told, table)


def archive_table(found: dict) -> Table:
    """One line: the writer of deposits, and a plain copy of the same bytes."""
    table = _table("The archive's deposit", "Writer", "logs a second", "MB", "MB a second", "× copy")
    weights = (f"{found[key] / 1e6:.1f}" for key in ("bytes", "bytes_per_second"))
    table.add_row(
        f"{found['logs']:,} logs", f"{found['per_second']:.0f}", *weights, f"{found['times_copy']:.1f}"
    )
    return table


def lists_table(found: dict) -> Table:
    """A line for each size of file: seconds to preview, take in and undo, and how many of the planted faults are named."""
    table = _table("A staff list as a file", "Rows", "preview s", "taken in s", "undone s", "faults named")
    seconds = ("preview_seconds", "take_in_seconds", "undo_seconds")
    named = f"{found['named']} of {found['faults']}"
    table.add_row(f"{found['rows']:,}", *(f"{found[each]:.1f}" for each in seconds), named)
    if "many" in found:
        table.add_row(f"{found['many']:,}", *(f"{found[f'many_{each}']:.1f}" for each in seconds), "")
    return table


def _seen_table(title: str, found: dict) -> Table:
    """From saved to seen."""
    pace = f"{found['per_second']:.0f} fields saved a second"
    headings = ("p50 ms", "p95 ms", "p99 ms", "told", "lost", "MB before", "MB with")
    table = _table(f"{title}; {pace}", "Saved to seen", *headings)
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


def directory_table(found: dict) -> Table:
    """Employees told of by SCIM, and what a directory asks for every day when they are there."""
    title = f"{found['people']:,} employees by SCIM, {found['directories']} directories at once; {found['per_second']:.0f} a second"
    table = _table(title, "Request", "p50 ms", "p95 ms")
    table.add_row("Tell of somebody new", f"{found['p50_ms']:.1f}", f"{found['p95_ms']:.1f}")
    for key, name in DAILY_REQUESTS.items():
        numbers = found["daily"][key]
        table.add_row(name, f"{numbers['p50_ms']:.1f}", f"{numbers['p95_ms']:.1f}")
    return table


def held_by_leaders(leaders: dict | None) -> list[tuple[str, float, float]]:
    """(what, found, limit) of a leader's pages, when they were measured."""
    if leaders is None:
        return []
    pages = leaders["pages"]
    return [
        ("Queries: Lederens dag", pages["leaders_day"]["queries"], LEADERS_DAY_QUERIES),
        ("Tall, the municipality, p95 ms", round(pages["numbers"]["p95_ms"]), NUMBERS_LIMIT_MS),
        ("Tall, all municipalities, p95 ms", round(pages["national_numbers"]["p95_ms"]), NUMBERS_LIMIT_MS),
    ]


def held_by_directories(directory: dict | None) -> list[tuple[str, float, float]]:
    """(what, found, limit) of the directories, when they spoke: everybody they told of has a post."""
    if directory is None:
        return []
    return [("Employees told of by SCIM without a post", directory["people"] - directory["posts"], 0)]


def held_at_the_table(table: dict | None) -> list[tuple[str, float, float]]:
    """(what, found, limit) of the system meeting, when there was one."""
    if table is None:
        return []
    return [
        ("Saved to seen in a system meeting, p95 ms", round(table["p95_ms"]), SEEN_LIMIT_MS),
        ("Updates in a system meeting that somebody never saw", table["lost"], 0),
    ]


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
    table = _table(f"{size}; one visitor", "Visit", *PAGE_HEADINGS)
    _add_pages(table, found["pages"])
    table.add_row("Log, new place each time", *_times(found["others"]))
    return table


def leaders_table(found: dict) -> Table:
    """A line for each of a leader's pages in the largest municipality, counted first."""
    counting = f"counting the municipality took {found['count_seconds']:.1f} s"
    title = f"A leader's pages; {counting}, {found['sharing']} municipalities share their numbers"
    table = _table(title, "Visit", *PAGE_HEADINGS)
    _add_pages(table, found["pages"])
    return table


def _add_pages(table: Table, pages: dict[str, dict]) -> None:
    """A line for each visit, the static file among them: what the others are said in times of."""
    for key, page in pages.items():
        queries = "" if key == STATIC else str(page["queries"])
        weight, times = f"{page['bytes'] / 1000:.1f}", f"{page['times_static']:.1f}"
        table.add_row(page["name"], *_times(page), queries, weight, times)


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
        *held_by_leaders(found.get("leaders")),
        *held_by_directories(found.get("directory")),
        *held_at_the_table(found.get("table")),
        *held_in_meetings(found.get("meetings")),
    ]
