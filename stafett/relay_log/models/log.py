"""The log itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import LogState
from stafett.register.tenancy import Tenanted, belongs_to
from stafett.relay_log.enums import Level


class RelayLog(Tenanted):
    """A Stafettlogg: belongs to one child, begins at level 1, has one baton holder (S003-01, S003-06, design 4.1)."""

    is_log = True  # the trail asks

    child = belongs_to("register.Child", related_name="logs")
    unit = belongs_to("register.Unit", related_name="logs")  # the unit that holds the baton
    state = models.CharField(max_length=20, choices=LogState, default=LogState.AWAITING_CONSENT)
    level = models.PositiveSmallIntegerField(choices=Level, default=Level.ONE)
    start_criteria = models.JSONField(default=list)
    simple_measures_tried = models.BooleanField(default=False)
    leader = belongs_to("register.Person", related_name="+")
    leader_agreed_on = models.DateField()
    started_at = models.DateTimeField()
    started_by = belongs_to("register.Person", related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = belongs_to("register.Person", related_name="+", null=True)
    summary = models.TextField(blank=True)
    guardians_end_on = models.DateField(null=True, blank=True)  # L-14: from this day the youth reads it alone
    next_meeting_at = models.DateTimeField(
        null=True, blank=True
    )  # the next planned one; log_meetings says so
    baton_offered_until = models.DateField(
        null=True, blank=True
    )  # the last day of an offer of the baton that waits for an answer; transfers says so
    access_ends_on = models.DateField(
        null=True, blank=True
    )  # L-53: the last day a closed log is read on line; archive says so when its receipt is there

    class Meta:
        verbose_name = _("stafettlogg")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "child"],
                condition=~Q(state=LogState.CLOSED),
                name="one_open_log_per_child",
            ),
            models.CheckConstraint(name="log_level_is_1_to_3", condition=Q(level__range=(1, 3))),
            models.CheckConstraint(
                name="log_closed_by_and_at_together",
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="closed_log_has_time", condition=~Q(state=LogState.CLOSED) | Q(closed_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["municipality", "child"], name="logs_of_child")]

    def __str__(self):
        return str(self.pk)
