"""Words that belong in a report to child welfare or the police, which is never made in a log."""

import re

# What people write when they report, in both written languages. Ordinary words for a hard day are not among them.
_SIGNS = (
    r"\b(?:bekymrings|uro)meld",
    r"\bmeld(?:e|er|t|te|ing|inga|ingen)?\s+(?:\w+\s+){0,2}(?:til\s+)?barnevern",
    r"\bvarsl(?:e|er|et|a)\s+(?:\w+\s+){0,2}barnevern",
    r"\b(?:politi)?anmeld(?:e|er|t|te|else)\b|\bmeld(?:e|er|t|te)?\s+til\s+politi",
    r"\bmist(?:anke|enker|enkte|enkjer|enkte|anken)\b.{0,40}\b(?:v[ao]ld|overgrep|omsorgssvikt|mishandling)",
    r"\b(?:seksuelle?\s+overgrep|omsorgssvikt|mishandl(?:et|ing|a))\b",
    r"\b(?:slår|slått|slo|slege|slegen)\b.{0,40}\b(?:hjemme|heime|av\s+(?:mor|far|mamma|pappa|stefar|stemor))\b",
)
_SIGN = re.compile("|".join(_SIGNS), re.IGNORECASE | re.DOTALL)


def reads_like_a_report(text: str) -> bool:
    """Whether a text seems to tell what is to be reported: a hint to stop and ring, never a judgement of what is written.

    A report is never made or kept in a log, which guardians read. Source: L-31, L-32, L-33.
    """
    return _SIGN.search(text) is not None
