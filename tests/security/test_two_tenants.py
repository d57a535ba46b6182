"""Somebody in one municipality asks for everything in another, at random: it is as if none of it existed (SEC-03).

Ten thousand requests take minutes, so a run draws some of them by a seed of the day, which it prints; `FUZZ_REQUESTS`
and `FUZZ_SEED` ask for more, or for the same again.
"""

import os
import random
import re
from itertools import chain

from django.apps import apps
from django.db import connection

from stafett.access.checks import routes
from stafett.demo import cast
from stafett.kernel.ids import new_id
from stafett.register.tenancy import Tenanted, within
from tests import stage
from tests.access.stored import fingerprint
from tests.web.visiting import Visitor

HERE, THERE = cast.EKSEMPELVIK.id, cast.DOMESUND.id
REQUESTS = int(os.environ.get("FUZZ_REQUESTS", "400"))
SEED = os.environ.get("FUZZ_SEED") or stage.today().isoformat()
STRANGERS = ("oddny", "torleiv", "sigrun", "gunnvor", "jorunn")
PART = re.compile(r"<(?:(\w+):)?(\w+)>")


def test_what_belongs_to_another_municipality_does_not_exist(logs):
    draw, visitors = random.Random(SEED), {key: Visitor(key) for key in STRANGERS}
    ids, patterns = _ids_of(HERE), _patterns()
    before, seen, wrong = fingerprint(HERE), {}, []

    for _ in range(REQUESTS):
        key, pattern = draw.choice(STRANGERS), draw.choice(patterns)
        method = draw.choice(("GET", "GET", "POST"))
        path = "/" + PART.sub(lambda part: _filled(part, draw, ids), pattern)
        answer = visitors[key].generic(method, path, **_words(method))
        unknown = seen.get((key, pattern, method)) or _unknown(visitors[key], method, pattern, draw)
        seen[key, pattern, method] = unknown
        if (answer.status_code, answer.content) != unknown:
            wrong.append((key, method, pattern, answer.status_code))

    print(f"{REQUESTS} requests over {len(patterns)} routes with {len(ids)} ids, seed {SEED}")
    assert wrong == []
    assert {status for status, _content in seen.values()} <= {404, 405}
    assert fingerprint(HERE) == before


def _patterns():
    """Every address that takes an id."""
    return sorted(route for route, _view in routes() if "uuid:" in route)


def _ids_of(place):
    """Every id of every row in a municipality."""
    tables = [model._meta.db_table for model in apps.get_models() if issubclass(model, Tenanted)]
    with within(place), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f'SELECT id FROM "{table}"' for table in tables))
        return sorted(chain.from_iterable(cursor.fetchall()))


def _filled(part, draw, ids):
    return str(draw.choice(ids)) if part[1] == "uuid" else "ett"


def _unknown(visitor, method, pattern, draw):
    """What the same person gets for ids that nobody has."""
    path = "/" + PART.sub(lambda part: str(new_id()) if part[1] == "uuid" else "ett", pattern)
    answer = visitor.generic(method, path, **_words(method))
    return answer.status_code, answer.content


def _words(method):
    if method == "GET":
        return {}
    return {"data": "text=Ord&title=Ord&submission=x", "content_type": "application/x-www-form-urlencoded"}
