"""From draft to what everybody reads: sent, sent back or approved, published. Each tells the other group."""

from collections import Counter

from stafett.action_guide.enums import Decision, EditionState, Event, Group, PartKind
from stafett.action_guide.models import GuideEdition
from stafett.action_guide.queries.work import compared, member_ids
from stafett.action_guide.rules import editions
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock
from stafett.kernel.verdict import require
from stafett.messages.enums import Kind
from stafett.messages.operations import tell


@operation(Event.SENT, lock="edition")
def send(*, actor, edition):
    """Give the draft to the steering group. Raises Refused when nothing is changed or a level is empty. Source: S004-08."""
    list(
        edition.parts.select_for_update().order_by("id").values_list("id")
    )  # nobody is in the middle of a part
    shown = edition.parts.filter(kind=PartKind.STEP, is_hidden=False)
    changed = sum(each.has_changed for each in compared(edition))
    require(
        editions.may_send(
            edition.state, changed=changed, shown_steps=Counter(shown.values_list("level", flat=True))
        )
    )
    edition.state, edition.sent_by_id, edition.sent_at = EditionState.IN_REVIEW, actor.person_id, clock.now()
    edition.save(update_fields=["state", "sent_by", "sent_at"])
    tell(edition.municipality_id, member_ids(Group.STEERING), Kind.GUIDE_SENT)
    return Outcome(edition, {"changed": changed})


@operation(Event.APPROVED, lock="edition")
def decide(*, actor, edition, decision, reason):
    """Approve, or send back with a reason. Two people at least stand behind an edition. Source: S004-08, ADR 0028."""
    writers = set(edition.parts.exclude(changed_by=None).values_list("changed_by_id", flat=True))
    require(
        editions.may_decide(
            edition.state, decision=decision, reason=reason, decided_by=actor.person_id, writers=writers
        )
    )
    approved = decision == Decision.APPROVE
    edition.state = EditionState.APPROVED if approved else EditionState.DRAFT
    edition.decided_by_id, edition.decided_at = actor.person_id, clock.now()
    edition.sent_back_reason = "" if approved else reason
    edition.save(update_fields=["state", "decided_by", "decided_at", "sent_back_reason"])
    kind = Kind.GUIDE_APPROVED if approved else Kind.GUIDE_SENT_BACK
    tell(edition.municipality_id, member_ids(Group.PROJECT), kind)
    return Outcome(edition, {"number": edition.number}, event=Event.APPROVED if approved else Event.SENT_BACK)


@operation(Event.PUBLISHED, lock="edition")
def publish(*, actor, edition, review_by, today):
    """Let everybody read the approved edition from now; the one before it stays readable. Source: S004-08, W-26."""
    require(editions.may_publish(edition.state, review_by=review_by, today=today))
    GuideEdition.objects.filter(state=EditionState.PUBLISHED).update(state=EditionState.REPLACED)
    edition.state, edition.published_on, edition.review_by = EditionState.PUBLISHED, today, review_by
    edition.published_by_id = actor.person_id
    edition.save(update_fields=["state", "published_on", "review_by", "published_by"])
    return Outcome(edition, {"number": edition.number, "review_by": review_by.isoformat()})
