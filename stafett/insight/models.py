"""What was counted on a counting day: raw numbers, which only `queries` read and only `rules` let out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.insight.enums import Band, FigureKind
from stafett.register.tenancy import Tenanted, belongs_to


class Count(Tenanted):
    """How many open logs of one unit and band a question holds for on a counting day. Never shown as it is (ADR 0033)."""

    counted_on = models.DateField()
    unit = belongs_to("register.Unit", related_name="+")
    band = models.CharField(max_length=20, choices=Band)
    question = models.CharField(max_length=20)  # all, a category, or a level
    logs = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("tall")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "counted_on", "unit", "band", "question"],
                name="one_count_per_question_and_day",
            )
        ]

    def __str__(self):
        return f"{self.question} {self.counted_on}"


class Figure(Tenanted):
    """A share in percent, a median in weeks, or a number of logs, of the half-year up to a counting day.

    `unit` is nothing for the whole municipality. `logs` are the logs behind it, which are never told.
    """

    counted_on = models.DateField()
    unit = belongs_to("register.Unit", related_name="+", null=True)
    kind = models.CharField(max_length=20, choices=FigureKind)
    subject = models.CharField(max_length=40, blank=True)  # a type of measure, or a key of the measure bank
    value = models.PositiveIntegerField()
    logs = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("måling")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "counted_on", "unit", "kind", "subject"],
                nulls_distinct=False,
                name="one_figure_per_kind_and_day",
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.counted_on}"
