"""How far the roll-out has come (S004-04)."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.toolbox.enums import Event
from stafett.toolbox.models import Phase


@operation(Event.PHASE_SET)
def set_phase(*, actor, kind, now, following, aims_on):
    """Say which phase the municipality is in, what goes on, and what is next. What was said before stays."""
    phase = Phase.objects.create(
        municipality_id=actor.municipality_id,
        kind=kind,
        now=now,
        following=following,
        aims_on=aims_on,
        set_by_id=actor.person_id,
        set_at=clock.now(),
    )
    return Outcome(phase, {"phase": str(kind)})
