"""What the meeting leaves behind: the measure that is tried, appointments, the evaluation, the minutes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.system_meetings.enums import DidWe, MeasureForm, MeasureState, Result


class SystemMeasure(Tenanted):
    """A measure that is tried out: what kind, with whom, and how it will be evaluated (S002-25..27, S002-33, S002-36).

    The first one is chosen in the meeting; later ones are taken from the backlog, one at a time.
    """

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="measures")
    idea = belongs_to("system_meetings.MeasureIdea", related_name="measure", unique=True)
    text = models.CharField(max_length=300)
    form = models.CharField(max_length=12, choices=MeasureForm)
    partner = belongs_to(
        "register.Unit", related_name="+", null=True
    )  # the support service, when it is a unit here
    partner_name = models.CharField(max_length=120, blank=True)  # the same in words
    plan = models.CharField(max_length=1000, blank=True)  # who does what and when (S002-32)
    evaluate_on = models.DateField()
    evaluator = models.CharField(max_length=220)  # S002-33: who
    evaluator_person = belongs_to("register.Person", related_name="+", null=True)  # who is reminded
    method = models.CharField(max_length=300)  # S002-33: how
    state = models.CharField(max_length=10, choices=MeasureState, default=MeasureState.TRYING)
    is_first = models.BooleanField(default=False)  # the one that the meeting decided on
    decided_by = belongs_to("register.Person", related_name="+")
    decided_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("systemtiltak")
        indexes = [
            # those to remind of, and those that are due
            models.Index(fields=["municipality", "evaluate_on"], name="system_measures_by_day"),
            models.Index(fields=["municipality", "meeting"], name="measures_of_system_meeting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting"],
                condition=Q(is_first=True),
                name="one_measure_to_try_first",
            ),
            models.UniqueConstraint(
                fields=["municipality", "meeting"],
                condition=Q(state=MeasureState.TRYING),
                name="one_system_measure_at_a_time",
            ),
            models.CheckConstraint(
                name="ended_system_measure_has_time",
                condition=Q(state=MeasureState.TRYING, ended_at__isnull=True)
                | (~Q(state=MeasureState.TRYING) & Q(ended_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return self.text


class FollowUp(Tenanted):
    """An appointment with a support service after the meeting, about the measure (S002-26)."""

    measure = belongs_to(SystemMeasure, related_name="follow_ups")
    partner = belongs_to("register.Unit", related_name="+", null=True)
    partner_name = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("avtale med støttetjeneste")
        indexes = [models.Index(fields=["municipality", "measure"], name="follow_ups_of_measure")]

    def __str__(self):
        return self.partner_name


class MeasureEvaluation(Tenanted):
    """How a measure went, said together with the support service (S002-36). Never changed."""

    measure = belongs_to(SystemMeasure, related_name="evaluations")
    result = models.CharField(max_length=12, choices=Result)
    words = models.CharField(max_length=2000, blank=True)  # what we have learned
    took_part = models.CharField(max_length=300, blank=True)  # who evaluated it together
    next_on = models.DateField(null=True, blank=True)  # evaluated anew, when it is adjusted
    evaluated_by = belongs_to("register.Person", related_name="+")
    evaluated_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evaluering av systemtiltak")
        indexes = [models.Index(fields=["municipality", "measure"], name="evaluations_of_system_measure")]
        constraints = [
            models.CheckConstraint(
                name="what_is_adjusted_is_evaluated_anew",
                condition=Q(result=Result.ADJUST, next_on__isnull=False)
                | (~Q(result=Result.ADJUST) & Q(next_on__isnull=True)),
            )
        ]

    def __str__(self):
        return self.get_result_display()


class MeetingEvaluation(Tenanted):
    """The five answers of the staff who took part, a to e (S002-28, S002-29)."""

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="evaluation", unique=True)
    worked_well = models.CharField(max_length=1000, blank=True)
    could_be_better = models.CharField(max_length=1000, blank=True)
    kept_structure = models.CharField(max_length=6, choices=DidWe)
    kept_structure_words = models.CharField(max_length=500, blank=True)
    was_useful = models.CharField(max_length=6, choices=DidWe)
    was_useful_words = models.CharField(max_length=500, blank=True)
    next_time = models.CharField(max_length=1000, blank=True)
    written_by = belongs_to("register.Person", related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("evaluering av systemmøte")

    def __str__(self):
        return str(self.written_at)


class SystemMinutes(Tenanted):
    """One edition of the minutes; a correction is a new edition (design 4.9). Its parts never change (S002-30..35)."""

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="editions")
    edition = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=300, blank=True)  # what was corrected, from the second edition on
    written_by = belongs_to("register.Person", related_name="+")
    written_at = models.DateTimeField()
    language = models.CharField(max_length=2, default="nb")  # what the headings were written in
    sent_at = models.DateTimeField(null=True, blank=True)  # to those who took part (S002-34)
    handed_in_at = models.DateTimeField(null=True, blank=True)  # to the archive (S002-35)

    class Meta:
        verbose_name = _("referat fra systemmøte")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "edition"], name="one_system_minutes_per_edition"
            )
        ]

    def __str__(self):
        return str(self.edition)


class SystemMinutesPart(Tenanted):
    """One part of an edition: a heading and what stands under it. Never changed."""

    minutes = belongs_to(SystemMinutes, related_name="parts")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    heading = models.CharField(max_length=200)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("del av referat fra systemmøte")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "minutes", "position"], name="one_system_minutes_part_per_position"
            )
        ]

    def __str__(self):
        return self.heading
