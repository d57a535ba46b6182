"""What is unusual about a reading. Each sign is a reason to look, never a verdict (SEC-08)."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from stafett.oversight.enums import Sign

NIGHT_BEGINS, NIGHT_ENDS = 22, 6  # hours on a Norwegian clock
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Reading:
    """What is known of one person's reading about one child on one day. Times are on a Norwegian clock."""

    first_at: datetime
    last_at: datetime
    has_night: bool = False
    has_place: bool = True
    by_insight: bool = False
    is_guardian: bool = False
    reader_family_name: str = ""
    child_family_name: str = ""
    reader_units: frozenset[UUID] = frozenset()
    guardians_units: frozenset[UUID] = frozenset()
    refused_at: datetime | None = None
    children_within_an_hour: int = 1


def signs_of(reading: Reading, *, many_children: int) -> list[Sign]:
    """Every sign that fits, the gravest first; none for an ordinary reading. `many_children` is what is still usual.

    Source: SEC-08; own neighbours are left out, because no address is kept (L-27).
    """
    fits = {
        Sign.NO_PLACE: not reading.has_place,
        Sign.INSIGHT: reading.by_insight,
        Sign.MANY_CHILDREN: reading.children_within_an_hour > many_children,
        Sign.NIGHT: reading.has_night,
        Sign.OWN_FAMILY: reading.is_guardian,
        Sign.SAME_NAME: not reading.is_guardian and _shares_name(reading),
        Sign.COLLEAGUES_CHILD: bool(reading.reader_units & reading.guardians_units)
        and not reading.is_guardian,
        Sign.REFUSED_BEFORE: reading.refused_at is not None and reading.refused_at <= reading.last_at,
    }
    return [sign for sign in Sign if fits[sign]]


def most_children_within_an_hour(readings: Iterable[tuple[datetime, UUID]]) -> int:
    """The largest number of different children read about within any sixty minutes. `readings` are (when, child).

    Source: SEC-08.
    """
    window: deque[tuple[datetime, UUID]] = deque()
    times_read: Counter[UUID] = Counter()
    most = 0
    for moment, child in sorted(readings, key=lambda reading: reading[0]):
        window.append((moment, child))
        times_read[child] += 1
        while moment - window[0][0] > HOUR:
            _gone, other = window.popleft()
            times_read[other] -= 1
            if not times_read[other]:
                del times_read[other]
        most = max(most, len(times_read))
    return most


def _shares_name(reading: Reading) -> bool:
    """A family name is shared when any part of a double name is: Fleipestad and Tøysebu-Fleipestad."""
    return bool(_parts(reading.reader_family_name) & _parts(reading.child_family_name))


def _parts(family_name: str) -> set[str]:
    return {part for part in family_name.casefold().replace("-", " ").split() if len(part) > 1}
