"""When a word about consent may be asked for, given, recorded or narrowed, and which files are kept."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from stafett.consent.enums import Fact, Refusal
from stafett.consent.rules.lasting import default_end
from stafett.kernel import file_kinds
from stafett.kernel.verdict import YES, Verdict, no
from stafett.register.enums import RelationState

FILE_LIMIT = 10 * 1024 * 1024
_MAGIC = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


def may_record(
    *,
    relation_state: str,
    has_parental_responsibility: bool,
    signed_on: date,
    valid_until: date,
    max_months: int,
    today: date,
    has_document: bool = True,
    youth_decides: bool = False,
    is_too_young: bool = False,
    other_unit_consents: bool = False,
    said_otherwise_on: date | None = None,
) -> Verdict:
    """A yes is recorded from somebody who may give it, for a limited time.

    `max_months` is the longest the municipality lets a consent last; `has_document`: what shows it is attached;
    `youth_decides`: the youth does, and this is a guardian; `is_too_young`: this
    is the youth, who does not decide yet; `other_unit_consents`: a service holds the right, and this is somebody else; `said_otherwise_on`: the day they last said no, or
    answered themselves. A form from that day or before does not undo it.
    Source: L-03, L-05, L-08, L-09, L-10, L-11, L-24, L-25, L-26, S001-13.
    """
    if is_too_young:
        return no(Refusal.YOUTH_TOO_YOUNG)
    if other_unit_consents:
        return no(Refusal.OTHER_UNIT_CONSENTS)
    if relation_state != RelationState.CONFIRMED:
        return no(Refusal.RELATION_NOT_CONFIRMED)
    if not has_parental_responsibility:
        return no(Refusal.NO_PARENTAL_RESPONSIBILITY)
    if youth_decides:
        return no(Refusal.YOUTH_DECIDES)
    if signed_on > today:
        return no(Refusal.SIGNED_IN_THE_FUTURE)
    if said_otherwise_on is not None and signed_on <= said_otherwise_on:
        return no(Refusal.WITHDRAWN_SINCE)
    if valid_until <= signed_on:
        return no(Refusal.ENDS_BEFORE_IT_STARTS)
    if valid_until > default_end(signed_on, months=max_months):
        return no(Refusal.LASTS_TOO_LONG, months=max_months)
    return YES if has_document else no(Refusal.NO_DOCUMENT)


def may_witness(*, is_employed: bool, is_recorder: bool) -> Verdict:
    """An oral yes is heard by an employee besides the one who records it.

    Source: L-05.
    """
    return YES if is_employed and not is_recorder else no(Refusal.NO_WITNESS)


def may_request(
    *, asked: Collection[UUID], may_give: Collection[UUID], valid_until: date, max_months: int, today: date
) -> Verdict:
    """Consent is asked of those whose yes counts, for a limited time ahead.

    `asked` and `may_give` are ids of persons. Source: L-09, L-10, L-20, L-24, W-18.
    """
    if not asked or not set(asked) <= set(may_give):
        return no(Refusal.NOBODY_ASKED)
    if valid_until <= today:
        return no(Refusal.ALREADY_OVER)
    if valid_until > default_end(today, months=max_months):
        return no(Refusal.LASTS_TOO_LONG, months=max_months)
    return YES


def may_answer(
    *, answer: str, asked_unit_ids: Collection[str], said_unit_ids: Collection[str],
    asked_until: date, said_until: date, today: date,
) -> Verdict:  # fmt: skip
    """A request is answered once, with no more than it asked for.

    `answer` is what became of it so far, empty while it is open. Source: L-03, L-06, L-07.
    """
    if answer:
        return no(Refusal.REQUEST_ANSWERED)
    if not set(said_unit_ids) <= set(asked_unit_ids) or said_until > asked_until:
        return no(Refusal.NOT_ASKED_ABOUT)
    return YES if said_until > today else no(Refusal.ALREADY_OVER)


def may_narrow(
    *,
    before_units: Collection[str],
    after_units: Collection[str],
    before_restrictions: Mapping[str, Collection[str]],
    after_restrictions: Mapping[str, Collection[str]],
    before_until: date,
    after_until: date,
    today: date,
) -> Verdict:
    """Without a new text to read, a consent can only become narrower: fewer services, fewer concerns, a nearer end.

    Restrictions are the concerns a service may see, by the service's id; a service that is not there sees all.
    Source: L-03, L-07.
    """
    wider = not set(after_units) <= set(before_units) or after_until > before_until
    wider_concerns = any(
        unit not in after_restrictions or not set(after_restrictions[unit]) <= set(concerns)
        for unit, concerns in before_restrictions.items()
        if unit in after_units
    )
    if wider or wider_concerns:
        return no(Refusal.WIDER_THAN_BEFORE)
    return YES if after_until >= today else no(Refusal.ALREADY_OVER)


def missing_facts(*, told: Mapping[str, str], receivers: Collection[str]) -> list[str]:
    """Which of the seven facts a text does not tell; a yes to a text that lacks one is not valid.

    `told` are the texts by the fact's key; `receivers` are the names of the services.
    Source: L-03.
    """
    told_all = {key for key, text in told.items() if text.strip()}
    if not any(name.strip() for name in receivers):
        told_all.discard(Fact.RECEIVERS)
    return [fact.value for fact in Fact if fact.value not in told_all]


def file_kind(head: bytes) -> str | None:
    """A file is what its first bytes show, whatever its name says; None unless it is PDF, JPEG or PNG.

    Source: design 6.
    """
    return next((kind for magic, kind in _MAGIC.items() if head.startswith(magic)), None)


def may_keep_content(content: bytes) -> Verdict:
    """A signed form is whole, and does nothing when it is opened.

    Source: design 6.
    """
    return YES if file_kinds.kind_of(content) else no(Refusal.FILE_TYPE)


def may_keep_file(*, size: int, head: bytes) -> Verdict:
    """A signed form is a PDF or a picture of at most 10 MB.

    `size` in bytes; `head` is the file's first bytes, of which 8 are enough.
    Source: S001-13, design 6.
    """
    if size > FILE_LIMIT:
        return no(Refusal.FILE_TOO_LARGE)
    return YES if file_kind(head) else no(Refusal.FILE_TYPE)
