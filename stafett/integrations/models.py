"""Tables of connected systems, and of what the municipality's directory says of its staff."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.integrations.enums import Basis, KeyKind
from stafett.register.tenancy import Tenanted, belongs_to


class Integration(Tenanted):
    """A system that the municipality has let in, and to what. Disconnected it stays, because the trail names it."""

    name = models.CharField(max_length=80)
    scopes = models.JSONField(default=list)  # values of Scope
    login_provider = models.CharField(
        max_length=40, blank=True
    )  # those it enters log in there, by external id
    made_by = belongs_to("register.Person", related_name="+")
    made_at = models.DateTimeField()
    ended_by = belongs_to("register.Person", related_name="+", null=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("tilkoblet system")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"],
                condition=Q(ended_at__isnull=True),
                name="one_connected_system_by_a_name",
            ),
            models.CheckConstraint(
                name="disconnected_by_somebody_at_a_time",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name


class IntegrationKey(Tenanted):
    """A key of a system: only its hash is stored. When a new one is made, the former lives on for some days."""

    integration = belongs_to(Integration, related_name="keys")
    kind = models.CharField(max_length=8, choices=KeyKind)
    key_hash = models.CharField(max_length=64)  # SHA-256 of 256 random bits
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_on = models.DateField(null=True, blank=True)  # the last day, which is all that anybody needs

    class Meta:
        verbose_name = _("nøkkel til et system")
        constraints = [models.UniqueConstraint(fields=["municipality", "key_hash"], name="one_key_by_a_hash")]
        indexes = [models.Index(fields=["municipality", "integration"], name="keys_of_integration")]

    def __str__(self):
        return str(self.id)


class DirectoryUser(Tenanted):
    """What the directory says of somebody, word for word, and who that is here. Employments follow from it."""

    person = belongs_to("register.Person", related_name="directory_users", unique=True)
    user_name = models.CharField(max_length=254)
    user_name_key = models.CharField(max_length=254)  # casefolded: the directory tells no difference
    external_id = models.CharField(max_length=254, blank=True)
    display_name = models.CharField(max_length=200, blank=True)
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    title = models.CharField(max_length=100, blank=True)
    email = models.CharField(max_length=254, blank=True)
    email_type = models.CharField(max_length=20, blank=True)
    email_is_primary = models.BooleanField(null=True)
    department = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(null=True)  # nothing: it does not say, so they are
    person_is_ours = models.BooleanField(default=True)  # made when the directory first told of them
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ansatt i katalogen")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "user_name_key"], name="one_user_by_a_user_name"),
        ]
        indexes = [models.Index(fields=["municipality", "external_id"], name="users_by_external_id")]

    def __str__(self):
        return str(self.id)


class DirectoryPlace(Tenanted):
    """That the directory has somebody in a unit, by a group or by the name of a department."""

    user = belongs_to(DirectoryUser, related_name="places", on_delete=models.CASCADE)
    unit = belongs_to("register.Unit", related_name="directory_places")
    basis = models.CharField(max_length=10, choices=Basis)

    class Meta:
        verbose_name = _("plass i katalogen")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "user", "unit", "basis"], name="one_place_of_a_basis_in_a_unit"
            )
        ]
        indexes = [models.Index(fields=["municipality", "unit"], name="directory_places_in_unit")]

    def __str__(self):
        return str(self.id)


class DirectoryGroup(Tenanted):
    """What the directory says of a unit that it has told of as a group."""

    unit = belongs_to("register.Unit", related_name="directory_group", unique=True)
    external_id = models.CharField(max_length=254, blank=True)
    unit_is_ours = models.BooleanField(default=False)  # made when the directory first told of it
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("enhet i katalogen")

    def __str__(self):
        return str(self.id)
