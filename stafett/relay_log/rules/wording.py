"""Reading what people write: whether there is anything, and how many sentences."""

import re

# A period after these does not end a sentence: a sentence missed is better than a needless hint.
_ABBREVIATIONS = frozenset(
    {
        "bl.a",
        "ca",
        "dvs",
        "evt",
        "f.eks",
        "kl",
        "jf",
        "m.a",
        "maks",
        "min",
        "mm",
        "m.m",
        "nr",
        "o.l",
        "osv",
        "t.d",
    }
)
_SENTENCE_END = re.compile(r"(\S+?)[.!?…]+[\"'»)]*\s+[\"'«(]*(\S)")


def is_blank(text: str) -> bool:
    """Nothing but spaces counts as nothing written. Source: ours."""
    return not text.strip()


def sentence_count(text: str) -> int:
    """How many sentences a text seems to have; a line of its own counts as one, and no text is none.

    Source: ours, for the hint of S003-61 that a goal is one sentence.
    """
    return sum(1 + _ends_within(line) for line in text.splitlines() if not is_blank(line))


def _ends_within(line: str) -> int:
    return sum(
        after.isupper() and before.lower() not in _ABBREVIATIONS
        for before, after in _SENTENCE_END.findall(line)
    )
