"""What consent amounts to in a log today: plain values that pages and rules read."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from stafett.consent import rules


@dataclass(frozen=True)
class GivenConsent:
    """One consent as the rules see it."""

    id: UUID
    guardian_id: UUID
    signed_on: date
    valid_until: date
    covered_unit_ids: tuple[UUID, ...]
    locale: str = "nb"
    limits: str = ""

    @classmethod
    def from_json(cls, item: dict) -> "GivenConsent":
        """From the row that the database hands over as JSON."""
        return cls(
            id=UUID(item["id"]),
            guardian_id=UUID(item["guardian_id"]),
            signed_on=date.fromisoformat(item["signed_on"]),
            valid_until=date.fromisoformat(item["valid_until"]),
            covered_unit_ids=tuple(UUID(unit) for unit in item["covered_unit_ids"]),
            locale=item["locale"],
            limits=item["limits"],
        )


@dataclass(frozen=True)
class Standing:
    """Guardians, their consents, and whether that is enough today."""

    relations: list = field(default_factory=list)
    consents: list[GivenConsent] = field(default_factory=list)
    needed: set[UUID] = field(default_factory=set)
    policy: str = "all"
    is_valid: bool = False
    ends_on: date | None = None

    def covers_until(self, unit_id: UUID, *, today: date) -> date | None:
        """The last day consent covers a service; None when it does not today, or too little is known of who decides."""
        if not self.is_valid:
            return None
        return rules.unit_ends_on(
            policy=self.policy,
            guardians_with_responsibility=self.needed,
            consents=self.consents,
            unit_id=unit_id,
            today=today,
        )

    def newest_of(self, guardian_id: UUID) -> GivenConsent | None:
        """A guardian's newest consent, or None."""
        return next((given for given in reversed(self.consents) if given.guardian_id == guardian_id), None)
