"""What follows from who somebody is: a guardian relation's life, ages, and protected addresses. Pure functions."""

from collections.abc import Collection
from datetime import date

from stafett.kernel.dates import age_on, birthday_on
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.enums import (
    RELATION_STATES,
    AddressProtection,
    AgeStage,
    Refusal,
    RelationKind,
    RelationState,
    UnitKind,
)

FULL_AGE = 18
HEARD_FROM, WEIGHTY_FROM = 7, 12


def may_become(state: str, after: str) -> Verdict:
    """A relation goes from state to state as the table says, and only an unclear one is confirmed.

    Source: L-24, L-25.
    """
    return YES if after in RELATION_STATES[RelationState(state)] else no(Refusal.RELATION_HAS_MOVED_ON)


def may_register_guardian(
    *, is_same_person: bool, is_known: bool, is_protected: bool, kind: str, has_parental_responsibility: bool,
    documentation: str, by_leader: bool,
) -> Verdict:  # fmt: skip
    """Who may be entered as a child's guardian. Nobody is where an address is protected: that is done on paper.

    The sentence is then the same whoever is protected, so that it tells nothing. Source: L-24, L-26, L-27.
    """
    if is_same_person:
        return no(Refusal.GUARDIAN_IS_CHILD)
    if is_known:
        return no(Refusal.ALREADY_GUARDIAN)
    if is_protected:
        return no(Refusal.NOT_HERE)
    return may_have_responsibility(
        kind=kind,
        has_parental_responsibility=has_parental_responsibility,
        documentation=documentation,
        by_leader=by_leader,
    )


def may_have_responsibility(
    *, kind: str, has_parental_responsibility: bool, documentation: str, by_leader: bool
) -> Verdict:
    """Parental responsibility rests on something seen, never on address or name; for a foster parent the leader says so.

    Source: L-20, L-26.
    """
    if not has_parental_responsibility:
        return YES
    if kind == RelationKind.FOSTER_PARENT and not by_leader:
        return no(Refusal.FOSTER_PARENT_NEEDS_LEADER)
    return YES if documentation else no(Refusal.DOCUMENTATION_MISSING)


def may_confirm(
    state: str, *, is_protected: bool, proposed_by: object | None, confirmed_by: object
) -> Verdict:
    """A second person confirms what the first has proposed; where an address is protected nobody does.

    Source: L-24, L-27.
    """
    if state != RelationState.UNCLEAR:
        return no(Refusal.NOT_WAITING)
    if proposed_by == confirmed_by:
        return no(Refusal.NOT_ALONE)
    return no(Refusal.NOT_HERE) if is_protected else YES


def state_after_responsibility(state: str, *, had: bool, has: bool) -> str:
    """The state when somebody's parental responsibility is put right: what widens access waits for a second person.

    A relation that is blocked stays blocked. Source: L-20, L-24.
    """
    return RelationState.UNCLEAR if has and not had and state == RelationState.CONFIRMED else state


def may_end(state: str, *, ended_on: date, today: date) -> Verdict:
    """A relation ends on a day that has come, and stays in the register. Source: L-20, L-51."""
    return no(Refusal.DAY_IN_FUTURE) if ended_on > today else may_become(state, RelationState.ENDED)


def may_hold_consent_right(unit_kind: str | None, *, documentation: str) -> Verdict:
    """A child welfare service may hold the right to consent, by a decision somebody has seen; else the guardians do.

    Source: L-26.
    """
    if unit_kind is None:
        return YES
    if unit_kind != UnitKind.CHILD_WELFARE:
        return no(Refusal.NOT_CHILD_WELFARE)
    return YES if documentation else no(Refusal.DOCUMENTATION_MISSING)


def age_stage(birth_date: date | None, today: date, *, own_consent_age: int) -> AgeStage:
    """How much the child decides and is heard. Without a birth date: as for the youngest.

    Source: L-11..L-14.
    """
    if birth_date is None:
        return AgeStage.UNDER_SEVEN
    age = age_on(birth_date, today)
    if age >= FULL_AGE:
        return AgeStage.OF_AGE
    if age >= own_consent_age:
        return AgeStage.CONSENTS
    if age >= WEIGHTY_FROM:
        return AgeStage.WEIGHTY
    return AgeStage.HEARD if age >= HEARD_FROM else AgeStage.UNDER_SEVEN


def consents_from(birth_date: date, *, own_consent_age: int) -> date:
    """The birthday from which the youth's own consent is needed. Source: L-11."""
    return birthday_on(birth_date, own_consent_age)


def guardians_may_follow_until(
    birth_date: date, *, guardian_access_age: int, has_consented_alone: bool
) -> date:
    """The birthday on which guardians' access ends: the municipality's age for youths who consent alone, else 18.

    Source: L-14.
    """
    return birthday_on(birth_date, guardian_access_age if has_consented_alone else FULL_AGE)


def may_keep_from_guardians(birth_date: date | None, today: date, *, own_consent_age: int) -> bool:
    """Whether words may be kept from guardians: from 12 until the youth consents alone. Source: L-13."""
    return age_stage(birth_date, today, own_consent_age=own_consent_age) == AgeStage.WEIGHTY


def is_protected(*protections: str) -> bool:
    """Whether one of these addresses is protected, in either tier. Source: L-27."""
    return any(protection != AddressProtection.NONE for protection in protections)


def unit_is_shown(protection: str, *, unit_id: object, reader_unit_ids: Collection[object]) -> bool:
    """Whether a reader sees the name of a child's unit: where an address is protected, only those who work there.

    Source: L-27.
    """
    return not is_protected(protection) or unit_id in reader_unit_ids


def may_approve_opening(*, leader: object | None, admin: object) -> Verdict:
    """A digital log at a protected address takes two people: the unit's leader and the municipal administrator.

    Source: L-27.
    """
    return no(Refusal.NOT_ALONE) if leader == admin else YES


def may_start_at_protected_address(
    protection: str, *, approved_by_leader: bool, approved_by_admin: bool, is_holder: bool
) -> Verdict:
    """Paper is the way at a protected address; a digital log is started by the one two people have said yes to.

    Source: L-27.
    """
    if not is_protected(protection):
        return YES
    return YES if approved_by_leader and approved_by_admin and is_holder else no(Refusal.OPENING_NOT_APPROVED)


def may_live_apart(
    *, requires_same_address: bool, age: int | None, same_address: Collection[bool | None]
) -> bool:
    """Whether guardians read although the register knows none of them at the child's address.

    Only a municipality that asks for it, and only for children under 12. Source: L-28.
    """
    if not requires_same_address or age is None or age >= WEIGHTY_FROM:
        return True
    return any(same_address)
