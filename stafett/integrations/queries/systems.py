"""The municipality's connected systems, for the administrator's pages, and the key behind what a machine shows."""

from uuid import UUID

from django.db.models import Max, Prefetch, Q

from stafett.identity import setting_out
from stafett.integrations.models import Integration, IntegrationKey
from stafett.register.enums import EmploymentRole
from stafett.register.models import Municipality


def systems() -> list[Integration]:
    """Every system, the connected ones first, by name; each with `.keys_held`, `.used_on` (a day or None)."""
    rows = Integration.objects.annotate(used_on=Max("keys__used_on")).prefetch_related(_newest_keys())
    return list(rows.order_by("ended_at", "name", "id")[:100])


def system(actor, pk: UUID) -> Integration | None:
    """One of them, with its keys, for who runs the municipality's system; else None."""
    if not actor.has_role(EmploymentRole.MUNICIPAL_ADMIN):
        return None
    rows = Integration.objects.filter(pk=pk).annotate(used_on=Max("keys__used_on"))
    return rows.select_related("made_by", "ended_by").prefetch_related(_newest_keys()).first()


def login_providers(municipality_id: UUID) -> list[tuple[str, str]]:
    """(key, name) of the providers that know an employee by a name of their own, such as Entra ID."""
    slug = Municipality.objects.values_list("slug", flat=True).get(pk=municipality_id)
    found = setting_out.providers_for(slug)
    return [(provider.key, provider.label) for provider in found if provider.profile.handle_claim]


def name_is_taken(name: str) -> bool:
    """Whether a connected system bears the name."""
    return Integration.objects.filter(name__iexact=name, ended_at__isnull=True).exists()


def key_with(**shown) -> IntegrationKey | None:
    """The key with this hash or id, with its system, or None. Must run within the municipality."""
    return IntegrationKey.objects.filter(Q(**shown)).select_related("integration").first()


def _newest_keys():
    return Prefetch("keys", IntegrationKey.objects.order_by("-made_at", "-id"), to_attr="keys_held")
