"""The life of a meeting."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingState(TextChoices):
    """Where a meeting is in its life."""

    PLANNED = "planned", _("Planlagt")
    UNDER_WAY = "under_way", _("Pågår")
    TO_CONFIRM = "to_confirm", _("Venter på bekreftelse")
    DONE = "done", _("Ferdig")
    CANCELLED = "cancelled", _("Avlyst")


MEETING_STATES: dict[MeetingState, tuple[MeetingState, ...]] = {
    MeetingState.PLANNED: (MeetingState.UNDER_WAY, MeetingState.CANCELLED),
    MeetingState.UNDER_WAY: (MeetingState.TO_CONFIRM, MeetingState.CANCELLED),
    MeetingState.TO_CONFIRM: (MeetingState.UNDER_WAY, MeetingState.DONE),
    MeetingState.DONE: (),
    MeetingState.CANCELLED: (),
}
"""state -> states it may become. Back from confirming to writing when somebody at the table disagrees."""
