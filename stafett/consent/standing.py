"""What consent amounts to in a log today: plain values that pages, scope and rules read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from stafett.consent import rules


@dataclass(frozen=True)
class GivenConsent:
    """One word about consent as the rules see it: a yes until `valid_until`, or a no when there is no such day.

    `guardian_id` is the one whose word it is: a guardian, the youth, or the unit that has the care of the child.
    """

    id: UUID
    guardian_id: UUID
    signed_on: date
    valid_until: date | None
    covered_unit_ids: tuple[UUID, ...]
    locale: str = "nb"
    limits: str = ""
    form: str = "paper"
    restrictions: Mapping[str, frozenset[UUID]] = field(default_factory=dict)
    missing_facts: tuple[str, ...] = ()
    asks_to_end: bool = False

    @classmethod
    def from_json(cls, item: dict) -> "GivenConsent":
        """From the row that the database hands over as JSON."""
        return cls(
            id=UUID(item["id"]),
            guardian_id=UUID(item["for_unit_id"] or item["guardian_id"]),
            signed_on=date.fromisoformat(item["signed_on"]),
            valid_until=date.fromisoformat(item["valid_until"]) if item["valid_until"] else None,
            covered_unit_ids=tuple(UUID(unit) for unit in item["covered_unit_ids"]),
            locale=item["locale"],
            limits=item["limits"],
            form=item["form"],
            restrictions={
                unit: frozenset(UUID(each) for each in seen) for unit, seen in item["restrictions"].items()
            },
            missing_facts=tuple(item["missing_facts"]),
            asks_to_end=item["asks_to_end"],
        )

    @property
    def is_no(self) -> bool:
        """Whether this is a withdrawal."""
        return self.valid_until is None

    def is_valid(self, today: date) -> bool:
        """Whether this is a yes that holds on the day."""
        return rules.is_valid(
            signed_on=self.signed_on,
            valid_until=self.valid_until,
            today=today,
            missing_facts=self.missing_facts,
        )


@dataclass(frozen=True)
class Standing:
    """Guardians, what they have said, and whether that is enough today.

    `needed` are the ids of those whose yes is needed today: guardians, the youth alone, or the unit that has the
    care of the child. `own_consent_by` is the last day on which the guardians' yes does without the youth's.
    """

    relations: list = field(default_factory=list)
    consents: list[GivenConsent] = field(default_factory=list)
    needed: set[UUID] = field(default_factory=set)
    policy: str = "all"
    is_valid: bool = False
    ends_on: date | None = None
    on: date | None = None
    own_unit_id: UUID | None = None
    youth: rules.Youth | None = None
    own_consent_by: date | None = None
    asked: frozenset[UUID] = frozenset()  # who decides as long as the youth does not

    def covers_until(self, unit_id: UUID, *, today: date) -> date | None:
        """The last day consent covers a service; None when it does not today, or too little is known of who decides."""
        if not self.is_valid:
            return None
        return rules.unit_ends_on(**self._terms(today), unit_id=unit_id)

    def only_concerns_for(self, unit_id: UUID) -> frozenset[UUID] | None:
        """The concerns a service may see, None when all of them (L-07). The unit that holds the baton sees all."""
        if unit_id == self.own_unit_id:
            return None
        if not self.is_valid or self.on is None:
            return frozenset()
        return rules.concerns_for(**self._terms(self.on), unit_id=unit_id)

    def newest_of(self, guardian_id: UUID) -> GivenConsent | None:
        """What somebody said last, or None."""
        return max(
            (given for given in reversed(self.consents) if given.guardian_id == guardian_id),
            key=lambda given: given.signed_on,
            default=None,
        )

    @property
    def missing(self) -> set[UUID]:
        """Ids of those whose yes is needed and is not there today."""
        return {each for each in self.needed if not self._has_said_yes(each)}

    @property
    def is_withdrawn(self) -> bool:
        """Whether the log rests because somebody said no, rather than because a consent ran out."""
        newest = (self.newest_of(each) for each in self.needed)
        return not self.is_valid and any(given is not None and given.is_no for given in newest)

    @property
    def asks_to_end(self) -> bool:
        """Whether somebody who said no also asked that the log be closed (W-28)."""
        newest = (self.newest_of(each) for each in self.needed)
        return any(given is not None and given.asks_to_end for given in newest)

    def _has_said_yes(self, giver_id: UUID) -> bool:
        newest = self.newest_of(giver_id)
        return newest is not None and self.on is not None and newest.is_valid(self.on)

    def _terms(self, today: date) -> dict:
        return {
            "policy": self.policy,
            "guardians_with_responsibility": self.asked,
            "consents": self.consents,
            "today": today,
            "youth": self.youth,
        }
