"""Words with headings, lists, emphasis and links, read into a small tree of plain values.

No HTML is made here or anywhere from what somebody has written: the templates write the tags, and every word of the tree
is escaped like any other. What Markdown has beyond this (HTML, pictures, code, tables) stays as the letters it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

# The only kinds there are, by the token that begins them.
_BLOCKS = {
    "paragraph_open": "paragraph",
    "bullet_list_open": "bullets",
    "ordered_list_open": "numbers",
    "list_item_open": "item",
    "strong_open": "strong",
    "em_open": "em",
}
_SMALL_HEADINGS = {"h4", "h5", "h6"}  # the page has its own h1 and h2, so a text begins at h3
_INSIDE = re.compile(
    r"(?:niva-(?P<level>[0-3])/(?:(?P<step>[a-z][-a-z]*)/)?|ark/(?P<sheet>[a-z][-a-z]*)/|vold-og-overgrep/)"
)
_PICTURE = re.compile(r"!\[[^\]]*\]\(")
_HOST = re.compile(r"[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?\.[a-z]{2,}", re.IGNORECASE)


@dataclass(frozen=True)
class Node:
    """A piece of a text. `kind`: paragraph, heading3, heading4, bullets, numbers, item, strong, em, link, break or text."""

    kind: str
    text: str = ""
    href: str = ""
    children: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Inside:
    """A page of the guide that a link points to: the exit when all is empty."""

    level: str = ""
    step: str = ""
    sheet: str = ""


def read(text: str) -> tuple[Node, ...]:
    """The text as a tree. Anything can be read; a link that may not be followed is its words alone. Source: issue D 5."""
    return _gather(iter(_reader().parse(text)))


def words(nodes: tuple[Node, ...]) -> str:
    """The tree's words in a row, for search."""
    return " ".join(node.text or words(node.children) for node in nodes if node.kind != "break")


def links(text: str) -> tuple[str, ...]:
    """The address of every link in the text, as it was written."""
    return tuple(_addresses(_reader().parse(text)))


def has_picture(text: str) -> bool:
    """Whether the text tries to show a picture."""
    return _PICTURE.search(text) is not None


def inside(address: str) -> Inside | None:
    """The page of the guide a link points to, from `niva-1/evaluer/`, `ark/skala/` or `vold-og-overgrep/`; else None."""
    found = _INSIDE.fullmatch(address)
    return Inside(**{name: value or "" for name, value in found.groupdict().items()}) if found else None


def may_be_followed(address: str) -> bool:
    """Whether a link leads to a page of the guide or over https to a named host: no other scheme, no user, no port."""
    if inside(address):
        return True
    try:
        parts = urlsplit(address)
        plain = parts.scheme == "https" and parts.port is None and "@" not in parts.netloc
    except ValueError:
        return False
    return plain and _HOST.fullmatch(parts.netloc) is not None


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"maxNesting": 12}).enable(
        ["heading", "list", "emphasis", "link", "newline", "escape"]
    )
    # every address is read as a link, so that it can be judged here and refused with a sentence
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    return reader


def _gather(tokens: Iterator[Token]) -> tuple[Node, ...]:
    """The nodes up to the token that closes the one they are in."""
    nodes: list[Node] = []
    for token in tokens:
        if token.nesting < 0:
            break
        if token.type == "inline":
            nodes += _gather(iter(token.children or ()))
        elif token.nesting > 0:
            nodes += _opened(token, _gather(tokens))
        elif token.type in ("softbreak", "hardbreak"):
            nodes.append(Node("break"))
        else:
            nodes.append(Node("text", text=token.content))
    return tuple(nodes)


def _opened(token: Token, children: tuple[Node, ...]) -> tuple[Node, ...]:
    if token.type == "heading_open":
        return (Node("heading4" if token.tag in _SMALL_HEADINGS else "heading3", children=children),)
    if token.type == "link_open":
        address = str(token.attrs.get("href", ""))
        return (Node("link", href=address, children=children),) if may_be_followed(address) else children
    return (Node(_BLOCKS[token.type], children=children),) if token.type in _BLOCKS else children


def _addresses(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            yield str(token.attrs.get("href", ""))
        yield from _addresses(token.children or [])
