"""A WebP taken apart: the one still picture and its transparency are kept, everything else is left behind."""

import struct
from collections.abc import Iterator

from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import exif
from stafett.action_guide.rules.bitmaps import Bitmap, refuse, sized

BEGINS, IS_WEBP = b"RIFF", b"WEBP"
_LOSSY, _LOSSLESS, _ALPHA, _EXTENDED, _NOTES = b"VP8 ", b"VP8L", b"ALPH", b"VP8X", b"EXIF"
_MOVES = (b"ANIM", b"ANMF")
_LEFT_BEHIND = (_NOTES, b"XMP ", b"ICCP")
_HAS_ALPHA, _IS_ANIMATED = 0x10, 0x02


def read(content: bytes) -> Bitmap:
    """The picture in a WebP. Raises Refused for what is torn, moves, is turned, or is something more. Source: ADR 0040."""
    chunks = list(_chunks(content))
    names = [name for name, _data in chunks]
    if any(_moves(*chunk) for chunk in chunks):
        refuse(Refusal.IMAGE_MOVES)
    if any(name == _NOTES and exif.is_turned(data.removeprefix(b"Exif\0\0")) for name, data in chunks):
        refuse(Refusal.IMAGE_TURNED)
    draws = [name for name in names if name not in _LEFT_BEHIND]
    if draws not in ([_LOSSY], [_LOSSLESS], [_EXTENDED, _LOSSY], [_EXTENDED, _LOSSLESS], [_EXTENDED, _ALPHA, _LOSSY]):  # fmt: skip
        refuse(Refusal.IMAGE_KIND)
    data = dict(chunks)
    width, height = sized(*(_size_of_lossy(data[_LOSSY]) if _LOSSY in data else _size_of_lossless(data[_LOSSLESS])))  # fmt: skip
    if _EXTENDED in data and _canvas(data[_EXTENDED]) != (width, height):
        refuse(Refusal.IMAGE_KIND)
    return Bitmap("webp", width, height, _whole([each for each in chunks if each[0] in draws], width, height))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    said = int.from_bytes(content[4:8], "little") + 8
    if said > len(content) or said % 2:
        refuse(Refusal.IMAGE_KIND)
    if said < len(content):
        refuse(Refusal.IMAGE_HAS_MORE)
    at = 12
    while at < said:
        if at + 8 > said:
            refuse(Refusal.IMAGE_KIND)
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        if at + 8 + length > said:
            refuse(Refusal.IMAGE_KIND)
        yield content[at : at + 4], content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _moves(name: bytes, data: bytes) -> bool:
    return name in _MOVES or (name == _EXTENDED and bool(data[:1]) and bool(data[0] & _IS_ANIMATED))


def _size_of_lossy(data: bytes) -> tuple[int, int]:
    if len(data) < 11 or data[0] & 1 or data[3:6] != b"\x9d\x01\x2a":  # a frame that stands alone
        refuse(Refusal.IMAGE_KIND)
    width, height = struct.unpack_from("<HH", data, 6)
    return width & 0x3FFF, height & 0x3FFF


def _size_of_lossless(data: bytes) -> tuple[int, int]:
    if len(data) < 6 or data[0] != 0x2F:
        refuse(Refusal.IMAGE_KIND)
    bits = int.from_bytes(data[1:5], "little")
    if bits >> 29:  # the version, and there is one
        refuse(Refusal.IMAGE_KIND)
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _canvas(data: bytes) -> tuple[int, int]:
    if len(data) != 10:
        refuse(Refusal.IMAGE_KIND)
    return int.from_bytes(data[4:7], "little") + 1, int.from_bytes(data[7:10], "little") + 1


def _whole(chunks: list[tuple[bytes, bytes]], width: int, height: int) -> bytes:
    """The file made anew; a frame around it only where there is transparency beside the picture."""
    drawn = [each for each in chunks if each[0] != _EXTENDED]
    if len(drawn) > 1:
        sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        drawn = [(_EXTENDED, bytes((_HAS_ALPHA, 0, 0, 0)) + sides), *drawn]
    inside = IS_WEBP + b"".join(
        name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2) for name, data in drawn
    )
    return BEGINS + struct.pack("<I", len(inside)) + inside
