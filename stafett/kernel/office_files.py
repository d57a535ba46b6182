"""What an office file is, told from its content: a whole, passive OOXML or OpenDocument file. Nothing is unpacked.

Of the archive only its list of contents is read, and the few bytes that say what kind it is.
"""

import io
import zipfile
import zlib

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODP = "application/vnd.oasis.opendocument.presentation"

_MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
_OPEN_DOCUMENT = {each.encode(): each for each in (ODT, ODS, ODP)}
_MOST_PARTS = 2_000
_MOST_UNPACKED = 200_000_000  # bytes, as the list of contents tells them
_MOST_TIMES = 200  # a text shrinks to a tenth; what shrinks to a two-hundredth is there to swell
_ENCRYPTED = 0x1
# Macros, programs inside, and controls: these do something when the file is opened.
_ACTIVE = (
    "vbaproject.bin",
    "activex",
    "oleobject",
    "/embeddings/",
    "basic/",
    "scripts/",
    "object replacements",
)


def office_kind_of(content: bytes) -> str | None:
    """The content type of a whole, passive DOCX, XLSX, PPTX, ODT, ODS or ODP; None for everything else.

    Also None for one with macros or something embedded, one that is locked with a password, and one that would swell
    when it is unpacked. What hides inside a part is not seen: files are saved, never shown or run
    (docs/security/files.md). Source: design 6, ASVS 5.2.2, 5.2.3.
    """
    if not content.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            return _kind(archive, parts) if _is_quiet(parts, len(content)) else None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        return None


def _is_quiet(parts: list[zipfile.ZipInfo], size: int) -> bool:
    if len(parts) > _MOST_PARTS or any(part.flag_bits & _ENCRYPTED for part in parts):
        return False
    unpacked = sum(part.file_size for part in parts)
    if unpacked > min(_MOST_UNPACKED, _MOST_TIMES * size):
        return False
    names = [f"/{part.filename}".lower() for part in parts]
    return not any(word in name for name in names for word in _ACTIVE)


def _kind(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str | None:
    names = {part.filename for part in parts}
    if "[Content_Types].xml" in names:
        return next((kind for part, kind in _MAIN_PARTS.items() if part in names), None)
    if parts and parts[0].filename == "mimetype" and "content.xml" in names:
        with archive.open(parts[0]) as told:
            return _OPEN_DOCUMENT.get(told.read(100).strip())
    return None
