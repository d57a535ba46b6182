"""What people type, made safe to keep: one spelling of each letter, and no characters that hide or break.

Cleaning keeps every letter, sign and emoji, never raises, and cleaning twice is the same as cleaning once.
What is left can be stored by PostgreSQL and written in XML 1.0.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Controls other than tab and newline, unpaired surrogates and non-characters cannot be stored or archived.
# Bidirectional overrides make a text read as something else; zero-width spaces make two equal texts differ.
# The joiners U+200C and U+200D stay: emoji, Persian and Indian scripts are written with them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff]"
)
_SPACES = " \t\n\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f"  # invisible, and without meaning at an edge
_EDGES = _SPACES + _JOINERS_AND_MARKS


def clean_line(text: str) -> str:
    """One line: as `clean_text`, with every run of spaces, tabs and line ends made one space."""
    return " ".join(clean_text(text).split())


def clean_text(text: str) -> str:
    """Text in paragraphs: NFC, line ends as newline, invisible and control characters gone, edges trimmed."""
    visible = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", visible).strip(_EDGES)


def length(text: str) -> int:
    """How long `text` is to the person who wrote it: code points after NFC, as PostgreSQL counts.

    An accented letter counts one. An emoji joined from several counts each of its parts.
    """
    return len(unicodedata.normalize("NFC", text))
