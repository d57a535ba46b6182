"""What the guide's pages ask for: the municipality in an address, whom to ring, and what a search finds."""

from collections.abc import Mapping
from dataclasses import dataclass

from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES
from stafett.action_guide.queries.books import (
    Book,
    book_in_work,
    book_of,
    own_numbers,
    readable_editions,
    starter,
)
from stafett.action_guide.rules import search, whereabouts
from stafett.register import directory

__all__ = [
    "LONGEST_QUESTION", "Book", "Found", "answering", "book_in_work", "book_of", "found", "municipality_called", "own_numbers", "readable_editions",
    "starter", "step_that_helps", "whom_to_ring",
]  # fmt: skip
LONGEST_QUESTION = 100


@dataclass(frozen=True)
class Found:
    """One answer to a search: its page (`kind` is step, sheet or exit), where it stands, and the words that answered."""

    kind: str
    title: str
    level: library.Level | None
    step: library.Step | None
    sheet: str
    words: str


def municipality_called(slug: str):
    """The municipality whose short name stands in an address, or None. One question to the database."""
    return directory.municipality_called(slug)


def whom_to_ring(guide: library.Guide, own: dict | None) -> list[dict]:
    """Whom to ring: the municipality's own numbers (`own`, by kind) where it has set them, else the nation's. Source: L-32."""
    return [_own_first(contact, (own or {}).get(contact["key"])) for contact in guide.exit["contact"]]


def _own_first(national, own):
    return national | {"name": own.name, "number": own.phone, "text": own.note} if own else national


def step_that_helps(*, level: int, next_kind: str, language: str) -> library.Step:
    """The step of the guide that helps with what comes next in a log. Source: S003-02, W-08."""
    guide = library.guide(language if language in LANGUAGES else LANGUAGES[0])
    return guide.step(str(level), whereabouts.step_for(level=level, next_kind=next_kind))


def found(asked: str, language: str, book: Book | None = None) -> list[Found]:
    """What the guide answers, best first, in the reader's language; questions are read in both. Source: S003-02."""
    book = book or starter()
    asked = asked[:LONGEST_QUESTION]
    roots = {root for word in search.words_of(asked) for root in search.meant_by(book.index, word)}
    return [_answer(key, book, language, roots) for key in search.find(book.index, asked)]


def answering(texts: Mapping[str, str], asked: str) -> set[str]:
    """Keys of the texts that hold every word asked for, read as the guide reads: bokmål finds nynorsk and the other way,
    and slips are forgiven. For short texts that are not the guide's own. Source: S003-02, S003-13."""
    pages = [search.Page(key, ((text, 1.0),)) for key, text in texts.items()]
    return search.holding(search.build(pages, library.word_pairs()), asked[:LONGEST_QUESTION])


def _answer(key, book, language, roots):
    guide, partners = book.guide(language), book.index.partners
    kind, *where = key.split(" ")
    texts = [text for text, _weight in book.texts[language][key][1:]]
    words = search.best_sentence(texts, lambda word: search.root_of(word, partners) in roots)
    if kind == "step":
        step = guide.step(*where)
        return Found(kind, step.title, guide.level(step.level), step, "", words)
    if kind == "sheet":
        return Found(kind, library.sheets(language)[where[0]]["title"], None, None, where[0], words)
    return Found(kind, guide.exit["title"], None, None, "", words)
