"""A unit's year, its tasks, and the tasks that the municipality has for every unit of a kind (S000-01, S000-23)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.annual_wheel.enums import Month, Rhythm, TaskOwner
from stafett.register.enums import UnitKind
from stafett.register.tenancy import Tenanted, belongs_to


class Wheel(Tenanted):
    """One unit's wheel of one school year, August to July."""

    unit = belongs_to("register.Unit", related_name="+")
    year = models.PositiveSmallIntegerField()  # in which the school year begins
    opened_by = belongs_to(
        "register.Person", related_name="+", null=True
    )  # nobody when it was rolled forward
    opened_at = models.DateTimeField()

    class Meta:
        verbose_name = _("årshjul")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "unit", "year"], name="one_wheel_per_unit_and_year"
            )
        ]

    def __str__(self):
        return f"{self.unit_id} {self.year}"


class CommonTask(Tenanted):
    """A task that stands in every wheel of a kind of unit. It is changed in one place; withdrawn, it stays where it is done."""

    unit_kind = models.CharField(max_length=20, choices=UnitKind)
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=600, blank=True)
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.ONCE)
    month = models.PositiveSmallIntegerField(choices=Month, null=True, blank=True)
    owner = models.CharField(max_length=15, choices=TaskOwner, default=TaskOwner.LEADER)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("oppgave for alle årshjul")
        constraints = [
            models.CheckConstraint(
                name="common_task_in_a_month_when_once",
                condition=Q(rhythm=Rhythm.ONCE, month__isnull=False, month__range=(1, 12))
                | (~Q(rhythm=Rhythm.ONCE) & Q(month__isnull=True)),
            ),
        ]

    def __str__(self):
        return self.title


class WheelTask(Tenanted):
    """A task in a wheel. `key` names one of the starter's, whose words are read from it until the unit writes its own;
    `common` is the municipality's, which decides everything but whether it is done."""

    wheel = belongs_to(Wheel, related_name="tasks")
    key = models.CharField(max_length=40, blank=True)
    common = belongs_to(CommonTask, related_name="tasks", null=True)
    title = models.CharField(max_length=80, blank=True)
    text = models.CharField(max_length=600, blank=True)
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.ONCE)
    month = models.PositiveSmallIntegerField(choices=Month, null=True, blank=True)
    owner = models.CharField(max_length=15, choices=TaskOwner, default=TaskOwner.LEADER)
    put_away_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("oppgave i årshjulet")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "wheel", "key"], condition=~Q(key=""), name="one_of_each_starter_task"
            ),
            models.UniqueConstraint(
                fields=["municipality", "wheel", "common"], name="one_of_each_common_task"
            ),
            models.CheckConstraint(
                name="task_in_a_month_when_once",
                condition=Q(rhythm=Rhythm.ONCE, month__isnull=False, month__range=(1, 12))
                | (~Q(rhythm=Rhythm.ONCE) & Q(month__isnull=True)),
            ),
            models.CheckConstraint(
                name="task_has_words_from_somewhere",
                condition=~Q(title="") | ~Q(key="") | Q(common__isnull=False),
            ),
        ]

    def __str__(self):
        return self.title or self.key
