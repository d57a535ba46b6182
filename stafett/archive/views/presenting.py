"""Turns deposits into what people read: a tag, a sentence about what happens now, and the receipt's facts."""

from datetime import datetime

from django.utils.translation import gettext as _

from stafett.archive.enums import DepositState
from stafett.kernel.clock import local

TAGS = {
    DepositState.WAITING: "soon",
    DepositState.SENT: "active",
    DepositState.RECEIVED: "done",
    DepositState.FAILED: "overdue",
}


def shown(row):
    """The deposit with `.tag` and `.now`, what happens to it now."""
    row.tag, row.now = TAGS[row.state], _now(row)
    return row


def receipt(row) -> list[tuple[str, str]]:
    """(what, value) of the archive's receipt, without what was not said."""
    said = row.receipt
    number = "/".join(filter(None, (said.get("journal_year"), said.get("journal_number"))))
    facts = (
        (_("Nummer i arkivet"), said.get("record_id") or number or said.get("system_id")),
        (_("Mappe i arkivet"), said.get("folder_id")),
        (_("Journalnummer"), number),
        (_("Arkivert"), _moment(said.get("archived_at"))),
        (_("Arkivert av"), said.get("archived_by")),
        (_("Kvittering lagret"), _at(row.settled_at)),
    )
    return [(str(label), value) for label, value in facts if value]


def _now(row):
    if row.state == DepositState.RECEIVED:
        return _("Mottatt %(at)s.") % {"at": _at(row.settled_at)}
    if row.state == DepositState.SENT:
        return _("Sendt %(at)s. Arkivet har ikke kvittert ennå.") % {"at": _at(row.sent_at)}
    if row.state == DepositState.FAILED:
        return _("Arkivet sa nei %(at)s. Se hva det svarte, og send på nytt.") % {"at": _at(row.settled_at)}
    if row.attempts:
        return _("Arkivet svarer ikke. Vi prøver igjen av oss selv %(at)s.") % {"at": _at(row.due_at)}
    return _("Blir sendt om et øyeblikk.")


def _at(moment):
    return f"{local(moment):%-d.%-m.%Y kl. %H.%M}" if moment else ""


def _moment(text):
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return text
    return _at(moment) if moment.tzinfo else f"{moment:%-d.%-m.%Y kl. %H.%M}"
