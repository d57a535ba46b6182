"""The tables of a page of numbers, one after another: the same for the screen and for the file."""

import csv
import io
from dataclasses import dataclass, replace
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from stafett.insight.enums import SHARES, FigureKind
from stafett.insight.queries.published import Line, MunicipalityNumbers, UnitNumbers
from stafett.kernel import spoken_dates
from stafett.kernel.cells import cell
from stafett.relay_log.content import library

PERCENT, COUNT, WEEKS, LEAST = "percent", "count", "weeks", "least"
PER_HUNDRED = "per_hundred"


@dataclass(frozen=True)
class NumberRow:
    """A row: its label, its number or None, where it leads, and how much of the widest bar it fills (0-100)."""

    label: str
    count: int | None
    fills: int = 0
    unit_id: str | None = None


@dataclass(frozen=True)
class NumberTable:
    """One table with a heading. `unit` says what its numbers are."""

    key: str
    heading: str
    about: str
    unit: str
    rows: tuple[NumberRow, ...]


def of_municipality(numbers: MunicipalityNumbers, *, today: date) -> list[NumberTable]:
    """What the municipality is shown; empty before the first count."""
    if numbers.counted_on is None:
        return []
    days = [Line(said(day, today=today), count) for day, count in numbers.over_time]
    tables = [
        _counts("over_time", _("Åpne logger etter dag"), "", days),
        _counts("category", _("Hva loggene handler om"), _several(), numbers.by_category),
        _counts("level", _("Nivå"), "", [_level(line) for line in numbers.by_level]),
        _counts("use", _("I bruk"), "", [_in_use(numbers)]),
        _counts("band", _("Trinn"), "", [_rest(line) for line in numbers.by_band]),
        _counts("kind", _("Slags enhet"), "", [_rest(line) for line in numbers.by_kind]),
        _counts("unit", _("Enheter"), _("Loggene til barna i enheten."), numbers.by_unit, links=True),
        *_against_children(numbers, numbers.per_hundred_by_unit, links=True),
        *_work(numbers),
        *_effects(numbers),
    ]
    return [table for table in tables if table.rows]


def of_bank(uses: dict[str, tuple[int, int | None]]) -> list[NumberTable]:
    """How often measures of the bank have been tried and continued, most used first; empty when none has been five times."""
    if not uses:
        return []
    keys = sorted(uses, key=lambda key: (-uses[key][0], key))
    words = {key: library.said(library.bank_measure(key)["description"]) for key in keys}
    used = [Line(words[key], uses[key][0]) for key in keys]
    continued = [Line(words[key], uses[key][1]) for key in keys]
    about = _("Så mange logger har prøvd tiltaket. Vises fra fem.")
    after = _("Så mange av dem fortsetter med det i det daglige.")
    return [
        replace(_counts("bank", _("Brukt fra tiltaksbanken"), about, used), unit=LEAST),
        replace(_counts("bank_continued", _("Videreført fra tiltaksbanken"), after, continued), unit=LEAST),
    ]


def of_unit(numbers: UnitNumbers) -> list[NumberTable]:
    """What a unit is shown; empty before the first count."""
    if numbers.counted_on is None:
        return []
    bands = [line for line in numbers.by_band if line.count is not None]
    level = [Line(_("Nivå 2 eller 3"), numbers.level_two_or_three)]
    return [
        *_against_children(numbers, [Line(_("Enheten"), numbers.per_hundred)]),
        _counts("category", _("Hva loggene handler om"), _several(), numbers.by_category),
        *([_counts("band", _("Trinn"), "", bands)] if bands else []),
        _counts("level", _("Nivå"), "", level),
        _counts("use", _("I bruk"), "", [_in_use(numbers)]),
        *_work(numbers),
    ]


def as_csv(tables: list[NumberTable]) -> str:
    """All tables as one, with a semicolon between and nothing a spreadsheet would reckon with; a number that is not shown is
    empty."""
    text = io.StringIO()
    line = csv.writer(text, delimiter=";")
    line.writerow([_("Tabell"), _("Rad"), _("Tall"), _("Enhet")])
    names = {COUNT: _("logger"), PERCENT: _("prosent"), WEEKS: _("uker"), LEAST: _("logger, minst")}
    names[PER_HUNDRED] = _("logger per 100 barn")
    for table in tables:
        for row in table.rows:
            number = "" if row.count is None else row.count
            line.writerow([cell(table.heading), cell(row.label), number, names[table.unit]])
    return "\ufeff" + text.getvalue()


def said(day: date, *, today: date) -> str:
    """A counting day as people say it, in the reader's language."""
    return spoken_dates.day_and_month(day, today=today, lang=translation.get_language() or "nb")


def _several():
    return _("En logg kan handle om flere ting, så tallene blir til sammen flere enn loggene.")


def _counts(key, heading, about, lines, *, links=False):
    widest = max((line.count or 0 for line in lines), default=0) or 1
    rows = tuple(
        NumberRow(
            str(line.label),
            line.count,
            round(100 * (line.count or 0) / widest),
            (line.key or None) if links else None,
        )
        for line in lines
    )
    return NumberTable(key, heading, about, COUNT, rows)


def _level(line):
    return Line(_("Nivå %(level)s") % {"level": line.label}, line.count, line.key)


def _in_use(numbers):
    return Line(_("Noen har skrevet de siste fire ukene"), numbers.in_use)


def _rest(line):
    return Line(_("Fordeles ikke"), line.count, line.key) if line.key == "rest" else line


def _against_children(numbers, units, *, links=False):
    """Open logs for each hundred children, the whole municipality first; nothing where children are not counted (S002-12)."""
    if numbers.per_hundred_whole is not None:
        lines = [Line(_("Kommunen"), numbers.per_hundred_whole), *units]
        about = _("Åpne logger for hvert hundre barn. 50 betyr halvparten eller flere.")
        table = _counts("children", _("Få eller mange logger?"), about, lines, links=links)
        yield replace(table, unit=PER_HUNDRED)


def _work(numbers):
    """How the work went in the half-year before the count."""
    shares = [(kind, getattr(numbers, kind.value)) for kind in SHARES]
    yield NumberTable(
        "work", _("Hvordan arbeidet går"), _("Andeler av det siste halvåret, rundet av til nærmeste ti."), PERCENT,
        tuple(NumberRow(str(kind.label), share, share or 0) for kind, share in shares),
    )  # fmt: skip
    kind = FigureKind.WEEKS_TO_MEASURE
    weeks = (NumberRow(str(kind.label), numbers.weeks_to_measure),)
    yield NumberTable("weeks", _("Ventetid"), _("Halvparten ventet ikke lenger enn dette."), WEEKS, weeks)


def _effects(numbers):
    about = _("Andel av evaluerte tiltak av hvert slag, rundet av til nærmeste ti.")
    for at, heading in ((1, _("Ga ønsket effekt")), (2, _("Ga noe virkning"))):
        rows = tuple(NumberRow(str(each[0].label), each[at], each[at] or 0) for each in numbers.effects)
        yield NumberTable(f"effect_{at}", heading, about, PERCENT, rows)
