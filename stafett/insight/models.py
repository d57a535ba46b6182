"""What was counted on a counting day: raw numbers, which only `queries` read and only `rules` let out."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.insight.enums import SUMMED, Band, FigureKind, SharedTable
from stafett.insight.rules import FEWEST
from stafett.register.enums import UnitKind
from stafett.register.tenancy import Tenanted, belongs_to


class Count(Tenanted):
    """How many open logs of one unit and band a question holds for on a counting day. Never shown as it is (ADR 0033).

    `kind` is the unit's that day: what a unit becomes later does not put the same logs together in another way.
    """

    counted_on = models.DateField()
    unit = belongs_to("register.Unit", related_name="+")
    kind = models.CharField(max_length=20, choices=UnitKind, default="", db_default="")
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
    """A share in percent, a median in weeks, or a number of logs, of the half-year up to a counting day; or how many
    children there are, with or without a log (S002-12).

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


class Sharing(Tenanted):
    """That a municipality shares its numbers with the others that do. One row as long as it does; the trail has the rest."""

    agreed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("deling av tall")
        constraints = [models.UniqueConstraint(fields=["municipality"], name="one_sharing_per_municipality")]

    def __str__(self):
        return f"{self.agreed_at:%Y-%m-%d}"


class SharedNumber(Tenanted):
    """A number as the municipality's leaders are shown it, or none where it is hidden. Read by every municipality that
    shares, and by no other: the fence has one more policy here, for reading only (ADR 0042).

    The key to `sharing` is the municipality's yes: without it there is no row.
    """

    sharing = belongs_to(Sharing, related_name="numbers")
    counted_on = models.DateField()
    table = models.CharField(max_length=20, choices=SharedTable)
    key = models.CharField(max_length=40, blank=True)
    value = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("delt tall")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "counted_on", "table", "key"], name="one_shared_number_per_day"
            ),
            models.CheckConstraint(
                name="no_small_number_is_shared",  # L-56: whatever else goes wrong
                condition=Q(value__isnull=True) | Q(value__gte=FEWEST) | ~Q(table__in=SUMMED),
            ),
        ]

    def __str__(self):
        return f"{self.table} {self.key} {self.counted_on}"
