"""Employees and units as SCIM resources: one, or a page of those that fit a filter."""

from dataclasses import dataclass
from datetime import UTC
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from stafett.integrations.content.scim import GROUP, USER
from stafett.integrations.enums import Basis
from stafett.integrations.models import DirectoryGroup, DirectoryPlace, DirectoryUser
from stafett.integrations.queries import selecting
from stafett.integrations.rules.documents import GroupSaid, UserSaid, group_document, user_document
from stafett.integrations.rules.filters import parse_filter
from stafett.integrations.rules.showing import page_of, version_of
from stafett.register.enums import UnitKind
from stafett.register.models import Unit

NO_GROUPS = (UnitKind.EXTERNAL, UnitKind.AREA, UnitKind.ADMINISTRATION)
FIELDS = (
    "user_name", "external_id", "display_name", "given_name", "family_name", "title", "email", "email_type",
    "email_is_primary", "department", "is_active",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What somebody asks of a list: a filter, an order, and which page."""

    filter: str | None = None
    sort_by: str | None = None
    sort_order: str | None = None
    start: object = None
    count: object = None


def users() -> QuerySet[DirectoryUser]:
    """Employees as the directory has them, each with `.in_groups` (places with unit)."""
    places = (
        DirectoryPlace.objects.filter(basis=Basis.GROUP)
        .select_related("unit")
        .order_by("unit__sort_key", "id")
    )
    return DirectoryUser.objects.prefetch_related(Prefetch("places", places, to_attr="in_groups"))


def groups() -> QuerySet[Unit]:
    """Units that may be groups, each with `.member_places` and, where the directory has told of it, its group."""
    places = DirectoryPlace.objects.filter(basis=Basis.GROUP).order_by("id")
    rows = Unit.objects.exclude(kind__in=NO_GROUPS).select_related("directory_group")
    return rows.prefetch_related(Prefetch("directory_places", places, to_attr="member_places"))


def user(pk: UUID | None, *, held: bool = False) -> DirectoryUser | None:
    """One employee, or None; `held` until the transaction ends, for who will change it."""
    return _one(users(), pk, held)


def group(pk: UUID | None, *, held: bool = False) -> Unit | None:
    """One unit, or None; `held` until the transaction ends, for who will change it."""
    return _one(groups(), pk, held)


def found(kinds: tuple[str, ...], asked: Asked, *, base: str) -> tuple[int, int, list[dict]]:
    """How many fit, where the page begins, and its resources: all of the first kind before those of the next."""
    start, count = page_of(asked.start, asked.count)
    total, resources = 0, []
    for kind in kinds:
        rows = _fitting(kind, asked)
        here = rows.count()
        first = max(0, start - 1 - total)
        wanted = count - len(resources)
        if wanted > 0 and first < here:
            resources += [_SHOWN[kind](row, base) for row in rows[first : first + wanted]]
        total += here
    return total, start, resources


def user_resource(row: DirectoryUser, base: str) -> dict:
    """An employee as a SCIM resource."""
    made = user_document(said_of_user(row)) | {"id": str(row.pk)}
    if row.in_groups:
        made["groups"] = [
            {"value": str(each.unit_id), "$ref": f"{base}/Groups/{each.unit_id}", "display": each.unit.name}
            for each in row.in_groups
        ]
    return _with_meta(made, "User", f"{base}/Users/{row.pk}", row)


def group_resource(unit: Unit, base: str) -> dict:
    """A unit as a SCIM resource."""
    made = group_document(said_of_group(unit)) | {"id": str(unit.pk)}
    for member in made.get("members", ()):
        member |= {"$ref": f"{base}/Users/{member['value']}", "type": "User"}
    return _with_meta(made, "Group", f"{base}/Groups/{unit.pk}", _group_of(unit))


def said_of_user(row: DirectoryUser) -> UserSaid:
    """What the directory last said of an employee."""
    return UserSaid(**{name: getattr(row, name) for name in FIELDS})


def said_of_group(unit: Unit) -> GroupSaid:
    """What the directory last said of a unit; its name is the register's."""
    told = _group_of(unit)
    members = tuple(place.user_id for place in unit.member_places)
    return GroupSaid(unit.name, told.external_id if told else "", members)


_SHOWN = {USER: user_resource, GROUP: group_resource}


def _one(rows, pk, held):
    if held:
        rows = rows.select_for_update(of=("self",))
    return rows.filter(pk=pk).first() if pk else None


def _fitting(kind, asked):
    rows = users() if kind == USER else groups()
    if asked.filter is not None:
        fitting = selecting.condition(parse_filter(asked.filter), kind)
        model = DirectoryUser if kind == USER else Unit
        rows = (
            rows.filter(pk__in=model.objects.filter(fitting).values("pk"))
            if _joins(fitting)
            else rows.filter(fitting)
        )
    return rows.order_by(*selecting.order(asked.sort_by, asked.sort_order, kind))


def _joins(fitting):
    """Whether a condition asks of rows that there may be many of, which would give the same resource twice."""
    return "places" in str(fitting)


def _group_of(unit) -> DirectoryGroup | None:
    return getattr(unit, "directory_group", None)


def _with_meta(made, kind, location, row):
    meta = {"resourceType": kind, "location": location, "version": version_of(made)}
    if row is not None:
        meta |= {"created": _moment(row.made_at), "lastModified": _moment(row.changed_at)}
    return made | {"meta": meta}


def _moment(at):
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
