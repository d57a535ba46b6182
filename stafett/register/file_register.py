"""A population register that is a folder of files, for municipalities that export lists, for demo and for tests.

`persons.json`: a list of objects with number, given_name, family_name, birth_date (ISO), and where they apply
protection ("none", "confidential", "strictly"), deceased, responsible (numbers of those with parental responsibility)
and at_same_address (those of them). Read anew when the file has changed. An address in it is never read.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

from stafett.kernel.personal_number import PersonalNumber
from stafett.register.enums import AddressProtection
from stafett.register.ports import RegisteredPerson, RegisterUnavailable

FILE = "persons.json"


class FileRegister:
    """Answers from `persons.json` in a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._read_at: int | None = None
        self._people: dict[str, RegisteredPerson] = {}

    def look_up(self, number: PersonalNumber) -> RegisteredPerson | None:
        """The person with this number, or None. Raises RegisterUnavailable when the file is missing or unreadable."""
        try:
            changed_at = self._file.stat().st_mtime_ns
            if changed_at != self._read_at:
                rows = json.loads(self._file.read_text(encoding="utf-8"))
                self._people, self._read_at = {row["number"]: _person(row) for row in rows}, changed_at
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise RegisterUnavailable(type(fault).__name__) from None  # the fault's text may hold a number
        return self._people.get(number.digits)


def _person(row: dict[str, Any]) -> RegisteredPerson:
    return RegisteredPerson(
        given_name=row["given_name"],
        family_name=row["family_name"],
        birth_date=date.fromisoformat(row["birth_date"]),
        protection=AddressProtection(row.get("protection", AddressProtection.NONE)),
        is_deceased=bool(row.get("deceased", False)),
        responsible=frozenset(row.get("responsible", ())),
        at_same_address=frozenset(row.get("at_same_address", ())),
    )
