"""PDF files: what stands in them, that any words are safe in them, and that the same document is the same file."""

import base64
import dataclasses
import io
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stafett.kernel import pdf
from stafett.kernel.pdf import (
    Bullets,
    Document,
    Drawing,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    TooLong,
    typeset,
)

JARS = Path(os.environ.get("PREFLIGHT_JARS") or "/usr/share/java")
PREFLIGHT = (
    "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api",
)  # fmt: skip
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="teal"/></svg>'
DOCUMENT = Document(
    title="Veilederen",
    language="nb",
    made_on=date(2026, 3, 3),
    subtitle="Nordlia kommune",
    blocks=(
        Heading(1, "Nivå 1"),
        Paragraph("Čállit ŋoaddi, đ, ŧ og ž.\nNeste linje."),
        Facts((("Frist", "tre uker"),)),
        Bullets(("én", "to")),
        Table("Tiltak", ("Hva", "Når"), (("Lesegruppe", "mandag"),), (3, 1)),
        Drawing(DRAWING, "svg", "En trapp med tre trinn", 20),
        PageBreak(),
        Heading(2, "Videre"),
    ),
)


@pytest.fixture(scope="module")
def made():
    return typeset(DOCUMENT)


def with_words(words):
    return dataclasses.replace(
        DOCUMENT, blocks=(Heading(1, words), Paragraph(words), Table(words, (words,), ((words,),)))
    )


def metadata(content):
    with pikepdf.open(io.BytesIO(content)) as opened, opened.open_metadata() as said:
        return {key.split("}")[-1]: value for key, value in said.items()}


def test_the_file_calls_itself_an_accessible_archive_file_in_its_language(made):
    said = metadata(made)
    assert (said["part"], said["conformance"]) in {("2", "A"), ("1", "A")}
    with pikepdf.open(io.BytesIO(made)) as opened:
        root = opened.Root
        assert b"pdfuaid" in root.Metadata.read_bytes()
        assert str(root.Lang).startswith("nb")
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert not opened.is_encrypted
        assert "/OpenAction" not in root
        assert "/Names" not in root or not {"/JavaScript", "/EmbeddedFiles"} & set(root.Names.keys())


def test_another_reader_finds_no_fault_with_its_accessibility(made, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(made)
    check = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(path)], capture_output=True, text=True, check=False
    )
    assert "errors=0 warnings=0" in check.stdout, check.stdout + check.stderr


@pytest.mark.skipif(
    not (JARS / "preflight.jar").exists() or shutil.which("java") is None,
    reason="PDFBox Preflight is not here: java, libpdfbox2-java, libactivation-java and libjaxb-api-java",
)
def test_another_engine_finds_the_same_document_a_valid_archive_file(tmp_path, monkeypatch):
    compiled = pdf._compiled

    def without_bookmarks(files, made_on):  # PDF/A-1, all that Preflight knows, has another form for them
        return compiled(
            files | {"main.typ": b"#set heading(bookmarked: false)\n" + files["main.typ"]}, made_on
        )

    monkeypatch.setattr(pdf, "_compiled", without_bookmarks)
    monkeypatch.setattr(pdf, "STANDARDS", ["a-1a"])
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset(DOCUMENT))

    classes = ":".join(str(JARS / f"{name}.jar") for name in PREFLIGHT)
    judge = ["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    said = subprocess.run(judge, capture_output=True, text=True, check=False, timeout=120)

    assert "is a valid PDF/A-1b file" in said.stdout, said.stdout + said.stderr


def test_every_font_is_inside_the_file(made):
    with pikepdf.open(io.BytesIO(made)) as opened:
        described = [thing.get("/FontDescriptor") for thing in opened.objects if _is_font(thing)]
        assert described
        assert all(font is None or "/FontFile2" in font or "/FontFile3" in font for font in described)


def _is_font(thing):
    return (
        isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/FontDescriptor" in thing
    )


def test_the_same_document_is_the_same_bytes_in_another_process(made):
    asked = "import sys; from tests.kernel.test_pdf import *; sys.stdout.buffer.write(typeset(DOCUMENT))"
    again = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert again.stdout == made


def test_a_picture_needs_words():
    with pytest.raises(ValueError, match="needs words"):
        typeset(dataclasses.replace(DOCUMENT, blocks=(Drawing(DRAWING, "svg", "  "),)))


def test_a_bitmap_is_drawn_too():
    one_dot = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    picture = Drawing(one_dot, "png", "En prikk", 10, (1, 1))

    with pikepdf.open(io.BytesIO(typeset(dataclasses.replace(DOCUMENT, blocks=(picture,))))) as opened:
        images = [thing for thing in opened.objects if isinstance(thing, pikepdf.Stream)]
        assert any(image.get("/Subtype") == "/Image" for image in images)


def test_a_level_that_is_skipped_becomes_the_next_one():
    told = pdf._Told(dataclasses.replace(DOCUMENT, blocks=(Heading(4, "dypt"), Heading(1, "opp")))).files()
    assert b'"level": 2, "text": "dypt"' in told["document.json"]


def test_typst_in_a_text_is_only_text():
    hostile = '#eval("1 + 1") *fet* $x$ #import "a.typ": * #read("/etc/passwd") `kode` // bort'
    told = pdf._Told(with_words(hostile))
    files = told.files()
    assert typeset(with_words(hostile)).startswith(b"%PDF-")
    assert not told.has_replaced
    assert hostile.replace('"', '\\"').encode() in files["document.json"]


def test_a_character_without_a_glyph_leaves_a_mark_and_a_note():
    told = pdf._Told(with_words("漢"))
    assert told.files()["document.json"].decode().count("□") > 1
    assert typeset(with_words("漢"))


def test_a_character_of_a_private_area_is_not_set_although_a_font_has_a_shape_for_it():
    assert typeset(with_words("\ue000\ue003\uf8ff\U000f0000"))


def test_a_word_of_a_million_letters_is_set_and_more_is_refused():
    assert typeset(dataclasses.replace(DOCUMENT, blocks=(Paragraph("å" * 90_000),)))
    with pytest.raises(TooLong):
        typeset(dataclasses.replace(DOCUMENT, blocks=(Paragraph("å" * (pdf.LONGEST + 1)),)))


def test_every_letter_of_unicode_is_set_or_leaves_a_mark():
    letters = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)).startswith("L")]
    words = ("".join(letters[start : start + 8]) for start in range(0, len(letters), 8))
    document = dataclasses.replace(DOCUMENT, blocks=tuple(Paragraph(word) for word in words))

    told = json.dumps(json.loads(pdf._Told(document).files()["document.json"]), ensure_ascii=False)

    assert typeset(document).startswith(b"%PDF-")
    _first, drawn = pdf._characters()
    assert [letter for letter in letters if letter in drawn and letter not in told] == []
    assert told.count(pdf.PLACEHOLDER) >= sum(letter not in drawn for letter in letters) > 100_000


any_words = st.text(max_size=60) | st.text(
    "\u0000\u0301\u0650\u200d\ufe0f\U0001f468ŋa#*_$\\`<>@\n \t", max_size=60
)


@settings(max_examples=100)
@given(st.lists(any_words, min_size=20, max_size=20))
def test_no_text_stops_a_document(texts):
    blocks = [
        block for words in texts for block in (Paragraph(words), Bullets((words,)), Facts(((words, words),)))
    ]
    tables = [Table(words, (words, words), ((words, words),)) for words in texts[:5]]
    made = typeset(
        Document(
            texts[0],
            "nn",
            date(2026, 1, 1),
            subtitle=texts[1],
            blocks=(Heading(1, texts[2]), *blocks, *tables),
        )
    )
    assert made.startswith(b"%PDF-")
