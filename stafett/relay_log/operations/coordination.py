"""Saying who coordinates when several services help the same child (L-40..44)."""

from stafett.access.guard import require_version
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.relay_log.enums import Event
from stafett.relay_log.models import Coordination
from stafett.relay_log.queries.coordination import places_for
from stafett.relay_log.rules import coordination as rules

_FIELDS = ("why", "unit_id", "is_decided_above", "child_view", "child_coordinator_id", "plan")


@operation(Event.COORDINATION_SAID, lock="log")
def say_coordination(*, actor, log, version, today, **words):
    """Write which service coordinates, what the child thinks of it, who is barnekoordinator and where an individual plan
    stands. `words` are the fields of Coordination; `version` is what was seen, 1 where nothing was written. Raises Refused,
    or Conflict when somebody else was quicker."""
    places = places_for(log, today=today)
    require(
        rules.may_coordinate(
            log.level, unit_id=words["unit_id"], unit_ids={each.unit_id for each in places},
            child_view=words["child_view"], coordinator_id=words["child_coordinator_id"],
            person_ids={each.person_id for each in places},
        )
    )  # fmt: skip
    row = Coordination.objects.filter(log=log).first()
    if row is None:
        row = Coordination(log=log, municipality_id=log.municipality_id)
    else:
        require_version(row, version)
        row.version += 1
    changed = [name for name in _FIELDS if getattr(row, name) != words[name]]
    for name in changed:
        setattr(row, name, words[name])
    row.changed_by_id, row.changed_at = actor.person_id, clock.now()
    row.save()
    return Outcome(row, {"fields": changed, "plan": row.plan})
