"""States of a system meeting, of a proposal and of a measure, and what each may become."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingState(TextChoices):
    """Where a system meeting is (S002-02)."""

    PLANNED = "planned", _("Planlagt")
    UNDER_WAY = "under_way", _("I gang")
    EVALUATING = "evaluating", _("Avrundes")
    DONE = "done", _("Ferdig")
    CANCELLED = "cancelled", _("Avlyst")


MEETING_STATES = {
    MeetingState.PLANNED: {MeetingState.UNDER_WAY, MeetingState.CANCELLED},
    MeetingState.UNDER_WAY: {MeetingState.EVALUATING, MeetingState.CANCELLED},
    MeetingState.EVALUATING: {MeetingState.DONE},
    MeetingState.DONE: set(),
    MeetingState.CANCELLED: set(),
}


class ProposalState(TextChoices):
    """What has become of a proposal in one unit (S002-05..07)."""

    WAITING = "waiting", _("Venter")
    CHOSEN = "chosen", _("Valgt til et møte")
    SET_ASIDE = "set_aside", _("Lagt til side")
    WITHDRAWN = "withdrawn", _("Trukket")


PROPOSAL_STATES = {
    ProposalState.WAITING: {ProposalState.CHOSEN, ProposalState.SET_ASIDE, ProposalState.WITHDRAWN},
    ProposalState.CHOSEN: {ProposalState.WAITING},
    ProposalState.SET_ASIDE: {ProposalState.WAITING},
    ProposalState.WITHDRAWN: set(),
}


class MeasureState(TextChoices):
    """Where a measure at system level is (S002-25, S002-36, S002-37)."""

    TRYING = "trying", _("Prøves ut")
    EVALUATED = "evaluated", _("Evaluert")
    STOPPED = "stopped", _("Stoppet")


MEASURE_STATES = {
    MeasureState.TRYING: {MeasureState.EVALUATED, MeasureState.STOPPED},
    MeasureState.EVALUATED: set(),
    MeasureState.STOPPED: set(),
}
