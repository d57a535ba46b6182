"""Norwegian personal numbers: fødselsnummer and D-number, read and checked; and synthetic ones, made.

Eleven digits: day, month, year (two each), individual number (three), control digits (two). Series of
individual numbers as in forskrift om folkeregistrering § 2-2. Numbers given out from 2032 have one of four right
first control digits, and tell no century (Skatteetaten, «Nytt fødselsnummer fra 2032»); both kinds are read side by
side, as that page asks. The second control digit has one right value in both, and finds every slip of one digit and
every two neighbours that have changed places.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

_ELEVEN_DIGITS = re.compile("[0-9]{11}")
_WEIGHTS_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_WEIGHTS_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_D_NUMBER = 40  # added to the day
_TENOR = 80  # added to the month in Skatteetaten's test population
_NAV = 40  # added to the month in NAV's; the health service's help numbers look the same and are refused too
_REMAINDERS_2032 = (1, 2, 3)  # of the first control digit, besides 0, which older numbers have too
_CENTURY_TURNS = 40  # in numbers from 2032 that tell no century: 40-99 is read as 19.., 00-39 as 20..
_SERIES = (  # individual numbers, and the years of birth they are for
    (range(500), range(1900, 2000)),
    (range(500, 750), range(1854, 1900)),
    (range(500, 1000), range(2000, 2040)),
    (range(900, 1000), range(1940, 2000)),
)


class Kind(Enum):
    BIRTH = "birth"
    D_NUMBER = "d_number"


class Reason(Enum):
    """Why a text is no personal number."""

    LENGTH = "length"  # not eleven digits
    DATE = "date"  # no such day, or no such year for that individual number
    CONTROL_DIGITS = "control_digits"
    SYNTHETIC = "synthetic"  # right in every way, but made for tests


class InvalidPersonalNumber(ValueError):
    """The text is no personal number, for `reason`. The text itself is not kept."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, repr=False)
class PersonalNumber:
    """A checked personal number. Printing it shows it masked; `digits` is the number itself.

    `birth_date` is what the number says. In a D-number it may be the day it was ordered, and one from 2032 tells no
    century, so where an age matters ask the register for the date of birth.
    """

    digits: str
    birth_date: date
    kind: Kind
    is_synthetic: bool

    @property
    def masked(self) -> str:
        """The first six digits, and five stars."""
        return f"{self.digits[:6]} *****"

    def __repr__(self) -> str:
        return f"<PersonalNumber {self.masked}>"


def parse(text: str, *, allow_synthetic: bool) -> PersonalNumber:
    """The personal number written in `text`, spaces anywhere. Raises `InvalidPersonalNumber`."""
    digits = "".join(text.split())
    if not _ELEVEN_DIGITS.fullmatch(digits):
        raise InvalidPersonalNumber(Reason.LENGTH)
    is_from_2032 = digits[9:] in _control_digits_2032(digits[:9])
    number = _read(digits, has_century=not is_from_2032)
    if digits[9:] != _control_digits(digits[:9]) and not is_from_2032:
        raise InvalidPersonalNumber(Reason.CONTROL_DIGITS)
    if number.is_synthetic and not allow_synthetic:
        raise InvalidPersonalNumber(Reason.SYNTHETIC)
    return number


def synthetic(birth_date: date, serial: int, *, d_number: bool = False) -> PersonalNumber | None:
    """The synthetic number (month + 80) with that date and running number, for demo and test data.

    `serial` counts from 0 through the individual numbers of the year: 600 for births in 1940-1999, 250 before
    1900, else 500. None where that one has no control digits (about one in six): take the next. Raises
    ValueError when the year (1854-2039) or the serial has no individual number, so that a search ends.
    """
    day = birth_date.day + (_D_NUMBER if d_number else 0)
    individual = _individual_number(birth_date.year, serial)
    stem = f"{day:02}{birth_date.month + _TENOR}{birth_date.year % 100:02}{individual:03}"
    control_digits = _control_digits(stem)
    if control_digits is None:
        return None
    kind = Kind.D_NUMBER if d_number else Kind.BIRTH
    return PersonalNumber(stem + control_digits, birth_date, kind, is_synthetic=True)


def _read(digits: str, *, has_century: bool) -> PersonalNumber:
    day, month = int(digits[:2]), int(digits[2:4])
    is_d_number = day > _D_NUMBER
    offset = next((offset for offset in (_TENOR, _NAV) if month > offset), 0)
    try:
        two_digits = int(digits[4:6])
        year = _year(two_digits, individual=int(digits[6:9])) if has_century else _likely_year(two_digits)
        birth_date = date(year, month - offset, day - (_D_NUMBER if is_d_number else 0))
    except ValueError:
        raise InvalidPersonalNumber(Reason.DATE) from None
    return PersonalNumber(digits, birth_date, Kind.D_NUMBER if is_d_number else Kind.BIRTH, offset != 0)


def _year(two_digits: int, *, individual: int) -> int:
    for individuals, years in _SERIES:
        year = years[0] - years[0] % 100 + two_digits
        if individual in individuals and year in years:
            return year
    raise ValueError("no year has that individual number")


def _likely_year(two_digits: int) -> int:
    return two_digits + (1900 if two_digits >= _CENTURY_TURNS else 2000)


def _individual_number(year: int, serial: int) -> int:
    left = serial
    for individuals, years in _SERIES:
        if year not in years:
            continue
        if 0 <= left < len(individuals):
            return individuals[left]
        left -= len(individuals)
    raise ValueError(f"births in {year} have no individual number {serial}")


def _control_digits(stem: str, *, remainder: int = 0) -> str | None:
    """The two control digits that follow nine digits, or None when one of them would be 10.

    `remainder` is what the first weighted sum leaves when divided by eleven: 0, and from 2032 also 1, 2 or 3.
    """
    digits = [int(digit) for digit in stem]
    for weights, left in ((_WEIGHTS_1, remainder), (_WEIGHTS_2, 0)):
        control = (left - sum(weight * digit for weight, digit in zip(weights, digits, strict=True))) % 11
        if control == 10:
            return None
        digits.append(control)
    return f"{digits[9]}{digits[10]}"


def _control_digits_2032(stem: str) -> set[str | None]:
    """The pairs of control digits that follow nine digits in numbers from 2032 and in no older ones."""
    return {_control_digits(stem, remainder=remainder) for remainder in _REMAINDERS_2032} - {None}
