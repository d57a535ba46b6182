"""When a document must be looked at again, and what documents and issues may become."""

from collections.abc import Mapping
from datetime import date, timedelta

from stafett.kernel.verdict import YES, Verdict, no
from stafett.toolbox.enums import Refusal

WARNED_DAYS = 14
LONGEST_YEARS = 5


def is_due(review_on: date, *, today: date) -> bool:
    """A document is looked at again within a fortnight of its day; what has passed stays due.

    Source: S003-13, issue D 4.
    """
    return review_on <= today + timedelta(days=WARNED_DAYS)


def may_review_on(review_on: date, *, today: date) -> Verdict:
    """The next look lies ahead, and within five years: nothing is kept unread for longer.

    Source: issue D 4.
    """
    furthest = today + timedelta(days=LONGEST_YEARS * 366)
    return YES if today < review_on <= furthest else no(Refusal.REVIEW_PASSED)


def may_become(state: str, wanted: str, *, table: Mapping[str, set[str]]) -> Verdict:
    """A document or an issue moves only as its state table says.

    Source: S003-13, S004-01.
    """
    return YES if wanted in table[state] else no(Refusal.NOT_THE_NEXT_STATE)


def may_publish_issue(*, articles: int) -> Verdict:
    """An issue with nothing in it is not published.

    Source: S004-01.
    """
    return YES if articles else no(Refusal.NOTHING_TO_PUBLISH)
