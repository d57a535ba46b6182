"""Secret addresses that calendars read (S000-20, ADR 0031)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to


class CalendarFeed(Tenanted):
    """One person's address to one unit's wheel. Only a hash of it is kept, so nobody can read it out again."""

    person = belongs_to("register.Person", related_name="+")
    unit = belongs_to("register.Unit", related_name="+")
    token_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("kalenderadresse")
        constraints = [
            models.UniqueConstraint(fields=["municipality", "token_hash"], name="calendar_address_is_unique"),
            models.UniqueConstraint(
                fields=["municipality", "person", "unit"],
                condition=Q(ended_at__isnull=True),
                name="one_open_address_per_person_and_unit",
            ),
        ]

    def __str__(self):
        return str(self.pk)
