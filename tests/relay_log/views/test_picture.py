"""The picture of an analysis: everything has its place, nothing stands on anything else, and no text is too wide."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.relay_log.views import picture

words = st.text(alphabet="abc mWæøå-ÆØÅlij😀", max_size=300)
factors = st.builds(
    picture.Shown,
    text=words,
    href=st.just("#f"),
    is_within_reach=st.booleans(),
    is_own=st.booleans(),
    aiming=st.lists(st.tuples(words, st.just("/t/")), max_size=2).map(tuple),
)
analyses = st.lists(st.tuples(st.just("I gruppen"), st.lists(factors, max_size=3)), max_size=5)
both = pytest.mark.parametrize("draw", [picture.wide, picture.narrow])


@both
@given(challenge=words, kinds=analyses)
def test_boxes_are_apart_and_within_the_picture(draw, challenge, kinds):
    drawn = draw(challenge, kinds)

    boxes = [drawn.box, *((block.x, block.y, block.width, block.height) for block in drawn.blocks)]
    assert len(drawn.blocks) == len(kinds)
    assert all(x >= 0 and y >= 0 and x + w <= drawn.width and y + h <= drawn.height for x, y, w, h in boxes)
    assert not [pair for pair in combinations(boxes, 2) if _meet(*pair)]


@both
@given(challenge=words, kinds=analyses)
def test_every_factor_and_measure_stands_within_the_box_of_its_kind(draw, challenge, kinds):
    drawn = draw(challenge, kinds)

    for block, (_label, asked) in zip(drawn.blocks, kinds, strict=True):
        assert len(block.twigs) == len(asked)
        bottoms = [0]
        for twig, shown in zip(block.twigs, asked, strict=True):
            assert len(twig.leaves) == len(shown.aiming)
            x, y, width, height = twig.box
            assert y >= bottoms[-1]
            assert block.x <= x
            assert x + width <= block.x + block.width
            bottoms += [y + height, *(leaf.y + leaf.height for leaf in twig.leaves)]
        assert max(bottoms) <= block.height


@given(text=words, most=st.integers(1, 6), width=st.integers(60, 300))
def test_lines_fit_and_lose_nothing_without_saying_so(text, most, width):
    lines = picture.wrapped(text, size=14, width=width, most=most)

    assert 1 <= len(lines) <= most
    assert all(picture._width(line, 14) <= width for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")


def test_three_factors_stand_around_the_challenge_with_a_measure_at_the_one_it_aims_at():
    aimed = picture.Shown("Vi roper", "#a", True, False, (("Vi går bort til hen", "/tiltak/1/"),))
    other = picture.Shown("Trangt", "#b", False, False)

    drawn = picture.wide("Uro i garderoben", [("Voksne", [aimed]), ("Rammer", [other]), ("Gruppen", [other])])

    above = [block.label for block in drawn.blocks if block.y < drawn.box[1]]
    assert above == ["Voksne", "Rammer"]
    (leaf,) = drawn.blocks[0].twigs[0].leaves
    assert (leaf.href, leaf.words.lines) == ("/tiltak/1/", ("Vi går bort til hen",))


def _meet(one, other):
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
