"""A file as rows of text, and the rows as people: whatever separator, encoding, column names and cells it has."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from stafett.administration import rules
from stafett.administration.content import columns, tables
from stafett.administration.enums import Fault, Unreadable
from stafett.kernel.text import clean_line
from tests.administration.good_forms import number

NUMBER = number().digits
CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=8), st.sampled_from(";\t,|"))
@settings(max_examples=60)
def test_what_is_written_as_csv_is_read_as_it_was(rows, separator):
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows([[f"a{separator * 3}", "b"], *rows])
    plain = f"x{separator}y{separator}z\n" + written.getvalue()

    found = tables.rows_of(plain.encode())

    assert found[0] == ("x", "y", "z")
    assert found[2:] == [tuple(clean_line(cell) for cell in row) for row in rows]


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_are_rows_or_a_reason(content):
    try:
        found = tables.rows_of(content)
    except tables.UnreadableFile as fault:
        assert fault.reason in Unreadable
    else:
        reading = rules.read(found, allow_synthetic=True)
        assert reading.rows or reading.problem


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%Y%m%d"]),
)
def test_a_day_is_read_in_each_way_it_is_written(day, form):
    assert rules.day_of(day.strftime(form)) == day


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_encoding_and_separator_are_guessed(encoding, separator):
    written = separator.join(["Fødselsnummer", "Fornavn", "Etternavn", "Enhet", "Stilling"])
    written += "\r\n" + separator.join([NUMBER, "Åse", "Bjørnøy", "Solås skole", "Lærer"])

    [row] = rules.read(tables.rows_of(written.encode(encoding)), allow_synthetic=True).rows

    assert (row.name, row.unit, row.number.digits, row.number_in_file) == (
        "Åse Bjørnøy",
        "Solås skole",
        NUMBER,
        2,
    )


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("FNR", columns.NUMBER), ("person.fodselsnummer", columns.NUMBER), ("Fødselsnummer ", columns.NUMBER),
        ("navn.fornavn", columns.GIVEN), ("Arbeidssted", columns.UNIT), ("arbeidsforhold.stillingstittel", columns.POSITION),
        ("gyldighetsperiode.slutt", columns.ENDS), ("Ansatt fra", columns.STARTS), ("Skostørrelse", None),
    ],
)  # fmt: skip
def test_columns_are_known_by_what_people_and_fint_call_them(heading, field):
    assert columns.field_of(heading) == field


def test_a_workbook_keeps_formulas_as_text_dates_as_days_and_gives_a_lost_zero_back():
    born = next(each for each in (number(k) for k in range(25)) if each)
    book = Workbook()
    sheet = book.active
    sheet.append(["Ansatte i kommunen"])
    sheet.append(["Fnr", "Navn", "Enhet", "Stilling", "Til dato"])
    sheet.append(
        [
            int(born.digits),
            "Oppspinn, Ola",
            '=HYPERLINK("http://x.example","Solås")',
            "=1+1",
            date(2026, 12, 31),
        ]
    )
    kept = io.BytesIO()
    book.save(kept)

    [row] = rules.read(tables.rows_of(kept.getvalue()), allow_synthetic=True).rows

    assert (row.number.digits, row.name, row.number_in_file) == (born.digits, "Ola Oppspinn", 3)
    assert (row.unit, row.position) == ('=HYPERLINK("http://x.example","Solås")', "=1+1")
    assert (row.ends_on, row.says_end) == (date(2026, 12, 31), True)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Unreadable.EMPTY),
        (b" \n ", Unreadable.EMPTY),
        (b"PK\x03\x04 not a workbook", Unreadable.NOT_A_LIST),
        (b"\xd0\xcf\x11\xe0 old", Unreadable.OLD_EXCEL),
        (b"a;b\x00;c", Unreadable.NOT_A_LIST),
        (b"x" * (tables.FILE_LIMIT + 1), Unreadable.TOO_LARGE),
        (b"a\n" * (tables.MOST_ROWS + 1), Unreadable.TOO_MANY_ROWS),
    ],
    ids=["nothing", "spaces", "torn", "old", "bytes", "large", "long"],
)
def test_what_is_no_list_is_turned_away_with_a_reason(content, reason):
    with pytest.raises(tables.UnreadableFile) as fault:
        tables.rows_of(content)

    assert fault.value.reason == reason


def test_a_list_without_headings_or_columns_says_which_are_missing():
    nothing = rules.read([("hei", "du"), ("1", "2")], allow_synthetic=True)
    some = rules.read([("Fnr", "Fornavn", "Enhet"), ("1", "2", "3")], allow_synthetic=True)
    only_headings = rules.read([("Fnr", "Navn", "Enhet", "Stilling")], allow_synthetic=True)

    assert nothing.problem == Unreadable.NO_HEADINGS
    assert (some.problem, some.missing) == (Unreadable.COLUMNS_MISSING, (columns.POSITION, columns.FAMILY))
    assert only_headings.problem == Unreadable.EMPTY


@pytest.mark.parametrize(
    ("cells", "faults"),
    [
        (("", "Ola", "Vik", "Skolen", "Lærer", "", "", ""), [Fault.NUMBER_MISSING]),
        (("123", "Ola", "Vik", "Skolen", "Lærer", "", "", ""), [Fault.NUMBER_LENGTH]),
        (("1234567890", "Ola", "Vik", "Skolen", "Lærer", "", "", ""), [Fault.NUMBER_LENGTH]),
        (("99" + NUMBER[2:], "Ola", "Vik", "Skolen", "Lærer", "", "", ""), [Fault.NUMBER_DATE]),
        (
            (NUMBER, "", "Vik", "", "", "", "", ""),
            [Fault.NAME_MISSING, Fault.UNIT_MISSING, Fault.POSITION_MISSING],
        ),
        ((NUMBER, "Ola", "Vik", "Skolen", "Lærer", "Konge", "", ""), [Fault.ROLE_UNKNOWN]),
        ((NUMBER, "Ola", "Vik", "Skolen", "Lærer", "", "i fjor", ""), [Fault.DAY_UNKNOWN]),
        ((NUMBER, "Ola", "Vik", "Skolen", "Lærer", "", "2.1.2026", "1.1.2026"), [Fault.ENDS_BEFORE_START]),
        ((NUMBER, "Ola", "V" * 101, "Skolen", "Lærer", "", "", ""), [Fault.TOO_LONG]),
        ((NUMBER, "Ola", "Vik", "Skolen", "Lærer", "Rektor", "1.1.2026", ""), []),
    ],
)
def test_each_fault_in_a_row_has_its_own_words(cells, faults):
    headings = ("Fnr", "Fornavn", "Etternavn", "Enhet", "Stilling", "Rolle", "Fra dato", "Til dato")

    [row] = rules.read([headings, cells], allow_synthetic=True).rows

    assert list(row.faults) == faults


def test_a_test_number_is_named_where_only_real_ones_count_and_names_are_read_both_ways():
    assert rules.number_of(NUMBER, allow_synthetic=False) == Fault.NUMBER_SYNTHETIC
    rows = rules.read(
        [("Fnr", "Navn", "Enhet", "Stilling"), (NUMBER, "Kari Marie Vik", "A", "B"), (NUMBER, "Vik, Kari Marie", "A", "B")],
        allow_synthetic=True,
    ).rows  # fmt: skip

    assert {(row.given_name, row.family_name) for row in rows} == {("Kari Marie", "Vik")}
