"""Reminders to look at documents again. Run as often as one likes: each day of review is told once."""

from datetime import date
from uuid import UUID

from stafett.messages.enums import Kind
from stafett.messages.operations import tell
from stafett.register import staff
from stafett.toolbox.queries import documents


def remind(municipality_id: UUID, *, today: date) -> int:
    """Tell owners of documents that must be looked at again; the administrators where the owner has left.

    Must run within the municipality. Gives how many messages that made. Source: issue D 4, L-59.
    """
    due = documents.due(today=today)
    employed = staff.employed_among({document.owner_id for document in due}, day=today)
    administrators = staff.administrators(day=today) if due else []
    made = []
    for document in due:
        told = [document.owner_id] if document.owner_id in employed else administrators
        made += tell(
            municipality_id,
            told,
            Kind.DOCUMENT_REVIEW,
            facts={"date": document.review_on},
            link=("own_documents", None),
            once=f"{document.pk}:{document.review_on.isoformat()}",
        )
    return len(made)
