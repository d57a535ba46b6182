"""The directory of services, and the colleagues who help others get going."""

from datetime import date
from uuid import UUID

from stafett.register import staff
from stafett.register.models import Employment
from stafett.register.tenancy import within
from stafett.toolbox.models import Service


def services_in(municipality_id: UUID) -> list[Service]:
    """Every service in a municipality's directory, by name. Source: W-07."""
    with within(municipality_id):
        return list(Service.objects.filter(removed_at__isnull=True).order_by("sort_key", "id"))


def service_edited(actor, service_id: UUID) -> Service | None:
    """A service in the actor's own municipality that has not been removed."""
    return Service.objects.filter(pk=service_id, removed_at__isnull=True).first()


def resource_persons(actor, *, today: date) -> list[Employment]:
    """Resource persons in the units where the actor works, by name. Source: S001-15."""
    return staff.resource_persons_of({post.unit_id for post in actor.posts}, day=today)
