"""Grants: why a person reaches a log, from when, to when, and who opened it. Never a flag on the person."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import Relation
from stafett.register.tenancy import Tenanted, belongs_to

PLACES = (Relation.BATON_HOLDER, Relation.PARTICIPANT, Relation.EXTERNAL, Relation.LEADER_INSIGHT)


class Grant(Tenanted):
    """Somebody's place in a log: baton holder, participant, external participant, or a leader who opened it.

    On behalf of a unit (L-04); an external participant's unit is one outside the municipality (W-05). External
    participants and leaders have a purpose that the family can read, and a last day. Guardians and the child have
    no grants: they reach a log through the confirmed relation, and through being the child (L-20, L-24).
    """

    log = belongs_to("relay_log.RelayLog", related_name="grants")
    person = belongs_to("register.Person", related_name="grants")
    unit = belongs_to("register.Unit", related_name="+")
    relation = models.CharField(max_length=20, choices=[(place.value, place.label) for place in PLACES])
    purpose = models.CharField(max_length=200, blank=True)
    ends_on = models.DateField(null=True, blank=True)  # the last day; nothing when it lasts until it is ended
    consent_until = models.DateField(
        null=True, blank=True
    )  # the last day consent covers this place (L-06, L-09)
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
            models.CheckConstraint(
                name="outsiders_and_leaders_have_purpose_and_end",
                condition=~Q(relation__in=[Relation.EXTERNAL, Relation.LEADER_INSIGHT])
                | (Q(ends_on__isnull=False) & ~Q(purpose="")),
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
