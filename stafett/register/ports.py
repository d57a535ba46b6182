"""What the product asks a population register; which register answers stands in `lookup.py`.

The port never gives an address, only whether a guardian is registered at the child's (W-21).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from stafett.kernel.personal_number import PersonalNumber
from stafett.register.enums import AddressProtection


@dataclass(frozen=True)
class RegisteredPerson:
    """What the register says of one person. `responsible` are the digits of those with parental responsibility for
    this person; `at_same_address` those of them who are registered at the same address."""

    given_name: str
    family_name: str
    birth_date: date
    protection: str = AddressProtection.NONE
    is_deceased: bool = False
    responsible: Collection[str] = field(default=(), repr=False)
    at_same_address: Collection[str] = field(default=(), repr=False)


class PopulationRegister(Protocol):
    """A register that can be asked about one person at a time."""

    def look_up(self, number: PersonalNumber) -> RegisteredPerson | None:
        """The person with this number; None when the register knows nobody. Raises RegisterUnavailable."""


class RegisterUnavailable(Exception):
    """The register did not answer, or answered what cannot be read. Says nothing about who was asked for."""
