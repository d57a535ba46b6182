"""Somebody's own text: what Markdown gives, and what hostile Markdown does not give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.action_guide.rules import writing
from stafett.action_guide.rules.parts import MORE_LIMIT
from stafett.action_guide.rules.writing import Inside, Node

KINDS = {
    "paragraph",
    "heading3",
    "heading4",
    "bullets",
    "numbers",
    "item",
    "strong",
    "em",
    "link",
    "break",
    "text",
}
HOSTILE_LINKS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x73;cript:alert(1)", "data:text/html,<script>", "vbscript:x",
    "file:///etc/passwd", "http://udir.no", "//udir.no", "/logger/", "https://", "https://kari@udir.no",
    "https://udir.no:8443/", "https://localhost/", "https://[::1]/", "niva-4/", "niva-1/../../logger/", "ark//",
    "niva-1/Evaluer/", "https://ud ir.no", "mailto:a@b.no",
]  # fmt: skip


def _all(nodes):
    for node in nodes:
        yield node
        yield from _all(node.children)


def test_headings_lists_emphasis_and_links_are_read():
    nodes = writing.read(
        "# Hos oss\n\nSpør **først**, *så* [les](niva-1/evaluer/).\n\n1. En\n2. To\n\n#### Og"
    )

    assert [node.kind for node in nodes] == ["heading3", "paragraph", "numbers", "heading4"]
    assert nodes[1].children[1] == Node("strong", children=(Node("text", "først"),))
    assert nodes[1].children[5] == Node("link", href="niva-1/evaluer/", children=(Node("text", "les"),))
    assert [item.kind for item in nodes[2].children] == ["item", "item"]
    assert writing.words(nodes).split() == [
        "Hos",
        "oss",
        "Spør",
        "først",
        ",",
        "så",
        "les",
        ".",
        "En",
        "To",
        "Og",
    ]


@pytest.mark.parametrize("typed", [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='javascript:x'>x</a>", "![x](https://a.no/b.png)",
    "`kode`", "    innrykk", "> sitat", "<https://a.no>", "&lt;b&gt;", "| a | b |\n|---|---|", "<!-- x -->", "[a]: https://a.no",
])  # fmt: skip
def test_what_markdown_has_beyond_this_stays_the_letters_it_is(typed):
    nodes = list(_all(writing.read(typed)))

    assert {node.kind for node in nodes} <= {"paragraph", "text", "break", "link"}
    shown = "".join(node.text if node.kind != "break" else "\n" for node in nodes)
    assert shown.split() == typed.replace("[x](https://a.no/b.png)", "x").split()


@pytest.mark.parametrize("address", HOSTILE_LINKS)
def test_a_link_that_may_not_be_followed_is_its_words_alone(address):
    nodes = list(_all(writing.read(f"[trykk her](<{address}>)")))

    assert not writing.may_be_followed(address)
    assert [node for node in nodes if node.kind == "link"] == []
    assert "trykk her" in "".join(node.text for node in nodes)


@pytest.mark.parametrize(("address", "page"), [
    ("niva-1/", Inside(level="1")), ("niva-0/undring/", Inside(level="0", step="undring")),
    ("ark/skala/", Inside(sheet="skala")), ("vold-og-overgrep/", Inside()),
])  # fmt: skip
def test_a_link_inside_the_guide_is_known_by_its_page(address, page):
    assert writing.inside(address) == page
    assert writing.may_be_followed(address)


def test_a_link_over_https_may_be_followed():
    assert writing.may_be_followed("https://www.udir.no/laring/?a=b#c")
    assert writing.links("[a](https://udir.no) [b](javascript:x)") == ("https://udir.no", "javascript:x")


@pytest.mark.parametrize("typed", [
    "- " * MORE_LIMIT, "> " * MORE_LIMIT, "[" * MORE_LIMIT, "*a " * MORE_LIMIT, "**" * MORE_LIMIT, "[a](" * MORE_LIMIT,
    "\\" * MORE_LIMIT, "1. " * MORE_LIMIT, "_" * MORE_LIMIT, "[a](<" * MORE_LIMIT, "#" * MORE_LIMIT, "a\n" * MORE_LIMIT,
    "\n".join(" " * depth * 2 + "- a" for depth in range(90)),
], ids=lambda typed: repr(typed[:6]))  # fmt: skip
def test_the_deepest_and_strangest_text_there_is_room_for_is_read(typed):
    nodes = writing.read(typed[:MORE_LIMIT])

    assert _depth(nodes) < 40


@given(st.text(alphabet=st.sampled_from("ab \n*_[]()<>#-1.!\\`&;:/\"'jæ"), max_size=300))
def test_whatever_is_typed_becomes_only_the_kinds_there_are(typed):
    nodes = list(_all(writing.read(typed)))

    assert {node.kind for node in nodes} <= KINDS
    assert all(writing.may_be_followed(node.href) for node in nodes if node.kind == "link")


@given(st.lists(st.text(alphabet="abcdefæøå", min_size=1), max_size=20))
def test_no_plain_word_is_lost(typed):
    assert writing.words(writing.read(" ".join(typed))).split() == typed


def _depth(nodes):
    return 1 + max((_depth(node.children) for node in nodes), default=0)
