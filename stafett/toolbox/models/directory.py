"""The directory of services: who does what for whom, and how they are reached (W-07, W-08, S003-12)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted


class Service(Tenanted):
    """One service as everybody may read it. Its contact is a role with the service's own number, never a person's."""

    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=240, db_collation="C")
    does = models.CharField(max_length=800)
    for_whom = models.CharField(max_length=300)
    contact = models.CharField(max_length=120, blank=True)  # a role: "Leder for PPT"
    phone = models.CharField(max_length=30, blank=True)
    email = models.CharField(max_length=120, blank=True)
    link = models.CharField(max_length=500, blank=True)
    how = models.CharField(max_length=400, blank=True)
    consultation = models.CharField(max_length=400, blank=True)  # how to ask without saying who it is about
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("tjeneste")
        indexes = [models.Index(fields=["municipality", "sort_key"], name="services_in_order")]
        constraints = [
            models.CheckConstraint(
                name="a_service_can_be_reached",
                condition=~Q(phone="") | ~Q(email="") | ~Q(link="") | ~Q(how=""),
            ),
        ]

    def __str__(self):
        return self.name
