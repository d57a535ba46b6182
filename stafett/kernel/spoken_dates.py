"""Dates as people say them, in bokmål, nynorsk and English: "tirsdag 3. mars, om 5 dager". Pure text."""

from datetime import date

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


def in_words(value: date, *, today: date, lang: str) -> str:
    """Weekday, day and month, and how far off it is within a fortnight. `lang` is nb, nn or en; else bokmål."""
    lang, days = _known(lang), (value - today).days
    words = f"{_WEEKDAYS[lang][value.weekday()]} {day_and_month(value, today=today, lang=lang)}"
    if days in _NEAR[lang]:
        return f"{_NEAR[lang][days]}, {words}"
    if 1 < abs(days) <= 14:
        return f"{words}, {(_AHEAD if days > 0 else _AGO)[lang].format(abs(days))}"
    return words


def day_and_month(value: date, *, today: date, lang: str) -> str:
    """Day and month, with the year when it is another than today's: "3. mars", "3 March 2025"."""
    if value.year != today.year:
        return with_year(value, lang=lang)
    lang = _known(lang)
    return f"{value.day}{'' if lang == 'en' else '.'} {_MONTHS[lang][value.month - 1]}"


def with_year(value: date, *, lang: str) -> str:
    """Day, month and year, for what is read as a document: "22. november 2026"."""
    return f"{day_and_month(value, today=value, lang=lang)} {value.year}"


def at_time(lang: str) -> str:
    """The word before a time of day."""
    return "at" if _known(lang) == "en" else "kl."


def _known(lang: str) -> str:
    return lang[:2] if lang[:2] in _WEEKDAYS else "nb"
