"""The fixed words of the child's side are easy to read: LIX, measured in bokmål and nynorsk (issue C, W-23).

LIX is words for each sentence, plus the percentage of words with more than six letters. Under 25 is a book for children,
so no page goes beyond 30, and the whole stays under 20.
"""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from stafett.child_page import forms
from stafett.child_page.enums import Refusal, Symbol
from stafett.log_meetings.enums import Face, PulseQuestion
from stafett.log_meetings.enums.wishes import WishEase, WishPeople, WishSeat, WishVoice

EASY = 20
LONG = 6
FEWEST = 4  # texts on a page: of fewer, one long word is the whole measure
TEMPLATES = Path(settings.ROOT) / "stafett/child_page/templates/child_page"
FOR_ADULTS = {"screen_handover.html"}
SAID = re.compile(r"""_\("((?:[^"\\]|\\.)+)"\)""")


def lix(texts):
    """LIX of short texts; one that ends without a mark is a sentence all the same."""
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+", text)]
    sentences = sum(max(1, len(re.findall(r"[.!?:]+(?=\s|$)", text))) for text in texts)
    return len(words) / sentences + 100 * sum(len(word) > LONG for word in words) / len(words)


def test_the_measure_is_lix():
    assert lix(["Jeg ser en hund. Den er stor."]) == pytest.approx(3.5)
    assert lix(["Trappen er forferdelig lang"]) == pytest.approx(4 + 50)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_childs_pages_are_as_easy_to_read_as_a_childrens_book(language):
    with translation.override(language):
        texts = [translation.gettext(text) for text in _in_templates()] + [
            str(text) for text in _in_choices()
        ]

    assert len(texts) > 80
    assert lix(texts) <= EASY, sorted(texts, key=lambda text: -lix([text]))[:10]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_page_of_it_is_hard(language):
    with translation.override(language):
        pages = {
            path.name: lix([translation.gettext(each) for each in said])
            for path, said in _pages()
            if len(said) >= FEWEST
        }

    assert {name: level for name, level in pages.items() if level > EASY + 10} == {}


def _pages():
    for path in sorted(TEMPLATES.glob("*.html")):
        said = SAID.findall(path.read_text(encoding="utf-8"))
        if path.name not in FOR_ADULTS and said:
            yield path, said


def _in_templates():
    return dict.fromkeys(text for _path, said in _pages() for text in said)


def _in_choices():
    kinds = (Symbol, WishPeople, WishSeat, WishEase, WishVoice, PulseQuestion, Face, Refusal)
    labels = [
        field.label
        for form in (forms.ChildGoalForm, forms.ChildBrightSpotForm, forms.WishForm)
        for field in form.base_fields.values()
        if field.label
    ]
    return [*(each.label for kind in kinds for each in kind), *labels]
