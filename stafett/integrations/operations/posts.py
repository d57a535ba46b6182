"""Another system tells that somebody leaves: the payroll system knows it first. It may end a post, and nothing else."""

from dataclasses import replace

from stafett.administration import operations as register
from stafett.administration.enums import Refusal
from stafett.audit.trail import Outcome, operation
from stafett.integrations.enums import Event
from stafett.kernel.protocol import Fault
from stafett.kernel.verdict import Refused

WORDS = {
    Refusal.ENDS_BEFORE_START: "A post cannot end before it began.",
    Refusal.DAY_TOO_FAR: "The last day is too far ahead.",
    Refusal.ROLE_NOT_YOURS: "Leaders and administrators are looked after in Stafett.",
}


@operation(Event.POST_ENDED, lock="post")
def end_post(*, actor, post, ends_on, today):
    """Write the last day of a post as staff; gives the Employment. Access ends with that day (L-29).

    Raises Fault 409 for a day that cannot be, and for posts that the municipality appoints in Stafett.
    """
    ours = replace(actor, person_id=None)  # one of the municipality's own systems, as the staff lists see it
    try:
        ended = register.end_employment(actor=ours, employment=post, ends_on=ends_on, today=today)
    except Refused as refused:
        raise Fault(409, WORDS.get(refused.refusal, "This post cannot be ended.")) from None
    return Outcome(ended, {"ends_on": ends_on.isoformat()})
