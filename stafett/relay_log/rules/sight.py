"""What of a log's content one reader sees: drafts, what is kept from guardians, and what a consent holds back."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from stafett.access.enums import Relation
from stafett.relay_log.enums import ConcernState

FROM_OTHER_SERVICES = (Relation.PARTICIPANT, Relation.EXTERNAL)


@dataclass(frozen=True)
class Sight:
    """One reader's sight: private drafts, what is kept from guardians, and, for a service that a consent limits, the
    only concerns it is let into (nothing when it is not limited)."""

    reader_id: UUID | None
    drafts: bool = False
    kept: bool = False
    only: frozenset[UUID] | None = None


def sight_of(*, relation: str, reader_id: UUID | None, only: Collection[UUID] | None = None) -> Sight:
    """The holder sees drafts; everyone but guardians sees what is kept from guardians, the youth too; a service sees
    the concerns that consent lets it see.

    Source: L-07, L-13, X5.
    """
    limits = only is not None and relation in FROM_OTHER_SERVICES
    return Sight(
        reader_id=reader_id,
        drafts=relation == Relation.BATON_HOLDER,
        kept=relation != Relation.GUARDIAN,
        only=frozenset(only or ()) if limits else None,
    )


def shows_concern(sight: Sight, *, concern_id: UUID, state: str, kept_from_guardians: str) -> bool:
    """A concern and everything in it is seen or not as one: measures, ladders, goals, analysis, notes.

    `kept_from_guardians` is the reason it is kept, empty when it is shared. Source: L-07, L-13, X5.
    """
    return (
        (sight.drafts or state != ConcernState.DRAFT)
        and (sight.kept or not kept_from_guardians)
        and (sight.only is None or concern_id in sight.only)
    )


def shows_factor(sight: Sight, *, is_shared: bool, is_in_seen_concern: bool) -> bool:
    """What staff think of before they have shared it is the holder's alone, like a draft; in a draft, twice so.

    Source: S001-23, X5, ADR 0026.
    """
    return is_in_seen_concern and (is_shared or sight.drafts)


def shows_words(
    sight: Sight, *, author_id: UUID, kept_from_guardians: str = "", is_in_seen_concern: bool | None = None
) -> bool:
    """Notes and bright spots. What stands in no concern is for the whole log, so a limited service sees only its own.

    `is_in_seen_concern` is None for what stands in no concern. Source: L-07, L-13, S001-47.
    """
    if kept_from_guardians and not sight.kept:
        return False
    if is_in_seen_concern is None:
        return sight.only is None or author_id == sight.reader_id
    return is_in_seen_concern
