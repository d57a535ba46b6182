"""Whose word counts today, and what it covers: the whole log, a service, single concerns.

What somebody said last is what counts: of several words from one person only the newest is read, a withdrawal
being a word too, so that an older and wider consent never comes back (L-07, L-08).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from stafett.consent.rules.lasting import consents_alone_from
from stafett.register.enums import ConsentPolicy


class ConsentFacts(Protocol):
    """What the rules need to know about one word: a yes until a day, or, with no last day, a no."""

    @property
    def guardian_id(self) -> UUID: ...
    @property
    def signed_on(self) -> date: ...
    @property
    def valid_until(self) -> date | None: ...
    @property
    def covered_unit_ids(self) -> Collection[UUID | str]: ...
    @property
    def restrictions(self) -> Mapping[str, Collection[UUID]]: ...
    @property
    def missing_facts(self) -> Collection[str]: ...


@dataclass(frozen=True)
class Youth:
    """The child as somebody who comes to decide: their id, and the birthday from which they may consent."""

    id: UUID
    consents_from: date


def deciders(
    *,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    youth: Youth | None = None,
    today: date,
) -> tuple[frozenset[UUID], date | None]:
    """Guardians decide until the youth does; the youth decides from their first own word, or when the grace is over.

    Gives the ids of those whose yes is needed today, and the last day that is so if nobody says anything (None: no
    last day). `consents` stand in the order they were recorded.
    Source: L-10, L-11, ADR 0019.
    """
    guardians = frozenset(guardians_with_responsibility)
    if youth is None:
        return guardians, None
    alone_from = consents_alone_from(youth.consents_from)
    has_spoken = any(c.guardian_id == youth.id and c.signed_on >= youth.consents_from for c in consents)
    if today >= youth.consents_from and (has_spoken or today >= alone_from):
        return frozenset({youth.id}), None
    return guardians, alone_from - timedelta(days=1)


def is_valid(
    *, signed_on: date, valid_until: date | None, today: date, missing_facts: Collection[str] = ()
) -> bool:
    """A yes is valid from the day it is signed to its last day, both included, when all seven facts were told.

    A word without a last day is a no. Source: L-03, L-08, L-09.
    """
    return valid_until is not None and signed_on <= today <= valid_until and not missing_facts


def is_covered(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    today: date,
    youth: Youth | None = None,
) -> bool:
    """A log is covered when all with parental responsibility consent, or one where the municipality says so.

    `policy` is a ConsentPolicy value; `consents` stand in the order they were recorded. Where nobody can consent,
    nothing is covered. A youth who decides is asked alone.
    Source: L-02, L-10, L-11.
    """
    return ends_on(
        policy=policy,
        guardians_with_responsibility=guardians_with_responsibility,
        consents=consents,
        today=today,
        youth=youth,
    ) is not None  # fmt: skip


def ends_on(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    today: date,
    youth: Youth | None = None,
) -> date | None:
    """A log is covered until the first consent ends where all must consent, else until the last one ends.

    Never beyond the grace after the youth's birthday. Gives the last covered day if nobody renews, None when not
    covered today. Arguments as for `is_covered`.
    Source: L-09, L-10, L-11.
    """
    words, last_day = _words(guardians_with_responsibility, consents, youth, today)
    return _end(policy, words, last_day)


def unit_ends_on(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    unit_id: UUID,
    today: date,
    youth: Youth | None = None,
) -> date | None:
    """The last day a service is covered if nobody renews; None when it is not covered today.

    Arguments as for `is_covered`.
    Source: L-06, L-08, L-09, L-10.
    """
    words, last_day = _words(guardians_with_responsibility, consents, youth, today)
    return _end(policy, [_if_naming(word, unit_id) for word in words], last_day)


def concerns_for(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    unit_id: UUID,
    today: date,
    youth: Youth | None = None,
) -> frozenset[UUID] | None:
    """A service sees only the concerns that everyone who named it lets it see.

    Gives the ids of these concerns, None when nobody has limited the service, and no concern at all when it is not
    covered today. Arguments as for `is_covered`.
    Source: L-07.
    """
    words, last_day = _words(guardians_with_responsibility, consents, youth, today)
    naming = [_if_naming(word, unit_id) for word in words]
    if _end(policy, naming, last_day) is None:
        return frozenset()
    limits = [
        frozenset(word.restrictions[str(unit_id)])
        for word in naming
        if word is not None and str(unit_id) in word.restrictions
    ]
    return frozenset.intersection(*limits) if limits else None


def covers_unit(*, covered_unit_ids: Collection[UUID | str], unit_id: UUID | str) -> bool:
    """A consent covers the services it names, and no others. Ids may be text, as stored, or UUIDs.

    Source: L-04, L-06.
    """
    return str(unit_id) in map(str, covered_unit_ids)


def _words(
    guardians: Collection[UUID], consents: Sequence[ConsentFacts], youth: Youth | None, today: date
) -> tuple[list[ConsentFacts | None], date | None]:
    """The valid yes of each who decides today (None where there is none), and the last day they decide."""
    needed, last_day = deciders(
        guardians_with_responsibility=guardians, consents=consents, youth=youth, today=today
    )
    words = [_newest_if_valid([c for c in consents if c.guardian_id == each], today) for each in needed]
    return words, last_day


def _newest_if_valid(words: Sequence[ConsentFacts], today: date) -> ConsentFacts | None:
    # Sorting is stable: of two words from the same day, the one recorded last is the newest.
    newest = sorted(words, key=lambda word: word.signed_on)[-1:]
    return next(
        (
            word
            for word in newest
            if is_valid(
                signed_on=word.signed_on,
                valid_until=word.valid_until,
                today=today,
                missing_facts=word.missing_facts,
            )
        ),
        None,
    )


def _if_naming(word: ConsentFacts | None, unit_id: UUID) -> ConsentFacts | None:
    named = word is not None and covers_unit(covered_unit_ids=word.covered_unit_ids, unit_id=unit_id)
    return word if named else None


def _end(policy: str, words: Sequence[ConsentFacts | None], last_day: date | None) -> date | None:
    ends = [word.valid_until for word in words if word is not None and word.valid_until is not None]
    # Anything but an explicit "one" asks everybody; all() of nobody would be true.
    enough = bool(ends) if policy == ConsentPolicy.ONE else bool(words) and len(ends) == len(words)
    if not enough:
        return None
    end = max(ends) if policy == ConsentPolicy.ONE else min(ends)
    return end if last_day is None else min(end, last_day)
