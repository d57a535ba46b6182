"""Reads a PDF as somebody with a reader would: its words in order, without what stands at the foot of each page."""

import io
import re

import pikepdf

SINGLE = re.compile(r"<(\w+)> <(\w+)>")
STRETCH = re.compile(r"<(\w+)> <(\w+)> <(\w+)>")


def words(content: bytes) -> str:
    """All words of a PDF that `kernel.pdf` has typeset, each run of spaces as one."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        said = [part for page in opened.pages for part in _parts_of(page)]
    return " ".join(" ".join(said).split())


def unspaced(text: str, *, without: str = "") -> str:
    """Text as page and paper can be compared by: no spaces and no hyphens, since lines end elsewhere, nor the signs in `without`."""
    return re.sub(rf"[-\s\u200b\u00ad{re.escape(without)}]+", "", text)


def _parts_of(page):
    """What stands in each marked part, in the order it is read."""
    letters = {name: _letters_of(font) for name, font in page.Resources.Font.items()}
    said, font, is_read = [], {}, False
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC":
                is_read = str(operands[0]) != "/Artifact"
                said.append("")
            case "Tf":
                font = letters[str(operands[0])]
            case "Tj" | "TJ" if is_read:
                said[-1] += _said(operands[0], font)
    return said


def _said(shown, letters):
    runs = [shown] if isinstance(shown, pikepdf.String) else [
        each for each in shown if isinstance(each, pikepdf.String)
    ]  # fmt: skip
    glyphs = b"".join(bytes(run) for run in runs)
    return "".join(
        letters.get(int.from_bytes(glyphs[at : at + 2], "big"), "\ufffd") for at in range(0, len(glyphs), 2)
    )


def _letters_of(font):
    """Glyph number -> the letters it stands for, as the file itself says."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found |= {int(glyph, 16): _decoded(text) for glyph, text in SINGLE.findall(block)}
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in STRETCH.findall(block):
            start, head = int(text[-4:], 16), text[:-4]
            for glyph in range(int(first, 16), int(last, 16) + 1):
                found[glyph] = _decoded(f"{head}{start + glyph - int(first, 16):04X}")
    return found


def _decoded(text):
    return bytes.fromhex(text).decode("utf-16-be")
