"""Finding the place in the guide that somebody asks for: bokmål finds nynorsk and the other way, misspellings forgiven.

A page is known by the words of both languages. A word is known by its root: its partner in the other language, with the
common endings away. A word that nobody has written is taken for the known ones it is most like, three letters at a time.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

ALIKE = 0.42  # Dice's measure over groups of three letters: one slip in a word of six letters is above it
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    "ingane", "ingene", "ingen", "inga", "heten", "leiken", "ande", "ende", "arane", "erne", "ane", "ene", "ing",
    "ar", "er", "en", "et", "te", "de", "a", "e", "t", "n", "r", "s",
)  # fmt: skip
_SHORTEST_ROOT = 3


@dataclass(frozen=True)
class Page:
    """Something that can be found: its key, and its words with their weight (a title weighs more than a text)."""

    key: str
    texts: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Index:
    """What `build` makes of the pages: for each root, how much it weighs on each page."""

    partners: dict[str, str]
    weights: dict[str, dict[str, float]]
    pages: int
    letters: dict[str, frozenset[str]] = field(default_factory=dict)


def find(index: Index, asked: str, *, most: int = 12) -> list[str]:
    """Keys of the pages that answer `asked`, best first; nothing asked finds nothing.

    A page that holds more of the words asked for comes before one that holds fewer; rare words weigh more than common ones.
    Source: S003-02; ours for the order.
    """
    wanted = [meant_by(index, word) for word in dict.fromkeys(words_of(asked))]
    scores: dict[str, float] = {}
    for likely in wanted:
        best: dict[str, float] = {}
        for root, likeness in likely.items():
            rarity = math.log(1 + index.pages / len(index.weights[root]))
            for key, weight in index.weights[root].items():
                best[key] = max(best.get(key, 0.0), likeness * rarity * math.sqrt(weight))
        for key, score in best.items():
            scores[key] = (
                scores.get(key, 0.0) + score + 10
            )  # one more of the words beats any weight of the others
    return [key for key, _score in sorted(scores.items(), key=lambda each: (-each[1], each[0]))][:most]


def holding(index: Index, asked: str) -> set[str]:
    """Keys of the pages that hold every word asked for, each as what it may stand for; nothing asked finds nothing.

    Source: S003-13, S003-02.
    """
    held: list[set[str]] = []
    for word in dict.fromkeys(words_of(asked)):
        held.append(set().union(*(index.weights[root] for root in meant_by(index, word))))
    return set.intersection(*held) if held else set()


def build(pages: Sequence[Page], pairs: Iterable[tuple[str, str]]) -> Index:
    """An index over the pages. `pairs` are words of the two languages that mean the same."""
    partners = partners_of(pairs)
    weights: dict[str, dict[str, float]] = {}
    for page in pages:
        for text, weight in page.texts:
            for word in words_of(text):
                on_pages = weights.setdefault(root_of(word, partners), {})
                on_pages[page.key] = on_pages.get(page.key, 0.0) + weight
    return Index(partners, weights, len(pages), {root: _threes(root) for root in weights})


def meant_by(index: Index, word: str) -> dict[str, float]:
    """The roots a word may stand for, with how likely: itself, longer words it begins, else those it is most like."""
    root = root_of(word, index.partners)
    longer = {each: 0.6 for each in index.weights if len(root) >= 4 and root in each and each != root}
    if root in index.weights:
        return {**longer, root: 1.0}
    if longer:
        return longer
    threes = _threes(root)
    alike = {each: _dice(threes, letters) for each, letters in index.letters.items()}
    return {each: likeness for each, likeness in alike.items() if likeness >= ALIKE} if len(word) >= 4 else {}


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case and without their signs."""
    return _WORD.findall(text.casefold())


def partners_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """One root for all words that mean the same, also when they do so by way of a third."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        merged = set().union(*(groups.get(stem(word), {stem(word)}) for word in pair))
        groups.update(dict.fromkeys(merged, merged))
    return {word: min(group) for word, group in groups.items()}


def root_of(word: str, partners: dict[str, str]) -> str:
    """What a word is known by, in either language."""
    cut = stem(word)
    return partners.get(cut, cut)


def stem(word: str) -> str:
    """A word without its ending; short words are left whole."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            return word.removesuffix(ending)
    return word


def best_sentence(sentences: Sequence[str], is_wanted: Callable[[str], bool]) -> str:
    """The sentence with most wanted words in it; the first when none has any. No sentences give an empty text."""
    return max(sentences, key=lambda each: sum(is_wanted(word) for word in words_of(each)), default="")


def _threes(root: str) -> frozenset[str]:
    padded = f"  {root} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
