"""What happens with a meeting. Each label is the sentence the timeline of the log tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """Acts about a meeting: feature, dot, past tense. `%(date)s` is the day of the meeting."""

    MEETING_PLANNED = "meeting.planned", _("%(actor)s inviterte til møte %(date)s.")
