"""The cohort that leaves kindergarten: what each leader sees of it, in a fixed number of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stafett.demo import cast
from stafett.kernel.verdict import Refused
from stafett.register.models import Child
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations
from stafett.transfers.enums import Refusal, StarterStep
from stafett.transfers.queries import school_starters_waiting, starters
from tests import stage
from tests.transfers import handing
from tests.transfers.handing import HERE
from tests.web import reading
from tests.web.visiting import Visitor

SCHOOL = "eksempelvik_school"
KINDERGARTEN = "eventyrskogen"


@pytest.fixture
def log(db):
    """Isak's log in the kindergarten, without consent to any school."""
    with within(HERE):
        yield handing.starter_log()


def chosen(log, by="pernille", school=SCHOOL):
    return operations.choose_school(
        actor=stage.actor(by), log=log, school_id=handing.unit(school), today=stage.today()
    )


def consented(log):
    stage.consent_from(log, cast.person("line").id, holder="pernille", units=[handing.unit(SCHOOL)])


def rows_of(log, leader):
    rows = starters.leaving(stage.actor(leader), today=stage.today())
    return [row for row in rows if row.log.pk == log.pk]


def step(log, leader="ingeborg"):
    return rows_of(log, leader)[0].step


def arrived(log):
    rows = starters.arriving(stage.actor("elle"), today=stage.today()).starters
    return [row for row in rows if row.log.pk == log.pk]


def confirmed(log, transfer):
    row = RelayLog.objects.get(pk=log.pk)
    return operations.confirm_reading(actor=stage.actor("jonas"), log=row, transfer=transfer)


def come_to_school(log, by="jonas"):
    transfer = handing.offered_to_unit(log, to=SCHOOL, by="pernille", words="Han liker å vise andre rundt.")
    handing.named(transfer, by, by="elle")
    return handing.accepted(transfer, by=by)


def test_the_kindergarten_sees_every_step_until_the_school_has_read(log):
    assert step(log) == StarterStep.CHOOSE_SCHOOL
    chosen(log)
    assert step(log) == StarterStep.ASK_CONSENT
    consented(log)
    assert step(log) == StarterStep.OFFER
    transfer = handing.offered_to_unit(log, to=SCHOOL, by="pernille")
    assert step(log) == StarterStep.OFFERED
    handing.named(transfer, "jonas", by="elle")
    handing.accepted(transfer)
    assert step(log) == StarterStep.ACCEPTED
    confirmed(log, transfer)
    assert rows_of(log, "ingeborg") == []


def test_the_school_sees_the_last_steps_and_when_the_first_meeting_is(log):
    chosen(log)
    consented(log)
    confirmed(log, come_to_school(log))
    assert [each.step for each in arrived(log)] == [StarterStep.READ]
    RelayLog.objects.filter(pk=log.pk).update(next_meeting_at=log.started_at)

    (seen,) = arrived(log)
    assert (seen.step, seen.meeting_at) == (StarterStep.PLANNED, log.started_at)


def test_the_kindergarten_is_not_told_when_the_school_meets(log):
    chosen(log)
    consented(log)
    come_to_school(log)
    RelayLog.objects.filter(pk=log.pk).update(next_meeting_at=log.started_at)

    (seen,) = rows_of(log, "ingeborg")
    page = reading.words(Visitor("ingeborg").see("school_starters"))
    assert (seen.step, seen.meeting_at) == (StarterStep.ACCEPTED, None)
    assert "Isak Byggeklossen" in page and "Første møte:" not in page
    assert "Første møte:" in reading.words(Visitor("elle").see("school_starters"))


@pytest.mark.parametrize(("month", "day", "follows"), [(8, 31, True), (9, 1, False)])
def test_the_kindergarten_follows_nobody_when_school_has_begun(log, month, day, follows):
    chosen(log)
    consented(log)
    come_to_school(log)
    later = date(starters.rules.next_start(stage.today()), month, day)

    assert bool(starters.leaving(stage.actor("ingeborg"), today=later)) == follows


def test_a_log_that_the_school_has_given_on_is_not_followed_any_further(log):
    chosen(log)
    consented(log)
    come_to_school(log)
    RelayLog.objects.filter(pk=log.pk).update(unit_id=handing.unit("eksempelvik_ppt"))

    assert rows_of(log, "ingeborg") == []


def test_the_school_is_told_who_comes_when_the_family_has_said_yes_and_until_then_that_there_are_some(log):
    chosen(log)
    before = reading.words(Visitor("elle").see("school_starters"))
    consented(log)
    after = reading.words(Visitor("elle").see("school_starters"))

    assert "Isak" not in before
    assert "Noen få barn til er på vei" in before
    assert "Isak Byggeklossen" in after
    assert "Noen få barn" not in after


def test_a_leader_sees_no_more_than_names_and_how_far_they_have_come(log):
    chosen(log)
    page = reading.words(Visitor("ingeborg").see("school_starters"))

    assert "Isak Byggeklossen" in page
    assert "Mangler samtykke til skolen" in page
    assert "Isak" not in reading.words(Visitor("tove").see("school_starters"))
    assert "Isak" not in reading.words(Visitor("aslaug").see("school_starters"))


def test_a_private_kindergarten_has_a_queue_like_any_other(db):
    with within(HERE):
        Child.objects.filter(pk=cast.child("zara").id).update(
            first_grade_year=starters.rules.next_start(stage.today())
        )
        log = stage.open_log("zara", "amal")

        assert step(log, "tove") == StarterStep.CHOOSE_SCHOOL


def test_a_child_who_does_not_start_this_summer_is_in_no_queue(db):
    with within(HERE):
        log = stage.open_log("lilly", "pernille")
        with pytest.raises(Refused) as caught:
            chosen(log)

        assert starters.leaving(stage.actor("ingeborg"), today=stage.today()) == []
        assert caught.value.refusal == Refusal.NOT_A_STARTER


def test_only_a_school_may_be_chosen(log):
    with pytest.raises(Refused) as caught:
        chosen(log, school="eksempelvik_ppt")

    assert caught.value.refusal == Refusal.NOT_A_SCHOOL


def test_the_leader_chooses_on_the_page_and_nonsense_is_refused_beside_the_field(log):
    wrong = Visitor("ingeborg").send("starter_school", log.pk, fields={"school_id": "oppdiktet"})
    right = Visitor("ingeborg").send(
        "starter_school", log.pk, fields={"school_id": str(handing.unit(SCHOOL))}
    )

    assert wrong.status_code == 422
    assert reading.errors(wrong)["school_id"] == "Velg ett av alternativene."
    assert right.url == "/skolestartere/"
    assert step(log) == StarterStep.ASK_CONSENT


def test_the_wheel_is_told_how_many_wait_for_each_leader_and_nobody_else(log):
    def count(key, unit):
        return school_starters_waiting(stage.actor(key), handing.unit(unit), stage.today())

    chosen(log)
    assert (count("ingeborg", KINDERGARTEN), count("elle", SCHOOL), count("aslaug", KINDERGARTEN)) == (
        1,
        0,
        0,
    )
    consented(log)
    come_to_school(log)
    assert (count("ingeborg", KINDERGARTEN), count("elle", SCHOOL)) == (0, 1)


def test_the_number_of_queries_does_not_grow_with_the_cohort(log):
    chosen(log)
    consented(log)
    elle, ingeborg = stage.actor("elle"), stage.actor("ingeborg")
    one = _queries(elle, ingeborg)
    for child in ("lilly", "zara"):
        Child.objects.filter(pk=cast.child(child).id).update(
            unit_id=handing.unit(KINDERGARTEN), first_grade_year=starters.rules.next_start(stage.today())
        )
        other = stage.open_log(child, "pernille", units=[handing.unit(SCHOOL)])
        chosen(other)

    assert _queries(elle, ingeborg) == one
    assert len(starters.leaving(ingeborg, today=stage.today())) == 3


def _queries(elle, ingeborg):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        starters.arriving(elle, today=stage.today())
        starters.leaving(ingeborg, today=stage.today())
    return len(asked)
