"""A JPEG taken apart: its tables, its one frame and its scans are kept, everything that cameras add is left behind."""

import struct
from collections.abc import Iterator

from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import exif
from stafett.action_guide.rules.bitmaps import Bitmap, refuse, sized

BEGINS = b"\xff\xd8"
_END, _SCAN, _QUANTA, _CODES, _RESTART = 0xD9, 0xDA, 0xDB, 0xC4, 0xDD
_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive: what every browser draws
_JFIF, _NOTES, _ADOBE, _COMMENT = 0xE0, 0xE1, 0xEE, 0xFE
_PLAIN_JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
_COMPONENTS = (1, 3)  # grey, and colour; print colours look wrong on a screen


def read(content: bytes) -> Bitmap:
    """The picture in a JPEG. Raises Refused for what is torn, is turned, or is something more. Source: ADR 0040."""
    size: tuple[int, int] | None = None
    scans, kept = 0, [BEGINS]
    for marker, data, pixels in _segments(content):
        if marker in _FRAMES:
            if size is not None:
                refuse(Refusal.IMAGE_KIND)
            size = _size_in(data)
        elif marker == _SCAN:
            scans += 1
            if size is None or not pixels or len(data) < 4 or len(data) != 4 + 2 * data[0]:
                refuse(Refusal.IMAGE_KIND)
        kept.append(_kept(marker, data) + pixels)
    if size is None or not scans:
        refuse(Refusal.IMAGE_KIND)
    return Bitmap("jpeg", *size, b"".join(kept) + b"\xff\xd9")


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """(marker, its data, and of a scan the packed pixels behind it), up to the end, which must be the file's."""
    at = len(BEGINS)
    while True:
        while content[at : at + 2] == b"\xff\xff":  # room between segments
            at += 1
        if len(content) < at + 2 or content[at] != 0xFF:
            refuse(Refusal.IMAGE_KIND)
        marker = content[at + 1]
        if marker == _END:
            break
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        data, end = content[at + 4 : at + 2 + length], at + 2 + length
        if length < 2 or len(data) != length - 2:
            refuse(Refusal.IMAGE_KIND)
        at = _end_of_pixels(content, end) if marker == _SCAN else end
        yield marker, data, content[end:at]
    if at + 2 != len(content):
        refuse(Refusal.IMAGE_HAS_MORE)


def _end_of_pixels(content: bytes, at: int) -> int:
    """Where the next marker stands: those that only count inside the pixels (RST), and a stuffed FF, are passed over."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            refuse(Refusal.IMAGE_KIND)
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:
            return at
        at += 2


def _size_in(frame: bytes) -> tuple[int, int]:
    if len(frame) < 6:
        refuse(Refusal.IMAGE_KIND)
    precision, height, width, components = struct.unpack_from(">BHHB", frame)
    if precision != 8 or components not in _COMPONENTS or len(frame) != 6 + 3 * components:
        refuse(Refusal.IMAGE_KIND)
    return sized(width, height)


def _kept(marker: int, data: bytes) -> bytes:
    """The segment as it stands in the picture that is kept; nothing of what only tells about it."""
    if marker == _NOTES:
        if data.startswith(b"Exif\0\0") and exif.is_turned(data[6:]):
            refuse(Refusal.IMAGE_TURNED)
        return b""
    if marker == _JFIF:
        return _PLAIN_JFIF if data.startswith(b"JFIF\0") else b""
    if marker == _ADOBE:  # says how the colours are kept, in its last byte
        return _segment(marker, b"Adobe\0\x64" + bytes(4) + data[11:]) if data[:5] == b"Adobe" and len(data) == 12 else b""  # fmt: skip
    if 0xE0 <= marker <= 0xEF or marker == _COMMENT:
        return b""
    if marker not in (*_FRAMES, _SCAN) and not _is_table(marker, data):
        refuse(Refusal.IMAGE_KIND)
    return _segment(marker, data)


def _is_table(marker: int, data: bytes) -> bool:
    """Whether these are whole tables and nothing else."""
    if marker == _RESTART:
        return len(data) == 2
    if marker not in (_QUANTA, _CODES):
        return False
    at = 0
    while at < len(data):
        if marker == _QUANTA:
            at += 1 + 64 * (2 if data[at] >> 4 else 1)
        else:
            at += 17 + sum(data[at + 1 : at + 17])
    return at == len(data) > 0


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data
