"""What a visit asks of the database, and how many bytes a first visit takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.demo.bench.pages import Visit, expect
from stafett.demo.bench.visitors import Answer, InProcess, Parts, Visitor

TRANSACTION_WORDS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
ENCODINGS = "gzip, deflate, br"


def queries_of(visit: Visit, token: str) -> int:
    """Statements sent to the database for a visit: login, door and trail included, BEGIN and COMMIT not."""
    visitor = InProcess(token)
    visit.carry_out(visitor)  # caches of the process are filled once, not for each visit
    with CaptureQueriesContext(connection) as seen:
        visit.carry_out(visitor)
    return sum(not query["sql"].startswith(TRANSACTION_WORDS) for query in seen.captured_queries)


def first_visit(visitor: Visitor, path: str) -> dict[str, int]:
    """Bytes over the wire, headers included, of a page and all it brings along, with nothing cached; by address."""
    page = _fetched(visitor, path)
    return {path: page.size, **{part: _fetched(visitor, part).size for part in Parts(page.body).found}}


def _fetched(visitor: Visitor, path: str) -> Answer:
    return expect(visitor.get(path, encodings=ENCODINGS), 200, path)
