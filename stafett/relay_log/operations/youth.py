"""What a youth who consents alone decides about their own log."""

from stafett.audit.trail import Outcome, operation
from stafett.register.rules import guardians_may_follow_until
from stafett.relay_log.enums import Event


@operation(Event.GUARDIANS_READ, lock="log")
def decide_guardian_reading(*, actor, log, may_read, today):
    """The youth decides whether guardians go on reading: no holds from now, but not before the municipality's age for it.

    Source: L-11, L-14, ADR 0019.
    """
    if may_read:
        log.guardians_end_on = None
    else:
        until = guardians_may_follow_until(
            log.child.person.birth_date,
            guardian_access_age=log.municipality.guardian_access_age,
            has_consented_alone=True,
        )
        log.guardians_end_on = max(today, until)
    log.save(update_fields=["guardians_end_on"])
    facts = {"from": log.guardians_end_on.isoformat()} if log.guardians_end_on else {}
    return Outcome(log, facts, event=Event.GUARDIANS_READ if may_read else Event.GUARDIANS_DO_NOT_READ)
