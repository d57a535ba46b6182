"""Finds every page a person can reach by following links, and tells pages of the same build apart from new ones."""

import re
from collections import deque
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import resolve

HREF = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
# What a page is built of, whatever it says: elements, their kinds and states.
PART = re.compile(
    r'<(\w+)|\b(class|data-kind|data-state|data-tone|data-color|data-variant|type|role|aria-\w+)="([^"#]*)"'
)
HELP_LINK = re.compile(r'<a\b[^>]*\bclass="st-help" href="/[^"]*hjelp/[^"]+"')
IDENTITY = re.compile(r"^aria-(labelledby|describedby|label|controls)$")


@dataclass(frozen=True)
class Found:
    """A page: its path, the route it came from, the set of parts it is built of, and how many links to help it has."""

    path: str
    route: str
    parts: frozenset
    help_links: int


def crawl(request, start: str = "/") -> list[Found]:
    """Every page behind the links from `start`, in the order found. `request` is a logged-in browser's own.

    Raises AssertionError for a link that leads nowhere.
    """
    waiting, known, found = deque([start]), {_mark(start)}, []
    while waiting:
        path = waiting.popleft()
        answer = request.get(path)
        assert answer.status == 200, f"{path} answers {answer.status}"
        at = urlsplit(answer.url).path
        if not answer.headers["content-type"].startswith("text/html") or at in {page.path for page in found}:
            continue
        text = answer.text()
        found.append(Found(path, _route(path), _parts(text), len(HELP_LINK.findall(text))))
        for link in HREF.findall(text):
            link = link.replace("&amp;", "&").split("#")[0]
            link = path.split("?")[0] + link if link.startswith("?") else link
            mark = _mark(link)
            if link.startswith("/") and mark not in known:
                known.add(mark)
                waiting.append(link)
    return found


def unlike(pages: list[Found]) -> list[Found]:
    """One of each: the pages that hold a part, or a pair of route and part, that no earlier page has."""
    seen, chosen = set(), []
    for page in pages:
        new = {(page.route, part) for part in page.parts} - seen
        if new:
            seen |= new
            chosen.append(page)
    return chosen


def _mark(link):
    """What a link is known by: examples to start from differ in words only, so one of each route will do."""
    path, _, query = link.partition("?")
    return (_route(path), query.split("=")[0]) if query else path


def _route(path):
    return resolve(path.split("?")[0]).url_name if path.startswith("/") else ""


def _parts(text):
    main = MAIN.search(text)
    return frozenset(
        (element or name, value)
        for element, name, value in PART.findall(main.group() if main else text)
        if not IDENTITY.match(name)
    )
