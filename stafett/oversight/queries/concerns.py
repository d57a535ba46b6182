"""One shared concern, and whether consent lets PPT see it."""

from stafett.register import staff
from stafett.register.enums import UnitKind
from stafett.relay_log import queries as log_queries
from stafett.relay_log.enums import ConcernState


def reachable_shared_concern(actor, pk):
    """A concern that is shared, in a log the actor reaches; None for a draft and for what is not seen (X5, L-07)."""
    concern = log_queries.reachable_concern(actor, pk)
    return concern if concern is not None and concern.state != ConcernState.DRAFT else None


def may_go_to_ppt(concern, *, today) -> bool:
    """Whether the log is PPT's own, or consent lets a PPT see this concern today (L-06, L-07). `concern.log` carries
    `.standing`."""
    log = concern.log
    if log.unit.kind == UnitKind.PPT:
        return True
    units = [unit for unit in staff.units_besides(log.unit_id) if unit.kind == UnitKind.PPT]
    return any(_sees(log.standing, unit.pk, concern.pk, today) for unit in units)


def _sees(standing, unit_id, concern_id, today):
    if standing.covers_until(unit_id, today=today) is None:
        return False
    only = standing.only_concerns_for(unit_id)
    return only is None or concern_id in only
