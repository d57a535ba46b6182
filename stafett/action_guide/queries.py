"""What the guide's pages ask for: the municipality in an address, and what a search finds. The search asks no database."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from stafett.action_guide.content import library
from stafett.action_guide.enums import LANGUAGES
from stafett.action_guide.models import Contact
from stafett.action_guide.rules import search, whereabouts
from stafett.register import directory
from stafett.register.tenancy import within

TITLE, SUMMARY, TEXT = 16.0, 2.0, 1.0
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


def contacts(guide: library.Guide, municipality_id: UUID | None) -> list[dict]:
    """Whom to ring: the municipality's own numbers where it has set them, else the nation's. Source: L-32."""
    own = {}
    if municipality_id:
        with within(municipality_id):
            own = {contact.kind: contact for contact in Contact.objects.all()}
    return [_own_first(contact, own.get(contact["key"])) for contact in guide.exit["contact"]]


def _own_first(national, own):
    return national | {"name": own.name, "number": own.phone, "text": own.note} if own else national


def step_that_helps(*, level: int, next_kind: str, language: str) -> library.Step:
    """The step of the guide that helps with what comes next in a log. Source: S003-02, W-08."""
    guide = library.guide(language if language in LANGUAGES else LANGUAGES[0])
    return guide.step(str(level), whereabouts.step_for(level=level, next_kind=next_kind))


def found(asked: str, language: str) -> list[Found]:
    """What the guide answers, best first, in the reader's language; questions are read in both. Source: S003-02."""
    index = _index()
    asked = asked[:LONGEST_QUESTION]
    roots = {root for word in search.words_of(asked) for root in search.meant_by(index, word)}
    return [_answer(key, language, roots, index.partners) for key in search.find(index, asked)]


@cache
def _index():
    pages: dict[str, list[tuple[str, float]]] = {}
    for language in LANGUAGES:
        for key, texts in _texts(language).items():
            pages.setdefault(key, []).extend(texts)
    return search.build(
        [search.Page(key, tuple(texts)) for key, texts in pages.items()], library.word_pairs()
    )


@cache
def _texts(language):
    """Each page that can be found, with its texts and their weight."""
    guide = library.guide(language)
    texts = {
        f"step {step.level} {step.key}": [(step.title, TITLE), (step.what, SUMMARY), *_rest(step), (level.name, TEXT)]
        for level in guide.levels
        for step in level.steps
    }  # fmt: skip
    for key, sheet in library.sheets(language).items():
        texts[f"sheet {key}"] = [(sheet["title"], TITLE), (sheet["lead"], SUMMARY), *_blocks(sheet)]
    points = [(point, TEXT) for part in guide.exit["part"] for point in (part["title"], *part["points"])]
    contacts = [(f"{each['name']} {each['number']}", SUMMARY) for each in guide.exit["contact"]]
    texts["exit"] = [(guide.exit["title"], TITLE), (guide.exit["lead"], SUMMARY), *points, *contacts]
    return texts


def _rest(step):
    notices = [f"{notice.title} {notice.text}" for notice in step.notices]
    outcomes = [outcome.text for outcome in step.outcomes]
    tools = [tool.title for tool in step.tools]
    return [(text, TEXT) for text in (*step.how, *step.who, step.deadline, *outcomes, *tools, *notices)]


def _blocks(sheet):
    for block in sheet["block"]:
        yield block["title"], SUMMARY
        for text in (block.get("hint", ""), *block.get("points", ()), *block.get("options", ())):
            yield text, TEXT


def _answer(key, language, roots, partners):
    guide = library.guide(language)
    kind, *where = key.split(" ")
    texts = [text for text, _weight in _texts(language)[key][1:]]
    words = search.best_sentence(texts, lambda word: search.root_of(word, partners) in roots)
    if kind == "step":
        step = guide.step(*where)
        return Found(kind, step.title, guide.level(step.level), step, "", words)
    if kind == "sheet":
        return Found(kind, library.sheets(language)[where[0]]["title"], None, None, where[0], words)
    return Found(kind, guide.exit["title"], None, None, "", words)
