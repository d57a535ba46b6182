"""What a file may be, and that a version is one thing."""

from stafett.kernel.file_kinds import JPEG, PDF, PNG
from stafett.kernel.file_kinds import kind_of as _paper_kind_of
from stafett.kernel.office_files import DOCX, ODP, ODS, ODT, PPTX, XLSX, office_kind_of
from stafett.kernel.verdict import YES, Verdict, no
from stafett.toolbox.enums import Refusal

FILE_LIMIT = 10_000_000  # bytes
ENDINGS = {
    PDF: ("pdf",), JPEG: ("jpg", "jpeg"), PNG: ("png",), DOCX: ("docx",), XLSX: ("xlsx",), PPTX: ("pptx",),
    ODT: ("odt",), ODS: ("ods",), ODP: ("odp",),
}  # fmt: skip


def kind_of(content: bytes) -> str | None:
    """The content type of a whole file that does nothing when it is opened; None for everything else.

    Source: design 6.
    """
    return _paper_kind_of(content) or office_kind_of(content)


def ending_of(kind: str) -> str:
    """What the name of a file of this content type ends in, without the dot."""
    return ENDINGS[kind][0]


def may_keep_file(name: str, *, content: bytes) -> Verdict:
    """A document for everybody is at most 10 MB, passive, and what its name says it is.

    Source: design 6, ASVS 5.2.2.
    """
    if len(content) > FILE_LIMIT:
        return no(Refusal.FILE_TOO_LARGE)
    kind = kind_of(content)
    if kind is None:
        return no(Refusal.FILE_TYPE)
    ending = name.rsplit(".", 1)[-1].lower()
    return YES if ending in ENDINGS[kind] else no(Refusal.FILE_NAME)


def may_keep_source(*, has_file: bool, link: str, sheet: str) -> Verdict:
    """A version is a file, an address or one of our own sheets: one of them, so that nobody wonders which counts.

    Source: S003-13.
    """
    return YES if sum(map(bool, (has_file, link, sheet))) == 1 else no(Refusal.ONE_SOURCE)
