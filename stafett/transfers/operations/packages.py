"""A log on its way to another municipality: the package taken out, the receipt that comes back, and a look at one that has
come."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.archive.content import log_data, log_files
from stafett.archive.content.log_document import document_of
from stafett.archive.queries.log_content import content_of
from stafett.audit.enums import EntryKind
from stafett.audit.trail import Outcome, operation
from stafett.kernel import pdf
from stafett.kernel.clock import now
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.verdict import no, require
from stafett.log_meetings.models import MinutesPart
from stafett.register import people
from stafett.register.rules import is_protected
from stafett.relay_log.models import Concern
from stafett.transfers import rules
from stafett.transfers.enums import Event, QuietEvent, Refusal, TransferKind, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.operations.offering import require_may_go_to

# What the new municipality has no need of: it asks for consent itself, and our trail is ours (L-02, L-56).
_LEFT_OUT = {"consents": [], "former": [], "events": []}


@operation(QuietEvent.PACKAGE_MADE, lock="log")
def take_out_package(*, actor, log, transfer, language, today):
    """Make the package of an offer to another municipality, and remember its checksum; the transfer carries it as `.package`
    (bytes). Consent is asked anew, and the address: either may have changed since the offer. Raises Refused."""
    row = Transfer.objects.select_related("to_unit", "from_unit").get(pk=transfer.pk, log=log)
    _require_waits(row, today)
    require(rules.may_leave_as_package(is_protected=is_protected(log.child.person.protection)))
    require_may_go_to(log, row.to_unit, today=today)
    values, left_out = values_of(log)
    data = log_data.data_of(values)
    row.package = rules.packed(
        data,
        cover=_cover(log, row, left_out, today),
        beside=_beside(values, left_out, language, today),
    )
    require(rules.may_weigh(row.package, data=data))
    row.package_sha256 = sha256_hex(data)
    row.save(update_fields=["package_sha256"])
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


def values_of(log) -> tuple[dict, int]:
    """The log as plain values, as the archive has them and its schema describes them, without what is ours alone and what
    is kept from guardians; and how many concerns and notes were kept (L-13)."""
    values, left_out = rules.without_kept(content_of(log.pk))
    minutes = _shown_minutes(log)
    meetings = [each | {"minutes": minutes[each["id"]]} for each in values["meetings"]]
    return values | _LEFT_OUT | {"child": values["child"] | {"id": ""}, "meetings": meetings}, left_out


def _shown_minutes(log):
    """The parts of minutes that guardians may see, as the archive has them, by the meeting's id."""
    found = defaultdict(list)
    kept = set(Concern.objects.filter(log=log).exclude(kept_from_guardians="").values_list("id", flat=True))
    for part in MinutesPart.objects.filter(log=log).order_by("position"):
        if part.concern_id not in kept:
            found[str(part.meeting_id)].append({"heading": part.heading, "text": part.text})
    return found


def _cover(log, row, left_out, today):
    return {
        "from": log.municipality.name,
        "to": row.to_unit.name,
        "made_on": today.isoformat(),
        "left_out": left_out,
        "left_out_because": _said_of(left_out),
        "child_number": people.number_of(log.child.person),  # so that it is no other child's log (ADR 0044)
    }


def _said_of(left_out):
    """That something is not in the package, and why; empty when nothing was left out."""
    said = ngettext(
        "%(count)s del av loggen er ikke med i pakken, fordi foresatte ikke ser den.",
        "%(count)s deler av loggen er ikke med i pakken, fordi foresatte ikke ser dem.",
        left_out,
    )
    return said % {"count": left_out} if left_out else ""


def _beside(values, left_out, language, made_on: date):
    yield "stafettlogg.pdf", _pdf_of(values, left_out, language, made_on)
    yield log_data.SCHEMA_NAME, log_data.schema()


def _pdf_of(values, left_out, language, made_on):
    """The log to read, which says first what is not there."""
    if not left_out:
        return log_files.pdf_of(values, language=language, made_on=made_on)
    document = document_of(values, language=language, made_on=made_on)
    first = pdf.Paragraph(_said_of(left_out))
    try:
        return pdf.typeset(replace(document, blocks=(first, *document.blocks)))
    except pdf.TooLong:
        rest = pdf.Paragraph(_("Loggen er for lang for ett dokument. Resten står i filen stafettlogg.json."))
        return pdf.typeset(replace(document, blocks=(first, rest)))


def _require_waits(row, today):
    state = rules.state_on(today, state=row.state, expires_on=row.expires_on)
    require(rules.may_become(state, TransferState.ACCEPTED))
    if row.kind != TransferKind.MUNICIPALITY:
        require(no(Refusal.OFFER_IS_OVER))
