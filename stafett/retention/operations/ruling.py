"""What the archivist decides about how long things are kept."""

from stafett.access.guard import Conflict
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.retention import rules
from stafett.retention.enums import Event, Fate
from stafett.retention.models import RetentionRule
from stafett.retention.queries.plan import rule_of


@operation(Event.RULE_CHANGED, reason="reason")
def change_rule(*, actor, kind, version, fate, months, basis, reason):
    """Decide anew about one kind of thing; the former editions stand. `version` is the edition one began from.

    Raises Refused, and Conflict when somebody was quicker.
    """
    require(rules.may_change(kind, fate=fate, months=months))
    former = rule_of(kind)
    if former.version != version:
        raise Conflict(former)
    rule = RetentionRule.objects.create(
        municipality_id=actor.municipality_id, kind=kind, version=former.version + 1, fate=fate,
        months=None if fate == Fate.KEEP else months, basis=basis, reason=reason, changed_by_id=actor.person_id,
        changed_at=clock.now(),
    )  # fmt: skip
    facts = {"kind": str(kind), "version": rule.version, "fate": str(fate), "months": rule.months}
    return Outcome(rule, facts | {"former": {"fate": str(former.fate), "months": former.months}})
