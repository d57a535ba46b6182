"""Searching a guide of ten thousand pages: questions of one and two words, right and misspelt, against a plain look.

The plain look is the simplest search there is: every page is read, and those that hold the letters are kept. It forgives
nothing and knows one language; what ours takes is said in times of it.
"""

import random
from collections.abc import Callable, Iterator
from itertools import cycle

from stafett.action_guide import queries
from stafett.action_guide.content import library
from stafett.action_guide.rules import search
from stafett.demo.bench.timing import Timing, timed

PAGES = 10_000
SENTENCES = 8  # on each page, drawn from the guide's own
INVENTED = 4  # words of its own on each page: names of places and things
_SYLLABLES = (
    "ber",
    "dal",
    "els",
    "fjor",
    "gran",
    "hav",
    "lia",
    "mo",
    "nes",
    "rud",
    "sol",
    "tun",
    "vik",
    "ås",
)
_SLIPS = ("observasjion", "undringsamtale", "samtyke", "overgrepp", "barnekordinator")


def measure(*, seconds: float, say: Callable[[str], None], pages: int = PAGES) -> dict:
    """Times in milliseconds of a search and of the plain look, on the same questions. `seconds` for each of the two."""
    say(f"Searching {pages:,} pages of a guide")
    made = list(_pages(pages))
    index = search.build(made, library.word_pairs())
    texts = [" ".join(text for text, _weight in page.texts).casefold() for page in made]
    asked = [word for pair in library.word_pairs() for word in pair]
    asked += [f"{one} {other}" for one, other in zip(asked[::2], reversed(asked[1::2]), strict=True)] + list(
        _SLIPS
    )
    ours = _timed(lambda question: search.find(index, question), asked, seconds)
    plain = _timed(lambda question: [text for text in texts if question in text], asked, seconds)
    return {
        "pages": pages, "roots": len(index.weights), "questions": len(asked), "p50_ms": ours.p50_ms, "p95_ms": ours.p95_ms,
        "plain_p95_ms": plain.p95_ms, "times_plain": ours.p95_ms / plain.p95_ms,
    }  # fmt: skip


def _timed(answer: Callable[[str], object], asked: list[str], seconds: float) -> Timing:
    questions = cycle(asked)
    return timed(lambda: answer(next(questions)), seconds=seconds)


def _pages(count: int) -> Iterator[search.Page]:
    """Pages in both languages with the guide's own sentences, each with some words that few others have."""
    drawn = random.Random(1)  # noqa: S311 - the same pages every time, nothing secret
    known = [
        (nb[0][0], [text for text, _weight in nb[1:]] + [text for text, _weight in nn[1:]])
        for nb, nn in zip(*(queries.starter().texts[each].values() for each in ("nb", "nn")), strict=True)
    ]
    for number in range(count):
        title, sentences = drawn.choice(known)
        own = ["".join(drawn.choices(_SYLLABLES, k=3)) for _ in range(INVENTED)]
        words = " ".join((*drawn.choices(sentences, k=SENTENCES), *own))
        yield search.Page(str(number), ((title, 16.0), (words, 1.0)))
