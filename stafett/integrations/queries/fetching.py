"""What the API gives: units, who works where, the guide, published numbers, and what the archive has. Never a log."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db.models import Count

from stafett.action_guide.queries import books
from stafett.archive.enums import DepositState
from stafett.archive.models import Deposit
from stafett.insight.queries.published import whole_municipality
from stafett.integrations.rules import cursors
from stafett.register import staff
from stafett.register.enums import UnitKind
from stafett.register.models import Employment, Unit

HERE = [kind.value for kind in UnitKind if kind != UnitKind.EXTERNAL]


def units(*, after: UUID | None, limit: int) -> dict:
    """A page of the municipality's units, oldest first."""
    return _page(Unit.objects.filter(kind__in=HERE), _unit, after=after, limit=limit)


def unit(pk: UUID | None) -> dict | None:
    """One unit, or None."""
    found = Unit.objects.filter(kind__in=HERE, pk=pk).first() if pk else None
    return _unit(found) if found else None


def posts(*, unit_id: UUID | None, today: date, after: UUID | None, limit: int) -> dict:
    """A page of the employments that hold today, in one unit or in all, oldest first."""
    rows = Employment.objects.filter(staff.holding_on(today)).select_related("person")
    rows = rows.filter(unit_id=unit_id) if unit_id else rows
    return _page(rows, _post, after=after, limit=limit)


def post(pk: UUID | None, *, today: date) -> dict | None:
    """One employment that holds today, or None."""
    found = post_row(pk, today=today)
    return _post(found) if found else None


def post_row(pk: UUID | None, *, today: date) -> Employment | None:
    """The same as a row, for who will change it."""
    rows = Employment.objects.filter(staff.holding_on(today), pk=pk).select_related("person")
    return rows.first() if pk else None


def end_of(row: Employment) -> dict:
    """When a post ends. Who it is stands elsewhere, for those who were let in to that."""
    return {"id": str(row.pk), "unit_id": str(row.unit_id), "ends_on": row.ends_on.isoformat()}


def guide(municipality_id: UUID, language: str) -> dict:
    """The guide as it holds now: its levels and the titles of their steps."""
    book = _book(municipality_id)
    found = book.guide(language)
    return {
        "language": language,
        "edition": book.number,
        "published_on": found.published_on.isoformat(),
        "title": found.title,
        "levels": [
            {
                "key": level.key,
                "name": level.name,
                "about": level.about,
                "steps": [
                    {"key": step.key, "number": step.number, "title": step.title} for step in level.steps
                ],
            }
            for level in found.levels
        ],
    }


def step(municipality_id: UUID, language: str, level: str, key: str) -> dict | None:
    """One step of the guide, or None."""
    found = _book(municipality_id).guide(language).step(level, key)
    if found is None:
        return None
    return {
        "language": language,
        "level": found.level,
        "key": found.key,
        "number": found.number,
        "title": found.title,
        "what": found.what,
        "how": list(found.how),
        "who": list(found.who),
        "deadline": found.deadline,
        "tools": [tool.title for tool in found.tools],
        "outcomes": [outcome.text for outcome in found.outcomes],
    }


def statistics(*, today: date) -> dict:
    """The municipality's published numbers; what is hidden is null (L-56, ADR 0033)."""
    ids = frozenset(Unit.objects.filter(kind__in=HERE).values_list("pk", flat=True))
    found = whole_municipality(today=today, units=ids)
    return {
        "counted_on": found.counted_on.isoformat() if found.counted_on else None,
        "open_logs": found.open_logs,
        "level_two_or_three": found.level_two_or_three,
        "in_use": found.in_use,
        "weeks_to_measure": found.weeks_to_measure,
        "evaluated_on_time_percent": found.evaluated_on_time,
        "guardian_there_percent": found.guardian_there,
        "child_there_percent": found.child_there,
        "by_level": _lines(found.by_level),
        "by_band": _lines(found.by_band),
        "by_kind": _lines(found.by_kind),
        "by_category": _lines(found.by_category),
        "by_unit": _lines(found.by_unit),
        "over_time": [{"on": day.isoformat(), "open_logs": count} for day, count in found.over_time],
    }


def archive_status() -> dict:
    """How many deposits are in each state."""
    rows = Deposit.objects.values("state").annotate(count=Count("id")).values_list("state", "count")
    counted = dict(rows.order_by("state"))
    return {state.value: counted.get(state.value, 0) for state in DepositState}


def deposits(*, after: UUID | None, limit: int) -> dict:
    """A page of what has been handed in to the archive, oldest first: states and times, no title, no unit, no folder."""
    return _page(Deposit.objects.all(), _deposit, after=after, limit=limit)


def _page(rows, shown: Callable, *, after, limit):
    rows = rows.filter(pk__gt=after) if after else rows
    found = list(rows.order_by("pk")[: limit + 1])
    next_one = cursors.written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [shown(row) for row in found[:limit]], "next": next_one}


def _unit(row):
    return {
        "id": str(row.pk), "name": row.name, "kind": row.kind, "is_private": row.is_private,
        "area_id": str(row.area_id) if row.area_id else None,
    }  # fmt: skip


def _post(row):
    return {
        "id": str(row.pk), "person_id": str(row.person_id), "given_name": row.person.given_name,
        "family_name": row.person.family_name, "position": row.position, "role": row.role,
        "unit_id": str(row.unit_id), "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat() if row.ends_on else None,
    }  # fmt: skip


def _deposit(row):
    return {
        "id": str(row.pk), "kind": row.kind, "state": row.state, "made_on": row.made_on.isoformat(),
        "sent_at": row.sent_at.isoformat() if row.sent_at else None,
        "received_at": row.settled_at.isoformat() if row.settled_at and row.state == DepositState.RECEIVED else None,
    }  # fmt: skip


def _lines(lines):
    return [{"key": line.key, "label": str(line.label), "count": line.count} for line in lines]


def _book(municipality_id):
    book, _also = books.book_of(municipality_id)
    return book or books.starter()
