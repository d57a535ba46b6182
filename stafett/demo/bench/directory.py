"""The municipalities' directories tell of their employees by SCIM, all at once, over the wire: one after another as Entra ID
sends them at the first round, then what it asks every day.

Each directory has its own key and keeps its own limit; whoever is asked to wait, waits. The employees stay in a database that
is kept.
"""

import http.client
import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import quote
from uuid import UUID

from stafett.demo.bench.pages import WrongAnswer
from stafett.demo.bench.timing import Timing
from stafett.integrations import operations
from stafett.integrations.content.scim import ENTERPRISE, PATCH, USER
from stafett.integrations.enums import KeyKind, Scope
from stafett.kernel.ids import new_id
from stafett.register.actor import Actor
from stafett.register.enums import WITH_CHILDREN
from stafett.register.models import Employment, Unit
from stafett.register.tenancy import within

PATIENCE = 60.0
DAILY = 200  # questions of each kind, afterwards
PAGE = 100


@dataclass(frozen=True)
class Told:
    """What came back: the status, how long to wait when it is too much, and the JSON or None."""

    status: int
    wait: float
    said: dict | None


class Line(Protocol):
    """Asks the server with one directory's key."""

    def ask(self, method: str, path: str, body: dict | None = None) -> Told: ...


@dataclass
class OverTheWire:
    """One connection that is kept alive."""

    port: int
    key: str
    _connection: http.client.HTTPConnection = field(init=False)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(self, method: str, path: str, body: dict | None = None) -> Told:
        """Send a request; the answer is read to its end."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/scim+json"}
        sent = json.dumps(body) if body is not None else None
        self._connection.request(method, path, body=sent, headers=headers)
        answer = self._connection.getresponse()
        content = answer.read()
        wait = float(answer.getheader("Retry-After") or 0)
        return Told(answer.status, wait, json.loads(content) if content else None)


@dataclass
class Directory:
    """One municipality's directory: its line, the units it may name, and how long each answer took."""

    municipality_id: UUID
    line: Line
    units: list[str]
    seconds: list[float] = field(default_factory=list)
    waits: int = 0

    def tell_of(self, count: int) -> list[dict]:
        """Tell of so many new employees; gives the resources of the last ones. Raises WrongAnswer."""
        batch, last = new_id().hex[-8:], []
        for number in range(count):
            made = self._sent(
                "POST", "/Users", 201, _employee(f"{batch}-{number}", self.units[number % len(self.units)])
            )
            last = [*last[-DAILY:], made]
        return last

    def timed(self, asked: Sequence[tuple[str, str, dict | None]]) -> list[float]:
        """How long each of some questions takes, in seconds. Raises WrongAnswer."""
        self.seconds = []
        for method, path, body in asked:
            self._sent(method, path, 200, body)
        return self.seconds

    def _sent(self, method, path, wanted, body):
        while True:
            began = time.perf_counter()
            told = self.line.ask(method, f"/scim/v2{path}", body)
            taken = time.perf_counter() - began
            if told.status != 429:
                break
            self.waits += 1
            time.sleep(told.wait)
        if told.status != wanted or told.said is None:
            raise WrongAnswer(f"{method} {path.partition('?')[0]} answered {told.status}, not {wanted}.")
        self.seconds.append(taken)
        return told.said


def measure(
    places: Sequence[UUID], *, people: int, opens: Callable[[str], Line], say: Callable[[str], None]
) -> dict:
    """Tell of so many employees, shared among the directories of these municipalities, and ask what is asked daily.

    `opens` gives a line for a key. More than one directory speak at the same time, each in a thread of its own.
    """
    say(f"{people:,} employees by SCIM, from {len(places)} directories")
    directories = [_connected(place, opens) for place in places]
    before, share = _posts(places), -(-people // len(places))
    counts = [min(share, people - at * share) for at in range(len(places))]
    began = time.perf_counter()
    told = _at_once(directories, counts)
    taken = time.perf_counter() - began
    first = Timing(tuple(each for directory in directories for each in directory.seconds))
    waits = sum(directory.waits for directory in directories)
    return {
        "people": people, "directories": len(places), "seconds": taken, "per_second": people / taken, "waits": waits,
        "p50_ms": first.p50_ms, "p95_ms": first.p95_ms, "posts": _posts(places) - before,
        "daily": {name: _numbers(directories[0].timed(asked)) for name, asked in _daily(told[0], counts[0]).items()},
    }  # fmt: skip


def _connected(place, opens):
    with within(place):
        post = Employment.objects.filter(role__in=WITH_CHILDREN).order_by("id").first()
        actor = Actor(person_id=post.person_id, municipality_id=place, name="Bench")
        system = operations.connect(actor=actor, name=f"Bench {new_id()}", scopes=[Scope.SCIM])
        here = Unit.objects.filter(employments__role__in=WITH_CHILDREN).order_by("id").distinct()
        units = list(here.values_list("name", flat=True))
    return Directory(place, opens(system.shown_keys[KeyKind.BEARER]), units)


def _at_once(directories, counts):
    """What each directory got back; one alone speaks in this thread."""
    if len(directories) == 1:
        return [directories[0].tell_of(counts[0])]
    with ThreadPoolExecutor(len(directories)) as pool:
        return list(pool.map(Directory.tell_of, directories, counts))


def _employee(name, department):
    """An employee as Entra ID tells of one."""
    return {
        "schemas": [USER, ENTERPRISE], "externalId": f"oid-{name}", "userName": f"{name}@bench.example", "active": True,
        "displayName": "Ola Katalogvik", "name": {"givenName": "Ola", "familyName": "Katalogvik"}, "title": "Lærer",
        "emails": [{"primary": True, "type": "work", "value": f"{name}@bench.example"}],
        ENTERPRISE: {"department": department},
    }  # fmt: skip


def _daily(told: list[dict], count: int) -> dict[str, list[tuple[str, str, dict | None]]]:
    """What a directory asks every day, of the last ones it told of."""
    some = told[-DAILY:]
    leaves = {"schemas": [PATCH], "Operations": [{"op": "Replace", "path": "active", "value": "False"}]}
    return {
        "found": [("GET", f"/Users?filter={quote('userName eq ' + json.dumps(each['userName']))}", None) for each in some],
        "renamed": [("PATCH", f"/Users/{each['id']}", _renamed(at)) for at, each in enumerate(some)],
        "left": [("PATCH", f"/Users/{each['id']}", leaves) for each in some],
        "last_page": [("GET", f"/Users?startIndex={max(1, count - PAGE)}&count={PAGE}", None)] * 3,
    }  # fmt: skip


def _renamed(number):
    change = {"op": "Replace", "path": "title", "value": f"Lærer {number}"}
    return {"schemas": [PATCH], "Operations": [change]}


def _numbers(seconds):
    timing = Timing(tuple(seconds))
    return {"p50_ms": timing.p50_ms, "p95_ms": timing.p95_ms}


def _posts(places):
    count = 0
    for place in places:
        with within(place):
            count += Employment.objects.count()
    return count
