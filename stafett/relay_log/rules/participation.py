"""Who may come into the log, for how long, who may look into it, and when somebody may leave it."""

from datetime import date

from stafett.consent.rules import default_end
from stafett.kernel.text import length
from stafett.kernel.verdict import YES, Verdict, first_no, no
from stafett.relay_log.enums import Level, Refusal

LONGEST_MONTHS = 12
INSIGHT_DAYS = 7
SHORTEST_REASON = 10


def may_work_in(*, is_in_family: bool) -> Verdict:
    """Nobody works in the log of a child whose family they are in: a place as employee would show more than the family is
    shown, also to a guardian who is blocked. Source: L-25, L-29, L-57, ADR 0048.
    """
    return no(Refusal.IN_FAMILY) if is_in_family else YES


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


def may_let_in_from_outside(
    *,
    person_name: str,
    unit_name: str,
    is_in_log: bool,
    is_family: bool,
    works_here: bool,
    level: int,
    purpose: str,
    covered_until: date | None,
    last_day: date,
    today: date,
) -> Verdict:
    """Somebody from outside the municipality takes part for one purpose and until a day, when consent covers the service.

    `covered_until` is the last day of consent to the organisation, nothing when it does not cover it.
    Source: W-05, S003-53, L-06, L-09.
    """
    if is_family:
        return no(Refusal.IS_FAMILY, person=person_name)
    if works_here:
        return no(Refusal.WORKS_HERE, person=person_name)
    if not purpose:
        return no(Refusal.PURPOSE_MISSING)
    may_take_part = may_add(
        person_name=person_name,
        unit_name=unit_name,
        is_in_log=is_in_log,
        is_employed=True,
        is_own_unit=False,
        level=level,
        consent_covers_unit=covered_until is not None,
    )
    return first_no(
        may_take_part,
        may_last_until(last_day, unit_name=unit_name, covered_until=covered_until, today=today),
    )


def may_last_until(last_day: date, *, unit_name: str, covered_until: date | None, today: date) -> Verdict:
    """A place from outside ends within a year, and no later than the consent it rests on.

    Source: W-05, L-09; ours for the year.
    """
    if last_day < today:
        return no(Refusal.LAST_DAY_PASSED)
    if last_day > default_end(today, months=LONGEST_MONTHS):
        return no(Refusal.LASTS_TOO_LONG)
    if covered_until is None:
        return no(Refusal.SERVICE_NOT_IN_CONSENT, unit=unit_name)
    if last_day > covered_until:
        return no(Refusal.LASTS_LONGER_THAN_CONSENT, unit=unit_name, date=f"{covered_until:%-d.%-m.%Y}")
    return YES


def may_look_with_reason(*, reason: str, is_in_log: bool, person_name: str) -> Verdict:
    """A leader opens a log with a reason of more than a word; whoever is in the log already needs none.

    Source: L-29, L-60, ADR 0021.
    """
    if is_in_log:
        return no(Refusal.ALREADY_IN_LOG, person=person_name)
    if length(reason) < SHORTEST_REASON:
        return no(Refusal.REASON_TOO_SHORT, least=SHORTEST_REASON)
    return YES


def may_appoint(*, has_holder: bool, is_employed_in_unit: bool) -> Verdict:
    """A leader gives the baton to a colleague in the same unit when whoever held it has left.

    Source: S000-07, L-29, W-04.
    """
    if has_holder:
        return no(Refusal.HAS_HOLDER)
    return YES if is_employed_in_unit else no(Refusal.NOT_EMPLOYED)


def may_end(*, person_name: str, owns_active_measures: int) -> Verdict:
    """A participant leaves the log when no active measure depends on them.

    Source: S001-42, S003-10.
    """
    return no(Refusal.OWNS_ACTIVE_MEASURE, person=person_name) if owns_active_measures else YES
