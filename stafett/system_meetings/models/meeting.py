"""The meeting itself: when, about what, who is there and in which task, whose turn it is."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from stafett.log_meetings.enums import Answer
from stafett.register.tenancy import Tenanted, belongs_to
from stafett.system_meetings.enums import AgreedAs, MeetingState, MeetingStep, TrackReason


class SystemMeeting(Tenanted):
    """A BTI-møte at system level in one unit (S002-01..37).

    `challenge` is what was proposed and chosen, `agreed_challenge` what those there agreed it is (S002-18, S002-19).
    `version` is that of the plan, for two who edit it; `changes` counts everything done or written in the meeting, which
    is what open pages ask for.
    """

    unit = belongs_to("register.Unit", related_name="+")
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=90)  # how long it lasts
    place = models.CharField(max_length=200, blank=True)
    video_link = models.CharField(max_length=500, blank=True)
    proposal = belongs_to("system_meetings.TopicProposal", related_name="meetings", null=True)
    topic = models.PositiveSmallIntegerField(null=True, blank=True)  # number in the topic bank
    title = models.CharField(max_length=120)
    challenge = models.CharField(max_length=1000, blank=True)
    background = models.CharField(max_length=2000, blank=True)  # why it is felt as a challenge (S002-16)
    sources = models.JSONField(default=list)  # of Source (S002-08..10)
    information = models.CharField(max_length=2000, blank=True)  # short word to those invited (S002-13)
    informed_at = models.DateTimeField(null=True, blank=True)
    leader = belongs_to("register.Person", related_name="+")
    writer = belongs_to("register.Person", related_name="+")  # the leader, until somebody else writes
    presenter = belongs_to("system_meetings.Attendee", related_name="+", null=True)  # S002-16
    track_keeper = belongs_to("system_meetings.Attendee", related_name="+", null=True)  # viddevakt (S002-15)
    step = models.CharField(max_length=12, choices=MeetingStep, blank=True)  # where those at the table are
    reached = models.CharField(max_length=12, choices=MeetingStep, blank=True)  # the farthest they have come
    turn_minutes = models.PositiveSmallIntegerField(default=2)  # speaking time in a round, for each
    agreed_as = models.CharField(max_length=10, choices=AgreedAs, blank=True)
    agreed_challenge = models.CharField(max_length=1000, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    created_by = belongs_to("register.Person", related_name="+")
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    talk_ended_at = models.DateTimeField(
        null=True, blank=True
    )  # the seven steps are walked; evaluation begins
    done_at = models.DateTimeField(null=True, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    changes = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("systemmøte")
        indexes = [
            models.Index(fields=["municipality", "unit", "-starts_at"], name="system_meetings_of_unit")
        ]
        constraints = [
            models.CheckConstraint(
                name="system_meeting_lasts_10_to_480_minutes", condition=Q(minutes__range=(10, 480))
            ),
            models.CheckConstraint(
                name="a_turn_lasts_1_to_10_minutes", condition=Q(turn_minutes__range=(1, 10))
            ),
            models.CheckConstraint(
                name="begun_system_meeting_has_a_track_keeper",
                condition=Q(state__in=[MeetingState.PLANNED, MeetingState.CANCELLED])
                | Q(track_keeper__isnull=False, opened_at__isnull=False),
            ),
            models.CheckConstraint(
                name="agreed_challenge_as_one",
                condition=Q(agreed_as="", agreed_challenge="", agreed_at__isnull=True)
                | (~Q(agreed_as="") & ~Q(agreed_challenge="") & Q(agreed_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="done_system_meeting_has_time",
                condition=~Q(state=MeetingState.DONE) | Q(done_at__isnull=False),
            ),
        ]

    def __str__(self):
        return self.title


class Attendee(Tenanted):
    """Somebody who is invited to a system meeting: an employee, or somebody without login by name and service.

    There while `arrived_at` is set and `left_at` is not. `position` is the order in which people speak.
    """

    meeting = belongs_to(SystemMeeting, related_name="attendees")
    person = belongs_to("register.Person", related_name="+", null=True)  # None: takes part without a login
    name = models.CharField(max_length=220)
    unit = belongs_to(
        "register.Unit", related_name="+", null=True
    )  # where they come from, when it is a unit here
    service = models.CharField(max_length=120)  # the same in words
    position = models.PositiveSmallIntegerField()
    prepared = models.CharField(max_length=2000, blank=True)  # own words before the meeting, for oneself
    arrived_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)  # taken off the list before the meeting
    answer = models.CharField(max_length=4, choices=Answer, default=Answer.NONE)
    answer_words = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("møtedeltaker")
        indexes = [models.Index(fields=["municipality", "person"], name="system_meetings_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting", "person"],
                condition=Q(person__isnull=False, removed_at__isnull=True),
                name="one_seat_per_person",
            ),
            models.CheckConstraint(
                name="left_after_arriving",
                condition=Q(left_at__isnull=True) | Q(arrived_at__isnull=False, left_at__gte=F("arrived_at")),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_there(self) -> bool:
        """Whether they are in the room now."""
        return self.arrived_at is not None and self.left_at is None


class Turn(Tenanted):
    """That somebody has, or has had, the floor in a round (S002-17, S002-22, S002-24). Open while `ended_at` is not set."""

    meeting = belongs_to(SystemMeeting, related_name="turns")
    attendee = belongs_to(Attendee, related_name="turns")
    step = models.CharField(max_length=12, choices=MeetingStep)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    passed_at = models.DateTimeField(null=True, blank=True)  # said «pass»

    class Meta:
        verbose_name = _("tur")
        indexes = [models.Index(fields=["municipality", "meeting", "step"], name="turns_of_step")]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting"],
                condition=Q(ended_at__isnull=True),
                name="one_has_the_floor_at_a_time",
            )
        ]

    def __str__(self):
        return self.step


class TrackCard(Tenanted):
    """«Tilbake på sporet»: a calm word from the viddevakt to everybody, until it is taken down (S002-15)."""

    meeting = belongs_to(SystemMeeting, related_name="track_cards")
    step = models.CharField(max_length=12, choices=MeetingStep)
    reason = models.CharField(max_length=14, choices=TrackReason)
    raised_at = models.DateTimeField()
    lowered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("sporkort")
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "meeting"],
                condition=Q(lowered_at__isnull=True),
                name="one_track_card_at_a_time",
            )
        ]

    def __str__(self):
        return self.reason
