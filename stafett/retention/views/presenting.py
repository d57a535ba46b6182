"""Turns logs, rules, holds and lists into what people read. No decisions about who may see them."""

from types import SimpleNamespace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.retention.content.standard import STANDARD
from stafett.retention.enums import DECIDED_HERE, DisposalState, Fate, ItemState, Kind, Refusal
from stafett.retention.queries.disposals import waiting_disposals

TAGS = {
    DisposalState.PROPOSED: "soon",
    DisposalState.APPROVED: "active",
    DisposalState.CARRIED_OUT: "done",
    DisposalState.DECLINED: "stopped",
    DisposalState.WITHDRAWN: "stopped",
    DisposalState.EXPIRED: "stopped",
}


def tabs(current, actor):
    """The four pages of retention, with how many lists wait."""
    names = (
        ("retention", _("Tiden er ute")),
        ("disposals", _("Slettelister")),
        ("holds", _("Stanser")),
        ("retention_rules", _("Regler")),
    )
    waiting = waiting_disposals(actor)
    return [
        {
            "label": label,
            "href": reverse(name),
            "current": name == current,
            "count": waiting or None if name == "disposals" else None,
        }
        for name, label in names
    ]


def due(each):
    """A log whose time is over: a label without names, and what stops it in words."""
    since = (
        _("Avsluttet") if each.rule.kind == Kind.CLOSED_LOG else _("Opprettet")
    ) + f" {_day(each.counted_from)}"
    record = _("nr. %(number)s i arkivet") % {"number": each.record} if each.record else ""
    label = " · ".join(filter(None, (since, each.unit_shown, record, short(each.log_hash))))
    return SimpleNamespace(
        log_id=each.log_id, label=label, due_on=each.due_on, stopped=each.stopped,
        why=str(each.stopped.label) if each.stopped else "",
    )  # fmt: skip


def rule(each):
    """A rule: what happens to it, when, where that stands and why."""
    told = STANDARD[each.kind]
    return SimpleNamespace(
        kind=each.kind, heading=each.kind.label, what=sentence(each), basis=each.basis, explanation=told.explanation,
        is_decided_here=each.kind in DECIDED_HERE, version=each.version, reason=each.reason, fate=each.fate,
        months=each.months, changed_by=each.changed_by, changed_at=each.changed_at,
    )  # fmt: skip


def sentence(each) -> str:
    """What a rule says, as one sentence."""
    if each.months is None or each.fate == Fate.KEEP:
        return str(each.fate.label) + "."
    facts = {"time": _time(each.months), "since": each.count_from.label}
    if each.fate == Fate.ARCHIVE:
        return _("Kan slettes her %(time)s etter %(since)s, når arkivet har den.") % facts
    return _("Kan slettes %(time)s etter %(since)s, uten å gå til arkivet.") % facts


def disposal(row):
    """A list, with `.tag` and `.now`, what happens to it now."""
    row.tag, row.now = TAGS[row.state], _now(row)
    return row


def line(item):
    """One log on a list: a label without names, and what became of it."""
    since = _("Avsluttet") if item.kind == Kind.CLOSED_LOG else _("Opprettet")
    where = (item.due.unit_shown, item.due.record) if item.due else ()
    label = " · ".join(filter(None, (f"{since} {_day(item.counted_from)}", *where, short(item.log_hash))))
    return SimpleNamespace(label=label, why=_why(item), is_left=item.state == ItemState.LEFT)


def short(log_hash: str) -> str:
    """The beginning of what stands for a log, enough to tell two apart on a page."""
    return log_hash[:8]


def _now(row):
    if row.state == DisposalState.PROPOSED:
        return _("Må godkjennes innen %(day)s av en annen enn den som foreslo.") % {
            "day": _day(row.expires_on)
        }
    if row.state == DisposalState.CARRIED_OUT:
        return _("Godkjent og slettet av %(name)s.") % {"name": row.decided_by.name}
    if row.state == DisposalState.DECLINED:
        return _("%(name)s sa nei.") % {"name": row.decided_by.name}
    if row.state == DisposalState.WITHDRAWN:
        return _("Trukket tilbake.")
    return _("Ingen svarte i tide. Ingenting ble slettet.")


def _why(item):
    if item.state == ItemState.LEFT:
        return str(Refusal(item.left_because).label)
    if item.due is not None and item.due.stopped:
        return str(item.due.stopped.label)
    return ""


def _day(day):
    return f"{day:%-d.%-m.%Y}"


def _time(months):
    years, rest = divmod(months, 12)
    if not rest:
        return ngettext("%(num)s år", "%(num)s år", years) % {"num": years}
    return ngettext("%(num)s måned", "%(num)s måneder", months) % {"num": months}


def page_of(request) -> int:
    """The page asked for in `side`; the first when it makes no sense."""
    text = request.GET.get("side", "")
    is_number = text.isascii() and text.isdecimal() and 0 < len(text) < 5
    return max(1, int(text)) if is_number else 1
