"""The rules in force: what the municipality has decided, and else the rule of the house."""

from dataclasses import dataclass
from datetime import datetime

from stafett.retention.content.standard import STANDARD
from stafett.retention.enums import CountFrom, Fate, Kind
from stafett.retention.models import RetentionRule


@dataclass(frozen=True)
class Rule:
    """A rule as it holds today. `version` 0 is the house's own, which nobody has changed."""

    kind: Kind
    version: int
    fate: Fate
    months: int | None
    basis: str
    count_from: CountFrom | None
    reason: str = ""
    changed_by: str = ""
    changed_at: datetime | None = None


def rules_in_force() -> dict[Kind, Rule]:
    """Every kind's rule. One query. Within a municipality."""
    newest = RetentionRule.objects.order_by("municipality", "kind", "-version").distinct(
        "municipality", "kind"
    )
    decided = {Kind(row.kind): _decided(row) for row in newest.select_related("changed_by")}
    return {kind: decided.get(kind) or _standard(kind) for kind in Kind}


def rule_of(kind: Kind) -> Rule:
    """One kind's rule. One query. Within a municipality."""
    return next(iter(editions_of(kind)), None) or _standard(kind)


def editions_of(kind: Kind) -> list[Rule]:
    """What the municipality has decided about a kind, newest first, at most fifty."""
    rows = RetentionRule.objects.filter(kind=kind).select_related("changed_by").order_by("-version")
    return [_decided(row) for row in rows[:50]]


def _decided(row):
    kind = Kind(row.kind)
    return Rule(
        kind=kind, version=row.version, fate=Fate(row.fate), months=row.months, basis=row.basis,
        count_from=STANDARD[kind].count_from, reason=row.reason, changed_by=row.changed_by.name,
        changed_at=row.changed_at,
    )  # fmt: skip


def _standard(kind):
    told = STANDARD[kind]
    return Rule(kind, 0, told.fate, told.months, str(told.basis), told.count_from)
