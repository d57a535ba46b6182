"""What a municipality decides for itself and when, and what must be in place before it begins. Pure functions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from stafett.administration.enums import STEPS, Readiness, Refusal, SetupStep
from stafett.kernel.verdict import YES, Verdict, no

# Who consents and who reads rests on these: they are chosen before anybody has consented by them.
BEFORE_FIRST_LOG = frozenset({"consent_policy", "own_consent_age", "guardian_access_age"})


@dataclass(frozen=True)
class Standing:
    """How the municipality stands, as numbers and yes or no. `looked_over`: parts of the settings somebody has saved."""

    administrators: int
    privacy_officers: int
    officer_administers: bool
    archivists: int
    units: int
    units_without_leader: int
    units_without_staff: int
    has_support_contact: bool
    has_privacy_contact: bool
    has_statement_of_accessibility: bool
    has_information: bool
    is_assessed: bool
    has_archive: bool
    has_login: bool
    lets_test_numbers_in: bool
    has_logs: bool
    looked_over: frozenset[str]


@dataclass(frozen=True)
class Check:
    """One thing on the list: whether it is in place, and whether it must be."""

    about: Readiness
    is_in_place: bool
    is_needed: bool = True

    @property
    def stops(self) -> bool:
        return self.is_needed and not self.is_in_place


@dataclass(frozen=True)
class Step:
    """One step of the sequence with its checks. `stops` while something unsafe is left, `is_done` when nothing is."""

    which: SetupStep
    checks: tuple[Check, ...]

    @property
    def stops(self) -> bool:
        return any(check.stops for check in self.checks)

    @property
    def is_done(self) -> bool:
        return all(check.is_in_place for check in self.checks)


def checks_of(standing: Standing) -> tuple[Check, ...]:
    """Everything that is looked at before real use. What is needed, is unsafe without.

    Source: L-10, L-11, L-29, L-50, L-57, L-58, L-60, L-70, ADR 0045, ADR 0048.
    """
    at, seen = standing, standing.looked_over
    return (
        Check(Readiness.NAMES, "names" in seen, is_needed=False),
        Check(Readiness.SUPPORT, at.has_support_contact),
        Check(Readiness.PRIVACY_CONTACT, at.has_privacy_contact),
        Check(Readiness.ACCESSIBILITY, at.has_statement_of_accessibility, is_needed=False),
        Check(Readiness.INFORMATION, at.has_information, is_needed=False),
        Check(Readiness.CONSENT, "consent" in seen or at.has_logs),
        Check(Readiness.WORK, "work" in seen, is_needed=False),
        Check(Readiness.UNITS, at.units > 0),
        Check(Readiness.LEADERS, at.units > 0 and at.units_without_leader == 0),
        Check(Readiness.STAFF, at.units > 0 and at.units_without_staff == 0, is_needed=False),
        Check(Readiness.TWO_ADMINISTRATORS, at.administrators > 1, is_needed=False),
        Check(Readiness.OFFICER, at.privacy_officers > 0 and not at.officer_administers),
        Check(Readiness.ARCHIVIST, at.archivists > 0),
        Check(Readiness.ASSESSMENT, at.is_assessed),
        Check(Readiness.LOGIN, at.has_login),
        Check(Readiness.REAL_NUMBERS, not at.lets_test_numbers_in),
        Check(Readiness.ARCHIVE, at.has_archive),
    )


def steps_of(checks: Collection[Check]) -> tuple[Step, ...]:
    """The same in the order it is done, a step at a time. Source: issue H 1, ADR 0048."""
    by_name = {check.about: check for check in checks}
    return tuple(Step(step, tuple(by_name[each] for each in about)) for step, about in STEPS.items())


def next_step(steps: Collection[Step]) -> Step | None:
    """Where to go on: the first step with something unsafe, else the first that is not done; None when all is in place.

    What the operator does is waited for, and comes last. Source: ADR 0048.
    """
    stopped = [step for step in steps if step.stops]
    return next(iter(stopped or [step for step in steps if not step.is_done]), None)


def may_say_ready(checks: Collection[Check]) -> Verdict:
    """A municipality is ready when nothing that is unsafe is left. Source: L-57, issue H 1, ADR 0045."""
    return no(Refusal.NOT_READY) if any(check.stops for check in checks) else YES


def may_begin(*, is_founded: bool, is_ready: bool) -> Verdict:
    """The first log in a new municipality waits until somebody has said that it is ready, which nobody can while something
    unsafe is left. What becomes unsafe later never stands between a child and help. Source: L-57, ADR 0048.
    """
    return no(Refusal.NOT_BEGUN) if is_founded and not is_ready else YES


def may_change_settings(changed: Collection[str], *, has_logs: bool) -> Verdict:
    """What consent rests on is chosen before the first log. Source: L-10, L-11, L-14, ADR 0045."""
    return no(Refusal.SET_BEFORE_FIRST_LOG) if has_logs and BEFORE_FIRST_LOG & set(changed) else YES


def may_note_assessment(assessed_on: date, *, today: date) -> Verdict:
    """An assessment is noted when it has been approved. Source: L-57."""
    return no(Refusal.DAY_IN_FUTURE) if assessed_on > today else YES
