"""What happens before and after a system meeting. Each label is the sentence the trail tells."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventAround(TextChoices):
    """Acts about proposals, plans, minutes and measures: feature, dot, past tense. No words of people's stand here."""

    TOPIC_PROPOSED = "system_meeting.topic_proposed", _("%(actor)s foreslo et tema til systemmøte.")
    PROPOSAL_WITHDRAWN = "system_meeting.proposal_withdrawn", _("%(actor)s trakk et forslag til systemmøte.")
    PROPOSAL_SET_ASIDE = (
        "system_meeting.proposal_set_aside",
        _("%(actor)s la et forslag til systemmøte til side."),
    )
    PROPOSAL_TAKEN_UP = (
        "system_meeting.proposal_taken_up",
        _("%(actor)s tok fram igjen et forslag til systemmøte."),
    )
    TOPIC_CHOSEN = "system_meeting.topic_chosen", _("%(actor)s valgte tema til systemmøtet %(date)s.")
    MEETING_PLANNED = "system_meeting.planned", _("%(actor)s planla systemmøtet %(date)s.")
    MEETING_CHANGED = "system_meeting.changed", _("%(actor)s endret systemmøtet %(date)s.")
    MEETING_CANCELLED = "system_meeting.cancelled", _("%(actor)s avlyste systemmøtet %(date)s.")
    PEOPLE_INFORMED = "system_meeting.informed", _("%(actor)s fortalte de inviterte om systemmøtet %(date)s.")
    INVITATION_ANSWERED = (
        "system_meeting.answered",
        _("%(actor)s svarte på invitasjonen til systemmøtet %(date)s."),
    )
    PREPARED = "system_meeting.prepared", _("%(actor)s forberedte seg til systemmøtet %(date)s.")
    EVALUATED = "system_meeting.evaluated", _("%(actor)s skrev evalueringen av systemmøtet %(date)s.")
    MINUTES_SIGNED = (
        "system_meeting.minutes_signed",
        _("%(actor)s signerte referatet fra systemmøtet %(date)s."),
    )
    MINUTES_CORRECTED = (
        "system_meeting.minutes_corrected",
        _("%(actor)s rettet referatet fra systemmøtet %(date)s."),
    )
    MEASURE_EVALUATED = (
        "system_meeting.measure_evaluated",
        _("%(actor)s evaluerte et tiltak fra et systemmøte."),
    )
    NEXT_TRIED = "system_meeting.next_tried", _("%(actor)s satte i gang neste tiltak fra et systemmøte.")
    IDEA_REMOVED = (
        "system_meeting.idea_removed",
        _("%(actor)s tok bort en idé fra listen etter et systemmøte."),
    )
