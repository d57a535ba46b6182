"""The directory of municipalities, which every part of the product may read."""

from uuid import UUID

from stafett.register.models import Municipality


def municipality_ids() -> list[UUID]:
    """Every municipality's id, in the order of their short names."""
    return list(Municipality.objects.order_by("slug").values_list("id", flat=True))
