"""The names that no text about a system meeting may hold: those of the children in the units it is about (S002-39)."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from stafett.kernel.verdict import require
from stafett.register.models import Child
from stafett.system_meetings.rules import naming


def require_nameless(
    texts: Mapping[str, str], *, unit_ids: Iterable[UUID], not_a_child: bool = False
) -> None:
    """Stop where one of these texts (by field) names a child of the units or holds a personal number. Raises Refused.

    `not_a_child`: whoever writes has said that a first name in it is not a child's. One query, none for empty texts.
    """
    written = [text for text in texts.values() if text.strip()]
    children = children_of(unit_ids) if written else []
    for text in written:
        require(naming.may_say(text, children=children, not_a_child=not_a_child))


def children_of(unit_ids: Iterable[UUID]) -> list[naming.KnownChild]:
    """The names and classes of the children in units."""
    rows = Child.objects.filter(unit_id__in=list(unit_ids))
    names = rows.values_list("person__given_name", "person__family_name", "group_name")
    return [naming.KnownChild(*each) for each in names]
