"""A guide as one file: the same way every time, read back whole, and every hostile file refused with a sentence."""

import json
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.action_guide.content import library
from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import exchange, images
from stafett.kernel.verdict import Refused
from tests.action_guide import at_work, drawn

TOOLS = set(library.tools("nb"))


def _opened(content):
    return exchange.unpacked(content, tools=TOOLS)


def _refused(content):
    with pytest.raises(Refused) as caught:
        _opened(content)
    assert caught.value.sentence()
    return caught.value.refusal


def _envelope(**changed):
    return json.dumps({**json.loads(at_work.a_file()), **changed}).encode()


def _with_part(**changed):
    """A whole file with a true sha256, where one step is changed."""
    guide = at_work.a_guide()
    step = next(each for each in guide["parts"] if each["key"] == "evaluer" and each["level"] == "1")
    step.update(changed)
    return exchange.packed(guide)


def _with_words(**changed):
    guide = at_work.a_guide()
    step = next(each for each in guide["parts"] if each["key"] == "evaluer" and each["level"] == "1")
    step["words"]["nb"].update(changed)
    return exchange.packed(guide)


def test_what_goes_out_comes_back_the_same():
    content = at_work.a_file()

    guide, sha256 = _opened(content)

    assert guide == at_work.a_guide()
    assert sha256 == exchange.fingerprint(guide) == json.loads(content)["sha256"]
    assert at_work.a_file() == content


@pytest.mark.parametrize("content", [
    b"", b"x", b"\xff\xfe", b"null", b"[]", b"{}", b'{"schema": "stafett.handlingsveileder"}', b"[" * 100_000,
    b'{"a":' * 50_000, b"1" * 5000, b"NaN", b'{"schema": NaN}', b"%PDF-1.4", b'"' * 400_001,
    b'{"schema": "x", "schema": "stafett.handlingsveileder"}', _envelope(more=1), _envelope(schema="other"),
], ids=lambda content: repr(content[:12]))  # fmt: skip
def test_what_is_not_a_guide_is_not_read(content):
    assert _refused(content) == Refusal.NOT_A_GUIDE


def test_a_file_that_is_too_large_is_not_even_looked_at():
    assert _refused(b" " * 6_000_001) == Refusal.FILE_TOO_LARGE


@pytest.mark.parametrize("version", [0, 3, "1", 1.0, 2.0, True, None])
def test_another_version_is_another_matter(version):
    assert _refused(_envelope(version=version)) == Refusal.OTHER_VERSION


def test_a_file_that_somebody_has_changed_is_refused():
    assert _refused(at_work.a_file().replace(b"hos naboen", b"hos banoen")) == Refusal.DAMAGED
    assert _refused(_envelope(sha256="0" * 64)) == Refusal.DAMAGED
    assert _refused(_envelope(guide={"$ref": "#/guide"})) == Refusal.DAMAGED


def test_a_name_that_stands_twice_is_refused():
    twice = at_work.a_file().replace(b'"number": 3,', b'"number": 3, "number": 3,')

    assert _refused(twice) == Refusal.NOT_A_GUIDE


@pytest.mark.parametrize("changed", [
    {"kind": "exit"}, {"kind": ["step"]}, {"level": "4"}, {"level": 1}, {"key": ""}, {"key": "Evaluer"}, {"key": "../x"},
    {"key": "a" * 41}, {"tools": ["rm"]}, {"tools": "motemal"}, {"tools": [["motemal"]]}, {"is_hidden": 1},
    {"leads_to": "https://a.no"}, {"leads_to": None}, {"words": {}}, {"words": {"en": {"title": "x"}}}, {"words": []},
    {"words": {"nb": {"title": "x", "onclick": "y"}}}, {"words": {"nb": {"title": "x"}}}, {"owner": "Kari"},
])  # fmt: skip
def test_content_that_does_not_belong_in_a_guide_is_named(changed):
    assert _refused(_with_part(**changed)) == Refusal.BAD_CONTENT


@pytest.mark.parametrize("changed", [
    {"title": "x" * 81}, {"title": 7}, {"title": "a\u202eb"}, {"title": "a\x00b"}, {"how": "x"},
    {"how": ["x"] * 16}, {"how": ["x\ny"]}, {"how": [["x"]]}, {"who": ["x" * 401]}, {"outcome": {"explode": "x"}},
    {"outcome": []}, {"more": "x" * 10_001}, {"more": "[x](javascript:alert(1))"}, {"more": "![x](https://a.no/b.png)"},
], ids=repr)  # fmt: skip
def test_words_that_could_not_have_been_written_here_are_refused(changed):
    assert _refused(_with_words(**changed)) == Refusal.BAD_CONTENT


def test_half_a_letter_is_refused():
    envelope = json.loads(_with_words(title="aX"))
    envelope["guide"] = json.loads(json.dumps(envelope["guide"]).replace("aX", "a\\ud800"))
    envelope["sha256"] = exchange.fingerprint(envelope["guide"])

    assert _refused(json.dumps(envelope).encode()) == Refusal.BAD_CONTENT


@pytest.mark.parametrize("changed", [
    {"parts": []}, {"parts": {}}, {"parts": [None]}, {"from": """ x\n"""}, {"from": "x" * 101}, {"number": -1},
    {"number": True}, {"published_on": "i fjor"}, {"people": ["Kari"]},
])  # fmt: skip
def test_the_guide_around_its_parts_is_looked_at_too(changed):
    assert _refused(at_work.a_file(**changed)) == Refusal.BAD_CONTENT


def test_a_part_that_stands_twice_is_refused():
    parts = at_work.a_guide()["parts"]

    assert _refused(at_work.a_file(parts=[*parts, parts[-1]])) == Refusal.BAD_CONTENT


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(["kind", "level", "key", "words", "tools", "is_hidden", "leads_to"]), _JSON)
def test_whatever_stands_in_a_part_gets_an_answer(name, value):
    content = json.dumps({**json.loads(_with_part(**{name: value}))}).encode()

    try:
        guide, _sha256 = _opened(content)
    except Refused as refused:
        assert refused.refusal in (Refusal.BAD_CONTENT, Refusal.NOT_A_GUIDE)
    else:
        assert exchange.is_guide(guide, tools=TOOLS)


def _opened_guide(guide):
    return _opened(exchange.packed(guide))[0]


def test_a_guide_with_images_comes_back_whole_with_their_bytes():
    guide = _opened_guide(at_work.with_image())

    assert exchange.images_in(guide) == {images.key_of(drawn.png()): drawn.png()}


def test_a_file_from_before_there_were_images_is_still_read():
    guide = at_work.a_guide()
    del guide["images"]
    for part in guide["parts"]:
        del part["images"]
    former = {"schema": exchange.SCHEMA, "version": 1, "sha256": exchange.fingerprint(guide), "guide": guide}

    assert _opened(json.dumps(former).encode())[0] == at_work.a_guide()
    with_images = {**former, "guide": at_work.a_guide(), "sha256": exchange.fingerprint(at_work.a_guide())}
    assert _refused(json.dumps(with_images).encode()) == Refusal.BAD_CONTENT


@pytest.mark.parametrize("guide", [
    at_work.with_image(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), at_work.with_image(drawn.png(tail=b"<script>")),
    at_work.with_image(drawn.png(more=[drawn.chunk(b"tEXt", b"Oppdalsgata 7")])), at_work.with_image(drawn.png((20, 20))),
    at_work.with_image(b""), at_work.with_image(bytes(500_001)), at_work.with_image(kind="jpeg"), at_work.with_image(width=9999),
    at_work.with_image(alt={}), at_work.with_image(alt={"nb": "bilde.png"}), at_work.with_image(src="https://a.no"),
    at_work.with_image(key="0" * 64), at_work.with_image(packed="%%%"), at_work.with_image(packed=7),
    at_work.with_image(packed=b64encode(drawn.png()).decode() + "\n"), at_work.with_image(packed="a"),
    at_work.a_guide(images={images.key_of(drawn.png()): b64encode(drawn.png()).decode()}), at_work.a_guide(images=[]),
    at_work.a_guide(images={"../x": ""}), {**at_work.with_image(), "images": {}},
], ids=range(20))  # fmt: skip
def test_an_image_that_could_not_have_been_added_here_makes_the_file_refused(guide):
    assert _refused(exchange.packed(guide)) == Refusal.BAD_CONTENT


def test_images_stand_on_steps_each_once_and_are_no_list_of_odd_things():
    whole = at_work.with_image()
    shown = next(part["images"] for part in whole["parts"] if part["images"])
    for kind, odd in [
        ("level", shown),
        ("front", shown),
        ("step", shown * 2),
        ("step", shown[0]),
        ("step", [None]),
        ("step", "x"),
    ]:
        guide = at_work.with_image()
        next(part for part in guide["parts"] if part["kind"] == kind)["images"] = odd
        assert _refused(exchange.packed(guide)) == Refusal.BAD_CONTENT


def test_the_words_have_their_own_limit_whatever_room_there_is_for_images():
    guide = at_work.a_guide()
    long = {"title": "x", "what": "x", "deadline": "x", "more": "æ" * 10_000}
    step = {**guide["parts"][-1], "words": {"nb": long, "nn": long}}
    guide["parts"] += [{**step, "key": f"ny-{letter}"} for letter in "abcdefghijklmno"]

    assert _refused(exchange.packed(guide)) == Refusal.BAD_CONTENT


def test_a_text_that_never_ends_is_read_once():
    assert _refused(b'"' + b'\\"' * 2_900_000) == Refusal.NOT_A_GUIDE
    assert _refused(b'"' + b'\\"' * 2_900_000 + b"\\") == Refusal.NOT_A_GUIDE
