"""A time as deputy ends when the baton goes on: what was agreed before never brings it back past whoever has it now."""

from datetime import timedelta

import pytest

from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.transfers import operations, tasks
from stafett.transfers.enums import Refusal, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.queries import lists, reach
from tests import stage
from tests.transfers import handing
from tests.transfers.handing import HERE
from tests.web.reading import words
from tests.web.visiting import Visitor


@pytest.fixture
def log(db):
    """Nils's log, which Kari has."""
    with within(HERE):
        yield stage.open_log("nils")


@pytest.fixture
def old(log):
    """A time as deputy for Jonas, before he gave the baton back by an ordinary offer and got it for good."""
    transfer = handing.accepted(handing.offered_for_a_time(log, days=2))
    handing.accepted(handing.offered(log, to="kari", by="jonas"), by="kari")
    handing.accepted(handing.offered(log, stays=True))
    return transfer


def leaves(key):
    Employment.objects.filter(person_id=cast.person(key).id).update(ends_on=stage.today() - timedelta(days=1))


def as_it_was_left_before(transfer):
    """The row as it stood when nothing ended it."""
    Transfer.objects.filter(pk=transfer.pk).update(state=TransferState.ACCEPTED, returned_at=None)


def test_whoever_gave_the_baton_for_good_does_not_take_it_by_an_old_deputyship(log, old):
    answer = Visitor("kari").send("transfer_return", old.pk)

    assert answer.status_code == 404
    assert handing.holder(log) == [cast.person("jonas").id]
    assert handing.state(old) == TransferState.RETURNED


@pytest.mark.parametrize("by", ["kari", "jonas"])
def test_an_old_deputyship_that_nothing_ended_moves_nothing_either(log, old, by):
    as_it_was_left_before(old)

    with pytest.raises(Refused) as caught:
        handing.answer(operations.take_back, old, by)

    assert caught.value.refusal == Refusal.OFFER_IS_OVER
    assert Visitor(by).send("transfer_return", old.pk).status_code in (403, 404)
    assert handing.holder(log) == [cast.person("jonas").id]


def test_the_one_who_was_stood_in_for_does_not_find_what_is_over_and_finds_what_runs(log, old):
    as_it_was_left_before(old)
    kari = stage.actor("kari")
    found_before = reach.reachable_transfer(kari, old.pk)
    handing.accepted(handing.offered(log, to="kari", by="jonas"), by="kari")
    runs = handing.accepted(handing.offered_for_a_time(log))

    assert found_before is None
    assert reach.reachable_transfer(kari, runs.pk).ways.stood_back


def test_the_night_does_not_tell_of_a_deputyship_that_is_over(log, old):
    tasks.remind(municipality_id=str(HERE))

    assert not Message.objects.filter(kind="deputy_ends").exists()


def test_a_log_that_a_leader_places_ends_the_time_as_deputy(log):
    transfer = handing.accepted(handing.offered_for_a_time(log))
    leaves("jonas")
    operations.place_log(
        actor=stage.actor("elle"), log=log, employment_id=handing.post("yusuf"), today=stage.today()
    )

    assert handing.state(transfer) == TransferState.RETURNED
    assert handing.holder(log) == [cast.person("yusuf").id]


def test_a_log_on_its_way_to_another_municipality_does_not_tie_the_deputy(log):
    transfer = handing.accepted(handing.offered_for_a_time(log))
    Transfer.objects.create(
        municipality_id=HERE, log=log, kind="municipality", state=TransferState.ACCEPTED,
        from_person_id=cast.person("jonas").id, from_unit_id=log.unit_id,
        to_unit_id=handing.unit("eksempelvik_ppt"),
        offered_by_id=cast.person("jonas").id, offered_at=clock.now(), expires_on=stage.today(),
        answered_by_id=cast.person("jonas").id, answered_at=clock.now(),
    )  # fmt: skip

    handing.answer(operations.take_back, transfer, "kari")

    assert handing.holder(log) == [cast.person("kari").id]


def test_the_page_says_that_the_time_is_over_and_not_that_the_baton_came_back(log):
    handing.accepted(handing.offered_for_a_time(log))
    handing.accepted(handing.offered(log, to="yusuf", by="jonas"), by="yusuf")

    page = words(Visitor("yusuf").see("transfer_log", log.pk))
    assert "Vikariatet er over" in page
    assert "Gitt tilbake" not in page


def test_whoever_has_left_the_unit_does_not_see_the_child_among_their_offers(log):
    transfer = handing.offered_for_a_time(log)
    before = lists.open_offers(stage.actor("kari")).from_me
    leaves("kari")
    kari = stage.actor("kari")

    assert before == [transfer]
    assert lists.open_offers(kari).from_me == []
    assert reach.reachable_transfer(kari, transfer.pk) is None
