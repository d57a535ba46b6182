"""What may be shown of the newest count: for one unit, and for the whole municipality. Raw numbers stop here.

Everything starts from the groups and answers of `rules`; larger numbers are sums of what these show, and nothing is
counted twice (ADR 0033). None stands for what is not shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Sum

from stafett.access.enums import Action
from stafett.access.insight_rules import UnitFacts
from stafett.access.policy import may
from stafett.insight import rules
from stafett.insight.enums import (
    ALL,
    BY_ROW,
    CATEGORIES,
    IN_USE,
    LEVEL_THREE,
    LEVEL_UP,
    REST,
    Band,
    FigureKind,
)
from stafett.insight.models import Count, Figure
from stafett.insight.rules import Answer, Group, Key, Row
from stafett.register.enums import EmploymentRole, UnitKind
from stafett.register.models import Unit
from stafett.relay_log.enums import Category, MeasureType

NOT_COUNTED = (UnitKind.AREA, UnitKind.ADMINISTRATION, UnitKind.EXTERNAL)


@dataclass(frozen=True)
class Line:
    """A label and a number; None when it is not shown."""

    label: object
    count: int | None
    key: str = ""


@dataclass(frozen=True)
class Topic:
    """Five or more open logs on the same in one band of a unit: something for a system meeting (ranked wish 14)."""

    category: str
    category_label: object
    band: str
    band_label: object
    count: int
    counted_on: date


@dataclass(frozen=True)
class UnitNumbers:
    """What a unit is shown of its own count. Shares are percent rounded to ten, `weeks_to_measure` a median."""

    counted_on: date | None = None
    open_logs: int | None = None
    level_two_or_three: int | None = None
    in_use: int | None = None
    by_band: tuple[Line, ...] = ()
    by_category: tuple[Line, ...] = ()
    weeks_to_measure: int | None = None
    evaluated_on_time: int | None = None
    guardian_there: int | None = None
    child_there: int | None = None
    written_live: int | None = None
    per_hundred: int | None = None  # open logs for each hundred children
    per_hundred_whole: int | None = None  # the same for the whole municipality


@dataclass(frozen=True)
class MunicipalityNumbers(UnitNumbers):
    """The same for the whole municipality, and more. `over_time` are (counting day, open logs), oldest first."""

    over_time: tuple[tuple[date, int | None], ...] = ()
    by_level: tuple[Line, ...] = ()
    by_kind: tuple[Line, ...] = ()
    by_unit: tuple[Line, ...] = ()
    per_hundred_by_unit: tuple[Line, ...] = ()  # only units that show it
    effects: tuple[tuple[MeasureType, int | None, int | None], ...] = ()  # effect, and some effect


@dataclass(frozen=True)
class _Counted:
    """A counting day: the groups that are shown, each question's answer, and the units by id."""

    day: date | None
    groups: list[Group] = field(default_factory=list)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    units: Mapping[UUID, tuple[str, str]] = field(default_factory=dict)  # name and kind
    level_three: int = 0

    @property
    def whole(self) -> int | None:
        return sum(group.total for group in self.groups) or None


def units_of(actor) -> list[Unit]:
    """Units whose numbers the actor may see: those they lead, those of the areas they lead, or all, sorted by name."""
    rows = Unit.objects.exclude(kind__in=NOT_COUNTED).order_by("sort_key", "id")
    if actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        return list(rows)
    return list(rows.filter(pk__in=actor.led_unit_ids) | rows.filter(area_id__in=actor.led_area_ids))


def reachable_unit(actor, pk) -> Unit | None:
    """One of them; None when there is no such one."""
    return next((unit for unit in units_of(actor) if unit.pk == pk), None)


def facts_about_unit(unit, *, today):
    """Facts for the policy."""
    return UnitFacts(unit_id=unit.pk, area_id=unit.area_id)


def unit_numbers(actor, unit_id: UUID, *, today: date) -> UnitNumbers | None:
    """What a unit is shown of the newest count; None for whoever may not see it. Five queries."""
    if not _may_see(actor, unit_id):
        return None
    counted = _counted(today)
    if counted.day is None:
        return UnitNumbers()
    own = [group for group in counted.groups if _lies_in(group, {unit_id})]
    open_logs, children = _sum_of(own, unit_id, counted), _children(counted.day)
    return UnitNumbers(
        counted_on=counted.day,
        open_logs=open_logs,
        per_hundred=rules.shown_per_hundred(open_logs, children=children.get(unit_id, 0)),
        per_hundred_whole=rules.shown_per_hundred(counted.whole, children=children.get(None, 0)),
        level_two_or_three=_known(counted.answers[LEVEL_UP], own),
        in_use=_known(counted.answers[IN_USE], own),
        by_band=_bands(own),
        by_category=tuple(
            Line(Category(each).label, _known(counted.answers[each], own), each) for each in CATEGORIES
        ),
        **_figures(counted.day, unit_id),
    )


def topics_by_numbers(actor, unit_id: UUID, *, today: date) -> tuple[Topic, ...]:
    """What five or more open logs of one band in the unit are about, most first; none for whoever may not see it.

    Source: S002-10, S002-11, S002-39, ranked wish 14.
    """
    counted = _counted(today) if _may_see(actor, unit_id) else _Counted(None)
    found = [
        Topic(category, Category(category).label, band, Band(band).label, count, counted.day)
        for category in CATEGORIES
        if category in counted.answers
        for group, count in counted.answers[category].shown.items()
        if _lies_in(group, {unit_id}) and len(group.keys) == 1
        for _unit, band in group.keys
    ]
    return tuple(sorted(found, key=lambda topic: (-topic.count, topic.category, topic.band)))


def municipality_numbers(actor, *, today: date) -> MunicipalityNumbers:
    """What the municipality is shown of the newest count, with the units that the actor may see. Seven queries."""
    return whole_municipality(today=today, units=frozenset(unit.pk for unit in units_of(actor)))


def whole_municipality(*, today: date, units: frozenset[UUID] = frozenset()) -> MunicipalityNumbers:
    """The same for nobody in particular: with these units, by id. Six queries."""
    counted = _counted(today)
    if counted.day is None:
        return MunicipalityNumbers()
    answers, whole = counted.answers, counted.whole
    by_unit, children = tuple(_unit_lines(counted, units)), _children(counted.day)
    return MunicipalityNumbers(
        counted_on=counted.day,
        open_logs=whole,
        per_hundred_whole=rules.shown_per_hundred(whole, children=children.get(None, 0)),
        per_hundred_by_unit=tuple(_held_against(by_unit, children)),
        level_two_or_three=answers[LEVEL_UP].total,
        in_use=answers[IN_USE].total,
        by_level=_levels(counted),
        by_band=_with_rest(_bands(counted.groups), whole),
        by_kind=_with_rest(_kinds(counted), whole),
        by_category=tuple(Line(Category(each).label, answers[each].total, each) for each in CATEGORIES),
        by_unit=by_unit,
        over_time=_over_time(today),
        effects=_effects(counted.day),
        **_figures(counted.day, None),
    )


def bank_uses(*, today: date) -> dict[str, tuple[int, int | None]]:
    """How many logs in the municipality have tried a measure of the bank, and continued it, both as "at least":
    key -> (tried, continued). Those with fewer than five are left out. One query. Source: ranked wish 18."""
    day = rules.newest_counting_day(today)
    kinds = (FigureKind.BANK_USED, FigureKind.BANK_CONTINUED)
    rows = Figure.objects.filter(counted_on=day, unit__isnull=True, kind__in=kinds)
    logs = {(kind, key): logs for kind, key, logs in rows.values_list("kind", "subject", "logs")}
    used = {key: rules.shown_at_least(found) for (kind, key), found in logs.items() if kind == kinds[0]}
    return {
        key: (least, rules.shown_at_least(logs.get((kinds[1], key), 0)))
        for key, least in used.items()
        if least is not None
    }


def _may_see(actor, unit_id):
    unit = reachable_unit(actor, unit_id)
    return unit is not None and bool(
        may(actor, Action.SEE_UNIT_NUMBERS, facts_about_unit(unit, today=actor.on))
    )


def _counted(today) -> _Counted:
    day = rules.newest_counting_day(today)
    rows = Count.objects.filter(counted_on=day)
    found: dict[str, dict[Key, int]] = {}
    units: dict[UUID, tuple[str, str]] = {}
    for unit, name, kind, kind_now, band, question, logs in rows.order_by(
        "unit__sort_key", "unit_id"
    ).values_list("unit_id", "unit__name", "kind", "unit__kind", "band", "question", "logs"):
        found.setdefault(question, {})[unit, band] = logs
        units[unit] = (name, kind or kind_now)
    if not found:
        return _Counted(None)
    totals = [Row(key, units[key[0]][1], logs) for key, logs in found[ALL].items()]
    groups = rules.groups_of(totals)
    answers = {question: rules.answer_of(groups, found.get(question, {})) for question in BY_ROW}
    return _Counted(day, groups, answers, units, sum(found.get(LEVEL_THREE, {}).values()))


def _lies_in(group, units):
    return all(unit in units for unit, _band in group.keys)


def _sum_of(own: list[Group], unit_id, counted) -> int | None:
    """A unit's open logs: only when every row of it lies in groups of its own."""
    all_keys = {key for group in counted.groups for key in group.keys if key[0] == unit_id}
    own_keys = {key for group in own for key in group.keys}
    return sum(group.total for group in own) if own and all_keys == own_keys else None


def _known(answer: Answer, groups: Iterable[Group]) -> int | None:
    """What the groups show of an answer, together; None when none of them does."""
    shown = [answer.shown[group] for group in groups if group in answer.shown]
    return sum(shown) if shown else None


def _bands(groups) -> tuple[Line, ...]:
    totals: dict[str, int] = {}
    for group in groups:
        bands = {band for _unit, band in group.keys}
        if len(bands) == 1:
            totals[bands.pop()] = totals.get(min(band for _unit, band in group.keys), 0) + group.total
    return tuple(Line(band.label, totals.get(band.value), band.value) for band in Band)


def _kinds(counted) -> tuple[Line, ...]:
    totals: dict[str, int] = {}
    for group in counted.groups:
        kinds = {counted.units[unit][1] for unit, _band in group.keys}
        if len(kinds) == 1:
            kind = kinds.pop()
            totals[kind] = totals.get(kind, 0) + group.total
    seen = {kind for _name, kind in counted.units.values()}
    return tuple(Line(kind.label, totals.get(kind.value), kind.value) for kind in UnitKind if kind in seen)


def _levels(counted) -> tuple[Line, ...]:
    """Level one, and two and three apart where both are large enough."""
    up = counted.answers[LEVEL_UP].total
    if up is None:
        return ()
    three, one = counted.level_three, (counted.whole or 0) - up
    first = Line("1", one, "1")
    if rules.tells_level_three(up, three):
        return (first, Line("2", up - three, "2"), Line("3", three, "3"))
    return (first, Line("2–3", up, "2"))


def _with_rest(lines: tuple[Line, ...], whole: int | None) -> tuple[Line, ...]:
    """The lines, and last what is left of the whole, which has no label of its own."""
    rest = (whole or 0) - sum(line.count or 0 for line in lines)
    return (*lines, Line("", rest, REST)) if rest else lines


def _unit_lines(counted, mine):
    """Each of the units the actor may see, with what it is shown."""
    for unit, (name, _kind) in counted.units.items():
        if unit in mine:
            own = [group for group in counted.groups if _lies_in(group, {unit})]
            yield Line(name, _sum_of(own, unit, counted), str(unit))


def _held_against(by_unit, children):
    """Open logs for each hundred children in the units that show both."""
    for line in by_unit:
        shown = rules.shown_per_hundred(line.count, children=children.get(UUID(line.key), 0))
        if shown is not None:
            yield Line(line.label, shown, line.key)


def _over_time(today):
    rows = Count.objects.filter(question=ALL, counted_on__lte=today).values_list("counted_on")
    sums = rows.annotate(logs=Sum("logs")).order_by("counted_on")
    return tuple((day, logs if logs >= rules.FEWEST else None) for day, logs in sums)


def _figures(day, unit_id) -> dict[str, int | None]:
    rows = Figure.objects.filter(counted_on=day, unit_id=unit_id, subject="")
    found = {kind: (value, logs) for kind, value, logs in rows.values_list("kind", "value", "logs")}
    shown = {}
    for kind in _TOLD:
        value, logs = found.get(kind, (0, 0))
        rule = rules.shown_weeks if kind == FigureKind.WEEKS_TO_MEASURE else rules.shown_share
        shown[kind.value] = rule(value, logs=logs)
    return shown


_TOLD = (
    FigureKind.WEEKS_TO_MEASURE, FigureKind.EVALUATED_ON_TIME, FigureKind.GUARDIAN_THERE, FigureKind.CHILD_THERE,
    FigureKind.WRITTEN_LIVE,
)  # fmt: skip


def _children(day) -> dict[UUID | None, int]:
    """How many children there were in each unit, and in all (under None); empty for days counted without them."""
    rows = Figure.objects.filter(counted_on=day, kind=FigureKind.CHILDREN)
    return dict(rows.values_list("unit_id", "value"))


def _effects(day):
    kinds = (FigureKind.EFFECT, FigureKind.SOME_EFFECT)
    rows = Figure.objects.filter(counted_on=day, unit__isnull=True, kind__in=kinds)
    found = {
        (kind, subject): rules.shown_share(value, logs=logs)
        for kind, subject, value, logs in rows.values_list("kind", "subject", "value", "logs")
    }
    return tuple((kind, *(found.get((each.value, kind.value)) for each in kinds)) for kind in MeasureType)
