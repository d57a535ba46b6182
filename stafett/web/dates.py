"""Dates as people say them, in bokmål, nynorsk and English, with the exact date at hand in <time>."""

from datetime import date, datetime

from django.utils import timezone, translation
from markupsafe import Markup

from stafett.kernel.clock import local, today_in_norway

_WEEKDAYS = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nb": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
           "november", "desember"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
}  # fmt: skip
_MONTHS["nn"] = _MONTHS["nb"]
_NEAR = {
    "nb": {0: "i dag", 1: "i morgen", -1: "i går"},
    "nn": {0: "i dag", 1: "i morgon", -1: "i går"},
    "en": {0: "today", 1: "tomorrow", -1: "yesterday"},
}
_AHEAD = {"nb": "om {} dager", "nn": "om {} dagar", "en": "in {} days"}
_AGO = {"nb": "for {} dager siden", "nn": "for {} dagar sidan", "en": "{} days ago"}


def day(value, today=None):
    """<time> with weekday, day and month, and how far off it is within a fortnight; the year when it is another."""
    if value is None:
        return ""
    value = _as_date(value)
    return _time(value.isoformat(), in_words(value, today or _today()))


def short_day(value):
    """<time> with day, month and, when it is not this year, year: "3. mars"."""
    if value is None:
        return ""
    value = _as_date(value)
    return _time(value.isoformat(), _day_and_month(value, _today()))


def moment(value):
    """<time> with the day as `short_day` and the time of day."""
    here = local(value)
    words = f"{_day_and_month(here.date(), _today())}, {'at' if _lang() == 'en' else 'kl.'} {here:%H.%M}"
    return _time(here.isoformat(timespec="minutes"), words)


def in_words(value: date, today: date) -> str:
    """The date as plain text: "tirsdag 3. mars, om 5 dager"."""
    lang, days = _lang(), (value - today).days
    words = f"{_WEEKDAYS[lang][value.weekday()]} {_day_and_month(value, today)}"
    if days in _NEAR[lang]:
        return f"{_NEAR[lang][days]}, {words}"
    if 1 < abs(days) <= 14:
        return f"{words}, {(_AHEAD if days > 0 else _AGO)[lang].format(abs(days))}"
    return words


def _day_and_month(value, today):
    lang = _lang()
    words = f"{value.day}{'' if lang == 'en' else '.'} {_MONTHS[lang][value.month - 1]}"
    return words if value.year == today.year else f"{words} {value.year}"


def _time(exact, words):
    return Markup('<time datetime="{}" title="{}">{}</time>').format(exact, exact[:10], words)


def _as_date(value):
    return local(value).date() if isinstance(value, datetime) else value


def _today():
    return today_in_norway(timezone.now())


def _lang():
    lang = (translation.get_language() or "nb")[:2]
    return lang if lang in _WEEKDAYS else "nb"
