"""What happens with a meeting. Each label is the sentence the timeline of the log tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Event(TextChoices):
    """Acts about a meeting: feature, dot, past tense. `%(date)s` is the day of the meeting."""

    MEETING_PLANNED = "meeting.planned", _("%(actor)s inviterte til møte %(date)s.")
    MEETING_MOVED = "meeting.moved", _("%(actor)s flyttet møtet til %(date)s.")
    MEETING_CHANGED = "meeting.changed", _("%(actor)s endret møtet %(date)s.")
    MEETING_CANCELLED = "meeting.cancelled", _("%(actor)s avlyste møtet %(date)s.")
    INVITATION_ANSWERED = "meeting.answered", _("%(actor)s svarte på invitasjonen til møtet %(date)s.")
    ANSWER_RECORDED = "meeting.answer_recorded", _("%(actor)s førte inn et svar til møtet %(date)s.")
    MEETING_OPENED = "meeting.opened", _("Møtet %(date)s begynte.")
    WORDS_SAVED = "meeting.words_saved", _("%(actor)s skrev i møtet %(date)s.")
    STEP_TAKEN = "meeting.step_taken", _("%(actor)s førte inn et steg i møtet %(date)s.")
    WRITER_CHANGED = "meeting.writer_changed", _("%(actor)s ga skrivingen til en annen i møtet %(date)s.")
    WRITING_ENDED = "meeting.writing_ended", _("%(actor)s ba alle bekrefte referatet fra møtet %(date)s.")
    MINUTES_CONFIRMED = "meeting.minutes_confirmed", _("%(actor)s bekreftet referatet fra møtet %(date)s.")
    MINUTES_QUESTIONED = (
        "meeting.minutes_questioned",
        _("%(actor)s sa at noe i referatet fra %(date)s ikke stemmer."),
    )
    MEETING_DONE = "meeting.done", _("Referatet fra møtet %(date)s er bekreftet.")
    PULSE_ANSWERED = "meeting.pulse_answered", _("%(actor)s svarte på hvordan møtet var.")
    WISH_WRITTEN = "meeting.wish_written", _("Barnet sa hvordan møtet bør være.")


UNTOLD = frozenset(
    {Event.INVITATION_ANSWERED, Event.ANSWER_RECORDED, Event.PULSE_ANSWERED, Event.WISH_WRITTEN}
)
"""What stands on the page of the meeting and would only be noise in the story of the log."""
