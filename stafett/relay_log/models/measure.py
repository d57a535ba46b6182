"""The measure, who follows it up, and its one evaluation."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.relay_log.enums import (
    Arena,
    EvaluationForm,
    EvaluationOption,
    MeasureState,
    MeasureType,
    OwnerKind,
)


class Measure(Tenanted):
    """A tiltak: what we do, where, from when, and when we look at it together (S003-36..41, S001-36)."""

    log = belongs_to("relay_log.RelayLog", related_name="measures")
    concern = belongs_to("relay_log.Concern", related_name="measures")
    state = models.CharField(max_length=10, choices=MeasureState, default=MeasureState.PLANNED)
    arena = models.CharField(max_length=8, choices=Arena)
    type = models.CharField(max_length=16, choices=MeasureType)
    description = models.CharField(max_length=300)
    shaped_with_guardians = models.BooleanField(default=False, db_default=False)  # S001-27
    is_habit = models.BooleanField(default=False)  # S001-37: habits are looked at after two to three weeks
    start_by = models.DateField()
    evaluate_by = models.DateField()
    successor_of = belongs_to("self", related_name="successors", null=True)
    factor = belongs_to(
        "relay_log.MaintainingFactor", related_name="measures", null=True
    )  # what it aims at (W-09)
    version = models.PositiveIntegerField(default=1)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("tiltak")
        indexes = [
            models.Index(fields=["municipality", "log", "concern"], name="measures_of_log"),
        ]
        constraints = [
            models.CheckConstraint(
                name="measure_is_evaluated_after_it_starts", condition=Q(evaluate_by__gte=F("start_by"))
            )
        ]

    def __str__(self):
        return self.description

    @property
    def place_label(self):
        """Where it happens, and whether guardians have shaped it, for papers (S001-26..28)."""
        where = str(Arena(self.arena).label)
        return (
            gettext("%(where)s, formet sammen med foresatte") % {"where": where}
            if self.shaped_with_guardians
            else where
        )


class MeasureOwner(Tenanted):
    """Who follows a measure up: holder, guardians, child, or a chosen participant (S003-40, S003-41)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    measure = belongs_to(Measure, related_name="owners")
    kind = models.CharField(max_length=12, choices=OwnerKind)
    person = belongs_to("register.Person", related_name="+", null=True)

    class Meta:
        verbose_name = _("ansvarlig")
        indexes = [models.Index(fields=["municipality", "log"], name="owners_in_log")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "measure", "kind", "person"],
                nulls_distinct=False,
                name="one_row_per_owner_of_measure",
            ),
            models.CheckConstraint(
                name="only_a_participant_is_a_named_owner",
                condition=Q(kind=OwnerKind.PARTICIPANT, person__isnull=False)
                | (~Q(kind=OwnerKind.PARTICIPANT) & Q(person__isnull=True)),
            ),
        ]

    def __str__(self):
        return self.kind


class Evaluation(Tenanted):
    """The one evaluation of a measure. "Pågående" makes none (S003-72, S003-73, X3)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    measure = belongs_to(Measure, related_name="evaluation", unique=True)
    outcome = models.CharField(
        max_length=16,
        choices=[(o.value, o.label) for o in EvaluationOption if o is not EvaluationOption.ONGOING],
    )
    form = models.CharField(max_length=8, choices=EvaluationForm)
    took_part = models.JSONField(default=list)
    words = models.TextField(blank=True)
    evaluated_on = models.DateField()
    recorded_by = belongs_to("register.Person", related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evaluering")
        constraints = [
            models.CheckConstraint(
                name="evaluation_has_a_final_outcome", condition=~Q(outcome=EvaluationOption.ONGOING)
            )
        ]

    def __str__(self):
        return self.outcome
