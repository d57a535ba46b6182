"""What the population register has changed its mind about, found night by night (L-20, L-24, L-27, L-28)."""

from stafett.administration import queries
from stafett.administration.enums import Event
from stafett.administration.operations.renewing import renew, tell_leaders, today
from stafett.audit.trail import Outcome, operation
from stafett.kernel.verdict import no, require
from stafett.messages.enums import Kind
from stafett.register import lookup
from stafett.register.enums import Refusal, RelationEnd, RelationSource, RelationState


@operation(Event.REGISTER_CHECKED, lock="relation")
def check_relation(*, actor, relation):
    """Let the register's answer count for a confirmed guardian: who has died is a guardian no more, who has lost
    parental responsibility waits for the leader, a new protection holds at once. The leaders are told.

    Raises Refused when the register says nothing new.
    """
    found = queries.change_in_register(relation)
    if not found or relation.state != RelationState.CONFIRMED:
        require(no(Refusal.RELATION_HAS_MOVED_ON))
    for person in (relation.child.person, relation.guardian):
        known = lookup.ask_about(person)
        if known is not None and known.protection != person.protection:
            person.protection = known.protection
            person.save(update_fields=["protection"])
    if found in ("died", "lost"):
        _close(relation, found)
    renew(relation.child)
    tell_leaders(relation.child, Kind.GUARDIAN_WAITS)
    return Outcome(relation, {"found": found})


@operation(Event.RESIDENCE_CHECKED, lock="child")
def check_residence(*, actor, child):
    """Note whether the register knows a guardian at the child's address, where the municipality asks for one (L-28)."""
    child.guardians_live_elsewhere = queries.lives_elsewhere(child, today=today())
    child.save(update_fields=["guardians_live_elsewhere"])
    return Outcome(child, {"guardians_live_elsewhere": child.guardians_live_elsewhere})


def _close(relation, found):
    relation.confirmed_by_id = relation.confirmed_at = relation.registered_by_id = None
    relation.state, relation.state_source = RelationState.UNCLEAR, RelationSource.REGISTER
    if found == "died":
        relation.state, relation.end_kind, relation.ended_on = RelationState.ENDED, RelationEnd.DIED, today()
        relation.has_parental_responsibility = False
    relation.save()
