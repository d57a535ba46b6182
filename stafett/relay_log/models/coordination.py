"""Who coordinates when several services help the same child."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.relay_log.enums import PlanStanding


class Coordination(Tenanted):
    """The one service that coordinates, what the child thinks of it, a barnekoordinator, and where an individual plan stands
    (L-40..44). One row for each log; former versions are kept."""

    log = belongs_to("relay_log.RelayLog", related_name="coordination", unique=True)
    why = models.CharField(max_length=300, blank=True)
    unit = belongs_to("register.Unit", related_name="+", null=True)
    is_decided_above = models.BooleanField(
        default=False
    )  # L-41: the services disagreed, and the municipality decided
    child_view = models.CharField(max_length=500, blank=True)
    child_coordinator = belongs_to("register.Person", related_name="+", null=True)
    plan = models.CharField(max_length=10, choices=PlanStanding, default=PlanStanding.NOT_ASKED)
    version = models.PositiveIntegerField(default=1)
    changed_by = belongs_to("register.Person", related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("samordning")
        constraints = [
            models.CheckConstraint(
                name="who_coordinates_is_said_with_the_childs_view",
                condition=Q(unit__isnull=True) | ~Q(child_view=""),
            )
        ]

    def __str__(self):
        return str(self.log_id)
