"""What is wished for a system meeting before there is one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stafett.register.tenancy import Tenanted, belongs_to
from stafett.system_meetings.enums import ProposalState


class TopicProposal(Tenanted):
    """A challenge that somebody proposes to one unit; a proposal to several units is one row in each (S002-04..10).

    `service` is the unit the proposer spoke for. `topic` is the number in the topic bank, None for something else.
    """

    unit = belongs_to("register.Unit", related_name="+")
    proposed_by = belongs_to("register.Person", related_name="+")
    service = belongs_to("register.Unit", related_name="+")
    topic = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.CharField(max_length=120)
    challenge = models.CharField(max_length=1000)
    sources = models.JSONField(default=list)  # of Source
    reported_at = models.DateTimeField()  # S002-06: a week before the meeting, or it waits for the next
    state = models.CharField(max_length=10, choices=ProposalState, default=ProposalState.WAITING)
    answer = models.CharField(max_length=300, blank=True)  # a word from the leader with the decision
    decided_by = belongs_to("register.Person", related_name="+", null=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("temaforslag")
        indexes = [
            models.Index(fields=["municipality", "unit", "-reported_at"], name="proposals_to_unit"),
            models.Index(
                fields=["municipality", "proposed_by", "-reported_at"], name="system_proposals_by_person"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="decided_proposal_has_decider_and_time",
                condition=Q(state=ProposalState.WAITING)
                | Q(state=ProposalState.WITHDRAWN)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(name="a_proposal_has_a_challenge", condition=~Q(challenge="")),
        ]

    def __str__(self):
        return self.title
