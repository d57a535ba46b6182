"""Template filters for dates: the day in words, the exact date at hand in <time>."""

from datetime import datetime

from django.utils import translation
from markupsafe import Markup

from stafett.kernel import clock, spoken_dates
from stafett.kernel.clock import local, today_in_norway


def day(value, today=None):
    """<time> with weekday, day and month, and how far off it is within a fortnight."""
    if value is None:
        return ""
    value = _as_date(value)
    return _time(value.isoformat(), spoken_dates.in_words(value, today=today or _today(), lang=_lang()))


def short_day(value):
    """<time> with day, month and, when it is not this year, year: "3. mars"."""
    if value is None:
        return ""
    value = _as_date(value)
    return _time(value.isoformat(), spoken_dates.day_and_month(value, today=_today(), lang=_lang()))


def dated(value):
    """<time> with day, month and year, for what is read as a document."""
    return _time(value.isoformat(), spoken_dates.with_year(value, lang=_lang()))


def moment(value):
    """<time> with the day as `short_day` and the time of day."""
    here, lang = local(value), _lang()
    words = spoken_dates.day_and_month(here.date(), today=_today(), lang=lang)
    return _time(here.isoformat(timespec="minutes"), f"{words}, {spoken_dates.at_time(lang)} {here:%H.%M}")


def _time(exact, words):
    return Markup('<time datetime="{}" title="{}">{}</time>').format(exact, exact[:10], words)


def _as_date(value):
    return local(value).date() if isinstance(value, datetime) else value


def _today():
    return today_in_norway(clock.now())


def _lang():
    return translation.get_language() or "nb"
