"""Words under way: two writers, one field, and never a word lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from stafett.live import words
from stafett.live.words import Outcome, Words

TEXTS = st.text(alphabet="abc \næø", max_size=12)


class Writer:
    """A page: what stands in its field, and what it has seen there."""

    def __init__(self):
        self.text, self.seen = "", 0


@given(st.lists(st.tuples(st.integers(0, 1), TEXTS, st.sampled_from(["type", "save", "look"])), max_size=40))
def test_nobody_saves_over_words_they_have_not_seen(acts):
    stored, writers, shown = Words(), (Writer(), Writer()), ({""}, {""})
    for which, text, act in acts:
        writer = writers[which]
        if act == "type":
            writer.text = text
        elif act == "look":
            writer.text, writer.seen = stored.text, stored.version
            shown[which].add(stored.text)
        else:
            outcome = words.settle(stored, text=writer.text, seen=writer.seen)
            if outcome == Outcome.SAVED:
                assert writer.seen == stored.version
                assert stored.text in shown[which]
                stored = Words(writer.text, stored.version + 1)
                writer.seen = stored.version
                shown[which].add(stored.text)
            elif outcome == Outcome.CLASH:
                assert writer.text != stored.text
                merged = words.both(stored.text, writer.text)
                assert set(re.findall(r"\S+", stored.text + " " + writer.text)) <= set(
                    re.findall(r"\S+", merged)
                ) or (writer.text.strip() in merged and stored.text.strip() in merged)


@given(TEXTS, TEXTS)
def test_both_texts_are_in_what_they_become(theirs, mine):
    merged = words.both(theirs, mine)

    assert theirs.strip() in merged
    assert mine.strip() in merged


@given(TEXTS, st.integers(0, 9))
def test_the_same_words_twice_are_one_and_the_same(text, seen):
    assert words.settle(Words(text, 5), text=text, seen=seen) == Outcome.AS_BEFORE


def test_lines_are_things_said_once():
    assert words.lines_of(" uro \n\nuro\nlite søvn ") == ["uro", "lite søvn"]
