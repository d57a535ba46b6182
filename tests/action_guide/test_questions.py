"""How much the guide asks of the database, where commits are real and nobody is logged in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.demo import cast
from tests.action_guide import at_work
from tests.web.visiting import Visitor

PATHS = (
    "/veileder/", "/veileder/hele/", "/veileder/sok/", "/veileder/vold-og-overgrep/", "/veileder/ark/skala/",
    "/veileder/niva-1/", "/veileder/niva-1/evaluer/",
)  # fmt: skip


@pytest.mark.parametrize(("place", "most"), [("", 0), (f"/{cast.PLACES[0].slug}", 4)])
def test_a_stranger_reads_every_page_in_at_most_four_queries(
    committed_database, django_db_blocker, place, most
):
    with django_db_blocker.unblock():
        for path in PATHS:
            with CaptureQueriesContext(connection) as asked:
                answer = Visitor().get(place + path)
            questions = [query["sql"] for query in asked if query["sql"] not in ("BEGIN", "COMMIT")]

            assert answer.status_code == 200
            assert len(questions) <= most, questions


def test_a_municipalitys_own_guide_asks_no_more_with_its_book_made_anew_or_at_hand(
    committed_database, django_db_blocker
):
    with django_db_blocker.unblock():
        at_work.published()
        for path in [*PATHS, "/veileder/utgaver/", *PATHS]:
            with CaptureQueriesContext(connection) as asked:
                answer = Visitor().get(f"/{cast.EKSEMPELVIK.slug}{path}")
            questions = [query["sql"] for query in asked if query["sql"] not in ("BEGIN", "COMMIT")]

            assert answer.status_code == 200
            assert len(questions) <= 4, questions
