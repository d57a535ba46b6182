"""What the child wishes of the next meeting."""

from stafett.access.enums import Relation
from stafett.log_meetings.models.wish import Wish

READERS = (Relation.BATON_HOLDER, Relation.GUARDIAN, Relation.CHILD)


def current_wish(log) -> Wish | None:
    """The child's wish as it stands, in a reached log (with `.relation`); None for everybody but the holder and the
    family, and where nothing is wished."""
    if log.relation not in READERS:
        return None
    return Wish.objects.filter(log_id=log.pk, replaced_at__isnull=True).first()
