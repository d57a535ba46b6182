"""Stopping disposal of a log, or of all logs about a child, and letting it go on again."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import no, require
from stafett.retention import rules
from stafett.retention.enums import Event, Refusal
from stafett.retention.models import Hold


@operation(Event.HELD, lock="log", reason="reason")
def hold_log(*, actor, log, reason, ends_on, today):
    """Stop disposal of a log until a day, or until it is lifted (L-52, ADR 0043). Raises Refused."""
    return _hold(actor, reason, ends_on, today, log=log)


@operation(Event.HELD, reason="reason")
def hold_child(*, actor, child, reason, ends_on, today):
    """Stop disposal of every log about a child, also one that begins later. Raises Refused."""
    return _hold(actor, reason, ends_on, today, child=child)


@operation(Event.LIFTED, lock="hold", reason="reason")
def lift(*, actor, hold, reason):
    """Let disposal go on. Raises Refused when somebody has done so already."""
    if hold.lifted_at is not None:
        require(no(Refusal.ALREADY_LIFTED))
    hold.lifted_by_id, hold.lifted_at, hold.lifted_because = actor.person_id, clock.now(), reason
    hold.save(update_fields=["lifted_by", "lifted_at", "lifted_because"])
    return hold


def _hold(actor, reason, ends_on, today, **about):
    require(rules.may_hold(ends_on, today=today))
    hold = Hold.objects.create(
        municipality_id=actor.municipality_id, reason=reason, ends_on=ends_on, placed_by_id=actor.person_id,
        placed_at=clock.now(), **about,
    )  # fmt: skip
    return Outcome(hold, {"until": ends_on.isoformat() if ends_on else None})
