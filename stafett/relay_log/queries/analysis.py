"""The analysis of a concern as one reader sees it: factors, and the measures that aim at them."""

from stafett.relay_log.enums import FactorKind
from stafett.relay_log.models import MaintainingFactor
from stafett.relay_log.queries.sight import factors_seen
from stafett.relay_log.rules.analysis import reach_first

_ORDER = {kind.value: place for place, kind in enumerate(FactorKind)}


def factors_of(concern) -> list[MaintainingFactor]:
    """Every factor of a reached concern that this reader (`concern.log.sight`) sees, what can be influenced first.

    For the holder that is the staff's own round too: never for a screen or a paper that others look at.
    """
    return _in_order(factors_seen(concern.log.sight, concern.log_id).filter(concern_id=concern.pk))


def shared_factors(concern) -> list[MaintainingFactor]:
    """The factors that everyone who sees the concern sees: for meetings, minutes and paper."""
    return [factor for factor in factors_of(concern) if factor.shared_at is not None]


def _in_order(rows):
    rows = sorted(rows.order_by("created_at", "id"), key=lambda factor: _ORDER[factor.kind])
    return reach_first(rows)
