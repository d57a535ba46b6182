"""How it stands with a task on a day, from its month and the marks on it."""

from collections.abc import Collection
from datetime import date

from stafett.annual_wheel.enums import Rhythm, TaskState
from stafett.annual_wheel.rules.year import first_day, last_day, months_in_order


def state_of(
    rhythm: str,
    month: int | None,
    *,
    year: int,
    marked: Collection[int | None],
    is_away: bool,
    quiet_months: Collection[int] = (),
    today: date,
) -> TaskState:
    """What one word says of a task today. `marked` are the months it is done for; None in it for a task of one time.

    A task of every month is judged by this month alone: what was not ticked in March is no debt in April. One of all
    year is never late. Source: S000-03..08, S000-23.
    """
    if is_away:
        return TaskState.AWAY
    if rhythm == Rhythm.MONTHLY:
        return _this_months(year, marked, quiet_months, today)
    if None in marked:
        return TaskState.DONE
    if rhythm == Rhythm.ALWAYS or month is None:
        return TaskState.ONGOING
    return _by_month(month, year, today)


def month_states(
    *, year: int, marked: Collection[int | None], quiet_months: Collection[int] = (), today: date
) -> tuple[tuple[int, TaskState], ...]:
    """(month, state) of a task of every month, from August to July, without the months that have no tick.

    Source: S000-05.
    """
    return tuple(
        (month, TaskState.DONE if month in marked else _by_month(month, year, today))
        for month in months_in_order()
        if month not in quiet_months
    )


def _this_months(
    year: int, marked: Collection[int | None], quiet_months: Collection[int], today: date
) -> TaskState:
    states = dict(month_states(year=year, marked=marked, quiet_months=quiet_months, today=today))
    if today.month in states and first_day(today.month, year=year) <= today <= last_day(
        today.month, year=year
    ):
        return states[today.month]
    return TaskState.ONGOING


def _by_month(month: int, year: int, today: date) -> TaskState:
    if today < first_day(month, year=year):
        return TaskState.COMING
    return TaskState.NOW if today <= last_day(month, year=year) else TaskState.OVERDUE
