"""The logs a family's package is made of: what its receiver reaches as guardian or as the child, and nothing else."""

from stafett.access.enums import Relation
from stafett.identity import sessions
from stafett.relay_log import queries as log_queries
from stafett.relay_log.queries.family import logs_of_child, parts_kept_from

FAMILY = (Relation.GUARDIAN, Relation.CHILD)


def logs_for(child, *, receiver_id, today):
    """The child's logs as the receiver reaches them in the family, newest first, each with `.standing` and `.kept`.

    `.kept` is how many parts are kept from this reader. Reached through access.scope as anybody's reading is, so that
    a relation that is blocked or not settled gives nothing (L-24, L-25).
    """
    receiver = sessions.actor_of(receiver_id, today=today)
    logs = [log for log in logs_of_child(receiver, child.pk) if log.relation in FAMILY] if receiver else []
    for log in logs:
        log_queries.facts_about(log, today=today)
        log.kept = parts_kept_from(log)
    return logs
