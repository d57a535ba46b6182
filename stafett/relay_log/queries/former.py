"""Former wordings: nothing confirmed is ever overwritten, and everyone in the log can read what stood before."""

from dataclasses import dataclass
from datetime import datetime

from stafett.audit import trail
from stafett.relay_log.enums import ConcernState


@dataclass(frozen=True)
class FormerText:
    """One wording that stood until `until`, field by field (label and text)."""

    until: datetime
    fields: list[tuple[str, str]]


def former_texts(row, labels, *, shared_at) -> list[FormerText]:
    """Former wordings of a concern or measure, newest first. `labels` maps field names to what people call them.

    What stood before the concern was shared (`shared_at`) stays with the baton holder (X5, L-51), and what stood
    while it was kept from guardians stays kept from them (L-13).
    """
    sight = row.log.sight
    told, seen = [], {name: str(getattr(row, name)) for name in labels}
    for version in reversed(trail.former_versions(row)):
        was_draft = (
            shared_at is None
            or version.row.get("state") == ConcernState.DRAFT
            or version.changed_at <= shared_at
        )
        was_kept = bool(version.row.get("kept_from_guardians"))
        if (was_draft and not sight.drafts) or (was_kept and not sight.kept):
            break
        former = {name: str(version.row.get(name) or "") for name in labels}
        changed = [(labels[name], former[name]) for name in labels if former[name] != seen[name]]
        if changed:
            told.append(FormerText(until=version.changed_at, fields=changed))
        seen = former
    return told
