"""When is counted, and how much of a count is shown: numbers in, what may be published out (ADR 0033)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from stafett.insight.enums import Band, Refusal
from stafett.kernel.dates import school_year_of
from stafett.kernel.verdict import YES, Verdict, no

FEWEST = 5  # logs in a cell
FEWEST_BEHIND_A_SHARE = 10  # logs behind a share or a median
FEWEST_MUNICIPALITIES = 3  # that share, before they see each other's numbers; and behind a middle
HALF = 50  # of a hundred children: stands for half of them and for more
COUNTING_DAYS = ((3, 1), (10, 1))  # the first of March and of October: one in each half of the school year
Key = tuple[UUID, str]  # a unit and a band


@dataclass(frozen=True)
class Row:
    """The open logs of one band in one unit. `kind` is the unit's."""

    key: Key
    kind: str
    total: int


@dataclass(frozen=True)
class Group:
    """Rows that are shown as one number. A row that is shown by itself is a group of one."""

    keys: frozenset[Key]
    total: int


@dataclass(frozen=True)
class Answer:
    """How many logs a yes holds for: in all, and in each group that shows it. None in all: nothing is shown."""

    total: int | None
    shown: Mapping[Group, int]


def newest_counting_day(today: date) -> date:
    """The last counting day that has come. Source: ADR 0033, fixed days as the schools' own statistics have."""
    days = [date(year, *day) for year in (today.year - 1, today.year) for day in COUNTING_DAYS]
    return max(day for day in days if day <= today)


def counting_day_before(day: date) -> date:
    """The counting day before another one: measured is what happened after it, up to and with `day`."""
    days = [date(year, *each) for year in (day.year - 1, day.year) for each in COUNTING_DAYS]
    return max(each for each in days if each < day)


def band_of(first_grade_year: int | None, *, day: date) -> Band:
    """The band of a child who began, or begins, first grade that year. Source: opplæringslova, chapter 2."""
    if first_grade_year is None:
        return Band.OLDER
    grade = school_year_of(day) - first_grade_year + 1
    bands = ((1, Band.KINDERGARTEN), (5, Band.GRADES_1_4), (8, Band.GRADES_5_7), (11, Band.GRADES_8_10))
    return next((band for below, band in bands if grade < below), Band.OLDER)


def groups_of(rows: Iterable[Row], *, fewest: int = FEWEST) -> list[Group]:
    """The numbers of open logs that may be shown: together they are all of them, and none tells of a small row.

    A row under the limit is put together with the other small ones of its kind of unit and, where there is one, with
    the first that is large enough; so is a kind that is small as a whole. Which one comes first is fixed by the keys,
    not by the counts, so that any small row may as well be empty: everything that is shown would be the same. Empty
    when there are fewer logs than the limit. Source: L-56, ADR 0033.
    """
    kinds: dict[str, list[Group]] = {}
    for row in sorted(rows, key=lambda row: row.key):
        kinds.setdefault(row.kind, []).append(Group(frozenset({row.key}), row.total))
    within = [group for kind in sorted(kinds) for group in _merged(kinds[kind], fewest)]
    groups = _merged(within, fewest)
    return groups if sum(group.total for group in groups) >= fewest else []


def answer_of(groups: Sequence[Group], yes: Mapping[Key, int], *, fewest: int = FEWEST) -> Answer:
    """How much is shown of a yes or no that each log has by itself: `yes` are the logs it holds for, by row.

    A group shows its yes when both the yes and the no are large enough. When some cannot, the largest group hides its
    own as well, so that nothing is found by subtraction; when what is hidden together would still tell, no group shows
    its own; and when even the sum would, nothing is shown. Source: L-56, ADR 0033.
    """
    counts = {group: sum(yes.get(key, 0) for key in group.keys) for group in groups}
    whole = sum(counts.values())
    hidden = [group for group in groups if min(counts[group], group.total - counts[group]) < fewest]
    if not hidden:
        return Answer(whole if groups else None, counts)
    by_size = sorted(groups, key=lambda group: (-group.total, min(group.keys)))
    buffer = by_size[0]
    for candidate in by_size:  # the largest, and one more when it alone would be hidden
        if candidate not in hidden and (candidate is buffer or hidden == [buffer]):
            hidden.append(candidate)
    if _is_safe(hidden, counts, buffer, fewest):
        return Answer(whole, {group: count for group, count in counts.items() if group not in hidden})
    return Answer(whole if _is_safe(by_size, counts, buffer, fewest) else None, {})


def tells_level_three(up: int | None, three: int, *, fewest: int = FEWEST) -> bool:
    """Whether levels two and three are told apart for the municipality: both are large enough. Source: L-56, ADR 0033."""
    return up is not None and min(three, up - three) >= fewest


def shown_share(percent: int, *, logs: int) -> int | None:
    """A share rounded to ten, when at least ten logs are behind it. How many there are is never said, so that it cannot
    be turned into a count. Source: L-56, ADR 0033."""
    return None if logs < FEWEST_BEHIND_A_SHARE else 10 * ((percent + 5) // 10)


def shown_weeks(weeks: int, *, logs: int) -> int | None:
    """A median in weeks, when at least ten logs are behind it. Source: L-56, W-10."""
    return None if logs < FEWEST_BEHIND_A_SHARE else weeks


def shown_at_least(logs: int) -> int | None:
    """How many logs have used a measure, as "at least": the nearest five below; None for fewer than five.

    Source: ranked wish 18, L-56, ADR 0033.
    """
    return None if logs < FEWEST else logs - logs % FEWEST


def may_share(*, is_shared: bool, now: str, seen: str) -> Verdict:
    """Numbers are shared once, when there are some, and they are those the administrator has seen: both are fingerprints,
    and an empty one is of nothing. Source: issue E 6, ADR 0042."""
    if is_shared:
        return no(Refusal.ALREADY_SHARED)
    if not now:
        return no(Refusal.NOTHING_TO_SHARE)
    return YES if now == seen else no(Refusal.NUMBERS_CHANGED)


def middle_of(middle: int | None, *, municipalities: int) -> int | None:
    """The middle one of the shares or medians that municipalities show, when at least three do. Source: ADR 0042."""
    return middle if municipalities >= FEWEST_MUNICIPALITIES else None


def shown_per_hundred(logs: int | None, *, children: int) -> int | None:
    """Open logs for each hundred children, of a number of logs that is shown; None when it is not, or nobody is registered.

    Never more than half: that nearly every child of a unit has a log would tell of each of them.
    Source: S002-12, L-56, ADR 0033.
    """
    if logs is None or not children:
        return None
    return min(max(round(100 * logs / children), 1), HALF)


def _merged(groups: Sequence[Group], fewest: int) -> list[Group]:
    """The groups, with the small ones put together with the first large one; all of them, when none is large."""
    small = [group for group in groups if group.total < fewest]
    if not small:
        return list(groups)
    large = [group for group in groups if group.total >= fewest]
    together = [*small, *large[:1]]
    keys = frozenset(key for group in together for key in group.keys)
    return [Group(keys, sum(group.total for group in together)), *large[1:]]


def _is_safe(hidden: Sequence[Group], counts: Mapping[Group, int], buffer: Group, fewest: int) -> bool:
    """Whether each of the groups that are hidden together could have none or many of both yes and no: the rest has room.

    The buffer is the largest and hidden whatever it holds, so the others may be moved into it, one at a time.
    """
    yes = sum(counts[group] for group in hidden)
    no = sum(group.total for group in hidden) - yes
    others = [group.total for group in hidden if group is not buffer]
    fits = all(_is_open(total, yes, no, fewest) and _is_open(total, no, yes, fewest) for total in others)
    return bool(others) and min(yes, no) >= fewest and fits


def _is_open(total: int, mine: int, theirs: int, fewest: int) -> bool:
    """Whether a group of this size could hold none of what is mine, or so much of it that it is not small."""
    return theirs >= total or mine >= max(fewest, total - fewest + 1)
