"""How many questions a page asks the database: few, and no more when there is more to show.

Counted through the client with the door's own questions, in a database where transactions are real. What opens
and closes the transaction is not counted.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.access.models import Grant
from stafett.demo import cast
from stafett.identity.models import LoginSession
from stafett.kernel import clock
from stafett.register.tenancy import within
from stafett.relay_log import operations
from tests import stage
from tests.relay_log.queries import many
from tests.web.visiting import Visitor

HERE = cast.EKSEMPELVIK.id
LOG_LIMIT, LIST_LIMIT = 12, 8


@pytest.fixture
def log(committed_database):
    with within(HERE):
        log = stage.open_log()
        stage.active_concern(log)
        operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="Ett lysglimt")
        operations.write_note(actor=stage.actor("kari"), log=log, text="Ett notat")
        return log


def test_a_log_page_asks_twelve_questions_at_most_however_long_the_story_is(log):
    kari, page = Visitor("kari"), reverse("log", args=[log.pk])
    short = _count(kari, page)
    with within(HERE):
        many.entries(log, 60)

    long = _count(kari, page)
    older = _count(kari, f"{page}?eldre=40")

    assert short <= LOG_LIMIT
    assert (long, older) == (short, short)


def test_a_log_page_asks_no_more_when_there_are_many_concerns_measures_and_ladders(log):
    kari, page = Visitor("kari"), reverse("log", args=[log.pk])
    few = _count(kari, page)
    with within(HERE):
        for number in range(6):
            concern = stage.active_concern(log, title=f"Oppmerksomhet {number}")
            many.entries(log, 1)
            stage.evaluate(log, stage.measure_in(concern, "home"), "some_effect")

    assert _count(kari, page) <= few


def test_a_log_page_stays_within_its_limit_when_last_use_is_written_too(log):
    kari = Visitor("kari")
    LoginSession.objects.update(seen_at=clock.now() - timedelta(minutes=5))

    assert _count(kari, reverse("log", args=[log.pk])) <= LOG_LIMIT


@pytest.mark.parametrize("key", ["kari", "elle"])
def test_mine_stafettlogger_asks_eight_questions_at_most_however_many_logs_there_are(log, key):
    with within(HERE):
        Grant.objects.filter(log=log, relation="baton_holder").update(person_id=cast.person(key).id)
    visitor, page = Visitor(key), reverse("my_logs")
    one = _count(visitor, page)
    many.logs_like(log, 40, holder=key)

    forty = _count(visitor, page)

    assert "Barn 39" in visitor.get(page).content.decode()
    assert one <= LIST_LIMIT
    assert forty == one


def test_mine_stafettlogger_asks_no_more_when_there_are_many_municipalities(log):
    kari = Visitor("kari")
    pages = [reverse("my_logs"), reverse("log", args=[log.pk])]
    before = [_count(kari, page) for page in pages]
    many.municipalities(20)

    assert [_count(kari, page) for page in pages] == before


def test_mine_aktorlogger_and_the_familys_page_ask_eight_questions_at_most(log):
    many.logs_like(log, 1, holder="jonas", relation="participant")
    jonas, bente = Visitor("jonas"), Visitor("bente")
    one = _count(jonas, reverse("participating_logs"))
    many.logs_like(log, 30, holder="jonas", relation="participant")

    thirty = _count(jonas, reverse("participating_logs"))

    assert one <= LIST_LIMIT
    assert thirty == one
    assert _count(bente, reverse("family_logs")) <= LIST_LIMIT


@pytest.mark.parametrize(
    ("name", "limit"),
    [("concern", 12), ("analysis", 12), ("concern_history", 12), ("measure", 12), ("measure_history", 12), ("ladder", 10), ("learned", 10),
     ("edit_concern", 10), ("new_measure", 11), ("edit_measure", 12), ("evaluation", 12), ("participants", 10), ("consent", 10)],
)  # fmt: skip
def test_pages_of_a_log_ask_a_fixed_number_of_questions(log, name, limit):
    kari, page = Visitor("kari"), reverse(name, args=[_grown(log, 1).get(name, log.pk)])
    few = _count(kari, page)
    _grown(log, 12)

    many_more = _count(kari, page)

    assert few <= limit
    assert many_more <= few


def test_finding_a_child_or_a_colleague_asks_a_fixed_number_of_questions(log):
    kari = Visitor("kari")
    pages = [
        reverse("choose_child"),
        f"{reverse('choose_child')}?q=barn",
        f"{reverse('staff_search')}?q=e",
        reverse("guardians", args=[log.child_id]),
    ]
    before = [_count(kari, page) for page in pages]
    many.logs_like(log, 15)

    assert [_count(kari, page) for page in pages] == before
    assert max(before) <= LIST_LIMIT


def _grown(log, size):
    """Let the log's first concern have that many more of everything; gives the id each route is about."""
    with within(HERE):
        concern = log.concerns.order_by("created_at").first()
        many.entries(log, 5 * size)
        for number in range(size):
            ladder = operations.shape_ladder(
                actor=stage.actor("kari"), log=log, concern=concern, title=f"Trapp {number}", shaped_with_child=False,
                steps=[f"Trinn {n}" for n in range(2, 4 + size % 9)],
            )  # fmt: skip
            extra = stage.add_measure(log, concern, description=f"Nytt {number}", accept_second=True)
            stage.evaluate(log, extra, "some_effect")
            _revise(log, concern, number)
        measure = concern.measures.filter(state="active").order_by("created_at").first()
        about_concern = ("concern", "analysis", "concern_history", "edit_concern", "new_measure")
        about_measure = ("measure", "measure_history", "edit_measure", "evaluation")
        return (
            dict.fromkeys(about_concern, concern.pk)
            | dict.fromkeys(about_measure, measure.pk)
            | {"ladder": ladder.pk}
        )


def _revise(log, concern, number):
    concern.refresh_from_db()
    operations.revise_concern(
        actor=stage.actor("kari"), log=log, concern=concern, version=concern.version, today=stage.today(),
        **stage.concern_words(background=f"Ordlyd {number} {concern.version}"),
    )  # fmt: skip


def _count(visitor, page):
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(page)
    assert answer.status_code in (200, 302), answer.status_code
    return len([each for each in asked.captured_queries if each["sql"] not in ("BEGIN", "COMMIT")])
