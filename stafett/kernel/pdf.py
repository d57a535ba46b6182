"""Documents as PDF: an accessible archive file (PDF/A-2a and PDF/UA-1 at once) made from plain words. ADR 0038.

What people wrote enters as data and is never read as markup. The same document gives the same bytes.
"""

import base64
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FONTS = Path(__file__).resolve().parents[2] / "build" / "fonts"
TEMPLATE = Path(__file__).with_suffix(".typ")
FAMILIES = ("Inter", "Noto Sans", "Noto Sans Arabic", "Noto Emoji")
STANDARDS = ["a-2a", "ua-1"]
PLACEHOLDER = "□"  # stands for a character that no font of ours can draw
LONGEST = 1_000_000  # characters in one document; beyond it nobody reads, and memory would set the limit

_WORDS = {
    "nb": ("Side", "av", "Noen tegn kan ikke vises på papir. Der står □ i stedet."),
    "nn": ("Side", "av", "Nokre teikn kan ikkje visast på papir. Der står □ i staden."),
    "en": ("Page", "of", "Some characters cannot be shown on paper. There you see □ instead."),
}
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"  # say how others are drawn, and draw nothing


_LONG_RUN = re.compile(r"\S{60}(?=\S)")
_MAY_BREAK = "\u200b"


class CannotTypeset(Exception):
    """The typesetter gave up on a document it should have managed; the message is its own, without people's words."""


class TooLong(ValueError):
    """The document has more than `LONGEST` characters."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the largest below the document's title."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running words; a line break stays a line break."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Labels and what they are: (label, value), in order."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption and a header row; `widths` are shares, one a column, equal when left out."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """A picture (`kind` svg, png, jpeg or webp) with what it shows in words; `width` in per cent of the column.

    `size` is (width, height) in pixels, needed for all but svg.
    """

    content: bytes
    kind: str
    alt: str
    width: int = 100
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Facts | Table | Drawing | PageBreak


@dataclass(frozen=True)
class Document:
    """What a PDF holds. `language` is nb, nn or en; `footer` stands on every page, the title when left out."""

    title: str
    language: str
    made_on: date
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    author: str = "Stafett"
    footer: str = ""
    landscape: bool = False


def typeset(document: Document) -> bytes:
    """The document as one PDF file, valid as PDF/A-2a and PDF/UA-1.

    Raises TooLong; ValueError for a picture without words; CannotTypeset. Source: compliance PDF-01..05.
    """
    told = _Told(document)
    try:
        return _compiled(told.files(), document.made_on)
    except CannotTypeset:
        # Some clusters (a letter with a mark from another script) are in no single font: draw the plain ones only.
        return _compiled(_Told(document, plain=True).files(), document.made_on)


@dataclass
class _Told:
    """One document on its way to the typesetter: every word passed through `say`, pictures as files beside."""

    document: Document
    plain: bool = False
    length: int = 0
    has_replaced: bool = False
    pictures: dict[str, bytes] = field(default_factory=dict)

    def files(self) -> dict[str, bytes]:
        document = self.document
        page, of, note = _WORDS.get(document.language, _WORDS["nb"])
        blocks = list(self._blocks())
        told = {
            "title": self.say(document.title).replace("\n", " ").strip() or PLACEHOLDER,
            "subtitle": self.say(document.subtitle),
            "author": self.say(document.author),
            "footer": self.say(document.footer or document.title),
            "lang": document.language,
            "fonts": FAMILIES,
            "landscape": document.landscape,
            "words": {"page": page, "of": of},
            "blocks": blocks,
        }
        if self.has_replaced:
            blocks.append({"kind": "paragraph", "text": note})
        return {
            "main.typ": TEMPLATE.read_bytes(),
            "document.json": json.dumps(told, ensure_ascii=False).encode(),
            **self.pictures,
        }

    def say(self, words: str) -> str:
        self.length += len(words)
        if self.length > LONGEST:
            raise TooLong(f"more than {LONGEST} characters")
        drawable = _characters()[0] if self.plain else _characters()[1]
        kept = [_drawn(character, drawable) for character in words.replace("\r\n", "\n").replace("\r", "\n")]
        self.has_replaced = self.has_replaced or PLACEHOLDER in kept
        return _LONG_RUN.sub(lambda run: run[0] + _MAY_BREAK, "".join(kept))  # no word leaves the page

    def _blocks(self) -> Iterable[dict[str, object]]:
        level = 1
        for block in self.document.blocks:
            if isinstance(block, Heading):
                level = max(
                    2, min(block.level + 1, level + 1, 6)
                )  # a level skipped is a fault to a screen reader
                yield {"kind": "heading", "level": level, "text": self.say(block.text) or PLACEHOLDER}
            else:
                yield self._told(block)

    def _told(self, block: Block) -> dict[str, object]:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "text": self.say(block.text)}
            case Bullets():
                return {"kind": "bullets", "items": [self.say(item) for item in block.items]}
            case Facts():
                return {"kind": "facts", "rows": [[self.say(cell) for cell in row] for row in block.rows]}
            case Table():
                return self._table(block)
            case Drawing():
                return self._drawing(block)
            case _:
                return {"kind": "page"}

    def _table(self, block: Table) -> dict[str, object]:
        return {
            "kind": "table",
            "caption": self.say(block.caption),
            "header": [self.say(cell) for cell in block.header],
            "rows": [[self.say(cell) for cell in row] for row in block.rows],
            "widths": block.widths or (1,) * len(block.header),
        }

    def _drawing(self, block: Drawing) -> dict[str, object]:
        if not block.alt.strip():
            raise ValueError("a picture needs words for those who do not see it")
        name = f"picture{len(self.pictures)}.svg"
        self.pictures[name] = block.content if block.kind == "svg" else _inside_svg(block)
        return {"kind": "drawing", "file": name, "alt": self.say(block.alt), "width": block.width}


def _inside_svg(block: Drawing) -> bytes:
    """A bitmap inside a drawing: the typesetter takes its files as text alone."""
    size = f'width="{block.size[0]}" height="{block.size[1]}"'
    content = base64.b64encode(block.content).decode()
    image = f'<image {size} href="data:image/{block.kind};base64,{content}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{image}</svg>'.encode()


def _drawn(character: str, drawable: frozenset[str]) -> str:
    if character in drawable or character == "\n":
        return character
    if character in "\t\u2028\u2029\u00a0\u202f":
        return " "
    return "" if character in _JOINERS else PLACEHOLDER


def _compiled(files: dict[str, bytes], made_on: date) -> bytes:
    made = datetime.combine(made_on, time(12), tzinfo=UTC)
    options: Any = {"font_paths": [str(FONTS)], "ignore_system_fonts": True, "pdf_standards": STANDARDS}
    try:
        file: bytes = typst.compile(files, timestamp=int(made.timestamp()), **options)
        return file
    except typst.TypstError as fault:
        raise CannotTypeset(type(fault).__name__) from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # what the typesetter throws when it breaks inside
            raise
        raise CannotTypeset("PanicException") from None


@cache
def _characters() -> tuple[frozenset[str], frozenset[str]]:
    """What the first font draws, and what any of them draws. Joiners and controls are left to `_drawn`, and the private
    areas, where a font may keep shapes of its own, are not allowed in PDF/A."""
    first: frozenset[str] = frozenset()
    every: set[str] = set()
    for family in FAMILIES:
        path = FONTS / f"{family.replace(' ', '')}-Regular.ttf"
        with TTFont(path, lazy=True) as font:
            drawn = {chr(code) for code in font.getBestCmap() if code >= 0x20}
            drawn = {each for each in drawn if each not in _JOINERS and unicodedata.category(each) != "Co"}
        first = first or frozenset(drawn)
        every |= drawn
    return first, frozenset(every)
