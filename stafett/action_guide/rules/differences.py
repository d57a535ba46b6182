"""What has changed between two texts, word by word, so that it can be read side by side."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, ADDED = "same", "removed", "added"
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """Some words in a row with the same fate: same, removed or added."""

    kind: str
    text: str


def between(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order: those not added are `before`, those not removed are `after`. Source: S004-08."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    removed = added = ""
    for how, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes():
        gone, come = "".join(old[first:last]), "".join(new[start:end])
        if how == "equal" and (gone.strip() or not (removed or added)):
            pieces += [*_changed(removed, added), Piece(SAME, gone)]
            removed = added = ""
        else:  # a space between two changes goes with them, so that they are read as one
            removed, added = removed + gone, added + come
    return (*pieces, *_changed(removed, added))


def _changed(removed: str, added: str) -> list[Piece]:
    found = (Piece(REMOVED, removed), Piece(ADDED, added))
    return [piece for piece in found if piece.text]
