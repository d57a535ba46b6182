"""Asks pages for people and compares the answers with the hand-written table (who_may.py)."""

from functools import cache
from itertools import chain
from zlib import crc32

import pytest
from django.urls import reverse

from stafett.demo import cast
from tests.access import who_may
from tests.access.who_may import POST
from tests.web.visiting import Visitor, undone

GROWN_UPS = [person.key for place in cast.PLACES for person in place.people]
EVERYONE = [person.key for place in cast.PLACES for person in place.everyone]
# One or more of every kind: what they meet is asked of the pages themselves. test_every_decision.py asks about all.
EVERY_KIND = [
    "kari", "jonas", "yusuf", "elle", "trond", "ragnhild", "dag", "aslaug", "henrik", "torbjorn", "randi", "personvern",
    "arkivar", "sunniva", "hilde", "ronny", "marek", "gudrun", "hamid", "fatima", "noor", "ahmed", "oddny", "gudveig",
]  # fmt: skip
STATUS = {"allowed": 200, "forbidden": 403, "unknown": 404}


def log_routes(people, letter, things):
    """(person, method, route, address, expected status) for each person and log route.

    People with a place in the log try every method of every route, others the first of each.
    """
    for key in people:
        is_in = key in who_may.IN_LOG[letter]
        for name, (rule, _kinds, methods) in who_may.LOG_ROUTES.items():
            verdict = who_may.of_log(rule, letter, key)
            for method in methods if is_in else methods[:1]:
                if (letter, method, name) == ("a", POST, "discard_log") and verdict == "allowed":
                    continue  # this log holds what no such log can; relay_log/views/test_start.py deletes a true one
                yield key, method, name, address(name, things), _expected(verdict, method, name, key)


def all_as_expected(asked, *, at_least):
    """Ask each, print how many there were, and fail with a line for each answer that is not the expected one.

    The door is the same whatever one knocks for, so of those who are to meet it closed only some knock at each route: each
    route is tried by several, each of them by many. test_every_decision.py asks the rule itself about everybody.
    """
    visitors, wrong, count = {}, [], 0
    for key, method, name, where, expected in asked:
        count += 1
        if not _knocks(key, method, name, expected):
            continue
        if key not in visitors:
            visitors[key] = Visitor(key)
        found = status(visitors[key], method, name, where)
        if found != expected:
            wrong.append(f"{key or 'a stranger'} {method} {name}: expected {expected}, got {found}")

    print(f"{count} cases")
    if wrong or count < at_least:
        pytest.fail("\n".join(wrong) or f"only {count} cases")


def _knocks(key, method, name, expected):
    """Whether somebody tries this door: all who are let in, and one in so many of those who are not."""
    is_typical = key in EVERY_KIND
    one_in = {STATUS["unknown"]: 4 if is_typical else 16, STATUS["forbidden"]: 1 if is_typical else 4}.get(
        expected, 1
    )
    return crc32(f"{key} {method} {name}".encode()) % one_in == 0


def status(visitor, method, name, where):
    """The status of the answer; what a POST did is taken back."""
    path = reverse(name, args=where)
    if method != POST:
        return visitor.generic(method, path).status_code
    with undone():
        return visitor.post(path).status_code


def address(name, things):
    """The arguments of a log route's address, for the things of one log."""
    kinds = who_may.LOG_ROUTES[name][1]
    return [getattr(things, kind).pk if hasattr(things, kind) else kind for kind in kinds]


def methods(name):
    """The methods a log route takes."""
    return who_may.LOG_ROUTES[name][2]


@cache
def staff():
    """Keys of those who work with children, by a post that has not ended."""
    people = chain.from_iterable(place.people for place in cast.PLACES)
    employed = {person.key for person in people if any(not post.ended_last_month for post in person.posts)}
    return employed - who_may.WITHOUT_CHILDREN


def _expected(verdict, method, name, key):
    if verdict == "allowed" and method == POST:
        if name in who_may.FILE_WHEN_EMPTY:
            return 200
        is_done = name in who_may.DONE_WHEN_EMPTY or (name, key) in who_may.DONE_WHEN_EMPTY_BY
        return 302 if is_done else 422
    return STATUS[verdict]
