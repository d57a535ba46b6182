"""Tables of self-assessment: the reports of units, that they have been read, and what is said about them. No child in any."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.self_assessment.enums import AssessmentKind, AssessmentState


class Assessment(Tenanted):
    """One edition of a unit's report for one period: a draft of the unit's leaders, then sent and never changed.

    `answers`: question key -> 1 to 4 or words. `numbers`: what was counted when it was sent; None stands for what is not
    shown (ADR 0032). `school_year` is the year it began. The database refuses changes of what is sent.
    """

    unit = belongs_to("register.Unit", related_name="assessments")
    kind = models.CharField(max_length=10, choices=AssessmentKind)
    school_year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(default=1)
    form_version = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=AssessmentState, default=AssessmentState.DRAFT)
    answers = models.JSONField(default=dict)
    numbers = models.JSONField(default=dict)
    started_by = belongs_to("register.Person", related_name="+")
    submitted_by = belongs_to("register.Person", related_name="+", null=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)  # of the draft, so that two editors lose no word

    class Meta:
        verbose_name = _("egenvurdering")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "unit", "school_year", "kind", "number"],
                name="one_assessment_of_each_edition",
            ),
            models.UniqueConstraint(
                fields=["municipality", "unit", "school_year", "kind"],
                condition=Q(state=AssessmentState.DRAFT),
                name="one_draft_of_each_assessment",
            ),
            models.CheckConstraint(
                name="what_is_sent_says_when_and_by_whom",
                condition=Q(state=AssessmentState.DRAFT, submitted_at__isnull=True, submitted_by__isnull=True)
                | Q(state=AssessmentState.SUBMITTED, submitted_at__isnull=False, submitted_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.school_year} {self.number}"


class AssessmentReading(Tenanted):
    """That the leader of the area has read it. Never changed."""

    assessment = belongs_to(Assessment, related_name="readings")
    reader = belongs_to("register.Person", related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lest egenvurdering")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "assessment", "reader"], name="one_reading_of_each_reader"
            ),
        ]

    def __str__(self):
        return str(self.assessment_id)


class Remark(Tenanted):
    """What one of the two leaders has asked or answered about a report that is sent. Never changed."""

    assessment = belongs_to(Assessment, related_name="remarks")
    writer = belongs_to("register.Person", related_name="+")
    text = models.CharField(max_length=1000)
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ord om en egenvurdering")
        indexes = [models.Index(fields=["municipality", "assessment"], name="remarks_about_assessment")]

    def __str__(self):
        return str(self.assessment_id)
