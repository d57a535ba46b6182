"""Small bitmaps drawn by hand, so that a test knows every byte of them."""

import struct
import zlib

from stafett.action_guide.rules import images

SIZE = (48, 32)
PNG_BEGINS = b"\x89PNG\r\n\x1a\n"


def chunk(name, data):
    """A chunk of a PNG with its checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(size=SIZE, *, grey=200, more=(), pixels=None, tail=b""):
    """A grey PNG. `more`: chunks after the header; `pixels`: other unpacked bytes; `tail`: behind its end."""
    width, height = size
    raw = pixels if pixels is not None else (b"\0" + bytes([grey]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    drawn = chunk(b"IHDR", header) + b"".join(more) + chunk(b"IDAT", zlib.compress(raw))
    return PNG_BEGINS + drawn + chunk(b"IEND", b"") + tail


def segment(marker, data):
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(size=SIZE, *, more=b"", tail=b"", frame=0xC0, components=1, pixels=None):
    """A grey JPEG whose every block says "as before". `more`: segments after its start; `tail`: behind its end."""
    width, height = size
    blocks = -(-width // 8) * -(-height // 8)
    start = struct.pack(">BHHB", 8, height, width, components)
    start += b"".join(bytes((number + 1, 0x11, 0)) for number in range(components))
    one_code = bytes([1] + [0] * 15) + b"\0"
    tables = segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC4, b"\x00" + one_code + b"\x10" + one_code)
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
    drawn = bytes(blocks // 4) if pixels is None else pixels
    return (
        b"\xff\xd8"
        + more
        + tables[:69]
        + segment(frame, start)
        + tables[69:]
        + scan
        + drawn
        + b"\xff\xd9"
        + tail
    )


def jfif(thumbnail=b""):
    """The segment that most JPEGs begin with."""
    return segment(
        0xE0, b"JFIF\0\1\1\0\0\1\0\1" + bytes((len(thumbnail) // 3, 1 if thumbnail else 0)) + thumbnail
    )


def notes(turned=1, place=b"60N 5E"):
    """What a camera writes: how it was held, and where it was."""
    return struct.pack("<2sHIHHHIHH", b"II", 42, 8, 1, 0x0112, 3, 1, turned, 0) + bytes(4) + place


def riff(name, data):
    """A chunk of a WebP."""
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def lossless(size=SIZE):
    """The inside of a WebP without loss, in one colour."""
    bits = "".join((_low(size[0] - 1, 14), _low(size[1] - 1, 14), "0", "000", "0", "0", "0"))
    for shade in (180, 120, 140, 255):
        bits += "101" + _low(shade, 8)
    bits += "1000"
    bits += "0" * (-len(bits) % 8)
    return b"\x2f" + bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))


def webp(*chunks, tail=b"", size=SIZE):
    """A WebP; of these chunks when there are any."""
    inside = b"WEBP" + b"".join(chunks or (riff(b"VP8L", lossless(size)),))
    return b"RIFF" + struct.pack("<I", len(inside)) + inside + tail


def frame(flags, size=SIZE):
    """The chunk that says what a WebP has."""
    return riff(
        b"VP8X",
        bytes((flags, 0, 0, 0)) + (size[0] - 1).to_bytes(3, "little") + (size[1] - 1).to_bytes(3, "little"),
    )


def lossy(size=SIZE):
    """The beginning of a WebP with loss: enough to know what it is."""
    return b"\x10\x02\x00\x9d\x01\x2a" + struct.pack("<HH", *size) + bytes(40)


def entry(content, **alt):
    """An image as it stands on a part."""
    return images.entry(images.read(content), alt or {"nb": "Tre barn bygger et tårn."})


def _low(value, count):
    """A number as bits, the lowest first."""
    return f"{value:0{count}b}"[::-1]
