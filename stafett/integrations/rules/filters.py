"""The filters and paths of SCIM (RFC 7644 3.4.2.2, 3.5.2), read into plain values. A fault says what is wrong, never 500."""

import json
import re
from dataclasses import dataclass
from math import isfinite

from stafett.kernel.protocol import Fault

LONGEST, DEEPEST = 2000, 20
OPERATORS = ("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le")
_TOKEN = re.compile(
    r'\s*(?:(?P<string>"(?:[^"\\]|\\.)*")|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w:.$-]))'
    r"|(?P<word>[A-Za-z$][\w:.$-]*)|(?P<mark>[()\[\]])|(?P<dot>\.[A-Za-z$][\w$-]*))",
    re.ASCII,
)
_NAME = re.compile(r"[A-Za-z$][\w$-]*", re.ASCII)


@dataclass(frozen=True)
class Path:
    """An attribute: the URN of its schema (empty: the core one), its name and the name inside it, all in small letters."""

    name: str
    sub: str = ""
    schema: str = ""


@dataclass(frozen=True)
class Compare:
    """`path op value`; the value is text, number, truth or nothing."""

    path: Path
    op: str
    value: object


@dataclass(frozen=True)
class Present:
    """`path pr`."""

    path: Path


@dataclass(frozen=True)
class Not:
    """`not (…)`."""

    part: object


@dataclass(frozen=True)
class Both:
    """`… and …`, in the order they stand."""

    parts: tuple


@dataclass(frozen=True)
class Either:
    """`… or …`, in the order they stand."""

    parts: tuple


@dataclass(frozen=True)
class Inside:
    """`path[…]`: the filter holds of one and the same element."""

    path: Path
    part: object


@dataclass(frozen=True)
class Target:
    """Where a change goes: an attribute, of which elements (a filter or None), and what inside those."""

    path: Path
    only: object = None
    sub: str = ""


def parse_filter(text: str):
    """A filter as nested values of this module. Raises Fault 400 invalidFilter."""
    reader = _Reader(text, code="invalidFilter")
    found = reader.either(0)
    reader.end()
    return found


def parse_target(text: str) -> Target:
    """The path of a change: `attribute`, `attribute.sub`, `attribute[filter]` or `attribute[filter].sub`.

    Raises Fault 400 invalidPath.
    """
    reader = _Reader(text, code="invalidPath")
    path = reader.path()
    only, sub = None, ""
    if reader.takes("["):
        only = reader.either(1)
        reader.need("]")
        sub = reader.inside()
    reader.end()
    return Target(path, only, sub)


def parse_path(text: str, *, code: str = "invalidPath") -> Path:
    """One attribute path. Raises Fault 400 with the code."""
    reader = _Reader(text, code=code)
    path = reader.path()
    reader.end()
    return path


def written(node) -> str:
    """A filter as text again; reading it gives the same values."""
    match node:
        case Compare(path, op, value):
            return f"{_path_text(path)} {op} {json.dumps(value)}"
        case Present(path):
            return f"{_path_text(path)} pr"
        case Not(part):
            return f"not ({written(part)})"
        case Both(parts):
            return " and ".join(f"({written(part)})" for part in parts)
        case Either(parts):
            return " or ".join(f"({written(part)})" for part in parts)
        case Inside(path, part):
            return f"{_path_text(path)}[{written(part)}]"
    raise TypeError(node)


def path_of(text: str, *, code: str) -> Path:
    """The attribute a word names; the schema's URN ends at the last colon. Raises Fault 400 with the code."""
    schema, colon, rest = text.rpartition(":")
    if colon and not schema.lower().startswith("urn:"):
        raise Fault(400, "An attribute is not written like that.", code=code)
    name, _dot, sub = rest.partition(".")
    if not _NAME.fullmatch(name) or (_dot and not _NAME.fullmatch(sub)):
        raise Fault(400, "An attribute is not written like that.", code=code)
    return Path(name.lower(), sub.lower(), schema.lower())


class _Reader:
    """Reads words one after another, by the grammar: or, and, not and brackets, comparison."""

    def __init__(self, text, *, code):
        self.code = code
        if not isinstance(text, str) or not text.strip() or len(text) > LONGEST or "\0" in text:
            raise self.fault()
        self.tokens, self.at = list(self._split(text)), 0

    def _split(self, text):
        place, text = 0, text.rstrip()
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise self.fault()
            yield found.lastgroup, found.group(found.lastgroup)
            place = found.end()

    def either(self, depth):
        return self._joined("or", Either, self.both, depth)

    def both(self, depth):
        return self._joined("and", Both, self.one, depth)

    def _joined(self, word, kind, reads, depth):
        parts = [reads(depth)]
        while self.takes_word(word):
            parts.append(reads(depth))
        return parts[0] if len(parts) == 1 else kind(tuple(parts))

    def one(self, depth):
        if depth > DEEPEST:
            raise self.fault()
        if self.takes_word("not"):
            self.need("(")
            return Not(self._closed(depth))
        if self.takes("("):
            return self._closed(depth)
        path = self.path()
        if self.takes("["):
            part = self.either(depth + 1)
            self.need("]")
            sub = self.inside()  # as Entra ID asks: emails[type eq "work"].value eq "…"
            return Inside(path, Both((part, self._compared(Path(sub)))) if sub else part)
        return self._compared(path)

    def _closed(self, depth):
        inner = self.either(depth + 1)
        self.need(")")
        return inner

    def _compared(self, path):
        kind, word = self.take()
        op = word.lower() if kind == "word" else ""
        if op == "pr":
            return Present(path)
        if op not in OPERATORS:
            raise self.fault()
        return Compare(path, op, self._value())

    def _value(self):
        kind, word = self.take()
        literals = {"true": True, "false": False, "null": None}
        if kind == "word" and word.lower() in literals:
            return literals[word.lower()]
        if kind not in ("string", "number"):
            raise self.fault()
        try:
            value = json.loads(word)
        except ValueError:
            raise self.fault() from None
        if isinstance(value, float) and not isfinite(value):
            raise self.fault()
        return value

    def path(self):
        kind, word = self.take()
        if kind != "word":
            raise self.fault()
        return path_of(word, code=self.code)

    def inside(self):
        """The name in `.name`, in small letters; empty when nothing is left."""
        kind, word = self.peek()
        if kind != "dot":
            return ""
        self.at += 1
        return word[1:].lower()

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def takes(self, mark):
        is_it = self.peek() == ("mark", mark)
        self.at += is_it
        return is_it

    def takes_word(self, word):
        kind, found = self.peek()
        is_it = kind == "word" and found.lower() == word
        self.at += is_it
        return is_it

    def need(self, mark):
        if not self.takes(mark):
            raise self.fault()

    def end(self):
        if self.at != len(self.tokens):
            raise self.fault()

    def fault(self):
        return Fault(400, "The filter or path cannot be read.", code=self.code)


def _path_text(path):
    return f"{path.schema}:" * bool(path.schema) + path.name + f".{path.sub}" * bool(path.sub)
