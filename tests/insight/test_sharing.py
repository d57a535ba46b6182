"""Saying yes to sharing, and no more: exactly what was seen, at once, in the trail; new numbers after each count."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.insight import operations, queries, rules
from stafett.insight.models import Count, SharedNumber, Sharing
from stafett.insight.queries.sharing import fingerprint, to_share
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.register.models import Unit
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from tests import stage
from tests.insight import nation
from tests.insight.filling import HERE, LOWER, OPEN, SCHOOL, counted, measured
from tests.relay_log.queries import many
from tests.web.reading import fields, words
from tests.web.visiting import Visitor

WELLBEING = {(SCHOOL, "grades_1_4"): 6, (SCHOOL, "grades_5_7"): 9, (LOWER, "grades_8_10"): 14}


@pytest.fixture
def open_logs(db):
    """A count with one small kindergarten, and what many logs are about."""
    counted(OPEN, wellbeing=WELLBEING, level_two_up=dict.fromkeys(WELLBEING, 7))
    measured("guardian_there", 83, logs=25)


def test_what_is_shown_beforehand_is_what_is_shared(open_logs):
    randi = Visitor("randi")
    before = randi.see("number_sharing")
    with within(HERE):
        shown = to_share(today=stage.today())

    answer = randi.send("number_sharing", fields=_pressed(before))

    assert answer.status_code == 302
    with within(HERE):
        assert queries.shared_by(HERE) == shown
    assert _numbers_on(randi.see("number_sharing")) == _numbers_on(before)
    assert "Trivsel 29" in words(before)
    assert "Språk vises ikke" in words(before)
    assert "Møter der foresatte var med 80 %" in words(before)
    assert "Eventyrskogen" not in words(before)


def test_nothing_is_shared_by_looking(open_logs):
    Visitor("randi").see("number_sharing")

    assert not nation.is_sharing(HERE)


def test_numbers_that_are_others_than_those_seen_are_not_shared(open_logs):
    randi = Visitor("randi")
    pressed = _pressed(randi.see("number_sharing"))
    with within(HERE):
        Count.objects.filter(question="wellbeing", band="grades_8_10").update(logs=15)

    answer = randi.send("number_sharing", fields=pressed)

    assert answer.status_code == 422
    assert "Tallene er andre enn dem du så" in words(answer)
    assert "Trivsel 30" in words(answer)
    assert not nation.is_sharing(HERE)


def test_before_the_first_count_there_is_nothing_to_say_yes_to(db):
    randi = Visitor("randi")

    answer = randi.send("number_sharing", fields={"seen": ""})

    assert "Ikke talt opp ennå" in words(randi.see("number_sharing"))
    assert answer.status_code == 422
    assert "ikke talt opp ennå" in words(answer)


def test_a_second_yes_is_told_that_it_is_shared_already(open_logs):
    nation.shares(HERE)

    with pytest.raises(Refused, match="ALREADY_SHARED"):
        nation.shares(HERE)


def test_stopping_leaves_no_number_behind_and_a_yes_afterwards_shares_the_same(open_logs):
    nation.shares(HERE)
    first = nation.own_numbers(HERE)

    answer = Visitor("randi").send("number_sharing_end")

    assert answer.status_code == 302
    assert nation.own_numbers(HERE) == {}
    assert not nation.is_sharing(HERE)
    nation.shares(HERE)
    assert nation.own_numbers(HERE) == first


def test_stopping_what_is_not_shared_is_told_so(db):
    answer = Visitor("randi").send("number_sharing_end")

    assert answer.status_code == 422
    assert "deler ikke tallene sine nå" in words(answer)


def test_yes_and_no_are_in_the_trail_with_who_and_how_much(open_logs):
    randi = Visitor("randi")
    randi.send("number_sharing", fields=_pressed(randi.see("number_sharing")))
    randi.send("number_sharing_end")

    with within(HERE):
        rows = Entry.objects.filter(event__startswith="insight.", kind="act").order_by("number")
        found = [(row.event, row.actor_id, row.facts["numbers"]) for row in rows]
    shared = len(_shown())
    assert found == [
        ("insight.sharing_began", cast.person("randi").id, shared),
        ("insight.sharing_ended", cast.person("randi").id, shared),
    ]


def test_a_count_puts_out_new_numbers_where_the_former_were_and_keeps_open_logs_of_earlier_days(db):
    """The shared numbers are the summary: against a full count of the logs, one by one."""
    before = rules.counting_day_before(nation.day())
    with within(HERE):
        school = Unit.objects.get(pk=cast.unit(SCHOOL).id)
        nation.counted(HERE, school, "grades_1_4", on=before, all=11, wellbeing=6)
        operations.share_numbers(
            actor=nation.administrator(HERE), today=before, seen=fingerprint(to_share(today=before))
        )
        log = stage.open_log("nils")
        stage.active_concern(log)
        many.logs_like(log, 12)
        RelayLog.objects.update(started_at=clock.now() - timedelta(days=300))

        operations.count_up(HERE, today=stage.today())

        logs_now = sum(log.state == "active" for log in RelayLog.objects.all())
    found = nation.own_numbers(HERE)
    assert found["open", "", nation.day()] == 13 == logs_now
    assert found["open", "", before] == 11
    assert {day for table, _key, day in found if table != "open"} == {nation.day()}


def test_a_municipality_that_does_not_share_is_counted_and_puts_nothing_out(db):
    with within(HERE):
        operations.count_up(HERE, today=stage.today())

    assert nation.own_numbers(HERE) == {}


def test_what_a_unit_becomes_after_the_count_puts_the_same_logs_together_in_the_same_way(db):
    own = nation.founded("Her", {"school": (14, 3), "kindergarten": (11, 2), "other": (8,)})
    with within(own):
        before = to_share(today=stage.today())

        Unit.objects.filter(kind="kindergarten").update(kind="school")

        assert to_share(today=stage.today()) == before


def test_a_small_number_cannot_be_put_out_whatever_goes_wrong(open_logs):
    sharing = nation.shares(HERE)

    with pytest.raises(IntegrityError, match="no_small_number_is_shared"), within(HERE), transaction.atomic():
        SharedNumber.objects.create(
            municipality_id=HERE, sharing=sharing, counted_on=nation.day(), table="category", key="x", value=4
        )


def test_a_yes_is_not_taken_away_from_under_its_numbers(open_logs):
    nation.shares(HERE)

    with (
        pytest.raises(IntegrityError, match="sharing_id_fenced"),
        within(HERE),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM insight_sharing")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert nation.is_sharing(HERE)


def test_the_administrator_is_the_one_who_decides(open_logs):
    for key in ("elle", "torbjorn", "kari", "personvern"):
        assert Visitor(key).see("number_sharing").status_code == 403

    assert Sharing.objects.count() == 0


def _shown():
    with within(HERE):
        return to_share(today=stage.today())


def _pressed(page):
    """What the button on the page sends."""
    found = fields(page)
    return {name: found[name][0] for name in ("seen", "submission")}


def _numbers_on(page):
    """The page's words from the first table on."""
    return words(page).split("Åpne logger", 1)[1]
