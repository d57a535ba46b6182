"""`arkivmelding.xml`, its container and the answers to it, as Fiks Arkiv V1 wants them (ARK-01, ARK-04, ARK-07)."""

import io
import os
import zipfile
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import settings as drawn
from hypothesis import strategies as st
from lxml import etree

from stafett.archive.content import arkivmelding, asice, receipts
from stafett.archive.content.parcel import Parcel, Sheet
from stafett.archive.content.visible import MARK, visible
from stafett.kernel.clock import NORWAY
from stafett.kernel.crypto import sha256_hex
from tests.archive import sending

OFFICIAL = Path(os.environ.get("STAFETT_ARCHIVE_SCHEMAS") or "nowhere")
KEY, MESSAGE, FOLDER = (UUID(int=number) for number in (7, 8, 9))
OPRETT = "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett"
with_schemas = pytest.mark.skipif(
    not list(OFFICIAL.rglob(f"{OPRETT}.xsd")),
    reason="STAFETT_ARCHIVE_SCHEMAS names no folder with Fiks Arkiv V1",
)


def parcel(**changed):
    content = b"%PDF-1.7"
    given = {
        "key": KEY, "message_id": MESSAGE, "place": "eksempelvik", "kind": "log_closed",
        "title": "Avsluttet stafettlogg: Máret Ánne Åsen", "public_title": "Avsluttet stafettlogg: *****",
        "folder_key": FOLDER, "folder_title": "Elevmappe: Máret Ánne Åsen", "folder_public_title": "Elevmappe: *****",
        "made_on": date(2026, 3, 3), "made_at": datetime(2026, 3, 3, 9, tzinfo=NORWAY), "made_by": "Stafett",
        "unit": "Eksempelvik barneskole", "party": "Máret Ánne Åsen",
        "files": (
            Sheet("stafettlogg.pdf", "Stafettlogg", "application/pdf", content, sha256_hex(content)),
            Sheet("stafettlogg.json", "Stafettlogg som data", "application/json", b"{}", sha256_hex(b"{}")),
        ),
    }  # fmt: skip
    return Parcel(**given | changed)


def judge(name):
    [path] = OFFICIAL.rglob(f"{name}.xsd")
    return etree.XMLSchema(etree.parse(str(path)))


@with_schemas
@pytest.mark.parametrize(
    "changed",
    [{}, {"case_type": "BTI"}, {"journal_unit": "OPP"}, {"case_type": "BTI", "journal_unit": "OPP"},
     {"party": "", "kind": "minutes"}, {"party": "\x00\x01"}, {"made_by": "Ola & <Kari>"}],
    ids=["plain", "case-type", "journal-unit", "both", "minutes", "forbidden-letters", "markup"],
)  # fmt: skip
def test_the_message_is_valid_against_the_official_schema(changed):
    judge(OPRETT).assertValid(etree.fromstring(arkivmelding.message_of(parcel(**changed))))


@with_schemas
def test_the_receipts_our_tests_answer_with_are_valid_too():
    judge(f"{OPRETT}.kvittering").assertValid(etree.fromstring(sending.receipt(KEY)))


@drawn(max_examples=150)
@given(words=st.text(st.characters(), min_size=1, max_size=200))
def test_any_text_can_stand_in_a_message_and_what_is_replaced_is_noted(words):
    root = etree.fromstring(arkivmelding.message_of(parcel(party=words)))

    name = root.find(f".//{{{arkivmelding.NAMESPACE}}}partNavn").text
    note = root.findtext(f"{{{arkivmelding.NAMESPACE}}}registrering/{{{arkivmelding.NAMESPACE}}}beskrivelse")
    assert name == visible(words)
    assert bool(note) is (visible(words) != words)
    assert (note is None) or MARK in note


def test_the_message_tells_its_key_the_folder_and_every_file_with_its_checksum():
    message = arkivmelding.message_of(parcel()).decode()

    assert message.count(f">{KEY}<") == 1
    assert message.count(f">{FOLDER}<") == 2  # the folder, and the record's way to it
    assert "<antallFiler>2</antallFiler>" in message
    assert all(sheet.sha256 in message and f">{sheet.name}<" in message for sheet in parcel().files)


def test_public_titles_and_file_names_hold_no_name():
    root = etree.fromstring(arkivmelding.message_of(parcel()))

    public = [element.text for element in root.iter() if etree.QName(element).localname == "offentligTittel"]
    files = [
        element.text for element in root.iter() if etree.QName(element).localname == "referanseDokumentfil"
    ]
    assert public == ["Elevmappe: *****", "Avsluttet stafettlogg: *****"]
    assert all(name.isascii() and "Åsen" not in name for name in files)


def test_the_same_parcel_gives_the_same_container_with_its_type_first_and_unpacked():
    files = [("arkivmelding.xml", "application/xml", b"<a/>"), ("a.pdf", "application/pdf", b"%PDF")]
    one, two = asice.packed(files), asice.packed(files)

    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as container:
        first = container.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert container.read("mimetype").decode() == asice.MEDIA_TYPE
        manifest = etree.fromstring(container.read(asice.MANIFEST))
        assert [each.get("URI") for each in manifest if each.get("URI") != "META-INF/signature.p7s"] == [
            "arkivmelding.xml", "a.pdf",
        ]  # fmt: skip


def test_a_receipt_is_read_into_plain_facts():
    facts, fault = receipts.receipt_of(sending.receipt(KEY).encode())

    assert (facts["record_id"], facts["folder_id"], facts["key"], fault) == (
        "2026/17-3",
        "2026/17",
        str(KEY),
        "",
    )


def test_a_receipt_that_says_no_gives_the_words():
    text = sending.receipt(KEY).replace("registreringKvittering>", "registreringFeilet>")

    facts, fault = receipts.receipt_of(
        text.replace("<systemID>7c", "<feilmelding>Nei</feilmelding><systemID>7c").encode()
    )

    assert (facts, fault) == ({}, "Nei")


@pytest.mark.parametrize(
    "payload",
    [b"", b"no xml", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<a>" + b"x" * 1_000_001,
     f'<arkivmeldingKvittering xmlns="{receipts.RECEIPT}"/>'.encode()],
    ids=["nothing", "no-xml", "another-root", "entities", "too-long", "about-nothing"],
)  # fmt: skip
def test_what_is_no_receipt_is_not_read(payload):
    with pytest.raises(receipts.Unreadable):
        receipts.receipt_of(payload)


@given(payload=st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_answers(payload):
    for read in (receipts.receipt_of, receipts.fault_of):
        try:
            read(payload)
        except receipts.Unreadable:
            continue
