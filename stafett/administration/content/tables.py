"""A file as rows of text: CSV in whatever separator and encoding people have, and Excel. Nothing in it is run.

A formula stays the text it is written as. Limits hold before anything is unpacked.
"""

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

from openpyxl import load_workbook

from stafett.administration.enums import Unreadable
from stafett.kernel.office_files import XLSX, office_kind_of
from stafett.kernel.text import clean_line

FILE_LIMIT = 20_000_000  # bytes; some 300 000 rows
MOST_ROWS = 250_000
MOST_COLUMNS = 60
SHEET_ROWS = 1_048_576  # of any sheet in a workbook
LONGEST_CELL = 500
_SEPARATORS = ";\t,|"
_BEGINNING = 20_000  # characters that the separator is guessed from
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_DOCTYPE = b"<!DOCTYPE"

Row = tuple[str, ...]


class UnreadableFile(Exception):
    """The file is no list that can be read, for `reason`."""

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason)
        self.reason = reason


def rows_of(content: bytes) -> list[Row]:
    """Every row of the file as cleaned text, empty ones too, so that a row's place is its number in the file.

    Raises UnreadableFile. Source: W-16, issue H 2.
    """
    if not content.strip():
        raise UnreadableFile(Unreadable.EMPTY)
    if len(content) > FILE_LIMIT:
        raise UnreadableFile(Unreadable.TOO_LARGE)
    if content.startswith(_OLD_EXCEL):
        raise UnreadableFile(Unreadable.OLD_EXCEL)
    found = _workbook(content) if content.startswith(_ZIP) else _separated(content)
    rows: list[Row] = []
    for cells in found:
        if len(rows) >= MOST_ROWS:
            raise UnreadableFile(Unreadable.TOO_MANY_ROWS)
        rows.append(tuple(clean_line(cell)[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]))
    return rows


def text_of(content: bytes) -> str:
    """The characters of a text file: UTF-8 or UTF-16 by their marks, else UTF-8 when it is that, else ISO-8859-1."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("iso-8859-1")


def separator_of(text: str) -> str:
    """What stands between the cells: the one of ; tab , | that there are most of in the first line with any of them."""
    for line in text[:_BEGINNING].splitlines():
        counts = {mark: line.count(mark) for mark in _SEPARATORS}
        if any(counts.values()):
            return max(counts, key=lambda mark: counts[mark])
    return ";"


def _separated(content: bytes) -> Iterator[list[str]]:
    text = text_of(content)
    if "\x00" in text:
        raise UnreadableFile(Unreadable.NOT_A_LIST)
    lines = io.StringIO(text, newline="")
    try:
        yield from csv.reader(lines, delimiter=separator_of(text))
    except csv.Error:
        raise UnreadableFile(Unreadable.NOT_A_LIST) from None


def _workbook(content: bytes) -> Iterator[list[str]]:
    """Rows of the first sheet, down to the last that says anything: a sheet may be formatted far below it.

    What could swell, run or fetch is turned away before it is opened.
    """
    if office_kind_of(content) != XLSX or _has_doctype(content):
        raise UnreadableFile(Unreadable.NOT_A_LIST)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of looks that the reader does not keep
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            # no wider and no longer than a sheet can be, whatever the file says of itself
            sheet = book.worksheets[0].iter_rows(max_row=SHEET_ROWS, max_col=MOST_COLUMNS, values_only=True)
            empty = 0
            for cells in sheet:
                if cells.count(None) == len(cells):
                    empty += 1
                    continue
                yield from [[]] * empty
                yield [_as_text(cell) for cell in cells]
                empty = 0
    except UnreadableFile:
        raise
    except Exception:
        # the reader raises whatever it stumbles on; none of it is of use to whoever chose the file
        raise UnreadableFile(Unreadable.NOT_A_LIST) from None


def _has_doctype(content: bytes) -> bool:
    """Whether a part declares entities, which a list never does."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
        for part in parts:
            with archive.open(part) as opened:
                if _DOCTYPE in opened.read(1000).upper():
                    return True
    return False


def _as_text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date):
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
