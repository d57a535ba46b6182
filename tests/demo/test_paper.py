"""The demo's signed form: small, and still a PDF that a reader can open."""

import re

import pytest

from stafett.consent.rules import file_kind
from stafett.demo import paper


@pytest.mark.parametrize("line", ["Samtykke. Kari Eksempelmo.", "Ærlig (talt) \\ så", "Ánte 🌟", ""])
def test_every_object_stands_where_the_table_says(line):
    form = paper.signed_form(line)

    table = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", form)[1])
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n ", form[table:])]
    assert form[table:].startswith(b"xref\n0 6\n")
    assert [form[place:].split(b"\n", 1)[0] for place in places] == [b"%d 0 obj" % n for n in range(1, 6)]


def test_it_is_kept_as_a_pdf():
    assert file_kind(paper.signed_form("Samtykke")[:16]) == "application/pdf"


def test_the_stream_is_as_long_as_it_says_with_letters_outside_ascii():
    form = paper.signed_form("Blåbærsyltetøy (hjemmelaget)")

    stated = int(re.search(rb"/Length (\d+)", form)[1])
    stream = re.search(rb"stream\n(.*?)\nendstream", form, re.DOTALL)[1]
    assert len(stream) == stated
    assert "Blåbærsyltetøy \\(hjemmelaget\\)".encode("cp1252") in stream
