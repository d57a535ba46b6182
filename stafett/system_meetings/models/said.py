"""What is said and written in the meeting: words under way, questions, factors and measure ideas."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to


class WordsUnderWay(Tenanted):
    """Words in one field, saved as they are typed, until they are put forward. `version` counts up (design 4.9, ADR 0025).

    `attendee` is whose contribution it is, None for what belongs to the whole table.
    """

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="words_under_way")
    attendee = belongs_to("system_meetings.Attendee", related_name="+", null=True)
    field = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    written_by = belongs_to("register.Person", related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ord underveis")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "field"], name="one_text_under_way_per_field"
            )
        ]

    def __str__(self):
        return self.field


class Question(Tenanted):
    """A question of the clarifying round, and what was answered (S002-17)."""

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="questions")
    attendee = belongs_to("system_meetings.Attendee", related_name="+")
    text = models.CharField(max_length=500)
    answer = models.CharField(max_length=1000, blank=True)
    said_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("oppklarende spørsmål")
        indexes = [models.Index(fields=["municipality", "meeting", "said_at"], name="questions_of_meeting")]

    def __str__(self):
        return self.text


class SystemFactor(Tenanted):
    """What may keep the challenge going, and whether those at the table can do something about it (S002-20..23)."""

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="factors")
    attendee = belongs_to("system_meetings.Attendee", related_name="+")
    text = models.CharField(max_length=300)
    can_influence = models.BooleanField(null=True)  # nothing before it has been talked about (S002-21)
    chosen_at = models.DateTimeField(null=True, blank=True)  # to be reduced or removed first (S002-23)
    said_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("opprettholdende systemfaktor")
        indexes = [
            models.Index(fields=["municipality", "meeting", "said_at"], name="factors_of_system_meeting")
        ]
        constraints = [
            models.CheckConstraint(
                name="chosen_factor_can_be_influenced",
                condition=Q(chosen_at__isnull=True) | Q(can_influence=True),
            )
        ]

    def __str__(self):
        return self.text


class MeasureIdea(Tenanted):
    """An idea of a measure. The one to try first becomes a SystemMeasure; the others are the backlog (S002-24, S002-37)."""

    meeting = belongs_to("system_meetings.SystemMeeting", related_name="ideas")
    attendee = belongs_to("system_meetings.Attendee", related_name="+")
    text = models.CharField(max_length=300)
    said_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)  # in the meeting, or from the backlog later

    class Meta:
        verbose_name = _("tiltaksidé")
        indexes = [models.Index(fields=["municipality", "meeting", "said_at"], name="ideas_of_meeting")]

    def __str__(self):
        return self.text


class IdeaFactor(Tenanted):
    """That an idea may reduce or remove a factor (S002-24)."""

    idea = belongs_to(MeasureIdea, related_name="factor_links")
    factor = belongs_to(SystemFactor, related_name="+")

    class Meta:
        verbose_name = _("kobling mellom idé og faktor")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "idea", "factor"], name="one_link_per_idea_and_factor"
            )
        ]

    def __str__(self):
        return str(self.factor_id)
