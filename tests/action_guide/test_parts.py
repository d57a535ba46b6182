"""Parts of a guide: the starter guide and back, differences word by word, words in two languages, keys of new steps."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.action_guide.content import library, parts
from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import comparing, differences
from stafett.action_guide.rules import parts as rules
from stafett.action_guide.rules.differences import ADDED, REMOVED, SAME, Piece

PAGES, SHEETS = {("1", "evaluer")}, {"skala"}


def _guide(changed=lambda part: part, language="nb"):
    listed = [changed(part) for part in parts.starter()]
    base = library.guide(language)
    return parts.guide_of(listed, language, number=base.version, published_on=base.published_on)


def _is_evaluer(part):
    return (part.kind, part.level, part.key) == ("step", "1", "evaluer")


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_starter_guide_taken_apart_and_put_together_is_the_same(language):
    assert _guide(language=language) == library.guide(language)


def test_a_hidden_step_is_not_among_its_levels_steps_and_its_address_knows_where_it_went():
    guide = _guide(lambda p: replace(p, is_hidden=True, leads_to="1/mote") if _is_evaluer(p) else p)

    assert guide.step("1", "evaluer") is None
    assert [step.number for step in guide.level("1").steps] == [1, 2, 3, 4]
    assert guide.hidden["1", "evaluer"] == library.Hidden("Se om det virker", "1", "mote")


def test_words_that_are_not_written_in_one_language_are_read_in_the_other():
    guide = _guide(lambda p: replace(p, words={"nb": p.words["nb"]}) if _is_evaluer(p) else p, "nn")

    assert guide.step("1", "evaluer").what == library.guide("nb").step("1", "evaluer").what
    assert guide.step("1", "mote") == library.guide("nn").step("1", "mote")


def test_what_the_law_says_is_the_products_own_in_every_guide():
    guide = _guide(lambda p: replace(p, words={"nb": dict.fromkeys(("title", "lead", "not_a_line", "name", "about", "what", "deadline"), "x")}))  # fmt: skip

    assert guide.exit == library.guide("nb").exit
    assert guide.level("0").keeps == library.guide("nb").level("0").keeps


def test_differences_are_told_word_by_word():
    assert differences.between("Ring først i dag", "Ring først i morgen") == (
        Piece(SAME, "Ring først i "), Piece(REMOVED, "dag"), Piece(ADDED, "morgen"),
    )  # fmt: skip
    assert differences.between("", "Nytt") == (Piece(ADDED, "Nytt"),)
    assert differences.between("Likt", "Likt") == (Piece(SAME, "Likt"),)


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_both_texts_can_be_read_out_of_their_differences(before, after):
    pieces = differences.between(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind != ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.kind != REMOVED) == after


def test_what_differs_between_two_parts_is_named():
    before = {"nb": {"title": "A", "how": ["x", "y"], "outcome": {"up": "Opp"}}}
    after = {"nb": {"title": "A", "how": ["x", "z"], "outcome": {"up": "Videre"}}, "nn": {"title": "A"}}

    found = comparing.changes(before, after)

    assert [(each.name, each.language) for each in found] == [
        ("how", "nb"),
        ("outcome_up", "nb"),
        ("title", "nn"),
    ]
    assert found[0].before == "x\ny"
    assert comparing.changes(after, after) == ()
    assert len(comparing.changes(None, after)) == 4


@pytest.mark.parametrize(("title", "taken", "key"), [
    ("Be om råd", (), "be-om-rad"), ("Møte på øya, Ærlig!", (), "mote-pa-oya-aerlig"), ("Café 2", (), "cafe"),
    ("123", (), "steg"), ("Plan", ("plan",), "plan-b"), ("Plan", ("plan", "plan-b"), "plan-c"), ("Вопрос", (), "steg"),
    ("Váldde oktavuođa", (), "valdde-oktavuoda"),
])  # fmt: skip
def test_a_new_steps_key_is_its_title_in_the_letters_of_addresses(title, taken, key):
    assert rules.key_for(title, taken=taken) == key


@given(st.text(max_size=80), st.integers(0, 40))
def test_a_key_is_always_one_that_an_address_takes_and_nobody_has(title, others):
    taken = set()
    for _ in range(others):
        taken.add(rules.key_for(title, taken=taken))

    key = rules.key_for(title, taken=taken)

    assert key not in taken
    assert 0 < len(key) <= 40
    assert key.strip("-abcdefghijklmnopqrstuvwxyz") == ""


@pytest.mark.parametrize(("more", "refusal"), [
    ("[a](niva-1/evaluer/) [b](niva-2/) [c](ark/skala/) [d](vold-og-overgrep/) [e](https://udir.no)", None),
    ("[a](niva-1/borte/)", Refusal.LEADS_NOWHERE), ("[a](ark/borte/)", Refusal.LEADS_NOWHERE),
    ("[a](javascript:alert(1))", Refusal.LINK), ("[a](http://udir.no)", Refusal.LINK), ("![a](https://a.no/b)", Refusal.PICTURE),
])  # fmt: skip
def test_a_text_leads_only_to_what_is_there(more, refusal):
    assert rules.is_text_well_formed(more, pages=PAGES, sheets=SHEETS).refusal == refusal


def test_a_list_has_room_for_fifteen_lines():
    assert rules.is_list_well_formed(["æ" * 400] * 15)
    assert rules.is_list_well_formed(["x"] * 16).refusal == Refusal.TOO_LONG_LIST
    assert rules.is_list_well_formed(["æ" * 401]).refusal == Refusal.TOO_LONG_LIST


def test_a_hidden_step_does_not_lead_to_itself():
    assert rules.may_lead_to("1/evaluer", own="1/evaluer").refusal == Refusal.MOVED_TO_ITSELF
    assert rules.may_lead_to("1", own="1/evaluer")
