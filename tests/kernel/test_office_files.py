"""An office file is what its list of contents says, and it does nothing when it is opened."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.kernel.office_files import DOCX, ODP, ODS, ODT, PPTX, XLSX, office_kind_of

MAIN = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml", PPTX: "ppt/presentation.xml"}


def archive(parts, *, way=zipfile.ZIP_DEFLATED):
    """A zip with these parts: name -> bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", way) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return kept.getvalue()


def office(kind=DOCX, **more):
    """A small file of an OOXML kind, with more parts."""
    return archive({"[Content_Types].xml": b"<Types/>", MAIN[kind]: b"<w/>"} | more)


def open_document(kind=ODT, **more):
    """A small OpenDocument file."""
    return archive({"mimetype": kind.encode(), "content.xml": b"<o/>"} | more, way=zipfile.ZIP_STORED)


A_DOCX, AN_ODT = office(), open_document()


@pytest.mark.parametrize("kind", MAIN)
def test_an_office_file_is_known_by_its_main_part(kind):
    assert office_kind_of(office(kind)) == kind


@pytest.mark.parametrize("kind", [ODT, ODS, ODP])
def test_an_open_document_is_known_by_what_it_says_first(kind):
    assert office_kind_of(open_document(kind)) == kind


@pytest.mark.parametrize(
    "part",
    [
        "word/vbaProject.bin",
        "word/activeX/activeX1.xml",
        "word/embeddings/oleObject1.bin",
        "xl/embeddings/a.docx",
    ],
)
def test_an_office_file_that_does_something_is_not_taken(part):
    assert office_kind_of(office(**{part: b"x"})) is None


@pytest.mark.parametrize("part", ["Basic/script-lc.xml", "Scripts/python/a.py", "Object Replacements/1"])
def test_an_open_document_that_does_something_is_not_taken(part):
    assert office_kind_of(open_document(**{part: b"x"})) is None


def test_a_file_that_swells_is_not_taken():
    bomb = office(**{"word/media/a.bin": b"\x00" * 20_000_000})

    assert len(bomb) < 50_000
    assert office_kind_of(bomb) is None


def test_a_file_that_says_it_holds_a_gigabyte_is_not_taken():
    told = bytearray(A_DOCX)
    at = told.rindex(b"PK\x01\x02")
    struct.pack_into("<I", told, at + 24, 1_000_000_000)

    assert office_kind_of(bytes(told)) is None


def test_a_locked_file_is_not_taken():
    told = bytearray(A_DOCX)
    at = told.rindex(b"PK\x01\x02")
    struct.pack_into("<H", told, at + 8, 1)

    assert office_kind_of(bytes(told)) is None


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", archive({"a.txt": b"x"}), archive({"mimetype": b"text/html", "content.xml": b""}),
     b"<html>" + A_DOCX, A_DOCX[:-30], archive({f"{n}.xml": b"" for n in range(2001)} | {"[Content_Types].xml": b"", "word/document.xml": b""})],
    ids=["nothing", "a beginning", "another archive", "a page", "behind a page", "torn", "thousands"],
)  # fmt: skip
def test_whatever_else_it_is_it_is_none_of_these(content):
    assert office_kind_of(content) is None


@given(st.binary(max_size=400), st.integers(0, len(A_DOCX) - 1))
def test_no_bytes_bring_it_down(junk, at):
    for content in (
        junk,
        b"PK\x03\x04" + junk,
        A_DOCX[:at] + junk + A_DOCX[at + len(junk) :],
        AN_ODT[:at] + junk,
    ):
        assert office_kind_of(content) in (None, DOCX, ODT)
