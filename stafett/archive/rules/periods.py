"""Which period a deposit for the municipality's depot may be about."""

from datetime import date

from stafett.archive.enums import Refusal
from stafett.kernel.verdict import YES, Verdict, no


def may_order(first: date, last: date, *, today: date) -> Verdict:
    """A deposit is about a period that is over: its last day is before today.

    Source: Noark 5 6.4.12, only closed folders of a closed period.
    """
    if last < first:
        return no(Refusal.PERIOD_TURNED)
    return YES if last < today else no(Refusal.PERIOD_NOT_OVER)
