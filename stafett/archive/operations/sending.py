"""Sending what is handed in, and storing what the archive answers. Run by the worker, a deposit at a time (ARK-04, ARK-05).

Each step may be cut off anywhere and be taken again: the row is held while it is sent, the archive knows the parcel by
its key, and an answer is put away only when the transaction that stores it is through.
"""

import logging
from uuid import uuid5

from stafett.access.enums import LogState
from stafett.archive import channels, rules
from stafett.archive.content.parcel import Parcel, Sheet
from stafett.archive.enums import DepositState, Event, Kind
from stafett.archive.models import Deposit, DepositFile
from stafett.archive.operations.handing_in import defer
from stafett.archive.queries import to_hand_in
from stafett.archive.queries.setup import archivist_ids, setup_of
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.messages.enums import Kind as MessageKind
from stafett.messages.operations import telling
from stafett.register.actor import Actor
from stafett.register.models import Municipality
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations

logger = logging.getLogger(__name__)


def send(deposit_id) -> DepositState | None:
    """Send one deposit that waits; gives its state, None when there is nothing to send. Within the municipality."""
    deposit = Deposit.objects.select_for_update(of=("self",)).filter(pk=deposit_id).first()
    if deposit is None or deposit.state != DepositState.WAITING or deposit.due_at > clock.now():
        return None
    setup = setup_of(deposit.municipality_id)
    message_id = uuid5(deposit.pk, str(deposit.attempts))
    try:
        answer = channels.port(setup.adapter).send(_parcel_of(deposit, setup, message_id))
    except channels.NotNow as fault:
        return _wait(deposit, str(fault))
    deposit.message_id, deposit.sent_at, deposit.fault = message_id, clock.now(), ""
    deposit.state = DepositState.SENT
    deposit.save(update_fields=["message_id", "sent_at", "fault", "state"])
    if answer is not None:
        _store(deposit, answer)
    return DepositState(deposit.state)


def put_off(deposit_id, fault: str) -> DepositState | None:
    """Try later what could not be sent for a reason of our own (`fault`: its kind, no content). Within the municipality."""
    deposit = Deposit.objects.select_for_update(of=("self",)).filter(pk=deposit_id).first()
    if deposit is None or deposit.state != DepositState.WAITING or deposit.due_at > clock.now():
        return None
    return _wait(deposit, fault)


def take_answers(municipality_id) -> int:
    """Store what the municipality's archive has answered since last time; gives how many.

    Must run outside any transaction: each answer has its own, and is put away when that is through.
    """
    with within(municipality_id):
        adapter = setup_of(municipality_id).adapter
        slug = Municipality.objects.get(pk=municipality_id).slug
    try:
        port = channels.port(adapter)
    except channels.NotNow:
        return 0
    return sum(_take(port, municipality_id, answer) for answer in port.answers(slug))


def tell_of_waiting(municipality_id) -> None:
    """Tell the archivists, once a day, of what has waited a day for its receipt or to be packed. Within the municipality.

    What waits to be sent is told of when an attempt fails. Source: ARK-05.
    """
    limit = clock.now() - rules.LONG_WAIT
    if to_hand_in.waits_for_receipt(sent_before=limit) or to_hand_in.unpacked_logs(closed_before=limit):
        _tell_of_waiting(municipality_id)


def _take(port, municipality_id, answer):
    """One answer, stored and then put away: a fault in it stops no other, and it is there the next time."""
    try:
        with within(municipality_id):
            deposit = _asked(answer)
            if deposit is None:
                logger.warning(
                    "An answer from the archive is about nothing we have sent; it is left where it is."
                )
                return 0
            _store(deposit, answer)
        port.settle(answer)
    except Exception:
        logger.exception("An answer from the archive could not be taken in; it is taken again later.")
        return 0
    return 1


def _asked(answer):
    """The deposit an answer is about, held."""
    rows = Deposit.objects.select_for_update(of=("self",))
    found = rows.filter(message_id=answer.message_id).first() if answer.message_id else None
    return found or (rows.filter(pk=answer.key).first() if answer.key else None)


def _store(deposit, answer):
    """What was said twice, or has been overtaken, changes nothing."""
    new = _state_of(answer)
    if new is None or not rules.may_become(deposit.state, new):
        return
    actor = Actor(person_id=None, municipality_id=deposit.municipality_id, name="Stafett")
    if new == DepositState.RECEIVED:
        receive(actor=actor, deposit=deposit, receipt=answer.receipt)
        _end_access(actor, deposit)
    elif new == DepositState.FAILED:
        refuse(actor=actor, deposit=deposit, fault=answer.fault)
    else:
        _wait(deposit, answer.fault)
    deposit.refresh_from_db()


def _state_of(answer):
    """What an answer makes of a deposit; None when it has only been taken in."""
    if answer.receipt:
        return DepositState.RECEIVED
    if answer.fault:
        return DepositState.WAITING if answer.is_for_now else DepositState.FAILED
    return None


def _end_access(actor, deposit):
    """A closed log that the archive has is read here for some days more, and then no longer (L-53)."""
    log = deposit.log
    if deposit.kind != Kind.LOG_CLOSED or log.state != LogState.CLOSED:
        return
    last_day = rules.last_day_of_access(
        closed_on=clock.today_in_norway(log.closed_at),
        received_on=clock.today_in_norway(clock.now()),
        days=setup_of(deposit.municipality_id).access_days,
    )
    log_operations.end_access(actor=actor, log=log, last_day=last_day)


@operation(Event.RECEIVED, lock="deposit")
def receive(*, actor, deposit, receipt):
    """Store the archive's receipt. The files are let go of; their names, sizes and checksums stay."""
    deposit.state, deposit.receipt, deposit.settled_at = DepositState.RECEIVED, receipt, clock.now()
    deposit.fault = ""
    deposit.save(update_fields=["state", "receipt", "settled_at", "fault"])
    DepositFile.objects.filter(deposit=deposit).update(content=None)
    files = list(
        DepositFile.objects.filter(deposit=deposit).order_by("position").values_list("name", "sha256")
    )
    return Outcome(
        deposit, {"kind": deposit.kind, "record": receipt.get("record_id", ""), "sha256": dict(files)}
    )


@operation(Event.REFUSED, lock="deposit")
def refuse(*, actor, deposit, fault):
    """Store that the archive said no, and tell the archivists (ARK-05)."""
    deposit.state, deposit.fault, deposit.settled_at = DepositState.FAILED, fault[:500], clock.now()
    deposit.save(update_fields=["state", "fault", "settled_at"])
    _tell(deposit.municipality_id, MessageKind.ARCHIVE_REFUSED, once=f"{deposit.pk}:{deposit.attempts}")
    return Outcome(deposit, {"kind": deposit.kind})


def _wait(deposit, fault):
    """Try again later. After a day the archivists are told, once a day; nothing is ever given up."""
    deposit.attempts += 1
    deposit.state, deposit.fault = DepositState.WAITING, fault[:500]
    deposit.due_at = clock.now() + rules.next_attempt(deposit.attempts)
    deposit.save(update_fields=["attempts", "state", "fault", "due_at"])
    if clock.now() - deposit.created_at >= rules.LONG_WAIT:
        _tell_of_waiting(deposit.municipality_id)
    defer(deposit)
    return DepositState.WAITING


def _tell_of_waiting(municipality_id):
    _tell(municipality_id, MessageKind.ARCHIVE_WAITS, once=f"day:{clock.local(clock.now()):%Y-%m-%d}")


def _tell(municipality_id, kind, *, once):
    today = clock.today_in_norway(clock.now())
    telling.tell(municipality_id, archivist_ids(day=today), kind, once=once)


def _parcel_of(deposit, setup, message_id):
    child = deposit.log.child if deposit.log_id else None
    name = child.person.name if child else ""
    municipality = deposit.municipality
    return Parcel(
        key=deposit.pk,
        message_id=message_id,
        place=municipality.slug,
        kind=deposit.kind,
        title=f"{deposit.title}: {name}" if name else deposit.title,
        public_title=f"{deposit.title}: *****" if name else deposit.title,
        folder_key=child.pk if child else uuid5(municipality.pk, deposit.folder),
        folder_title=f"{deposit.folder}: {name}" if name else deposit.folder,
        folder_public_title=f"{deposit.folder}: *****" if name else deposit.folder,
        made_on=deposit.made_on,
        made_at=clock.local(deposit.created_at),
        made_by=deposit.made_by.name if deposit.made_by else "Stafett",
        unit=deposit.unit.name,
        party=name,
        case_type=setup.case_type,
        journal_unit=setup.journal_unit,
        files=tuple(
            Sheet(row.name, row.title, row.media_type, bytes(row.content), row.sha256)
            for row in DepositFile.objects.filter(deposit=deposit).order_by("position")
        ),
    )
