"""Reminders that the guide is due to be looked at again. Run as often as one likes: each is told once."""

from datetime import date
from uuid import UUID

from stafett.action_guide.enums import EditionState, Group
from stafett.action_guide.models import GuideEdition
from stafett.action_guide.queries.work import member_ids
from stafett.action_guide.rules import editions
from stafett.messages.enums import Kind
from stafett.messages.operations import tell


def remind(municipality_id: UUID, *, today: date) -> int:
    """Tell the project group, a month ahead and once more when the day has passed; gives how many messages that made.

    Must run within the municipality. Source: W-26.
    """
    edition = GuideEdition.objects.filter(state=EditionState.PUBLISHED).first()
    if edition is None or not editions.is_review_due(edition.review_by, today=today):
        return 0
    once = f"{edition.pk}:{edition.review_by}:{'over' if today > edition.review_by else 'near'}"
    facts = {"date": edition.review_by}
    return len(tell(municipality_id, member_ids(Group.PROJECT), Kind.GUIDE_REVIEW, facts=facts, once=once))
