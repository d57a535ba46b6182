"""What was done: marks on tasks, and the parents' meetings where the model was a topic (S000-05, S000-10, S000-23)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.annual_wheel.enums import Month
from stafett.annual_wheel.models.wheel import Wheel, WheelTask
from stafett.register.tenancy import Tenanted, belongs_to


class Completion(Tenanted):
    """That a task was done, with what shows it. Undone, the row stays: the history is kept."""

    task = belongs_to(WheelTask, related_name="completions")
    month = models.PositiveSmallIntegerField(choices=Month, null=True, blank=True)  # of a task of every month
    evidence = models.CharField(max_length=300, blank=True)
    link = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=600, blank=True)
    done_by = belongs_to("register.Person", related_name="+")
    done_at = models.DateTimeField()
    undone_by = belongs_to("register.Person", related_name="+", null=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("gjort oppgave")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "task", "month"],
                condition=Q(undone_at__isnull=True),
                name="task_is_done_once_a_month",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="undone_by_and_at_together",
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.task_id} {self.month or ''}"


class ParentMeeting(Tenanted):
    """That the model was a topic in a class's parents' meeting (S000-10)."""

    wheel = belongs_to(Wheel, related_name="parent_meetings")
    group_name = models.CharField(max_length=40)
    held_on = models.DateField()
    ticked_by = belongs_to("register.Person", related_name="+")
    ticked_at = models.DateTimeField()

    class Meta:
        verbose_name = _("foreldremøte")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "wheel", "group_name"], name="one_tick_per_group_and_year"
            )
        ]

    def __str__(self):
        return self.group_name
