"""A SCIM filter as a question to the database. What we do not keep has no value: it equals nothing (RFC 7644 3.4.2.2)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q

from stafett.integrations.content.scim import ENTERPRISE, GROUP, USER
from stafett.integrations.rules.documents import is_storable
from stafett.integrations.rules.filters import Both, Compare, Either, Inside, Not, Path, Present, parse_path
from stafett.kernel.ids import parse_id
from stafett.kernel.protocol import Fault

NOTHING, EVERYTHING = Q(pk__in=[]), ~Q(pk__in=[])
_ENDINGS = {
    "co": "contains",
    "sw": "startswith",
    "ew": "endswith",
    "gt": "gt",
    "ge": "gte",
    "lt": "lt",
    "le": "lte",
}


@dataclass(frozen=True)
class Column:
    """Where an attribute lies. `kind`: text, exact, folded (stored casefolded), truth, moment or id."""

    field: str
    kind: str = "text"


_USER = {
    ("id", ""): Column("pk", "id"),
    ("externalid", ""): Column("external_id", "exact"),
    ("username", ""): Column("user_name_key", "folded"),
    ("displayname", ""): Column("display_name"),
    ("name", "familyname"): Column("family_name"),
    ("name", "givenname"): Column("given_name"),
    ("title", ""): Column("title"),
    ("active", ""): Column("is_active", "truth"),
    ("emails", ""): Column("email"),
    ("emails", "value"): Column("email"),
    ("emails", "type"): Column("email_type"),
    ("emails", "primary"): Column("email_is_primary", "truth"),
    ("groups", ""): Column("places__unit_id", "id"),
    ("groups", "value"): Column("places__unit_id", "id"),
    ("meta", "created"): Column("made_at", "moment"),
    ("meta", "lastmodified"): Column("changed_at", "moment"),
    (ENTERPRISE.lower(), "department"): Column("department"),
}
_GROUP = {
    ("id", ""): Column("pk", "id"),
    ("externalid", ""): Column("directory_group__external_id", "exact"),
    ("displayname", ""): Column("name"),
    ("members", ""): Column("directory_places__user_id", "id"),
    ("members", "value"): Column("directory_places__user_id", "id"),
    ("meta", "created"): Column("directory_group__made_at", "moment"),
    ("meta", "lastmodified"): Column("directory_group__changed_at", "moment"),
}
_COLUMNS = {USER: _USER, GROUP: _GROUP}


def condition(node, kind: str, *, within: str = "") -> Q:
    """The condition of a filter over users or groups (`kind` is the URN). Raises Fault 400 invalidFilter."""
    match node:
        case Both(parts):
            return _all(condition(part, kind, within=within) for part in parts)
        case Either(parts):
            return ~_all(~condition(part, kind, within=within) for part in parts)
        case Not(part):
            return ~condition(part, kind, within=within)
        case Inside(path, part):
            return condition(part, kind, within=path.name)
        case Present(path):
            column = column_of(path, kind, within)
            return _is_there(column) if column else NOTHING
        case Compare(path, op, value):
            column = column_of(path, kind, within)
            if column is None:
                return EVERYTHING if (op == "ne") == (value is not None) else NOTHING
            return _compared(column, op, value)
    raise TypeError(node)


def order(asked: str | None, direction: str | None, kind: str) -> list[str]:
    """What to sort by; unknown attributes sort as the ids do, which is by age. Raises Fault 400 for no attribute at all."""
    from_path = column_of(parse_path(asked, code="invalidValue"), kind, "") if asked else None
    if from_path is None or from_path.kind == "id":
        return ["pk"]
    sign = "-" if str(direction or "").lower() == "descending" else ""
    return [f"{sign}{from_path.field}", "pk"]


def column_of(path: Path, kind: str, within: str) -> Column | None:
    """The column of an attribute, or None for one that is not kept."""
    columns = _COLUMNS[kind]
    if path.schema and path.schema != kind.lower():
        return columns.get((path.schema, path.name))
    if within:
        return columns.get((within, path.name))
    return columns.get((path.name, path.sub))


def _compared(column, op, value):
    if value is None:
        if op not in ("eq", "ne"):
            raise _unreadable()
        there = _is_there(column)
        return there if op == "ne" else ~there
    if op in ("eq", "ne"):
        equal = _equals(column, value)
        return equal if op == "eq" else ~equal
    if column.kind in ("truth", "id"):
        raise _unreadable()
    if column.kind == "moment":
        if op in ("co", "sw", "ew"):
            raise _unreadable()
        return Q(**{f"{column.field}__{_ENDINGS[op]}": _moment(value)})
    ending = _ENDINGS[op]
    if column.kind == "text" and op in ("co", "sw", "ew"):
        ending = f"i{ending}"
    return Q(**{f"{column.field}__{ending}": _text(column, value)})


def _equals(column, value):
    if column.kind == "truth":
        return Q(**{column.field: _truth(value)})
    if column.kind == "id":
        asked = parse_id(value) if isinstance(value, str) else None
        return Q(**{column.field: asked}) if asked else NOTHING
    if column.kind == "moment":
        return Q(**{column.field: _moment(value)})
    ending = "__iexact" if column.kind == "text" else ""
    return Q(**{f"{column.field}{ending}": _text(column, value)})


def _is_there(column):
    missing = Q(**{f"{column.field}__isnull": True})
    return ~(missing | Q(**{column.field: ""})) if column.kind in ("text", "exact", "folded") else ~missing


def _text(column, value):
    if not isinstance(value, str) or not is_storable(value):
        raise _unreadable()
    return value.casefold() if column.kind == "folded" else value


def _truth(value):
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if not isinstance(value, bool):
        raise _unreadable()
    return value


def _moment(value):
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise _unreadable() from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _all(conditions):
    made = Q()
    for each in conditions:
        made &= each
    return made


def _unreadable():
    return Fault(400, "The filter compares things that cannot be compared.", code="invalidFilter")
