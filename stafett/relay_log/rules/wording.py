"""Reading what people write: whether there is anything, and how many sentences."""

from itertools import pairwise

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
_ENDS, _CLOSERS, _OPENERS = ".!?…", "\"'»)", "\"'«("


def is_blank(text: str) -> bool:
    """Nothing but spaces counts as nothing written. Source: ours."""
    return not text.strip()


def sentence_count(text: str) -> int:
    """How many sentences a text seems to have; a line of its own counts as one, and no text is none.

    Source: ours, for the hint of S003-61 that a goal is one sentence.
    """
    lines = [line.split() for line in text.splitlines() if not is_blank(line)]
    return len(lines) + sum(
        _ends_between(before, after) for words in lines for before, after in pairwise(words)
    )


def _ends_between(before: str, after: str) -> bool:
    last = before.rstrip(_CLOSERS)
    ends = last.endswith(tuple(_ENDS)) and last.rstrip(_ENDS).lower() not in _ABBREVIATIONS
    return ends and after.lstrip(_OPENERS)[:1].isupper()
