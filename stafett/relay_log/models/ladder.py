"""Tiltakstrappen: small steps, shaped with the child (S001-30..33, S001-40)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.relay_log.enums import StepState


class MeasureLadder(Tenanted):
    """A staircase of small steps towards the concern's goal."""

    log = belongs_to("relay_log.RelayLog", related_name="ladders")
    concern = belongs_to("relay_log.Concern", related_name="ladders")
    title = models.CharField(max_length=120)
    shaped_with_child = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("tiltakstrapp")
        indexes = [models.Index(fields=["municipality", "concern"], name="ladders_of_concern")]

    def __str__(self):
        return self.title


class LadderStep(Tenanted):
    """One step. Position counts from 1, easiest first."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    ladder = belongs_to(MeasureLadder, related_name="steps")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=StepState, default=StepState.PLANNED)
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("trinn")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "ladder", "position"], name="one_step_per_position"
            ),
            models.CheckConstraint(
                name="only_a_step_taken_has_a_day",
                condition=Q(state=StepState.DONE, done_on__isnull=False)
                | (~Q(state=StepState.DONE) & Q(done_on__isnull=True)),
            ),
        ]

    def __str__(self):
        return self.text
