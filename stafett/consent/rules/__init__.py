"""The domain of consent as plain functions: who must say yes, what it covers, when it ends, how it is recorded."""

from stafett.consent.rules.covering import (
    ConsentFacts,
    Youth,
    concerns_for,
    covers_unit,
    deciders,
    ends_on,
    is_covered,
    is_valid,
    unit_ends_on,
)
from stafett.consent.rules.lasting import (
    GRACE_DAYS,
    consents_alone_from,
    default_end,
)
from stafett.consent.rules.recording import (
    FILE_LIMIT,
    file_kind,
    may_answer,
    may_keep_content,
    may_keep_file,
    may_narrow,
    may_record,
    may_request,
    may_witness,
    missing_facts,
)

__all__ = [
    "FILE_LIMIT",
    "GRACE_DAYS",
    "ConsentFacts",
    "Youth",
    "concerns_for",
    "consents_alone_from",
    "covers_unit",
    "deciders",
    "default_end",
    "ends_on",
    "file_kind",
    "is_covered",
    "is_valid",
    "may_answer",
    "may_keep_content",
    "may_keep_file",
    "may_narrow",
    "may_record",
    "may_request",
    "may_witness",
    "missing_facts",
    "unit_ends_on",
]
