"""Who may put whom on a staff list: the administrator appoints leaders, the leader keeps the unit's staff. Pure functions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from stafett.administration.enums import Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.enums import EmploymentRole, UnitKind

LEADERS_GIVE = (EmploymentRole.STAFF, EmploymentRole.RESOURCE_PERSON)
AHEAD = timedelta(days=366)  # nobody knows further ahead; what is further away is a slip of the year
BACK = timedelta(days=366 * 60)
REOPEN_DAYS = 30

_AMONG_CHILDREN = (EmploymentRole.STAFF, EmploymentRole.RESOURCE_PERSON, EmploymentRole.UNIT_LEADER)
_ROLES = {
    UnitKind.AREA: (EmploymentRole.AREA_LEADER,),
    UnitKind.ADMINISTRATION: (
        EmploymentRole.MUNICIPAL_ADMIN,
        EmploymentRole.PRIVACY_OFFICER,
        EmploymentRole.ARCHIVIST,
    ),
    UnitKind.EXTERNAL: (),
}


@dataclass(frozen=True)
class Keeper:
    """Whoever changes a list, as seen from the unit it is about. `person_id` is None for the municipality's own systems:
    a list that is taken in, or an integration."""

    person_id: object | None
    administers: bool = False
    leads: bool = False


def roles_in(unit_kind: str) -> tuple[EmploymentRole, ...]:
    """The roles that somebody can have in a unit of a kind. Source: domain 3.2 (C1), ADR 0045."""
    return _ROLES.get(UnitKind(unit_kind), _AMONG_CHILDREN)


def fits(role: str, unit_kind: str) -> Verdict:
    """A role stands in the kind of unit it is for, so that nobody runs the system from a school, and nobody reads logs
    from an office.

    Source: L-29, L-50, ADR 0045.
    """
    return YES if role in roles_in(unit_kind) else no(Refusal.ROLE_DOES_NOT_FIT)


def may_keep(keeper: Keeper, *, person_id: object | None, role: str) -> Verdict:
    """The administrator keeps every post, the unit's leader those of staff and resource persons, the municipality's
    systems the same ones; and nobody their own.

    Source: domain 3.2 (C1), S000-07, ADR 0045.
    """
    if person_id is not None and keeper.person_id == person_id:
        return no(Refusal.OWN_POST)
    is_system = keeper.person_id is None
    if keeper.administers or ((keeper.leads or is_system) and role in LEADERS_GIVE):
        return YES
    return no(Refusal.ROLE_NOT_YOURS)


def may_begin_on(starts_on: date, *, today: date) -> Verdict:
    """A post begins on a day within a year from now; it may have begun long ago. Source: S000-07."""
    return YES if today - BACK <= starts_on <= today + AHEAD else no(Refusal.DAY_TOO_FAR)


def may_change_from(from_on: date, *, ends_on: date | None, today: date) -> Verdict:
    """A change counts from a day while the post lasts, within a year from now. Source: S000-07."""
    if ends_on is not None and from_on > ends_on:
        return no(Refusal.POST_HAS_ENDED)
    return may_begin_on(from_on, today=today)


def may_end_on(ends_on: date, *, starts_on: date, today: date) -> Verdict:
    """A post ends on a day from its first and within a year from now; one that has not begun may be taken away.

    Source: S000-07, L-29.
    """
    if ends_on > today + AHEAD:
        return no(Refusal.DAY_TOO_FAR)
    return no(Refusal.ENDS_BEFORE_START) if ends_on < starts_on <= today else YES


def may_reopen(ends_on: date | None, *, today: date) -> Verdict:
    """An end that was a mistake is taken back within a month; after that somebody is employed anew.

    Source: ours, ADR 0045.
    """
    if ends_on is None:
        return no(Refusal.POST_IS_OPEN)
    return YES if ends_on >= today - timedelta(days=REOPEN_DAYS) else no(Refusal.ENDED_LONG_AGO)


def may_lose_administrator(*, others: Collection[object]) -> Verdict:
    """Somebody always runs the municipality's system: the last one cannot be taken away. Source: S000-07, ADR 0045."""
    return YES if others else no(Refusal.LAST_ADMINISTRATOR)


def may_stand_twice(*, is_there: bool) -> Verdict:
    """One person has one post of a role in a unit at a time. Source: S000-07."""
    return no(Refusal.ALREADY_ON_LIST) if is_there else YES


def may_correct_number(*, opens_more: bool, keeps_all: bool) -> Verdict:
    """A number is put right while it opens nothing but a staff list: in a log it is who reads. And by whoever keeps every
    post that it opens, so that nobody becomes the administrator by way of a list of their own.

    Source: W-16, L-24, ADR 0045.
    """
    if opens_more:
        return no(Refusal.NUMBER_OPENS_LOGS)
    return YES if keeps_all else no(Refusal.NUMBER_OPENS_POSTS)
