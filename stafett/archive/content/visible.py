"""Words made fit for XML: what XML cannot hold is replaced by a mark that can be seen, and counted."""

import re

MARK = "\ufffd"
# XML 1.0, production 2 (Char): everything else may not stand in a document, escaped or not.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def visible(text: str) -> str:
    """The text with every character that XML forbids replaced by U+FFFD, one for one."""
    return _FORBIDDEN.sub(MARK, text)


def replaced_in(*texts: str) -> int:
    """How many characters of these `visible` would replace."""
    return sum(len(_FORBIDDEN.findall(text)) for text in texts)


def note_of(count: int) -> str:
    """The sentence that stands with a text where something was replaced; empty when nothing was."""
    return f"{count} tegn kan ikke stå i XML og er byttet med {MARK}." if count else ""
