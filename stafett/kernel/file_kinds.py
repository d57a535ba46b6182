"""What a file is, told from its content alone. Nothing is decoded: a picture is never opened, so it cannot explode."""

PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
_BEGINS = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
# Where the format says that it is at its end. Phones put more behind a picture; a PDF reader looks this far back.
_ENDS = {PDF: b"%%EOF", JPEG: b"\xff\xd9", PNG: b"IEND\xaeB`\x82"}
_PDF_TAIL = 1024
# A scanned or printed form has none of these; a file that does something when it is opened has.
_ACTIVE = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/XFA")


def kind_of(content: bytes) -> str | None:
    """The content type of a whole, passive PDF, JPEG or PNG; None for everything else, also for a torn one.

    What is hidden in a compressed part of a PDF is not seen: files are saved, never shown or run (docs/security/files.md).
    Source: design 6, ASVS 5.2.2.
    """
    kind = next((kind for start, kind in _BEGINS.items() if content.startswith(start)), None)
    if kind is None or _ENDS[kind] not in (content[-_PDF_TAIL:] if kind == PDF else content):
        return None
    return None if kind == PDF and any(word in content for word in _ACTIVE) else kind
