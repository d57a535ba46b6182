"""The one table of the help: who has seen or left which tour."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.user_guide.enums import Role


class Tour(Tenanted):
    """That somebody has been through a role's tour, or has left it, so that it is not offered again (W-03)."""

    person = belongs_to("register.Person", related_name="+")
    role = models.CharField(max_length=10, choices=Role)
    is_whole = models.BooleanField(default=False)  # seen to its end
    ended_at = models.DateTimeField()

    class Meta:
        verbose_name = _("omvisning")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "person", "role"], name="one_tour_of_each_role")
        ]

    def __str__(self):
        return f"{self.role} {self.person_id}"
