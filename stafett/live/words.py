"""Words under way, whatever kind of meeting they are written in: what becomes of them when two write in the same field."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """What becomes of words that are to be saved."""

    SAVED = "saved"
    AS_BEFORE = "as_before"
    CLASH = "clash"


@dataclass(frozen=True)
class Words:
    """Words in a field, and how many times they have been saved: 0 when the field is empty and untouched."""

    text: str = ""
    version: int = 0


def settle(stored: Words, *, text: str, seen: int) -> Outcome:
    """Words are saved over what their writer has seen, and never over anything else.

    `seen` is the version that stood in the field when the writer began. The same words twice are one and the same.
    Source: design 4.9, ADR 0025.
    """
    if text == stored.text:
        return Outcome.AS_BEFORE
    return Outcome.SAVED if seen == stored.version else Outcome.CLASH


def both(theirs: str, mine: str) -> str:
    """The two texts as one to begin from: nothing that either wrote is missing. Source: design 4.9, ADR 0025."""
    if mine.strip() in theirs:
        return theirs
    if theirs.strip() in mine:
        return mine
    return f"{theirs.rstrip()}\n{mine.lstrip()}"


def lines_of(text: str) -> list[str]:
    """One thing on each line, blank lines and repetitions left out. Source: S001-23, S002-22; ours for the lines."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
