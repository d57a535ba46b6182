"""What is being written in a meeting, what came of it, and who confirmed it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from stafett.log_meetings.enums import Confirmed
from stafett.register.tenancy import Tenanted, belongs_to


class WorkingText(Tenanted):
    """Words under way in one field of meeting mode, saved as they are typed, before the step puts them into the log.

    `version` counts up; whoever saves over another's version is shown both texts (design 4.9). `field` names the field
    within the meeting, such as "concern.title" or "measure.home.description".
    """

    log = belongs_to("relay_log.RelayLog", related_name="+")
    meeting = belongs_to("log_meetings.Meeting", related_name="working_texts")
    field = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    written_by = belongs_to("register.Person", related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = _("arbeidstekst")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "field"], name="one_working_text_per_field"
            )
        ]

    def __str__(self):
        return self.field


class MinutesPart(Tenanted):
    """One part of the minutes as they were confirmed: a heading and what was agreed. Never changed (design 4.9).

    A part about a concern is shown to those who see the concern.
    """

    log = belongs_to("relay_log.RelayLog", related_name="+")
    meeting = belongs_to("log_meetings.Meeting", related_name="minutes_parts")
    concern = belongs_to("relay_log.Concern", related_name="+", null=True)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    heading = models.CharField(max_length=200)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("del av referatet")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "position"], name="one_part_of_minutes_per_position"
            )
        ]

    def __str__(self):
        return self.heading


class Confirmation(Tenanted):
    """That somebody who was there has confirmed the minutes, or said what is not right (S003-56)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    meeting = belongs_to("log_meetings.Meeting", related_name="confirmations")
    person = belongs_to("register.Person", related_name="+")
    name = models.CharField(max_length=220)
    agrees = models.BooleanField()
    words = models.CharField(max_length=500, blank=True)  # what is not right, when it is not
    how = models.CharField(max_length=12, choices=Confirmed)
    recorded_by = belongs_to("register.Person", related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("bekreftelse")
        indexes = [models.Index(fields=["municipality", "meeting"], name="confirmations_of_meeting")]

    def __str__(self):
        return self.name
