"""When a pointer may go out, by which way, and how often it is tried. Pure: values in, values out."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from stafett.kernel.clock import NORWAY, local
from stafett.kernel.dates import is_norwegian_holiday
from stafett.messages.enums import URGENT, Channel

MORNING, EVENING = time(7), time(21)
RETRY_AFTER = (
    timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=8), timedelta(hours=24),
)  # fmt: skip
_SUNDAY = 6
_STATE_WORD = re.compile(r"[a-z][a-z0-9_.]{0,59}")


@dataclass(frozen=True)
class Wishes:
    """Which pointers a person wants."""

    by_email: bool = True
    by_sms: bool = False


DEFAULT = Wishes()


def when_to_point(now: datetime, kind: str) -> datetime:
    """A pointer goes out at once when it is urgent, else by day: from 7 to 21, never on Sundays or public holidays.

    `now` has a time zone; gives the first moment from then on that is not quiet, in Norwegian time.
    Source: issue C 5; ours for the hours (ADR 0018); L-08 for what is urgent.
    """
    here = local(now)
    if kind in URGENT or not is_quiet(here):
        return here
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    while _is_day_of_rest(day):
        day += timedelta(days=1)
    return datetime.combine(day, MORNING, NORWAY)


def is_quiet(here: datetime) -> bool:
    """Nobody is disturbed at night, on Sundays and on public holidays.

    `here` is Norwegian time. Source: ADR 0018.
    """
    return _is_day_of_rest(here.date()) or not MORNING <= here.time() < EVENING


def channels_for(
    wishes: Wishes, *, email: str, phone: str, open_channels: Collection[str]
) -> tuple[Channel, ...]:
    """A pointer goes by every way that the person wants, has an address for, and the municipality has opened.

    Source: W-17, issue C 5.
    """
    wanted = {
        Channel.EMAIL: wishes.by_email and bool(email),
        Channel.SMS: wishes.by_sms and bool(phone),
    }
    return tuple(channel for channel in Channel if wanted[channel] and channel in open_channels)


def next_attempt(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts that failed; None when it is time to give up, after a day and a half.

    Source: ours, ADR 0018.
    """
    return RETRY_AFTER[attempts - 1] if attempts <= len(RETRY_AFTER) else None


def stored_facts(facts: Mapping[str, object]) -> dict[str, str | int]:
    """Facts as they are stored: dates, ids, numbers and names of states. Raises ValueError for anything like a text.

    Source: L-59; a message holds no words but its kind's.
    """
    return {name: _stored(name, value) for name, value in facts.items()}


def _stored(name: str, value: object) -> str | int:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str) and _STATE_WORD.fullmatch(value):
        return str(value)
    raise ValueError(f"the fact {name} is not a date, an id, a number or the name of a state")


def _is_day_of_rest(day: date) -> bool:
    return day.weekday() == _SUNDAY or is_norwegian_holiday(day)
