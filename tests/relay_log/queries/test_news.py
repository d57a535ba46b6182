"""What counts as news in a log, and for whom."""

import pytest
from django.db import connection

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.audit import trail
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.ids import new_id
from stafett.register.models import Employment, GuardianRelation
from stafett.register.tenancy import within
from stafett.relay_log import operations
from stafett.relay_log.queries.news import newest_for
from tests import stage

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    """Tiril's log, held by kari, with jonas as participant; hilde is guardian, ronny is blocked."""
    with within(cast.EKSEMPELVIK.id):
        log = stage.open_log("tiril")
        post = Employment.objects.get(person_id=cast.person("jonas").id)
        operations.add_participant(
            actor=stage.actor("kari"), log=log, employment_id=post.pk, purpose="Er ute", today=stage.today()
        )
        yield log


def _newest(key, log, since):
    return newest_for(stage.actor(key), log.pk, since=since, today=stage.today())


def _number(log):
    return trail.story_of(log.pk, limit=1)[0].number


def _write(key, log):
    operations.write_note(actor=stage.actor(key), log=stage.reached(log, key), text=f"Ord {new_id()}")


@pytest.mark.parametrize(("key", "has_news"), [("kari", True), ("hilde", True), ("jonas", False)])
def test_an_act_is_news_to_everyone_in_the_log_but_the_one_who_did_it(log, key, has_news):
    since = _number(log)

    _write("jonas", log)

    assert _newest(key, log, since) == (_number(log) if has_news else since)


def test_somebody_elses_act_is_news_also_when_ones_own_came_after(log):
    since = _number(log)
    _write("hilde", log)
    theirs = _number(log)

    _write("jonas", log)

    assert _newest("jonas", log, since) == theirs


def test_what_has_been_seen_is_no_news(log):
    _write("hilde", log)

    assert _newest("kari", log, _number(log)) == _number(log)


def test_nothing_done_with_a_private_draft_is_news(log):
    since, actor = _number(log), stage.actor("kari")

    concern = stage.drafted_concern(log)
    measure = stage.add_measure(log, concern)
    factor = operations.add_factor(actor=actor, log=log, concern=concern, kind="group", text="Uro")
    operations.remove_factor(actor=actor, log=log, concern=concern, factor_id=factor.pk)
    operations.discard_measure(actor=actor, log=log, measure=measure)
    assert _newest("jonas", log, since) == since
    operations.discard_concern(actor=actor, log=log, concern=concern)

    assert _number(log) == since + 6
    assert _newest("jonas", log, since) == since
    assert _newest("hilde", log, since) == since


def test_a_concern_is_news_when_it_is_shared_and_so_is_what_is_done_with_it_then(log):
    since = _number(log)
    concern = stage.shared_concern(log)
    shared = _newest("hilde", log, since)

    stage.add_measure(log, concern)

    assert since < shared < _newest("hilde", log, shared) == _number(log)


@pytest.mark.parametrize("key", ["elle", "ronny"])
def test_who_does_not_reach_the_log_is_told_nothing(log, key):
    assert _newest(key, log, 0) is None


def test_a_log_that_does_not_exist_is_not_reached(log):
    assert newest_for(stage.actor("kari"), new_id(), since=0, today=stage.today()) is None


@pytest.mark.parametrize("key", ["jonas", "hilde"])
def test_access_is_asked_about_anew_each_time(log, key):
    before = _newest(key, log, 0)

    Grant.objects.filter(log=log, relation=Relation.PARTICIPANT).update(ended_at=clock.now())
    GuardianRelation.objects.filter(guardian_id=cast.person("hilde").id).update(
        state="blocked", state_reason="Vedtak i saksmappen."
    )

    assert before == _number(log)
    assert _newest(key, log, 0) is None


def test_another_municipality_gets_nothing_with_a_borrowed_actor(log):
    kari = stage.actor("kari")

    with within(cast.DOMESUND.id):
        assert newest_for(kari, log.pk, since=0, today=stage.today()) is None


def test_a_page_where_nothing_has_happened_costs_two_questions(log, django_assert_num_queries):
    actor, since = stage.actor("kari"), _number(log)

    with django_assert_num_queries(2, connection=connection):
        newest_for(actor, log.pk, since=since, today=stage.today())
