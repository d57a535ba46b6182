"""What happens before, in and after a system meeting. Each label is the sentence the trail tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """Acts about system meetings: feature, dot, past tense. `%(date)s` is the day of the meeting."""

    MEETING_OPENED = "system_meeting.opened", _("Systemmøtet %(date)s begynte.")
    WORDS_SAVED = "system_meeting.words_saved", _("%(actor)s skrev i systemmøtet %(date)s.")
    STEP_TAKEN = "system_meeting.step_taken", _("%(actor)s gikk videre i systemmøtet %(date)s.")
    CARD_RAISED = "system_meeting.card_raised", _("%(actor)s hjalp systemmøtet %(date)s tilbake på sporet.")
    ATTENDANCE_CHANGED = (
        "system_meeting.attendance_changed",
        _("%(actor)s noterte hvem som er i systemmøtet %(date)s."),
    )
    ROLES_CHANGED = "system_meeting.roles_changed", _("%(actor)s fordelte oppgavene i systemmøtet %(date)s.")
    CONTRIBUTED = "system_meeting.contributed", _("%(actor)s la noe fram i systemmøtet %(date)s.")
    TALK_ENDED = "system_meeting.talk_ended", _("%(actor)s avsluttet samtalen i systemmøtet %(date)s.")
    MEETING_STOPPED = "system_meeting.stopped", _("%(actor)s avbrøt systemmøtet %(date)s.")
