"""Words for those who do not see an image, how many there may be, and the order of steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import comparing, images, order
from tests.action_guide import drawn


@pytest.mark.parametrize("alt", [
    "bilde1.png", "IMG_2041", "IMG 2041.JPG", "DSC0001", "image (3)", "Skjermbilde 2026-03-04 12.30", "møte.heic", "Møteplan",
    "møteplan.jpg", "Møte", "20260304_123015",
])  # fmt: skip
def test_the_name_of_a_file_is_not_what_an_image_shows(alt):
    assert images.is_alt_well_formed({"nb": alt}, file_name="møteplan.jpg").refusal == Refusal.ALT_IS_A_NAME


@pytest.mark.parametrize(
    "alt", ["To barn ved et bord", "Bilde av et møtebord", "Trapp med fire trinn", "Image: et tre"]
)
def test_a_sentence_says_what_an_image_shows(alt):
    assert images.is_alt_well_formed({"nb": "", "nn": alt}, file_name="møteplan.jpg")


def test_an_image_without_words_is_refused():
    assert images.is_alt_well_formed({"nb": "", "nn": ""}).refusal == Refusal.ALT_MISSING


def test_an_image_is_told_in_the_other_language_until_it_is_told_in_ones_own():
    image = {"alt": {"nn": "Eit tre."}}

    assert images.words_of(image, "nb") == "Eit tre."
    assert images.words_of({"alt": {"nb": "Et tre.", "nn": "Eit tre."}}, "nn") == "Eit tre."


def test_a_step_has_a_few_images_and_each_once():
    assert images.may_stand(["a", "b", "c", "d"])
    assert images.may_stand(["a", "a"]).refusal == Refusal.IMAGE_TWICE
    assert images.may_stand(list("abcde")).refusal == Refusal.TOO_MANY_IMAGES
    assert images.may_hold("step")
    assert images.may_hold("level").refusal == Refusal.IMAGES_ON_STEPS
    assert images.fit([4_000_000])
    assert images.fit([3_999_999, 2]).refusal == Refusal.IMAGES_TOO_LARGE


@pytest.mark.parametrize("changed", [
    {"width": 49}, {"width": 48.0}, {"kind": "jpeg"}, {"alt": {}}, {"alt": {"nb": ""}}, {"alt": {"en": "A tower."}},
    {"alt": {"nb": "bilde.png"}}, {"alt": {"nb": "x" * 301}}, {"alt": {"nb": "To\nlinjer her"}}, {"alt": {"nb": 7}}, {"alt": []},
    {"src": "https://a.no"}, {"key": "0" * 64},
], ids=repr)  # fmt: skip
def test_an_image_in_a_file_is_what_its_bytes_say_or_nothing(changed):
    content = drawn.png()

    assert images.is_entry(drawn.entry(content), content)
    assert not images.is_entry({**drawn.entry(content), **changed}, content)
    assert not images.is_entry(drawn.entry(content), None)


def test_a_change_of_images_is_what_came_what_went_and_what_is_told_anew():
    one, two = drawn.entry(drawn.png()), drawn.entry(drawn.webp())
    told = {**one, "alt": {"nb": "Noe helt annet."}}

    assert comparing.image_changes([one, two], [two, one]) == ()
    assert comparing.image_changes([one, two], [told]) == (
        comparing.ImageChange(one, told), comparing.ImageChange(two, None),
    )  # fmt: skip
    assert comparing.image_changes([], [two]) == (comparing.ImageChange(None, two),)


def test_a_step_moves_past_its_neighbour_and_no_further():
    keys = ["a", "b", "c"]

    assert order.may_move(keys, step="b", past="a")
    assert order.may_move(keys, step="b", past="c")
    assert order.may_move(keys, step="b", past="a", way="up")
    assert order.may_move(keys, step="b", past="a", way="down").refusal == Refusal.ORDER_CHANGED
    for step, past in [("a", "c"), ("a", "a"), ("a", "x"), ("x", "a")]:
        assert order.may_move(keys, step=step, past=past).refusal == Refusal.ORDER_CHANGED


_KEYS = st.lists(st.sampled_from("abcdefg"), unique=True)


@given(_KEYS, _KEYS)
def test_their_order_moves_what_both_have_and_nothing_else(ours, theirs):
    found = order.as_theirs(ours, theirs)

    assert sorted(found) == sorted(ours)
    assert order.shared(found, among=theirs) == order.shared(theirs, among=ours)
    assert [at for at, key in enumerate(found) if key not in theirs] == [
        at for at, key in enumerate(ours) if key not in theirs
    ]
