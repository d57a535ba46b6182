"""Generated municipalities: the same every time, exact in number, lawful in the database, and readable."""

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from stafett.audit.models import Entry
from stafett.audit.trail import story_of
from stafett.demo.generate import Plan, generate
from stafett.demo.generate.draw import Draw
from stafett.demo.generate.names import municipality_name
from stafett.demo.generate.nation import Progress, Stopped, write_rows
from stafett.demo.generate.sizes import BUSY_LOGS, FULL_LOG
from stafett.demo.generate.tables import CHILD, ENTRY, EVERY, LOG, RELATION
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.register.models import Child, Municipality
from stafett.register.tenancy import within
from stafett.relay_log import models, queries
from stafett.relay_log.queries.page import log_page
from tests.conftest import pointed_at
from tests.environment import WORKER, cluster

TODAY = date(2026, 3, 4)
TINY = Plan(municipalities=2, children=40, logs=6, seed=7)
TOWN = Plan(municipalities=1, children=200, logs=60, seed=7)
TOWN_BESIDE = Plan(municipalities=1, children=200, logs=60, seed=8)
COUNTED = (models.Concern, models.Measure, models.Evaluation, models.BrightSpot, models.Note)


class Kept:
    """Rows kept instead of written."""

    def __init__(self):
        self.rows = defaultdict(list)

    def add(self, table, *row):
        self.rows[table].append(row)


@pytest.fixture(scope="module")
def generated(template_database, django_db_blocker):
    """A database with the cast, two tiny municipalities and a small town; shared by the tests below, which only read."""
    name = f"test_generated_{WORKER}"
    cluster.create_database(name, template=template_database)
    with django_db_blocker.unblock(), pointed_at(name):
        today = clock.today_in_norway(clock.now())
        rows = generate(TINY, today=today, threads=2) + generate(TOWN_BESIDE, today=today)
        yield rows
    cluster.drop_database(name)


def written(plan, index=0, today=TODAY):
    kept = Kept()
    trail = write_rows(kept, plan.shares()[index], today)
    return kept.rows, trail


def as_holder(marks):
    return sessions.actor_of(marks.holder, today=clock.today_in_norway(clock.now()))


@given(st.integers(1, 60), st.integers(0, 5000), st.data())
def test_shares_add_up_exactly_and_no_municipality_gets_more_logs_than_children(number, extra, data):
    children = number + extra
    plan = Plan(number, children, data.draw(st.integers(0, children)))

    shares = plan.shares()

    assert sum(share.children for share in shares) == children
    assert sum(share.logs for share in shares) == plan.logs
    assert all(0 <= share.logs <= share.children and share.children >= 1 for share in shares)


@pytest.mark.parametrize("sizes", [(0, 10, 1), (5, 4, 1), (1, 10, 11), (1, 10, -1)])
def test_impossible_sizes_are_refused(sizes):
    with pytest.raises(ValueError):
        Plan(*sizes)


def test_the_nation_has_municipalities_of_every_size():
    shares = Plan(357, 1_100_000, 110_000).shares()

    assert shares[0].children > 100_000
    assert shares[178].children < 1_100
    assert shares[-1].logs >= BUSY_LOGS


def test_no_two_municipalities_have_the_same_name():
    names = [municipality_name(index) for index in range(1000)]

    assert len(set(names)) == 1000


def test_ids_are_version_seven_and_grow():
    draw = Draw(1, 0, TODAY)

    ids = [draw.id() for _ in range(10_000)]

    assert {UUID(each).version for each in ids} == {7}
    assert ids == sorted(set(ids))


def test_the_same_seed_gives_the_same_rows():
    assert written(TINY) == written(TINY)


def test_another_seed_gives_other_rows_of_the_same_number():
    rows, _trail = written(TOWN)
    others, _other_trail = written(TOWN_BESIDE)

    assert len(rows[CHILD]) == len(others[CHILD]) == TOWN.children
    assert not {row[0] for row in rows[CHILD]} & {row[0] for row in others[CHILD]}


def test_ids_do_not_depend_on_the_day():
    rows, _trail = written(TOWN)
    later, _later_trail = written(TOWN, today=date(2026, 9, 1))

    assert [row[0] for row in rows[LOG]] == [row[0] for row in later[LOG]]


def test_every_child_has_one_or_two_guardians_and_every_log_a_child_of_its_own():
    rows, _trail = written(TOWN)

    guardians = Counter(row[1] for row in rows[RELATION])

    assert set(guardians) == {row[0] for row in rows[CHILD]}
    assert set(guardians.values()) == {1, 2}
    assert len({row[1] for row in rows[LOG]}) == len(rows[LOG]) == TOWN.logs


def test_logs_are_in_every_state():
    rows, _trail = written(Plan(1, 500, 300))

    states = Counter(row[3] for row in rows[LOG])

    assert set(states) == {"active", "awaiting_consent", "closed"}
    assert states.most_common(1)[0][0] == "active"


def test_the_trail_is_told_in_the_order_things_happened():
    _rows, trail = written(TOWN)

    moments = [row[1] for row in trail]

    assert moments == sorted(moments)
    assert moments[-1].date() <= TODAY


def test_counts_in_the_database_are_exact(generated):
    shares = [*TINY.shares(), *TOWN_BESIDE.shares()]

    for share in shares:
        with within(share.marks.municipality):
            assert (Child.objects.count(), models.RelayLog.objects.count()) == (share.children, share.logs)
    assert generated == sum(_rows_of(share) for share in shares)


def _rows_of(share):
    with within(share.marks.municipality):
        return sum(table.model.objects.count() for table in EVERY)


def test_the_holder_reads_twenty_five_logs_with_a_line_for_each(generated):
    marks = TOWN_BESIDE.shares()[0].marks
    today = clock.today_in_norway(clock.now())

    with within(marks.municipality):
        rows, more = queries.my_logs(as_holder(marks), today=today)

    assert len(rows) == BUSY_LOGS
    assert not more
    assert all(row.next.kind for row in rows)


def test_the_marked_log_has_sixty_entries_and_its_page_can_be_read(generated):
    marks = TOWN_BESIDE.shares()[0].marks
    today = clock.today_in_norway(clock.now())

    with within(marks.municipality):
        log = queries.reachable_log(as_holder(marks), marks.full_log)
        facts = queries.facts_about(log, today=today)
        page = log_page(log, today=today)
        entries = sum(model.objects.filter(log_id=log.pk).count() for model in COUNTED)

    assert entries == FULL_LOG
    assert facts.has_consent
    assert len(page.concerns) == 6
    assert page.older is not None


def test_a_tiny_municipality_has_its_marked_logs_too(generated):
    for share in TINY.shares():
        with within(share.marks.municipality):
            reached = queries.reachable_log(as_holder(share.marks), share.marks.other_log)

        assert reached.state == "active"


def test_what_a_log_tells_of_is_there(generated):
    marks = TOWN_BESIDE.shares()[0].marks

    with within(marks.municipality):
        told = {entry.thing_id for entry in story_of(marks.full_log, limit=500)}
        measures = set(models.Measure.objects.filter(log_id=marks.full_log).values_list("pk", flat=True))
        spots = set(models.BrightSpot.objects.filter(log_id=marks.full_log).values_list("pk", flat=True))

    assert measures | spots <= told


def test_the_generated_trail_is_numbered_and_chained(generated):
    with within(TOWN_BESIDE.shares()[0].marks.municipality):
        entries = list(Entry.objects.order_by("number"))

    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert all(bytes(after.previous_hash) == bytes(before.hash) for before, after in pairwise(entries))


def test_one_municipality_alone_is_the_same_as_among_all(committed_database, generated_ids):
    share = TINY.shares()[1]

    generate(TINY, today=clock.today_in_norway(clock.now()), only=[1])

    with within(share.marks.municipality):
        assert {table.name: _ids(table) for table in EVERY} == generated_ids
    assert not Municipality.objects.filter(pk=TINY.shares()[0].marks.municipality).exists()


@pytest.fixture
def generated_ids(generated):
    """Ids by table in the smaller of the two tiny municipalities, as they were made among all."""
    rows, trail = written(TINY, index=1, today=clock.today_in_norway(clock.now()))
    return {
        table.name: {UUID(row[0]) for row in (trail if table is ENTRY else rows[table])} for table in EVERY
    }


def _ids(table):
    return set(table.model.objects.values_list("pk", flat=True))


def test_the_command_says_what_it_did_and_does_it_once(committed_database, capsys):
    words = {"municipalities": 1, "children": 5, "logs": 1, "threads": 1}

    call_command("generate", **words)
    call_command("generate", **words, only_if_empty=True)

    out = capsys.readouterr().out
    assert "rows/s" in out
    assert "nothing to do" in out
    with pytest.raises(CommandError, match="Choose another --seed"):
        call_command("generate", **words)


def test_the_command_refuses_more_logs_than_children():
    with pytest.raises(CommandError, match="more logs than children"):
        call_command("generate", municipalities=1, children=5, logs=6)


def test_invented_people_are_not_poured_in_among_real_ones(committed_database, settings):
    settings.SYNTHETIC_PERSONS = False

    with pytest.raises(CommandError, match="may be real"):
        call_command("generate", municipalities=1, children=5, logs=1)


def test_what_is_stopped_under_way_leaves_nothing(committed_database):
    heard = Progress()
    heard.stop()

    with pytest.raises(Stopped):
        generate(TINY, today=TODAY, progress=heard)

    assert not Municipality.objects.filter(
        pk__in=[share.marks.municipality for share in TINY.shares()]
    ).exists()
