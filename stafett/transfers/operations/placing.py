"""A leader gives the baton on when whoever held it has left: the same record as every other transfer (S000-07, L-29)."""

from stafett.access.enums import Relation
from stafett.access.models import Grant
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.register import staff
from stafett.relay_log import operations as log_operations
from stafett.transfers.enums import QuietEvent, TransferKind, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.operations.moving import end_deputies


@operation(QuietEvent.PLACED, lock="log")
def place_log(*, actor, log, employment_id, today):
    """Give the baton to somebody employed in the log's unit; an offer that the former holder had made is withdrawn, and a
    time as deputy is over. Raises Refused, as the relay log's own verb does."""
    former = Grant.objects.filter(log=log, relation=Relation.BATON_HOLDER, ended_at__isnull=True).first()
    log_operations.appoint_holder(actor=actor, log=log, employment_id=employment_id, today=today)
    log.refresh_from_db()
    chosen = staff.employment_on(employment_id, day=today)
    Transfer.objects.filter(log=log, state=TransferState.OFFERED).update(
        state=TransferState.WITHDRAWN, answered_at=clock.now(), answered_by_id=actor.person_id
    )
    end_deputies(log)
    log.baton_offered_until = None
    log.save(update_fields=["baton_offered_until"])
    had_it = former.person_id if former and former.person_id != chosen.person_id else None
    transfer = Transfer.objects.create(
        municipality_id=log.municipality_id, log=log, kind=TransferKind.PLACED, state=TransferState.ACCEPTED,
        from_person_id=had_it, from_unit_id=log.unit_id, to_person_id=chosen.person_id, to_unit_id=log.unit_id,
        offered_by_id=actor.person_id, offered_at=clock.now(), expires_on=today, answered_by_id=actor.person_id,
        answered_at=clock.now(),
    )  # fmt: skip
    return Outcome(transfer, {"person": chosen.person.name})
