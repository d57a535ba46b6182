"""Answering an offer of the baton, reading what came with it, and giving it back after a time as deputy."""

from stafett.access.enums import LogState, Relation
from stafett.access.models import Grant
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.relay_log.operations.participation import require_not_in_family
from stafett.transfers import rules
from stafett.transfers.enums import Event, QuietEvent, Refusal, TransferKind, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.operations.moving import end_deputies, pass_baton
from stafett.transfers.operations.offering import require_may_go_to
from stafett.transfers.queries.reach import stands_in_still


@operation(Event.ACCEPTED, lock="log")
def accept_transfer(*, actor, log, transfer, today):
    """Take the baton: from now the actor holds it, and whoever held it does not. Consent is asked anew where the log goes to
    another unit. Raises Refused."""
    transfer = _waiting(log, transfer, TransferState.ACCEPTED, today)
    if transfer.to_person_id is None:
        require(no(Refusal.NO_RECEIVER))
    works_there = staff.holding_in_unit(person=actor.person_id, unit=transfer.to_unit_id, day=today).exists()
    if actor.person_id != transfer.to_person_id or not works_there:
        require(no(Refusal.NOT_IN_UNIT))
    require_not_in_family(log.child_id, actor.person_id)
    if transfer.kind == TransferKind.UNIT:
        require_may_go_to(log, transfer.to_unit, today=today)
    given_by = _holder_id(log)
    pass_baton(
        log, actor=actor, to_person_id=actor.person_id, unit_id=transfer.to_unit_id,
        stays=transfer.stays and _still_works(transfer.from_person_id, log, today), today=today,
    )  # fmt: skip
    end_deputies(log)
    _answer(transfer, actor, TransferState.ACCEPTED)
    tell(log.municipality_id, [given_by], Kind.TRANSFER_ACCEPTED, link=("transfers", None))
    return Outcome(transfer, {"kind": transfer.kind, "unit": str(transfer.to_unit_id)})


@operation(Event.DECLINED, lock="log")
def decline_transfer(*, actor, log, transfer, reason, today):
    """Say no, with a reason for the one who asked. The baton stays where it is. Raises Refused."""
    transfer = _waiting(log, transfer, TransferState.DECLINED, today)
    if not reason:
        require(no(Refusal.REASON_MISSING))
    transfer.reason = reason
    _end_offer(log, transfer, actor, TransferState.DECLINED)
    link = ("transfer_log", log.pk)
    tell(log.municipality_id, [_holder_id(log)], Kind.TRANSFER_DECLINED, log=log, link=link)
    return transfer


@operation(Event.WITHDRAWN, lock="log")
def withdraw_transfer(*, actor, log, transfer, today):
    """Take an offer back before it is answered. Raises Refused."""
    transfer = _waiting(log, transfer, TransferState.WITHDRAWN, today)
    _end_offer(log, transfer, actor, TransferState.WITHDRAWN)
    leaders = [post.person_id for post in staff.leaders_of([transfer.to_unit_id], day=today)]
    told = [transfer.to_person_id] if transfer.to_person_id else leaders
    tell(log.municipality_id, told, Kind.TRANSFER_WITHDRAWN, link=("transfers", None))
    return transfer


@operation(QuietEvent.RECEIVER_NAMED, lock="log")
def name_receiver(*, actor, log, transfer, employment_id, today):
    """Let the leader of the receiving unit say who there takes the log. May be changed until it is accepted. Raises
    Refused."""
    transfer = _waiting(log, transfer, TransferState.ACCEPTED, today)
    chosen = staff.employment_on(employment_id, day=today)
    if chosen is None or chosen.unit_id != transfer.to_unit_id:
        require(no(Refusal.NOT_IN_UNIT))
    if chosen.person_id == _holder_id(log):
        require(no(Refusal.IS_YOURSELF))
    require_may_go_to(log, transfer.to_unit, today=today)
    transfer.to_person_id = chosen.person_id
    transfer.save(update_fields=["to_person"])
    told = [chosen.person_id] if chosen.person_id != actor.person_id else []
    tell(log.municipality_id, told, Kind.TRANSFER_OFFERED, log=log, link=("transfer", transfer.pk))
    return Outcome(transfer, {"person": chosen.person.name})


@operation(Event.READ, lock="log")
def confirm_reading(*, actor, log, transfer):
    """Say that the new holder has read what the log has learned (W-27). Raises Refused when it is said already."""
    transfer = Transfer.objects.select_for_update().get(pk=transfer.pk, log=log)
    if transfer.state != TransferState.ACCEPTED or transfer.read_at is not None:
        require(no(Refusal.OFFER_IS_OVER))
    transfer.read_at = clock.now()
    transfer.save(update_fields=["read_at"])
    return transfer


@operation(Event.RETURNED, lock="log")
def take_back(*, actor, log, transfer, today):
    """End a time as deputy: the one who was stood in for has the baton again, and the deputy leaves. Either may say so, also
    before the last day, as long as the baton has not gone on since. Raises Refused."""
    transfer = Transfer.objects.select_for_update().get(pk=transfer.pk, log=log)
    require(rules.may_become(transfer.state, TransferState.RETURNED))
    holds = log.state == LogState.ACTIVE and _holder_id(log) == transfer.to_person_id
    if not holds or not stands_in_still(transfer):
        require(no(Refusal.OFFER_IS_OVER))
    require(rules.may_give_back(is_employed_in_unit=_still_works(transfer.from_person_id, log, today)))
    Transfer.objects.filter(log=log, state=TransferState.OFFERED).update(
        state=TransferState.WITHDRAWN, answered_at=clock.now(), answered_by_id=actor.person_id
    )
    pass_baton(
        log, actor=actor, to_person_id=transfer.from_person_id, unit_id=log.unit_id, stays=False, today=today
    )
    transfer.state, transfer.returned_at = TransferState.RETURNED, clock.now()
    transfer.save(update_fields=["state", "returned_at"])
    other = ({transfer.from_person_id, transfer.to_person_id} - {actor.person_id}).pop()
    tell(log.municipality_id, [other], Kind.BATON_PASSED, log=log)
    return Outcome(transfer, {"holder": transfer.from_person.name})


def _waiting(log, transfer, after, today):
    """The offer read anew, which must be able to become `after` today, in a log in use."""
    row = (
        Transfer.objects.select_for_update(of=("self",))
        .select_related("to_unit")
        .get(pk=transfer.pk, log=log)
    )
    require(rules.may_become(rules.state_on(today, state=row.state, expires_on=row.expires_on), after))
    if log.state != LogState.ACTIVE:
        require(no(Refusal.OFFER_IS_OVER))
    return row


def _end_offer(log, transfer, actor, state):
    log.baton_offered_until = None
    log.save(update_fields=["baton_offered_until"])
    _answer(transfer, actor, state)


def _answer(transfer, actor, state):
    transfer.state, transfer.answered_by_id, transfer.answered_at = state, actor.person_id, clock.now()
    transfer.save(update_fields=["state", "answered_by", "answered_at", "reason"])


def _holder_id(log):
    holders = Grant.objects.filter(log=log, relation=Relation.BATON_HOLDER, ended_at__isnull=True)
    return holders.values_list("person_id", flat=True).get()


def _still_works(person_id, log, today):
    return (
        person_id is not None
        and staff.holding_in_unit(person=person_id, unit=log.unit_id, day=today).exists()
    )
