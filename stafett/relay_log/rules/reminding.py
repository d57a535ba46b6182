"""When somebody is reminded, and of what: a day in, a reminder or nothing out. Nobody is nagged: each comes once."""

import datetime
from dataclasses import dataclass

from stafett.messages.enums import Kind
from stafett.relay_log.rules.whats_next import EVALUATION_SOON_DAYS

CONSENT_DAYS = (0, 7, 30)  # the nearest that has come is the one that is told of
STILL_NEWS_DAYS = 7
IDLE_WEEKS = 2
UNCOORDINATED_DAYS = 14


@dataclass(frozen=True)
class Reminder:
    """What to say, of which day, and the key by which it is the same reminder another time."""

    kind: Kind
    on: datetime.date
    key: str


def about_evaluation(evaluate_by: datetime.date, *, today: datetime.date) -> Reminder | None:
    """The holder is reminded a week before an evaluation, and once a week from when it is overdue.

    Source: S001-36, domain 9 row 17, issue C 5.
    """
    days = (evaluate_by - today).days
    if days > EVALUATION_SOON_DAYS:
        return None
    if days >= 0:
        return Reminder(Kind.EVALUATION_SOON, evaluate_by, f"{evaluate_by}")
    return Reminder(Kind.EVALUATION_OVERDUE, evaluate_by, f"{evaluate_by}:{(-days - 1) // 7}")


def about_consent(valid_until: datetime.date, *, today: datetime.date) -> Reminder | None:
    """Holder and giver are reminded 30 and 7 days before a consent ends, on its last day, and when it has ended.

    A day on which nobody reminded is made up for; a consent that ended more than a week ago is no longer news.
    Source: L-09, W-18.
    """
    days = (valid_until - today).days
    if days < 0:
        is_news = days >= -STILL_NEWS_DAYS
        return Reminder(Kind.CONSENT_ENDED, valid_until, f"{valid_until}:ended") if is_news else None
    stage = next((stage for stage in CONSENT_DAYS if days <= stage), None)
    if stage is None:
        return None
    kind = Kind.CONSENT_ENDS if stage else Kind.CONSENT_ENDS_TODAY
    return Reminder(kind, valid_until, f"{valid_until}:{stage}")


def about_no_plan(last_act_on: datetime.date, *, today: datetime.date) -> Reminder | None:
    """The holder is reminded when nothing has been planned for two weeks, and every second week after that.

    `last_act_on` is the last day anybody wrote in a log where nothing is planned now.
    Source: followUpGap in domain 1, W-02, issue C 5.
    """
    times = (today - last_act_on).days // (7 * IDLE_WEEKS)
    return Reminder(Kind.NOTHING_PLANNED, last_act_on, f"{last_act_on}:{times}") if times > 0 else None


def about_coordination(since: datetime.date, *, today: datetime.date) -> Reminder | None:
    """The holder and the unit's leaders are told when nobody has coordinated for two weeks, and every second week after that.

    `since` is the day another service came into the log. Source: L-41, ours for the days.
    """
    times = (today - since).days // UNCOORDINATED_DAYS
    return Reminder(Kind.NOBODY_COORDINATES, since, f"{since}:{times}") if times > 0 else None


def about_place(last_day: datetime.date, *, today: datetime.date) -> Reminder | None:
    """Holder and participant are reminded in the last week of a place that has a last day.

    Source: W-05, ours for the week.
    """
    days = (last_day - today).days
    return (
        Reminder(Kind.PARTICIPATION_ENDS, last_day, f"{last_day}") if 0 <= days <= STILL_NEWS_DAYS else None
    )


def about_no_holder(*, today: datetime.date) -> Reminder:
    """Leaders are reminded once a week of a log that nobody holds, from the first day.

    Source: L-29, W-04: the baton is never on the ground unseen.
    """
    return Reminder(Kind.LOG_WITHOUT_HOLDER, today, _week(today))


def about_week(*, due: int, overdue: int, idle: int, today: datetime.date) -> Reminder | None:
    """A leader gets the numbers of the unit once a week, when there is anything to look at.

    Source: S000-13, issue C 5; numbers only, since leaders see flow and dates.
    """
    return Reminder(Kind.WEEK_AHEAD, today, _week(today)) if due or overdue or idle else None


def _week(day: datetime.date) -> str:
    year, week, _day = day.isocalendar()
    return f"{year}-{week}"
