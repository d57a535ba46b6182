"""How a municipality's archive is set up, and who looks after it."""

from datetime import date
from uuid import UUID

from stafett.archive.models import ArchiveSettings
from stafett.register import staff
from stafett.register.enums import EmploymentRole
from stafett.register.models import Employment


def setup_of(municipality_id) -> ArchiveSettings:
    """The municipality's own setup, or what holds until it has one (not stored). Must run within the municipality."""
    return ArchiveSettings.objects.first() or ArchiveSettings(municipality_id=municipality_id, version=0)


def archivist_ids(*, day: date) -> list[UUID]:
    """The archivists on a day, as ids of persons. Must run within the municipality."""
    rows = Employment.objects.filter(staff.holding_on(day), role=EmploymentRole.ARCHIVIST)
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())
