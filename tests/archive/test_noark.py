"""Deposits of a period: whole, valid, checked by ourselves, and made with flat memory (ARK-01, ARK-02, ARK-06..08)."""

import os
import shutil
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as drawn
from hypothesis import strategies as st
from lxml import etree

from stafett.archive.content.noark import depositing, schemas, writing
from stafett.archive.content.noark.checking import Code, check
from stafett.archive.content.visible import MARK, visible
from tests.archive import inventing, spoiling

OFFICIAL = Path(os.environ.get("STAFETT_ARCHIVE_SCHEMAS") or "nowhere")


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A small deposit without faults; each test spoils a copy."""
    folder = tmp_path_factory.mktemp("deposit") / "sound"
    made = depositing.make(folder, inventing.ARCHIVE, inventing.folders(6), inventing.LOOSE_SCHEMAS)
    assert made.faults == []
    return folder


def codes(folder):
    return {fault.code for fault in check(folder, sums=inventing.LOOSE_SUMS)}


@pytest.mark.parametrize("way", spoiling.WAYS, ids=lambda way: way.replace(" ", "-"))
def test_each_planted_fault_is_found_and_called_by_its_name(sound, tmp_path, way):
    spoil, code = spoiling.WAYS[way]
    copy = tmp_path / "spoiled"
    shutil.copytree(sound, copy)

    spoil(copy)

    assert code in codes(copy)


def test_there_are_more_than_fifty_ways():
    assert len(spoiling.WAYS) >= 50


def test_a_thousand_generated_logs_have_no_fault_and_count_up(tmp_path):
    logs = list(inventing.folders(1_000, seed=7))

    made = depositing.make(tmp_path / "thousand", inventing.ARCHIVE, logs, inventing.LOOSE_SCHEMAS)

    assert made.faults == []
    assert made.logs == len(logs)
    assert made.records == sum(len(log.records) for log in logs)
    assert made.changes == sum(len(log.changes) for log in logs)
    assert made.files == sum(len(record.files) for log in logs for record in log.records)


def test_a_deposit_is_made_and_checked_a_log_at_a_time(tmp_path):
    def peak(amount):
        tracemalloc.start()
        logs = inventing.folders(amount, files=1, paper=inventing.PAPER + b"%" * 100_000)
        depositing.make(tmp_path / str(amount), inventing.ARCHIVE, logs, inventing.LOOSE_SCHEMAS)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few, many = peak(20), peak(200)

    assert (
        many < few + 8_000_000
    )  # ten times the logs, 35 MB of documents: what grows is a list of their names and sums


def test_the_same_logs_give_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        depositing.make(tmp_path / name, inventing.ARCHIVE, inventing.folders(5), inventing.LOOSE_SCHEMAS)

    for file in ("arkivstruktur.xml", "endringslogg.xml", "arkivuttrekk.xml"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_no_log_in_the_period_is_said_and_nothing_is_left_that_looks_whole(tmp_path):
    with pytest.raises(writing.Empty):
        depositing.make(tmp_path / "empty", inventing.ARCHIVE, iter(()), inventing.LOOSE_SCHEMAS)

    assert not (tmp_path / "empty").exists()


def test_a_schema_that_is_not_the_official_one_is_refused(tmp_path):
    for name, content in inventing.LOOSE_SCHEMAS.items():
        (tmp_path / name).write_bytes(content)

    with pytest.raises(schemas.NoSchemas, match="addml.xsd"):
        schemas.schemas_in(tmp_path)


@pytest.mark.skipif(
    not OFFICIAL.is_dir(), reason="STAFETT_ARCHIVE_SCHEMAS names no folder with the official schemas"
)
def test_a_deposit_is_valid_against_the_official_schemas(tmp_path):
    official = schemas.schemas_in(OFFICIAL)

    made = depositing.make(tmp_path / "valid", inventing.ARCHIVE, inventing.folders(1_000, seed=7), official)

    assert made.faults == []
    for name, schema in (("arkivstruktur", None), ("endringslogg", None), ("arkivuttrekk", "addml")):
        judge = etree.XMLSchema(etree.parse(str(tmp_path / "valid" / f"{schema or name}.xsd")))
        judge.assertValid(etree.parse(str(tmp_path / "valid" / f"{name}.xml")))


@drawn(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(), min_size=1, max_size=300))
def test_any_character_can_stand_in_a_name_and_what_xml_forbids_is_shown_as_a_mark(tmp_path, words):
    [log] = inventing.folders(1)
    log = type(log)(**{**log.__dict__, "party": words, "opened_by": words})
    target = tmp_path / "any"
    shutil.rmtree(target, ignore_errors=True)

    made = depositing.make(target, inventing.ARCHIVE, [log], inventing.LOOSE_SCHEMAS)

    name = etree.parse(str(target / "arkivstruktur.xml")).find(f".//{{{writing.STRUCTURE}}}partNavn").text
    assert made.faults == []
    assert name == (visible(words).strip() or MARK)


def test_every_letter_of_unicode_passes_into_xml_and_only_the_forbidden_are_marked():
    for code in range(0x110000):
        character = chr(code)
        shown = visible(character)
        assert shown == character or (
            shown == MARK and (code < 0x20 or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF))
        )
    whole = "".join(map(chr, range(0x20, 0x110000)))
    assert etree.fromstring(
        f"<a>{visible(whole).replace('&', '&amp;').replace('<', '&lt;')}</a>".encode()
    ).text == visible(whole)


def test_a_fault_never_quotes_what_people_wrote(sound, tmp_path):
    copy = tmp_path / "quoted"
    shutil.copytree(sound, copy)
    spoiling.WAYS["the name in the public title"][0](copy)

    said = " ".join(str(fault) for fault in check(copy, sums=inventing.LOOSE_SUMS))

    assert Code.NAME_SHOWN in said
    assert not any(name in said for name in inventing.NAMES)
