"""What may stand in the toolbox: files, addresses, days, states. Plain functions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.toolbox import rules
from stafett.toolbox.enums import DOCUMENT_STATES, ISSUE_STATES, Refusal
from tests.kernel.test_file_kinds import A_JPEG, A_PDF, PAGE
from tests.kernel.test_office_files import A_DOCX, AN_ODT

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("rutine.pdf", A_PDF),
        ("RUTINE.PDF", A_PDF),
        ("bilde.jpeg", A_JPEG),
        ("mal.docx", A_DOCX),
        ("a.b.odt", AN_ODT),
    ],
)
def test_a_file_that_is_what_its_name_says_is_kept(name, content):
    assert rules.may_keep_file(name, content=content)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("rutine.pdf", PAGE, Refusal.FILE_TYPE),
        ("rutine.docx", A_PDF, Refusal.FILE_NAME),
        ("rutine.pdf", A_DOCX, Refusal.FILE_NAME),
        ("rutine", A_PDF, Refusal.FILE_NAME),
        ("rutine.pdf.exe", A_PDF, Refusal.FILE_NAME),
        ("rutine.pdf", A_PDF + b"\x00" * 10_000_000, Refusal.FILE_TOO_LARGE),
    ],
    ids=["page", "pdf as docx", "docx as pdf", "no ending", "two endings", "too large"],
)
def test_a_file_that_is_not_is_refused(name, content, reason):
    assert rules.may_keep_file(name, content=content).refusal == reason


@pytest.mark.parametrize(
    ("has_file", "link", "sheet", "allowed"),
    [(True, "", "", True), (False, "https://a.no", "", True), (False, "", "skala", True), (False, "", "", False),
     (True, "https://a.no", "", False), (True, "", "skala", False), (True, "https://a.no", "skala", False)],
)  # fmt: skip
def test_a_version_is_one_thing(has_file, link, sheet, allowed):
    assert bool(rules.may_keep_source(has_file=has_file, link=link, sheet=sheet)) is allowed


@pytest.mark.parametrize(
    "address",
    [
        "https://www.eksempel.no/",
        "https://eksempel.no/a?b=c#d",
        "https://blåbærsyltetøy.example:8443/a",
        "https://a-b.no/%20",
    ],
)
def test_a_whole_address_may_be_linked_to(address):
    assert rules.may_link(address)


@pytest.mark.parametrize(
    "address",
    ["", "eksempel.no", "http://eksempel.no", "javascript:alert(1)", "https://", "https://localhost/", "https://127.0.0.1/",
     "https://ola:hemmelig@eksempel.no", "https://eksempel.no/ a", "https://eksempel.no/\"><b>", "https://[::1]/", "https://[",
     "https://a.no:99999999/", "//eksempel.no", "data:text/html,x", "HTTPS:eksempel.no"],
)  # fmt: skip
def test_anything_else_may_not(address):
    assert rules.may_link(address).refusal == Refusal.NOT_AN_ADDRESS


@given(st.text(max_size=80))
def test_no_text_brings_the_address_rule_down(text):
    assert rules.may_link(f"https://{text}") or rules.may_link(text).refusal == Refusal.NOT_AN_ADDRESS


@pytest.mark.parametrize(("days", "due"), [(-1, True), (0, True), (14, True), (15, False)])
def test_a_document_is_due_from_a_fortnight_before_its_day(days, due):
    assert rules.is_due(TODAY + timedelta(days=days), today=TODAY) is due


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (1800, True), (4000, False)])
def test_the_next_look_lies_ahead_and_not_too_far(days, allowed):
    assert bool(rules.may_review_on(TODAY + timedelta(days=days), today=TODAY)) is allowed


@pytest.mark.parametrize("table", [DOCUMENT_STATES, ISSUE_STATES])
def test_states_move_as_the_table_says_and_no_other_way(table):
    for state in table:
        for wanted in table:
            assert bool(rules.may_become(state, wanted, table=table)) is (wanted in table[state])


def test_an_empty_issue_is_not_published():
    assert rules.may_publish_issue(articles=0).refusal == Refusal.NOTHING_TO_PUBLISH
    assert rules.may_publish_issue(articles=1)


def test_a_service_can_be_reached_in_at_least_one_way():
    nothing = {"phone": "", "email": "", "link": "", "how": " "}

    assert rules.may_show_service(**nothing).refusal == Refusal.NO_WAY_TO_REACH
    assert all(rules.may_show_service(**nothing | {name: "x"}) for name in nothing)
