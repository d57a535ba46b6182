"""The guide as it is read: the starter guide or a municipality's own edition, in both languages, with its search index.

An edition that is published never changes, so its book is kept in memory under its id. Which edition holds is asked each
time, in one question that brings the parts only when they are not known.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from threading import Lock
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import Case, JSONField, OuterRef, Value, When
from django.db.models.functions import Cast, JSONObject

from stafett.action_guide.content import library, parts
from stafett.action_guide.content.parts import Part
from stafett.action_guide.enums import LANGUAGES, READABLE, EditionState
from stafett.action_guide.models import Contact, GuideEdition, GuidePart
from stafett.action_guide.rules import search, writing
from stafett.register.tenancy import within

TITLE, SUMMARY, TEXT = 16.0, 2.0, 1.0
PART_FIELDS = (
    "kind",
    "level",
    "key",
    "words",
    "tools",
    "notices",
    "outcomes",
    "is_hidden",
    "leads_to",
    "images",
)
_KEPT = 300
_ROWS = ArrayField(JSONField())


@dataclass(frozen=True)
class Book:
    """A guide in both languages. `number`: of the municipality's edition, 0 for the starter guide."""

    guides: dict[str, library.Guide]
    number: int = 0

    def guide(self, language: str) -> library.Guide:
        """The guide in "nb" or "nn"."""
        return self.guides[language]

    @cached_property
    def texts(self) -> dict[str, dict[str, list[tuple[str, float]]]]:
        """Language -> page -> its texts and their weights; the first is the title."""
        return {language: _texts(guide) for language, guide in self.guides.items()}

    @cached_property
    def index(self) -> search.Index:
        """Every page by the words of both languages (ADR 0020)."""
        pages: dict[str, list[tuple[str, float]]] = {}
        for texts in self.texts.values():
            for key, said in texts.items():
                pages.setdefault(key, []).extend(said)
        return search.build(
            [search.Page(key, tuple(said)) for key, said in pages.items()], library.word_pairs()
        )


@cache
def starter() -> Book:
    """The guide that a municipality has until it publishes its own."""
    return Book({language: library.guide(language) for language in LANGUAGES})


def book_of(
    municipality_id: UUID | None, *, number: int | None = None, also: Callable[[], Any] | None = None
) -> tuple[Book | None, Any]:
    """The municipality's guide as it holds now, or an edition that has held; None for a number that nobody has read.

    `also` is asked in the same visit to the database, and its answer is the second of the pair. Without a municipality it is
    the starter guide, and nothing is asked. Source: S004-08, W-26, ADR 0028.
    """
    if municipality_id is None:
        return (starter() if number is None else None), None
    with within(municipality_id):
        return _book(number), also() if also else None


def own_numbers() -> dict[str, Contact]:
    """The municipality's own numbers by their kind. Source: L-32."""
    return {contact.kind: contact for contact in Contact.objects.all()}


def readable_editions() -> list[GuideEdition]:
    """The editions that hold or have held, newest first. No names of people. Source: S004-08, W-26."""
    rows = GuideEdition.objects.filter(state__in=READABLE).order_by("-number")
    return list(rows.only("id", "number", "state", "published_on"))


def parts_of(edition: GuideEdition) -> list[Part]:
    """An edition's parts in order, as plain values."""
    return [Part(**row) for row in in_order(edition.parts).values(*PART_FIELDS)]


def in_order(rows):
    """Parts as they follow each other: the front, then each level with its steps."""
    return rows.order_by("level", "position", "id")


def guides_of(found: list[Part], *, number: int, published_on: date) -> dict[str, library.Guide]:
    """The guide made of parts, in each language."""
    return {
        language: parts.guide_of(found, language, number=number, published_on=published_on)
        for language in LANGUAGES
    }


def book_in_work(edition: GuideEdition, *, today: date) -> Book:
    """An edition as its readers will see it, made anew each time: it may change. Must run within its municipality."""
    found = parts_of(edition)
    return Book(
        guides_of(found, number=edition.number, published_on=edition.published_on or today), edition.number
    )


def _book(number):
    wanted = (
        {"state": EditionState.PUBLISHED} if number is None else {"number": number, "state__in": READABLE}
    )
    edition = GuideEdition.objects.filter(**wanted).annotate(found=_parts_unless(_shelf.known())).first()
    if edition is None:
        return starter() if number is None else None
    if edition.found is None:
        return _shelf.get(edition)
    return _shelf.put(edition, [Part(**row) for row in edition.found])


def _parts_unless(known):
    """The parts of an edition as one array, or null where its book is at hand."""
    rows = in_order(GuidePart.objects.filter(edition=OuterRef("pk")))
    made = ArraySubquery(rows.values(found=JSONObject(**{name: name for name in PART_FIELDS})))
    return Case(When(pk__in=known, then=Cast(Value(None), _ROWS)), default=made, output_field=_ROWS)


class _Shelf:
    """The books at hand, the least used put away first."""

    def __init__(self):
        self._books, self._lock = OrderedDict(), Lock()

    def known(self):
        with self._lock:
            return list(self._books)

    def get(self, edition):
        with self._lock:
            if edition.pk in self._books:
                self._books.move_to_end(edition.pk)
                return self._books[edition.pk]
        return self.put(edition, parts_of(edition))  # put away by another thread just now

    def put(self, edition, found):
        guides = guides_of(found, number=edition.number, published_on=edition.published_on)
        book = Book(guides, edition.number)
        with self._lock:
            self._books[edition.pk] = book
            while len(self._books) > _KEPT:
                self._books.popitem(last=False)
        return book


_shelf = _Shelf()


def _texts(guide):
    """Each page that can be found, with its texts and their weight."""
    texts = {
        f"step {step.level} {step.key}": [(step.title, TITLE), (step.what, SUMMARY), *_rest(step), (level.name, TEXT)]
        for level in guide.levels
        for step in level.steps
    }  # fmt: skip
    for key, sheet in library.sheets(guide.language).items():
        texts[f"sheet {key}"] = [(sheet["title"], TITLE), (sheet["lead"], SUMMARY), *_blocks(sheet)]
    points = [(point, TEXT) for part in guide.exit["part"] for point in (part["title"], *part["points"])]
    contacts = [(f"{each['name']} {each['number']}", SUMMARY) for each in guide.exit["contact"]]
    texts["exit"] = [(guide.exit["title"], TITLE), (guide.exit["lead"], SUMMARY), *points, *contacts]
    return texts


def _rest(step):
    notices = [f"{notice.title} {notice.text}" for notice in step.notices]
    outcomes = [outcome.text for outcome in step.outcomes]
    tools = [tool.title for tool in step.tools]
    more = [writing.words(step.more)] if step.more else []
    shown = [image.alt for image in step.images]
    said = (*step.how, *step.who, step.deadline, *outcomes, *tools, *notices, *more, *shown)
    return [(text, TEXT) for text in said]


def _blocks(sheet):
    for block in sheet["block"]:
        yield block["title"], SUMMARY
        for text in (block.get("hint", ""), *block.get("points", ()), *block.get("options", ())):
            yield text, TEXT
