"""The three reports of a school year: when each is open and when it is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from stafett.kernel.dates import is_working_day, school_year_of
from stafett.kernel.verdict import YES, Verdict, no
from stafett.self_assessment.enums import AssessmentKind, Refusal

OPEN_WEEKS = 6
# (month, day, years after the one the school year began)
_DUE = {AssessmentKind.DECEMBER: (12, 15, 0), AssessmentKind.MAY: (5, 15, 1), AssessmentKind.YEAR: (6, 15, 1)}


@dataclass(frozen=True)
class Period:
    """One report of one school year, by the year it began."""

    kind: AssessmentKind
    school_year: int

    @property
    def name(self) -> str:
        """How an address names it: "2026-december"."""
        return f"{self.school_year}-{self.kind.value}"

    @property
    def year(self) -> int:
        """The calendar year in which it is due."""
        return self.school_year + _DUE[self.kind][2]


def period_named(name: str) -> Period | None:
    """The period an address names, or None."""
    year, _hyphen, kind = name.partition("-")
    if not (len(year) == 4 and year.isascii() and year.isdecimal() and kind in AssessmentKind.values):
        return None
    return Period(AssessmentKind(kind), int(year))


def periods_of(today: date) -> list[Period]:
    """The reports of today's school year, in order. Source: S000-18, S000-21."""
    return [Period(kind, school_year_of(today)) for kind in AssessmentKind]


def due_on(period: Period) -> date:
    """The last day: the middle of December and of May, and of June before the summer holiday; the working day before when
    that is none.

    Source: S000-18, S000-21; the months are the municipality's to move (ADR 0032).
    """
    month, day, later = _DUE[period.kind]
    due = date(period.school_year + later, month, day)
    while not is_working_day(due):
        due -= timedelta(days=1)
    return due


def opens_on(period: Period) -> date:
    """The first day it can be begun: six weeks before it is due. Source: ours."""
    return due_on(period) - timedelta(weeks=OPEN_WEEKS)


def may_begin(period: Period, *, today: date) -> Verdict:
    """A report is begun from six weeks before it is due; a late one is better than none, until the next school year ends.

    Source: S000-18, S000-21.
    """
    is_near = period.school_year >= school_year_of(today) - 1
    return YES if is_near and opens_on(period) <= today else no(Refusal.NOT_OPEN)
