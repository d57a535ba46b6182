"""Who may come into the log, and when somebody may leave it."""

from stafett.kernel.verdict import YES, Verdict, no
from stafett.relay_log.enums import Level, Refusal


def may_add(
    *,
    person_name: str,
    unit_name: str,
    is_in_log: bool,
    is_employed: bool,
    is_own_unit: bool,
    level: int,
    consent_covers_unit: bool,
) -> Verdict:
    """Colleagues in the holder's own unit may take part; others need level 2 and a consent to their service.

    Source: S003-53, L-04, L-06.
    """
    if is_in_log:
        return no(Refusal.ALREADY_IN_LOG, person=person_name)
    if not is_employed:
        return no(Refusal.NOT_EMPLOYED)
    if is_own_unit:
        return YES
    if level < Level.TWO:
        return no(Refusal.LEVEL_TWO_NEEDED)
    return YES if consent_covers_unit else no(Refusal.SERVICE_NOT_IN_CONSENT, unit=unit_name)


def may_end(*, person_name: str, owns_active_measures: int) -> Verdict:
    """A participant leaves the log when no active measure depends on them.

    Source: S001-42, S003-10.
    """
    return no(Refusal.OWNS_ACTIVE_MEASURE, person=person_name) if owns_active_measures else YES
