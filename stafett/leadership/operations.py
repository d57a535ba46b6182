"""What a leader does about a log from the leader's day."""

from stafett.audit.trail import Outcome, operation
from stafett.kernel.verdict import require
from stafett.leadership import queries, rules
from stafett.leadership.enums import Event
from stafett.messages.enums import Kind
from stafett.messages.operations import tell


@operation(Event.HOLDER_REMINDED)
def remind_holder(*, actor, log, today):
    """Remind whoever holds a log of an evaluation that is late, in a fixed sentence, once a week at most. Raises Refused.

    `log` is as `queries.overdue_log` finds it. Source: S000-13, L-59.
    """
    found = queries.overdue_log(actor, log.pk)
    require(rules.may_remind(is_late=found.overdue_on is not None, has_holder=found.holder_id is not None))
    once = f"{log.pk}:{rules.week_of(today)}"
    facts = {"date": found.overdue_on}
    told = tell(
        log.municipality_id, [found.holder_id], Kind.LEADER_REMINDS, log=log.pk, facts=facts, once=once
    )
    require(rules.was_told(len(told)))
    return Outcome(log, {"date": found.overdue_on.isoformat()})
