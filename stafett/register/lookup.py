"""Which population register this installation asks: none by default. Everything works with it off, by two people (L-24)."""

import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from stafett.kernel import personal_number
from stafett.kernel.personal_number import PersonalNumber
from stafett.register import people
from stafett.register.file_register import FileRegister
from stafett.register.ports import PopulationRegister, RegisteredPerson, RegisterUnavailable

if TYPE_CHECKING:
    from stafett.register.models import Person


def population_register() -> PopulationRegister | None:
    """The register that is set (`STAFETT_REGISTER_FOLDER`), or None."""
    return _opened(settings.REGISTER_FOLDER) if settings.REGISTER_FOLDER else None


@cache
def _opened(folder: str) -> PopulationRegister:
    return FileRegister(Path(folder))


def ask(number: PersonalNumber) -> RegisteredPerson | None:
    """What the register says of a number; None when none is set, nobody is known, or it does not answer.

    The product then goes on as without a register: two people look (L-24).
    """
    register = population_register()
    if register is None:
        return None
    try:
        return register.look_up(number)
    except RegisterUnavailable as fault:
        logging.getLogger("stafett.register").warning("the population register did not answer: %s", fault)
        return None


def ask_about(person: "Person") -> RegisteredPerson | None:
    """What the register says of somebody in ours; None also when we have no number."""
    digits = people.number_of(person) if population_register() is not None else ""
    return ask(personal_number.parse(digits, allow_synthetic=True)) if digits else None
