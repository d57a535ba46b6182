"""What a picture is, from its bytes alone: kept without what cameras add, and refused when it is something else as well."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import images
from stafett.kernel.verdict import Refused
from tests.action_guide import drawn

KINDS = {"png": drawn.png(), "jpeg": drawn.jpeg(more=drawn.jfif()), "webp": drawn.webp()}
SECRET = b"Oppdalsgata 7"


def _refused(content):
    with pytest.raises(Refused) as caught:
        images.read(content)
    assert caught.value.sentence()
    return caught.value.refusal


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_known_by_its_bytes_and_kept_as_it_is(kind):
    found = images.read(KINDS[kind])

    assert (found.kind, found.width, found.height, found.content) == (kind, 48, 32, KINDS[kind])


@pytest.mark.parametrize("content", [
    drawn.png(more=[drawn.chunk(b"tEXt", SECRET), drawn.chunk(b"eXIf", drawn.notes(place=SECRET)), drawn.chunk(b"iCCP", SECRET)]),
    drawn.jpeg(more=drawn.jfif(b"abc" * 4 + SECRET[:12]) + drawn.segment(0xE1, b"Exif\0\0" + drawn.notes(place=SECRET))
               + drawn.segment(0xFE, SECRET) + drawn.segment(0xE2, b"ICC_PROFILE\0" + SECRET) + drawn.segment(0xED, SECRET)),
    drawn.webp(drawn.frame(0x0C), drawn.riff(b"VP8L", drawn.lossless()), drawn.riff(b"EXIF", drawn.notes(place=SECRET)),
               drawn.riff(b"XMP ", SECRET)),
], ids=["png", "jpeg", "webp"])  # fmt: skip
def test_what_a_camera_adds_is_left_behind(content):
    found = images.read(content)

    assert SECRET[:5] not in found.content
    assert b"60N" not in found.content
    assert found.content == KINDS[found.kind]


def test_transparency_beside_a_picture_stays_with_it():
    content = drawn.webp(drawn.frame(0x1C), drawn.riff(b"ALPH", b"\0abc"), drawn.riff(b"VP8 ", drawn.lossy()))

    found = images.read(content)

    assert found.content == drawn.webp(
        drawn.frame(0x10), drawn.riff(b"ALPH", b"\0abc"), drawn.riff(b"VP8 ", drawn.lossy())
    )


def test_how_colours_are_kept_stays_and_a_palette_too():
    adobe = drawn.segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
    palette = [drawn.chunk(b"PLTE", bytes(6)), drawn.chunk(b"tRNS", b"\0")]
    header = struct.pack(">IIBBBBB", 48, 32, 1, 3, 0, 0, 0)
    body = b"".join(
        [drawn.chunk(b"IHDR", header), *palette, drawn.chunk(b"IDAT", zlib.compress(bytes(7) * 32))]
    )

    assert adobe in images.read(drawn.jpeg(more=adobe)).content
    assert images.read(drawn.PNG_BEGINS + body + drawn.chunk(b"IEND", b"")).width == 48


def test_a_picture_that_comes_in_seven_passes_is_counted_in_each():
    header = struct.pack(">IIBBBBB", 33, 25, 8, 0, 0, 0, 1)
    lines = [(5, 4), (4, 4), (9, 3), (8, 7), (17, 6), (16, 13), (33, 12)]
    raw = b"".join((b"\0" + bytes(across)) * down for across, down in lines)
    body = drawn.chunk(b"IHDR", header) + drawn.chunk(b"IDAT", zlib.compress(raw)) + drawn.chunk(b"IEND", b"")

    assert images.read(drawn.PNG_BEGINS + body).height == 25


@pytest.mark.parametrize("content", [
    b"", b"x", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", b"<?xml version='1.0'?><svg/>", b"GIF89a" + bytes(40),
    b"%PDF-1.4 %%EOF", b"<html><script>alert(1)</script>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xd9", b"\xff\xd8\xff",
    b"RIFF\x04\0\0\0WEBP", b"RIFF\xff\xff\xff\xffWEBP", b"RIFF\x04\0\0\0WAVE", b"BM" + bytes(60), b"II*\0" + bytes(40),
    drawn.png(pixels=b"\0" * 20), drawn.png(pixels=bytes(49 * 32 + 1)), drawn.png(pixels=bytes(50_000_000)),
    drawn.png(more=[drawn.chunk(b"IHDR", bytes(13))]), drawn.png(more=[drawn.chunk(b"PLTE", bytes(6))]),
    drawn.png(more=[drawn.chunk(b"EVIL", b"x")]), drawn.png(more=[drawn.chunk(b"tRNS", b"<script>")]),
    drawn.png()[:-1], drawn.png()[:60] + b"x" + drawn.png()[61:], drawn.png().replace(b"IDAT", b"IDAX"),
    drawn.jpeg()[:-2], drawn.jpeg(frame=0xC3), drawn.jpeg(components=4), drawn.jpeg(pixels=b""), drawn.jpeg(pixels=b"\xff"),
    drawn.jpeg(more=drawn.segment(0xC4, b"<script>")), drawn.jpeg(more=drawn.segment(0xDB, b"\0" + b"x" * 60)),
    drawn.jpeg(more=drawn.segment(0xCC, b"x")), drawn.jpeg(more=b"\xff\x00"), drawn.jpeg(more=b"<script>"),
    drawn.webp(drawn.riff(b"VP8 ", b"\x11" + drawn.lossy()[1:])), drawn.webp(drawn.riff(b"VP8L", b"\x2f")),
    drawn.webp(drawn.riff(b"EVIL", b"x"), drawn.riff(b"VP8L", drawn.lossless())), drawn.webp(drawn.riff(b"ALPH", b"x")),
    drawn.webp(drawn.frame(0, (60, 60)), drawn.riff(b"VP8L", drawn.lossless())),
], ids=lambda content: f"{content[:10]!r} {len(content)}")  # fmt: skip
def test_what_is_no_whole_picture_is_refused(content):
    assert _refused(content) == Refusal.IMAGE_KIND


@pytest.mark.parametrize("tail", [b"<script>alert(1)</script>", b"PK\x03\x04", b"\0", b"GIF89a"])
@pytest.mark.parametrize("draw", [drawn.png, drawn.jpeg, drawn.webp], ids=["png", "jpeg", "webp"])
def test_a_file_that_is_two_things_is_refused(draw, tail):
    assert _refused(draw(tail=tail)) == Refusal.IMAGE_HAS_MORE


def test_what_hides_behind_the_pixels_is_found():
    hidden = zlib.compress(bytes(49) * 32) + SECRET
    content = drawn.PNG_BEGINS + drawn.png()[8:33] + drawn.chunk(b"IDAT", hidden) + drawn.chunk(b"IEND", b"")

    assert _refused(content) == Refusal.IMAGE_HAS_MORE


@pytest.mark.parametrize("content", [
    drawn.png(more=[drawn.chunk(b"acTL", bytes(8))]), drawn.webp(drawn.frame(0x02), drawn.riff(b"ANIM", bytes(6))),
    drawn.webp(drawn.frame(0x02), drawn.riff(b"VP8L", drawn.lossless())),
], ids=["png", "webp", "webp that only says so"])  # fmt: skip
def test_a_picture_that_moves_is_refused(content):
    assert _refused(content) == Refusal.IMAGE_MOVES


@pytest.mark.parametrize("content", [
    drawn.jpeg(more=drawn.segment(0xE1, b"Exif\0\0" + drawn.notes(turned=6))), drawn.png(more=[drawn.chunk(b"eXIf", drawn.notes(8))]),
    drawn.webp(drawn.frame(8), drawn.riff(b"VP8L", drawn.lossless()), drawn.riff(b"EXIF", drawn.notes(3))),
], ids=["jpeg", "png", "webp"])  # fmt: skip
def test_a_picture_that_lies_on_its_side_is_sent_back_to_be_turned(content):
    assert _refused(content) == Refusal.IMAGE_TURNED


@pytest.mark.parametrize(("size", "refusal"), [
    ((4001, 30), Refusal.IMAGE_TOO_MANY_PIXELS), ((30, 4001), Refusal.IMAGE_TOO_MANY_PIXELS),
    ((3000, 3000), Refusal.IMAGE_TOO_MANY_PIXELS), ((1, 1), Refusal.IMAGE_TOO_SMALL), ((0, 40), Refusal.IMAGE_TOO_SMALL),
])  # fmt: skip
def test_the_size_in_pixels_has_a_limit_both_ways_whatever_the_kind(size, refusal):
    header = struct.pack(">IIBBBBB", *size, 8, 0, 0, 0, 0)

    assert _refused(drawn.jpeg(size, pixels=b"abc")) == refusal
    assert _refused(drawn.PNG_BEGINS + drawn.chunk(b"IHDR", header) + drawn.chunk(b"IEND", b"")) == refusal


def test_a_picture_is_not_heavier_than_people_will_wait_for():
    assert _refused(b"\x89PNG" + bytes(500_000)) == Refusal.IMAGE_TOO_LARGE


@given(st.sampled_from(sorted(KINDS)), st.integers(0, 140), st.binary(max_size=6), st.booleans())
def test_whatever_is_done_to_the_bytes_there_is_an_answer_and_what_is_kept_is_kept_the_same(
    kind, at, odd, torn
):
    whole = KINDS[kind]
    content = whole[:at] + odd + (b"" if torn else whole[at + len(odd) :])

    try:
        found = images.read(content)
    except Refused as refused:
        assert refused.sentence()
    else:
        assert images.read(found.content) == found
