"""A file is what its content is, from the first byte to the last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.demo.paper import signed_form
from stafett.kernel.file_kinds import JPEG, PDF, PNG, kind_of

A_PDF = signed_form("Samtykke")
A_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 40 + b"\xff\xd9"
A_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 40 + b"\x00\x00\x00\x00IEND\xaeB`\x82"
PAGE = b"<html><script>alert(1)</script></html>"


@pytest.mark.parametrize(("content", "kind"), [(A_PDF, PDF), (A_JPEG, JPEG), (A_PNG, PNG)])
def test_a_whole_file_is_known(content, kind):
    assert kind_of(content) == kind


@pytest.mark.parametrize("content", [A_PDF, A_JPEG, A_PNG], ids=["pdf", "jpeg", "png"])
def test_a_file_that_was_cut_short_is_not(content):
    assert {kind_of(content[:end]) for end in range(len(content) - 6)} == {None}


@pytest.mark.parametrize("more", [b"\x00" * 64, b"SEFT" + b"\x01" * 4000])
def test_what_a_phone_puts_behind_a_picture_is_no_fault(more):
    assert kind_of(A_JPEG + more) == JPEG


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" " + A_PDF,
        b"\n" + A_JPEG,
        PAGE,
        PAGE + A_PDF,
        b"GIF89a" + A_PNG,
        b"PK\x03\x04" + A_PDF,
        b"MZ\x90\x00",
        b"#!/bin/sh\n# %PDF-1.4\n%%EOF",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        A_PDF + PAGE + b" " * 1024,
        A_PDF[:9] + b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" + A_PDF[9:],
        A_PDF[:9] + b"/S /Launch /F (cmd.exe)" + A_PDF[9:],
        A_PDF[:9] + b"/Type /EmbeddedFile" + A_PDF[9:],
    ],
    ids=lambda content: repr(content[:16]),
)
def test_everything_else_is_refused(content):
    assert kind_of(content) is None


@given(st.binary(max_size=3000))
def test_random_bytes_are_no_file_and_no_fault(content):
    assert kind_of(content) is None
