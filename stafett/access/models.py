"""Grants: why a person reaches a log, from when, to when, and who opened it. Never a flag on the person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import Relation
from stafett.register.tenancy import Tenanted, belongs_to


class Grant(Tenanted):
    """An employee's place in a log, as baton holder or participant, on behalf of a unit (L-04).

    Guardians have no grants: they reach a log through their confirmed relation to the child (L-24).
    """

    log = belongs_to("relay_log.RelayLog", related_name="grants")
    person = belongs_to("register.Person", related_name="grants")
    unit = belongs_to("register.Unit", related_name="+")
    relation = models.CharField(
        max_length=20,
        choices=[
            (Relation.BATON_HOLDER, Relation.BATON_HOLDER.label),
            (Relation.PARTICIPANT, Relation.PARTICIPANT.label),
        ],
    )
    purpose = models.CharField(max_length=200, blank=True)
    given_by = belongs_to("register.Person", related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("aktør")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "log"],
                condition=Q(relation=Relation.BATON_HOLDER, ended_at__isnull=True),
                name="one_baton_holder_per_log",
            ),
            models.UniqueConstraint(
                fields=["municipality", "log", "person"],
                condition=Q(ended_at__isnull=True),
                name="one_open_grant_per_person_and_log",
            ),
        ]
        indexes = [
            # Mine stafettlogger and Mine aktørlogger
            models.Index(
                fields=["municipality", "person", "relation"],
                condition=Q(ended_at__isnull=True),
                name="open_grants_of_person",
            ),
        ]

    def __str__(self):
        return f"{self.relation} {self.person_id}"
