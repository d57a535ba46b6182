"""The meeting, and who is invited to it."""

from django.db import models
from django.db.models import Q, Value
from django.utils.translation import gettext_lazy as _

from stafett.access.enums import Relation
from stafett.log_meetings.enums import (
    Answer,
    InterpreterBooking,
    MeetingForm,
    MeetingKind,
    MeetingState,
    MeetingStep,
)
from stafett.register.tenancy import Tenanted, belongs_to


class Meeting(Tenanted):
    """A stafettloggmøte: when and how people meet about a log, who leads and who writes (S003-08, S003-57, L-49)."""

    log = belongs_to("relay_log.RelayLog", related_name="meetings")
    kind = models.CharField(max_length=10, choices=MeetingKind)
    form = models.CharField(max_length=10, choices=MeetingForm, default=MeetingForm.IN_PERSON)
    state = models.CharField(max_length=12, choices=MeetingState, default=MeetingState.PLANNED)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=45)  # how long it lasts
    place = models.CharField(max_length=200, blank=True)
    video_link = models.URLField(max_length=500, blank=True)
    chair = belongs_to("register.Person", related_name="+")
    writer = belongs_to("register.Person", related_name="+")  # the chair, until somebody else writes
    interpreter = models.CharField(
        max_length=12, choices=InterpreterBooking, default=InterpreterBooking.NOT_NEEDED
    )
    interpreter_language = models.CharField(max_length=60, blank=True)
    child_absent_reason = models.CharField(
        max_length=300, blank=True
    )  # S001-29: empty when the child is invited
    step = models.CharField(max_length=12, choices=MeetingStep, blank=True)  # where meeting mode has come
    concern = belongs_to("relay_log.Concern", related_name="+", null=True)  # the one a first meeting is about
    placed = models.JSONField(
        default=dict, db_default=Value({}, models.JSONField())
    )  # what meeting mode has put into the log: place in the meeting -> id or outcome
    summary = models.JSONField(
        default=list, db_default=Value([], models.JSONField())
    )  # the text that is being confirmed, part by part
    writing_ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("møte")
        indexes = [models.Index(fields=["municipality", "log", "starts_at"], name="meetings_of_log")]
        constraints = [
            models.CheckConstraint(
                name="meeting_lasts_10_to_240_minutes", condition=Q(minutes__range=(10, 240))
            ),
            models.CheckConstraint(
                name="interpreter_has_a_language",
                condition=Q(interpreter=InterpreterBooking.NOT_NEEDED, interpreter_language="")
                | (~Q(interpreter=InterpreterBooking.NOT_NEEDED) & ~Q(interpreter_language="")),
            ),
            models.CheckConstraint(
                name="meeting_done_has_time", condition=~Q(state=MeetingState.DONE) | Q(done_at__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["municipality", "log"],
                condition=Q(state__in=[MeetingState.UNDER_WAY, MeetingState.TO_CONFIRM]),
                name="one_meeting_at_a_time_in_a_log",
            ),
        ]

    def __str__(self):
        return self.get_kind_display()


class Invitation(Tenanted):
    """That somebody is invited to a meeting, what they answered, and whether they came (S001-16, S001-29, S001-42)."""

    log = belongs_to("relay_log.RelayLog", related_name="+")
    meeting = belongs_to(Meeting, related_name="invitations")
    person = belongs_to("register.Person", related_name="+")
    relation = models.CharField(max_length=14, choices=Relation)  # how they stood to the log when invited
    answer = models.CharField(max_length=4, choices=Answer, default=Answer.NONE)
    words = models.CharField(max_length=300, blank=True)  # a short word with the answer
    answered_at = models.DateTimeField(null=True, blank=True)
    was_there = models.BooleanField(null=True)  # said when the meeting opens; nothing before

    class Meta:
        verbose_name = _("invitasjon")
        indexes = [models.Index(fields=["municipality", "person"], name="invitations_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "person"], name="one_invitation_per_person"
            )
        ]

    def __str__(self):
        return self.answer
