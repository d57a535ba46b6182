"""What happens when the baton is offered, taken, refused, taken back, and when somebody stands in for a time."""

from datetime import timedelta

import pytest

from stafett.access.models import Grant
from stafett.audit.models import Entry
from stafett.consent.models import ConsentRequest
from stafett.demo import cast
from stafett.kernel import clock
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import RelayLog
from stafett.transfers import operations, tasks
from stafett.transfers.enums import Refusal, TransferState
from stafett.transfers.models import Transfer
from tests import stage
from tests.transfers import handing
from tests.transfers.handing import HERE

PPT = "eksempelvik_ppt"


@pytest.fixture
def log(db):
    """Nils's log: Kari has the baton, and the family has said yes to PPT."""
    with within(HERE):
        yield stage.open_log("nils", units=[handing.unit(PPT)])


def told(kind):
    return set(Message.objects.filter(kind=kind).values_list("recipient_id", flat=True))


def person(key):
    return cast.person(key).id


def leaves(key):
    yesterday = stage.today() - timedelta(days=1)
    Employment.objects.filter(person_id=person(key)).update(ends_on=yesterday)


def refused(call, *args, **given):
    with pytest.raises(Refused) as caught:
        call(*args, **given)
    return caught.value.refusal


def test_an_offer_moves_nothing_and_tells_the_receiver_without_saying_what_it_is_about(log):
    transfer = handing.offered(log, words="Begynn med friminuttene.")

    assert handing.holder(log) == [person("kari")]
    message = Message.objects.get(recipient_id=person("jonas"), kind="transfer_offered")
    assert message.facts == {}
    assert (message.route, message.target_id) == ("transfer", transfer.pk)
    assert stage.reached(log, "jonas") is None
    assert Entry.objects.get(event="transfer.offered").thing_id == transfer.pk


def test_accepting_gives_the_whole_log_to_one_and_takes_it_from_the_other(log):
    handing.accepted(handing.offered(log))

    assert handing.holder(log) == [person("jonas")]
    assert stage.reached(log, "jonas").relation == "baton_holder"
    assert stage.reached(log, "kari") is None
    assert told("transfer_accepted") == {person("kari")}
    assert told("baton_passed") == {person("bente")}
    assert Entry.objects.get(event="transfer.accepted").actor_id == person("jonas")


def test_whoever_wants_to_stays_as_participant(log):
    handing.accepted(handing.offered(log, stays=True))

    assert stage.reached(log, "kari").relation == "participant"


def test_a_participant_who_takes_the_baton_has_one_place(log):
    log_operations.add_participant(
        actor=stage.actor("kari"),
        log=log,
        employment_id=handing.post("jonas"),
        purpose="",
        today=stage.today(),
    )
    handing.accepted(handing.offered(log))

    assert Grant.objects.filter(log=log, person_id=person("jonas"), ended_at__isnull=True).count() == 1


def test_a_no_leaves_the_baton_where_it_is_and_its_reason_is_in_no_trail(log):
    transfer = handing.offered(log)
    handing.answer(operations.decline_transfer, transfer, "jonas", reason="Jeg skal ha permisjon.")

    assert handing.holder(log) == [person("kari")]
    assert handing.state(transfer) == TransferState.DECLINED
    assert told("transfer_declined") == {person("kari")}
    assert "permisjon" not in str(list(Entry.objects.values_list("reason", "facts")))
    assert RelayLog.objects.get(pk=log.pk).baton_offered_until is None


def test_a_no_needs_a_reason(log):
    transfer = handing.offered(log)

    found = refused(handing.answer, operations.decline_transfer, transfer, "jonas", reason="")

    assert found == Refusal.REASON_MISSING


def test_an_offer_that_is_taken_back_cannot_be_accepted(log):
    transfer = handing.offered(log)
    handing.answer(operations.withdraw_transfer, transfer, "kari")

    assert refused(handing.accepted, transfer) == Refusal.OFFER_IS_OVER
    assert told("transfer_withdrawn") == {person("jonas")}


def test_an_offer_is_over_after_fourteen_days_and_another_may_be_made(log):
    first = handing.offered(log)

    with clock.set_to(clock.now() + timedelta(days=15)):
        assert refused(handing.accepted, first) == Refusal.OFFER_IS_OVER
        second = handing.offered(log, to="yusuf")

    assert handing.state(first) == TransferState.EXPIRED
    assert handing.state(second) == TransferState.OFFERED


def test_one_offer_waits_at_a_time(log):
    handing.offered(log)

    assert refused(handing.offered, log, to="yusuf") == Refusal.ALREADY_OFFERED
    assert refused(handing.offered_to_unit, log) == Refusal.ALREADY_OFFERED


@pytest.mark.parametrize(("to", "why"), [("henrik", Refusal.NOT_IN_UNIT), ("kari", Refusal.IS_YOURSELF)])
def test_a_colleague_is_somebody_else_in_the_same_unit(log, to, why):
    assert refused(handing.offered, log, to=to) == why


def test_whoever_has_left_meanwhile_does_not_get_the_baton(log):
    transfer = handing.offered(log)
    leaves("jonas")

    assert refused(handing.accepted, transfer) == Refusal.NOT_IN_UNIT
    assert handing.holder(log) == [person("kari")]


def test_nobody_else_than_the_one_asked_accepts(log):
    transfer = handing.offered(log)

    assert refused(handing.accepted, transfer, by="yusuf") == Refusal.NOT_IN_UNIT


def test_a_closed_log_is_not_accepted(log):
    transfer = handing.offered(log)
    log_operations.close_log(actor=stage.actor("kari"), log=log, summary="Ferdig.", today=stage.today())

    assert refused(handing.accepted, transfer) == Refusal.OFFER_IS_OVER


def test_a_deputy_holds_the_baton_while_the_other_stays_and_either_may_end_it(log):
    transfer = handing.accepted(handing.offered_for_a_time(log))
    assert handing.holder(log) == [person("jonas")]
    assert stage.reached(log, "kari").relation == "participant"

    handing.answer(operations.take_back, transfer, "kari")

    assert handing.holder(log) == [person("kari")]
    assert stage.reached(log, "jonas") is None
    assert handing.state(transfer) == TransferState.RETURNED
    assert refused(handing.answer, operations.take_back, transfer, "kari") == Refusal.OFFER_IS_OVER


def test_a_baton_goes_back_only_to_somebody_who_is_still_there(log):
    transfer = handing.accepted(handing.offered_for_a_time(log))
    leaves("kari")

    assert refused(handing.answer, operations.take_back, transfer, "jonas") == Refusal.HAS_LEFT
    assert handing.holder(log) == [person("jonas")]


def test_a_deputy_who_has_given_the_baton_on_has_none_to_give_back(log):
    transfer = handing.accepted(handing.offered_for_a_time(log))
    handing.accepted(handing.offered(log, to="yusuf", by="jonas"), by="yusuf")

    assert refused(handing.answer, operations.take_back, transfer, "kari") == Refusal.OFFER_IS_OVER
    assert handing.holder(log) == [person("yusuf")]


def test_another_unit_gets_the_log_when_its_leader_has_named_somebody(log):
    transfer = handing.offered_to_unit(log)
    assert told("transfer_to_unit") == {person("liv")}
    handing.named(transfer, "henrik", by="liv")

    handing.accepted(transfer, by="henrik")

    assert handing.holder(log) == [person("henrik")]
    assert RelayLog.objects.get(pk=log.pk).unit_id == handing.unit(PPT)
    assert stage.reached(log, "kari") is None


def test_colleagues_of_the_former_unit_lose_their_places_unless_consent_names_it(log):
    log_operations.add_participant(
        actor=stage.actor("kari"),
        log=log,
        employment_id=handing.post("jonas"),
        purpose="",
        today=stage.today(),
    )
    transfer = handing.offered_to_unit(log)
    handing.named(transfer, "henrik", by="liv")
    handing.accepted(transfer, by="henrik")

    assert stage.reached(log, "jonas") is None


def test_a_unit_that_consent_does_not_cover_is_offered_nothing(log):
    found = refused(handing.offered_to_unit, log, to="eksempelvik_welfare")

    assert found == Refusal.UNIT_NOT_COVERED
    assert Transfer.objects.count() == 0


def test_a_unit_that_may_see_only_parts_does_not_get_the_whole(log):
    concern = stage.active_concern(log)
    word = log.consents.get()
    stage.consent_operations.narrow_consent(
        actor=stage.actor("bente"), log=log, covered_unit_ids=[handing.unit(PPT)], limits="", today=stage.today(),
        restrictions={handing.unit(PPT): [concern.pk]}, valid_until=word.valid_until,
    )  # fmt: skip

    assert refused(handing.offered_to_unit, log) == Refusal.UNIT_SEES_ONLY_PARTS


def test_what_the_family_has_not_seen_does_not_leave_the_house(log):
    stage.drafted_concern(log)

    assert refused(handing.offered_to_unit, log) == Refusal.NOT_YET_SHARED
    assert handing.offered(log).pk


def test_consent_that_is_taken_back_stops_the_transfer(log):
    transfer = handing.offered_to_unit(log)
    handing.named(transfer, "henrik", by="liv")
    handing.taken_back("bente", log)

    assert refused(handing.accepted, transfer, by="henrik") == Refusal.UNIT_NOT_COVERED
    assert handing.holder(log) == [person("kari")]


def test_each_parent_is_asked_for_what_they_have_said_yes_to_themselves_and_one_unit_more(db):
    ppt, welfare, school = (handing.unit(each) for each in (PPT, "eksempelvik_welfare", "fabelasen_school"))
    with within(HERE):
        log = stage.open_log("emil", units=[ppt])
        stage.consent_from(log, person("siv"), units=[welfare])
        operations.ask_consent(actor=stage.actor("kari"), log=log, unit_id=school, today=stage.today())

        asked = {each.person_id: set(each.unit_ids) for each in ConsentRequest.objects.filter(log=log)}
        said = told("consent_requested")

    assert asked == {person("lars"): {str(ppt), str(school)}, person("siv"): {str(welfare), str(school)}}
    assert said == {person("lars"), person("siv")}


def test_asking_for_one_unit_more_keeps_those_they_have_said_yes_to(log):
    welfare = handing.unit("eksempelvik_welfare")
    operations.ask_consent(actor=stage.actor("kari"), log=log, unit_id=welfare, today=stage.today())

    asked = ConsentRequest.objects.get(log=log)
    assert asked.person_id == person("bente")
    assert set(asked.unit_ids) == {str(handing.unit(PPT)), str(welfare)}


def test_a_leader_who_places_a_log_makes_the_same_record_and_ends_a_waiting_offer(log):
    waiting = handing.offered(log)
    leaves("kari")

    operations.place_log(
        actor=stage.actor("elle"), log=log, employment_id=handing.post("yusuf"), today=stage.today()
    )

    placed = Transfer.objects.get(kind="placed")
    assert (placed.from_person_id, placed.to_person_id, placed.state) == (
        person("kari"),
        person("yusuf"),
        "accepted",
    )
    assert handing.state(waiting) == TransferState.WITHDRAWN
    assert handing.holder(log) == [person("yusuf")]


def test_a_placed_log_that_never_came_into_use_can_still_be_discarded(db):
    with within(HERE):
        log = stage.started_log("nils")
        leaves("kari")
        operations.place_log(
            actor=stage.actor("elle"), log=log, employment_id=handing.post("yusuf"), today=stage.today()
        )
        log_operations.discard_log(actor=stage.actor("yusuf"), log=RelayLog.objects.get(pk=log.pk))

        assert Transfer.objects.count() == 0


def test_the_new_holder_says_once_that_the_log_is_read(log):
    transfer = handing.accepted(handing.offered(log))
    given = {"actor": stage.actor("jonas"), "log": log, "transfer": transfer}

    operations.confirm_reading(**given)

    assert Transfer.objects.get().read_at is not None
    assert refused(operations.confirm_reading, **given) == Refusal.OFFER_IS_OVER


def test_the_night_tells_of_what_nobody_answered_and_of_a_deputys_last_days_once(log):
    handing.offered(log)

    with clock.set_to(clock.now() + timedelta(days=16)):
        first = tasks.remind(municipality_id=str(HERE))
        again = tasks.remind(municipality_id=str(HERE))

    assert (first, again) == (1, 0)
    assert told("transfer_expired") == {person("kari")}


def test_both_are_told_when_a_time_as_deputy_is_near_its_end(log):
    handing.accepted(handing.offered_for_a_time(log, days=2))

    tasks.remind(municipality_id=str(HERE))

    assert told("deputy_ends") == {person("kari"), person("jonas")}
