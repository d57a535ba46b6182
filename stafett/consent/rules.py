"""When a consent may be recorded, whom and what it covers, and when it ends.

What a guardian said last is what counts: of several consents from one guardian only the newest is read,
so that an older and wider one never comes back when a newer one ends (L-07, L-08).
"""

from calendar import monthrange
from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from stafett.consent.enums import Refusal
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.enums import ConsentPolicy, RelationState

FILE_LIMIT = 10 * 1024 * 1024
_MAGIC = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


class ConsentFacts(Protocol):
    """What the rules need to know about a consent."""

    @property
    def guardian_id(self) -> UUID: ...
    @property
    def signed_on(self) -> date: ...
    @property
    def valid_until(self) -> date: ...
    @property
    def covered_unit_ids(self) -> Collection[UUID | str]: ...


def may_record(
    *,
    relation_state: str,
    has_parental_responsibility: bool,
    signed_on: date,
    valid_until: date,
    max_months: int,
    today: date,
    has_document: bool,
) -> Verdict:
    """A signed form is recorded for a confirmed guardian with parental responsibility, for a limited time.

    `max_months` is the longest the municipality lets a consent last; `has_document`: the form is attached.
    Source: L-03, L-05, L-09, L-10, L-24, L-25, S001-13.
    """
    if relation_state != RelationState.CONFIRMED:
        return no(Refusal.RELATION_NOT_CONFIRMED)
    if not has_parental_responsibility:
        return no(Refusal.NO_PARENTAL_RESPONSIBILITY)
    if signed_on > today:
        return no(Refusal.SIGNED_IN_THE_FUTURE)
    if valid_until <= signed_on:
        return no(Refusal.ENDS_BEFORE_IT_STARTS)
    if valid_until > default_end(signed_on, months=max_months):
        return no(Refusal.LASTS_TOO_LONG, months=max_months)
    return YES if has_document else no(Refusal.NO_DOCUMENT)


def is_valid(*, signed_on: date, valid_until: date, today: date) -> bool:
    """A consent is valid from the day it is signed to its last day, both included.

    Source: L-09.
    """
    return signed_on <= today <= valid_until


def is_covered(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    today: date,
) -> bool:
    """A log is covered when all with parental responsibility consent, or one where the municipality says so.

    `policy` is a ConsentPolicy value; `consents` stand in the order they were recorded. Where nobody can
    consent, nothing is covered.
    Source: L-02, L-10.
    """
    standing = _standing(guardians_with_responsibility, consents, today)
    return _enough(policy, [consent is not None for consent in standing])


def unit_ends_on(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    unit_id: UUID,
    today: date,
) -> date | None:
    """The last day a service is covered if nobody renews; None when it is not covered today.

    Arguments as for `is_covered`.
    Source: L-06, L-08, L-09, L-10.
    """
    standing = _standing(guardians_with_responsibility, consents, today)
    naming = [
        c if c and covers_unit(covered_unit_ids=c.covered_unit_ids, unit_id=unit_id) else None
        for c in standing
    ]
    if not _enough(policy, [consent is not None for consent in naming]):
        return None
    ends = [consent.valid_until for consent in naming if consent is not None]
    return max(ends) if policy == ConsentPolicy.ONE else min(ends)


def covers_unit(*, covered_unit_ids: Collection[UUID | str], unit_id: UUID | str) -> bool:
    """A consent covers the services it names, and no others. Ids may be text, as stored, or UUIDs.

    Source: L-04, L-06.
    """
    return str(unit_id) in map(str, covered_unit_ids)


def ends_on(
    *,
    policy: str,
    guardians_with_responsibility: Collection[UUID],
    consents: Sequence[ConsentFacts],
    today: date,
) -> date | None:
    """A log is covered until the first consent ends where all must consent, else until the last one ends.

    Gives the last covered day if nobody renews, None when not covered today. Arguments as for `is_covered`.
    Source: L-09, L-10.
    """
    standing = _standing(guardians_with_responsibility, consents, today)
    ends = [consent.valid_until for consent in standing if consent is not None]
    if not _enough(policy, [consent is not None for consent in standing]):
        return None
    return min(ends) if policy == ConsentPolicy.ALL else max(ends)


def default_end(signed_on: date, *, months: int) -> date:
    """The last day of a consent that lasts so many months: the same day of the month, or the month's last.

    Source: L-09; ours for the last day of a short month.
    """
    years, month = divmod(signed_on.month - 1 + months, 12)
    year = signed_on.year + years
    return date(year, month + 1, min(signed_on.day, monthrange(year, month + 1)[1]))


def file_kind(head: bytes) -> str | None:
    """A file is what its first bytes show, whatever its name says; None unless it is PDF, JPEG or PNG.

    Source: design 6.
    """
    return next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), None)


def may_keep_file(*, size: int, head: bytes) -> Verdict:
    """A signed form is a PDF or a picture of at most 10 MB.

    `size` in bytes; `head` is the file's first bytes, of which 8 are enough.
    Source: S001-13, design 6.
    """
    if size > FILE_LIMIT:
        return no(Refusal.FILE_TOO_LARGE)
    return YES if file_kind(head) else no(Refusal.FILE_TYPE)


def _standing(
    guardians: Collection[UUID], consents: Sequence[ConsentFacts], today: date
) -> list[ConsentFacts | None]:
    """What each guardian's newest consent is, None where there is none or it is not valid today."""
    return [
        _newest_if_valid([c for c in consents if c.guardian_id == guardian], today) for guardian in guardians
    ]


def _newest_if_valid(consents: Sequence[ConsentFacts], today: date) -> ConsentFacts | None:
    # Sorting is stable: of two forms signed the same day, the one recorded last is the newest.
    newest = sorted(consents, key=lambda consent: consent.signed_on)[-1:]
    return next(
        (c for c in newest if is_valid(signed_on=c.signed_on, valid_until=c.valid_until, today=today)), None
    )


def _enough(policy: str, yes_from_each: Sequence[bool]) -> bool:
    if policy == ConsentPolicy.ONE:
        return any(yes_from_each)
    # Anything but an explicit "one" asks everybody; all() of nobody would be true.
    return bool(yes_from_each) and all(yes_from_each)
