"""A PNG taken apart: every chunk has its checksum, and its pixels are exactly as many as its header says."""

import struct
import zlib
from collections.abc import Iterator

from stafett.action_guide.enums import Refusal
from stafett.action_guide.rules import exif
from stafett.action_guide.rules.bitmaps import Bitmap, refuse, sized

BEGINS = b"\x89PNG\r\n\x1a\n"
_DRAWS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_ANIMATED, _NOTES = b"acTL", b"eXIf"
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # colour type -> samples in a pixel
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_WITH_PALETTE, _PALETTE_MAY_STAND = 3, (2, 3, 6)
_TRANSPARENT = {0: 2, 2: 6}  # colour type -> bytes of tRNS
# Where the pixels of each of the seven passes begin, and how far they are apart: (x, y, step x, step y)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_WHOLE = ((0, 0, 1, 1),)
_GULP = 1 << 16


def read(content: bytes) -> Bitmap:
    """The picture in a PNG. Raises Refused for what is torn, moves, is turned, or is something more. Source: ADR 0040."""
    chunks = list(_chunks(content))
    names = [name for name, _data in chunks]
    if _ANIMATED in names:
        refuse(Refusal.IMAGE_MOVES)
    if any(exif.is_turned(data) for name, data in chunks if name == _NOTES):
        refuse(Refusal.IMAGE_TURNED)
    drawing = [(name, data) for name, data in chunks if name in _DRAWS]
    width, height, depth, colour, passes = _header(drawing[0])
    _look_at_order([name for name, _data in drawing], colour)
    _look_at_colours(dict(drawing), colour)
    _look_at_pixels([data for name, data in drawing if name == b"IDAT"], _bytes_of(width, height, depth * _SAMPLES[colour], passes))  # fmt: skip
    return Bitmap("png", width, height, BEGINS + b"".join(_packed(name, data) for name, data in drawing))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(BEGINS)
    while True:
        if at + 12 > len(content):
            refuse(Refusal.IMAGE_KIND)
        (length,) = struct.unpack_from(">I", content, at)
        name, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content) or content[end - 4 : end] != _checksum(content[at + 4 : end - 4]):
            refuse(Refusal.IMAGE_KIND)
        if name not in _DRAWS and not name[0] & 0x20:  # a capital says that it must be understood
            refuse(Refusal.IMAGE_KIND)
        yield name, content[at + 8 : end - 4]
        at = end
        if name == b"IEND":
            break
    if at != len(content):
        refuse(Refusal.IMAGE_HAS_MORE)


def _header(first: tuple[bytes, bytes]) -> tuple[int, int, int, int, tuple[tuple[int, int, int, int], ...]]:
    name, data = first
    if name != b"IHDR" or len(data) != 13:
        refuse(Refusal.IMAGE_KIND)
    width, height, depth, colour, packing, filtering, laced = struct.unpack(">IIBBBBB", data)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or laced > 1:
        refuse(Refusal.IMAGE_KIND)
    sized(width, height)
    return width, height, depth, colour, _PASSES if laced else _WHOLE


def _look_at_order(names: list[bytes], colour: int) -> None:
    """Each stands once and in its place, the pixels in a row."""
    pixels = [at for at, name in enumerate(names) if name == b"IDAT"]
    others = [name for name in names if name != b"IDAT"]
    in_order = others == [name for name in _DRAWS if name in others and name != b"IDAT"]
    in_a_row = bool(pixels) and pixels[-1] == len(names) - 2 and len(pixels) == pixels[-1] - pixels[0] + 1
    has_palette = b"PLTE" in names
    fits = has_palette if colour == _WITH_PALETTE else not has_palette or colour in _PALETTE_MAY_STAND
    if not (in_order and in_a_row and fits):
        refuse(Refusal.IMAGE_KIND)


def _look_at_colours(chunks: dict[bytes, bytes], colour: int) -> None:
    palette, transparent = chunks.get(b"PLTE", b""), chunks.get(b"tRNS")
    most = len(palette) // 3
    wrong = len(palette) % 3 or most > 256 or len(chunks[b"IEND"])
    if transparent is not None:
        right = 0 < len(transparent) <= most if colour == _WITH_PALETTE else len(transparent) == _TRANSPARENT.get(colour)  # fmt: skip
        wrong = wrong or not right
    if wrong:
        refuse(Refusal.IMAGE_KIND)


def _bytes_of(width: int, height: int, bits: int, passes: tuple[tuple[int, int, int, int], ...]) -> int:
    """How many bytes the pixels are when they are unpacked: a byte before each line of each pass."""
    total = 0
    for x, y, step_x, step_y in passes:
        across, down = -(-(width - x) // step_x), -(-(height - y) // step_y)
        if across > 0 and down > 0:
            total += down * (1 + (across * bits + 7) // 8)
    return total


def _look_at_pixels(packed: list[bytes], expected: int) -> None:
    """Unpack a little at a time, and never more than the header promised: a file cannot explode."""
    unpacker, found = zlib.decompressobj(), 0
    waiting = b"".join(packed)
    try:
        while not unpacker.eof and found <= expected:
            piece = unpacker.decompress(waiting, _GULP)
            waiting = unpacker.unconsumed_tail
            found += len(piece)
            if not piece and not waiting:
                break
    except zlib.error:
        refuse(Refusal.IMAGE_KIND)
    if unpacker.unused_data:
        refuse(Refusal.IMAGE_HAS_MORE)
    if not unpacker.eof or found != expected:
        refuse(Refusal.IMAGE_KIND)


def _packed(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + _checksum(name + data)


def _checksum(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))
