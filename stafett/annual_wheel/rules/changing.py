"""What may be opened, written, changed and marked in a wheel."""

import re
from collections.abc import Collection
from datetime import date
from urllib.parse import urlsplit

from stafett.annual_wheel.enums import Refusal, Rhythm, TaskState
from stafett.annual_wheel.rules.states import month_states
from stafett.annual_wheel.rules.year import AUGUST, first_day, years_to_open
from stafett.kernel.dates import school_year_of
from stafett.kernel.verdict import YES, Verdict, no

_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){10}(?!\d)")


def may_open(year: int, *, has_starter: bool, today: date) -> Verdict:
    """A unit that has a starter opens this school year, and from June the next. Source: S000-01, S000-20."""
    if not has_starter:
        return no(Refusal.NO_WHEEL_HERE)
    return YES if year in years_to_open(today) else no(Refusal.YEAR_NOT_OPEN)


def may_place(rhythm: str, month: int | None) -> Verdict:
    """A task of one time has a month; a continuous one has none. Source: S000-03."""
    if rhythm == Rhythm.ONCE:
        return YES if month else no(Refusal.MONTH_MISSING)
    return no(Refusal.NO_MONTH) if month else YES


def may_write(*texts: str) -> Verdict:
    """A wheel is read by the whole unit, and is about no child: eleven digits that could be a personal number are
    refused, also with spaces, dots or hyphens between. Source: S000-23, L-56."""
    return no(Refusal.PERSONAL_NUMBER) if any(_ELEVEN_DIGITS.search(text) for text in texts) else YES


def may_link(link: str) -> Verdict:
    """Evidence may be an address on the web, and nothing that does something else. Source: S000-23, ASVS 1.2.2."""
    if not link:
        return YES
    try:
        parts = urlsplit(link)
        whole = parts.scheme == "https" and bool(parts.hostname) and not parts.username and " " not in link
    except ValueError:
        return no(Refusal.NOT_AN_ADDRESS)
    return YES if whole else no(Refusal.NOT_AN_ADDRESS)


def may_change(*, is_common: bool) -> Verdict:
    """What the municipality has decided for every unit, a unit does not change or put away. Source: S000-01."""
    return no(Refusal.FOR_EVERYBODY) if is_common else YES


def may_mark(
    rhythm: str,
    month: int | None,
    *,
    year: int,
    marked: Collection[int | None],
    is_away: bool,
    quiet_months: Collection[int],
    today: date,
) -> Verdict:
    """A task is done once, also before its month; one of every month for months that have begun. `month` is the month
    that is ticked, None for the others. Source: S000-05, S000-23."""
    if is_away:
        return no(Refusal.IS_AWAY)
    if month in marked:
        return no(Refusal.DONE_ALREADY)
    if rhythm != Rhythm.MONTHLY:
        return YES if month is None else no(Refusal.NOT_THAT_MONTH)
    states = dict(month_states(year=year, marked=marked, quiet_months=quiet_months, today=today))
    has_begun = month in states and states[month] != TaskState.COMING
    return YES if has_begun else no(Refusal.NOT_THAT_MONTH)


def may_confirm_on(held_on: date, *, year: int, today: date) -> Verdict:
    """A parents' meeting has been held, in the wheel's school year. Source: S000-10."""
    if held_on > today:
        return no(Refusal.DAY_AHEAD)
    in_year = held_on >= first_day(AUGUST, year=year) and school_year_of(held_on) == year
    return YES if in_year else no(Refusal.DAY_TOO_OLD)
