"""Which papers a concern may be taken out as."""

from stafett.kernel.verdict import YES, Verdict, no
from stafett.oversight.enums import Paper, Refusal


def may_be_taken_out(kind: str, *, is_kept: bool) -> Verdict:
    """Guardians are handed the plan, so none is made of a concern that is kept from them. The other papers are for those
    who see the concern, and say that it is kept.

    Source: L-13; opplæringslova § 12-4.
    """
    return no(Refusal.PLAN_IS_FOR_GUARDIANS) if is_kept and kind == Paper.PLAN else YES
