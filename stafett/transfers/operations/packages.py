"""A log on its way to another municipality: the package taken out, the receipt that comes back, and a look at one that has
come."""

from datetime import date

from stafett.archive.content import log_data, log_files
from stafett.archive.queries.log_content import content_of
from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel.clock import now
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.verdict import no, require
from stafett.transfers import rules
from stafett.transfers.enums import Event, QuietEvent, Refusal, TransferKind, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.operations.offering import require_may_go_to

# What the new municipality has no need of: it asks for consent itself, and our trail is ours (L-02, L-56).
_LEFT_OUT = {"consents": [], "former": [], "events": []}


@operation(QuietEvent.PACKAGE_MADE, lock="log")
def take_out_package(*, actor, log, transfer, language, today):
    """Make the package of an offer to another municipality, and remember its checksum; the transfer carries it as `.package`
    (bytes). Consent is asked anew. Raises Refused."""
    row = Transfer.objects.select_related("to_unit", "from_unit").get(pk=transfer.pk, log=log)
    _require_waits(row, today)
    require_may_go_to(log, row.to_unit, today=today)
    values = values_of(log)
    data = log_data.data_of(values)
    row.package_sha256 = sha256_hex(data)
    row.save(update_fields=["package_sha256"])
    row.package = rules.packed(
        data,
        cover={"from": log.municipality.name, "to": row.to_unit.name, "made_on": today.isoformat()},
        beside=_beside(values, language, today),
    )
    return Outcome(row, {"sha256": row.package_sha256, "to": row.to_unit.name})


@operation(Event.RECEIVED, lock="log")
def confirm_receipt(*, actor, log, transfer, code, today):
    """Write down the receipt that the other municipality has given: the log is there. It is still open here, with its holder,
    until it is closed and archived. Raises Refused."""
    row = Transfer.objects.get(pk=transfer.pk, log=log)
    _require_waits(row, today)
    if not row.package_sha256 or not rules.is_receipt(code, sha256=row.package_sha256):
        require(no(Refusal.WRONG_RECEIPT))
    row.state, row.answered_at, row.answered_by_id = TransferState.ACCEPTED, now(), actor.person_id
    row.save(update_fields=["state", "answered_at", "answered_by"])
    log.baton_offered_until = None
    log.save(update_fields=["baton_offered_until"])
    return Outcome(row, {"sha256": row.package_sha256})


@operation(QuietEvent.PACKAGE_CHECKED, kind=EntryKind.READ)
def check_package(*, actor, sha256):
    """Record that the actor has looked at a package from another municipality, by its checksum. Nothing of it is kept."""
    return Outcome(None, {"sha256": sha256})


def values_of(log) -> dict:
    """The log as plain values, as the archive has them and its schema describes them, without what is ours alone."""
    values = content_of(log.pk)
    return values | _LEFT_OUT | {"child": values["child"] | {"id": ""}}


def _beside(values, language, made_on: date):
    yield "stafettlogg.pdf", log_files.pdf_of(values, language=language, made_on=made_on)
    yield log_data.SCHEMA_NAME, log_data.schema()


def _require_waits(row, today):
    state = rules.state_on(today, state=row.state, expires_on=row.expires_on)
    require(rules.may_become(state, TransferState.ACCEPTED))
    if row.kind != TransferKind.MUNICIPALITY:
        require(no(Refusal.OFFER_IS_OVER))
