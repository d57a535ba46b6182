"""A signed consent form as a PDF of a few hundred bytes, for the demo and tests: one page, one line of text."""

PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def signed_form(line: str) -> bytes:
    """A valid one-page PDF that says `line`; letters outside Western European become question marks."""
    text = line.translate(_ESCAPED)
    words = f"BT /F1 14 Tf 72 760 Td ({text}) Tj ET".encode("cp1252", "replace")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE.encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        FONT.encode(),
    ]
    return _numbered(bodies)


def _numbered(bodies: list[bytes]) -> bytes:
    """The objects with the table that says where each begins, which makes it a PDF."""
    file, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        file, size, rows, size, len(file),
    )  # fmt: skip
