"""What every part of the product may read of the register: which municipalities there are, and how a unit is named."""

from uuid import UUID

from django.utils.translation import gettext as _

from stafett.kernel.sort_key import sort_key
from stafett.register import rules
from stafett.register.models import Municipality


def municipality_ids() -> list[UUID]:
    """Every municipality's id, in the order of their short names."""
    return list(Municipality.objects.order_by("slug").values_list("id", flat=True))


def municipality_called(slug: str) -> Municipality | None:
    """The municipality with this short name, or None. Its name is public; nothing else of it is read here."""
    return Municipality.objects.only("id", "name", "slug", "locale").filter(slug=slug).first()


def short_names() -> dict[UUID, str]:
    """Every municipality's short name by its id, in their order."""
    return dict(Municipality.objects.order_by("slug").values_list("id", "slug"))


def controller(municipality_id: UUID) -> Municipality:
    """What a municipality says of itself to everybody: its name, and whom to ask about what (L-58, L-70). One query."""
    public = (
        "name", "slug", "information_url", "support_contact", "privacy_contact", "accessibility_contact",
        "accessibility_url",
    )  # fmt: skip
    return Municipality.objects.only(*public).get(pk=municipality_id)


def municipalities() -> list[tuple[str, str]]:
    """(name, short name) of every municipality, by name. Both are public."""
    rows = Municipality.objects.order_by("name").values_list("name", "slug")
    return sorted(rows, key=lambda row: sort_key(row[0]))


def shown_unit(child, unit, reader) -> str:
    """The name of a unit beside a child, as `reader` (an Actor) may see it.

    `child` carries its person; nobody (None) reads what leaves the house. At a protected address nothing reveals a place: only those who work in the unit see
    its name; everybody else, the trail's readers and exports included, read that it is not shown (L-27).
    """
    shown = rules.unit_is_shown(
        child.person.protection, unit_id=unit.pk, reader_unit_ids=reader.unit_ids if reader else ()
    )
    return unit.name if shown else hidden_unit()


def shown_title(child, title: str, reader) -> str:
    """Somebody's position and unit, as the trail keeps them in one text, beside a child; nothing where an address is
    protected and `reader` (an Actor, or None) does not work in the child's unit (L-27)."""
    shown = rules.unit_is_shown(
        child.person.protection, unit_id=child.unit_id, reader_unit_ids=reader.unit_ids if reader else ()
    )
    return title if shown else ""


def hidden_unit() -> str:
    """What stands in place of a unit that is not shown; the same for every unit and every kind of it."""
    return _("Enheten vises ikke")
