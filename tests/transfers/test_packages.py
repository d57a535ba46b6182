"""A log to another municipality: the package, its seal, the receipt, and the same content when it is opened there."""

import io
import json
import random
import zipfile
from itertools import product

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from stafett.archive.content import log_files
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel import pdf
from stafett.kernel.verdict import Refused
from stafett.log_meetings.models import MinutesPart
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.relay_log.models import Concern, Note
from stafett.transfers import operations, rules
from stafett.transfers.enums import Refusal, TransferState
from stafett.transfers.forms import PackageForm
from stafett.transfers.models import Transfer
from stafett.transfers.operations.packages import values_of
from tests import stage
from tests.log_meetings import inviting
from tests.transfers import handing
from tests.transfers.handing import HERE
from tests.web import reading
from tests.web.visiting import Visitor

AWAY = "eksempelvik_bup"  # outside the municipality, as another municipality is
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)  # fmt: skip


@pytest.fixture
def log(db):
    """Nils's log, which the family has said yes to sending away, with something of most kinds in it."""
    with within(HERE):
        log = stage.open_log("nils", units=[handing.unit(AWAY)])
        concern = stage.active_concern(log, title="Leser sakte 🧑‍🎄 ŋđ «sitat» مرحبا")
        stage.evaluate(log, stage.measure_in(concern, "service"), "effect_continued")
        log_operations.share_bright_spot(actor=stage.actor("kari"), log=log, text="Leste høyt!")
        yield log


def begun(log):
    return operations.offer_to_municipality(
        actor=stage.actor("kari"), log=log, unit_id=handing.unit(AWAY), today=stage.today()
    )


def taken_out(transfer):
    return handing.answer(operations.take_out_package, transfer, "kari", language="nb")


def test_what_is_opened_in_the_other_municipality_is_what_was_in_the_log(log):
    made = taken_out(begun(log))

    package = rules.opened(made.package)

    values, left_out = values_of(log)
    assert package.log == json.loads(json.dumps(values))
    assert (left_out, package.cover["left_out"], package.cover["left_out_because"]) == (0, 0, "")
    assert package.sha256 == made.package_sha256
    assert package.log["concerns"][0]["title"] == "Leser sakte 🧑‍🎄 ŋđ «sitat» مرحبا"
    assert package.log["events"] == package.log["consents"] == package.log["former"] == []


def test_the_package_has_the_log_to_read_as_data_and_the_schema_and_no_name_in_a_files_name(log):
    container = zipfile.ZipFile(io.BytesIO(taken_out(begun(log)).package))

    assert set(container.namelist()) == {
        "pakke.json", "stafettlogg.json", "stafettlogg.pdf", "stafettlogg.schema.json",
    }  # fmt: skip
    assert container.read("stafettlogg.pdf").startswith(b"%PDF-")


def test_a_changed_letter_breaks_the_seal(log):
    whole = taken_out(begun(log)).package
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b"Leser sakte", b"Leser raskt"))

    assert rules.opened(changed.getvalue()) is None


def _keep(log):
    """Keep a second concern with a note of its own, a note to the log, and a note to the first concern from guardians."""
    kari, why = stage.actor("kari"), "Barnet har bedt om det."
    shown = Concern.objects.get(log=log)
    hidden = stage.active_concern(log, title="Hemmelig tittel", background="Hemmelig bakgrunn")
    log_operations.write_note(actor=kari, log=log, concern_id=hidden.pk, text="Hemmelig under")
    log_operations.write_note(actor=kari, log=log, text="Åpent notat")
    for about in (None, shown.pk):
        note = log_operations.write_note(actor=kari, log=log, concern_id=about, text="Hemmelig notat")
        Note.objects.filter(pk=note.pk).update(kept_from_guardians=why)
    Concern.objects.filter(pk=hidden.pk).update(kept_from_guardians=why)
    return hidden


def test_what_is_kept_from_guardians_stays_here_and_the_package_says_how_much(log, monkeypatch):
    hidden = _keep(log)
    documents = []
    typeset = pdf.typeset
    monkeypatch.setattr(pdf, "typeset", lambda document: documents.append(document) or typeset(document))

    package = rules.opened(taken_out(begun(log)).package)

    whole = json.dumps(package.log, ensure_ascii=False) + repr(documents)
    assert "Hemmelig" not in whole
    assert "bedt om det" not in whole
    assert str(hidden.pk) not in whole
    assert "Åpent notat" in whole
    assert package.cover["left_out"] == 3
    because = "3 deler av loggen er ikke med i pakken, fordi foresatte ikke ser dem."
    assert package.cover["left_out_because"] == because
    assert documents[0].blocks[0] == pdf.Paragraph(because)


def test_a_log_too_long_for_a_document_still_says_what_was_left_out(log, monkeypatch):
    _keep(log)
    monkeypatch.setattr(pdf, "LONGEST", 500)
    package = taken_out(begun(log)).package

    assert zipfile.ZipFile(io.BytesIO(package)).read("stafettlogg.pdf").startswith(b"%PDF-")
    assert rules.opened(package).cover["left_out"] == 3


def test_minutes_about_what_is_kept_from_guardians_stay_here_too(log):
    hidden = _keep(log)
    meeting = inviting.plan(log, invited=["bente"])
    for position, (concern, heading) in enumerate(((None, "Neste møte"), (hidden, "Hemmelig del"))):
        MinutesPart.objects.create(
            municipality_id=log.municipality_id, log=log, meeting=meeting, concern=concern, position=position, kind="x",
            heading=heading,
        )  # fmt: skip

    (packed,) = values_of(log)[0]["meetings"]

    assert packed["minutes"] == [{"heading": "Neste møte", "text": ""}]


def test_the_receiver_reads_how_much_was_left_out_and_trusts_nothing_else_of_it(log):
    _keep(log)
    for said, shown in ((3, True), ("<b>", False), (True, False), (-1, False)):
        values = json.dumps(values_of(log)[0]).encode()
        file = rules.packed(values, cover={"left_out": said}, beside=())
        upload = SimpleUploadedFile("pakke.zip", file, content_type="application/zip")
        page = Visitor("elle").send("package_check", fields={"file": upload})
        assert ("Ikke med, fordi foresatte ikke ser det" in reading.words(page)) is shown


def _protect():
    Person.objects.filter(pk=cast.person("nils").id).update(protection="confidential")


def test_a_child_at_a_protected_address_goes_in_no_package(log):
    _protect()

    with pytest.raises(Refused) as caught:
        begun(stage.reached(log))

    assert caught.value.refusal == Refusal.PROTECTED_ADDRESS


def test_an_address_that_is_protected_after_the_offer_stops_the_package(log):
    transfer = begun(log)
    _protect()

    with pytest.raises(Refused) as caught:
        taken_out(transfer)

    assert caught.value.refusal == Refusal.PROTECTED_ADDRESS
    assert Transfer.objects.get(pk=transfer.pk).package_sha256 == ""


def test_a_package_larger_than_its_receiver_can_take_is_not_made(log, monkeypatch):
    noise = random.Random(7).randbytes(rules.FILE_LIMIT)
    monkeypatch.setattr(log_files, "pdf_of", lambda *_args, **_given: noise)
    transfer = begun(log)

    with pytest.raises(Refused) as caught:
        taken_out(transfer)

    assert caught.value.refusal == Refusal.PACKAGE_TOO_LARGE
    assert Transfer.objects.get(pk=transfer.pk).package_sha256 == ""


def test_whatever_may_be_packed_is_taken_in_by_the_form_that_opens_it():
    assert rules.FILE_LIMIT < settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    assert f"inntil {rules.FILE_LIMIT // 1_000_000} MB" in str(PackageForm.base_fields["file"].help_text)


WHOLE = rules.packed(
    json.dumps({"child": {"name": "Nils", "birth_date": "2018-01-01"}, "concerns": [], "meetings": [], "bright_spots": []}).encode(),
    cover={}, beside=(),
)  # fmt: skip


def test_a_package_damaged_anywhere_is_refused_and_never_an_error():
    whole = rules.opened(WHOLE)
    for place, harm in product(range(len(WHOLE)), (0x01, 0x80, 0xFF)):
        damaged = bytearray(WHOLE)
        damaged[place] ^= harm

        found = rules.opened(bytes(damaged))

        assert found is None or found.log == whole.log
    assert all(rules.opened(WHOLE[:length]) is None for length in range(len(WHOLE)))


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
@pytest.mark.parametrize("harm", [0, 0xFF])
def test_a_file_packed_in_another_way_than_ours_is_refused_damaged_or_not(way, harm):
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as before, zipfile.ZipFile(file, "w", way) as after:
        for name in before.namelist():
            after.writestr(name, before.read(name))
    content = bytearray(file.getvalue())
    content[30 + len("pakke.json") + 12] ^= harm  # within the first file's content

    assert rules.opened(bytes(content)) is None


@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd_to_be_refused(content):
    assert rules.opened(content) is None


@given(JSON_VALUES, JSON_VALUES)
def test_a_sealed_file_with_any_other_content_is_no_package(cover, data):
    raw = json.dumps(data).encode()
    given_cover = cover if isinstance(cover, dict) else {}
    assert rules.opened(rules.packed(raw, cover=given_cover, beside=())) is None


@given(st.text(min_size=1))
def test_a_receipt_is_for_one_package_and_may_be_typed_in_any_way(seed):
    code = rules.receipt_of(seed)

    assert rules.is_receipt(code, sha256=seed)
    assert rules.is_receipt(f" {code.lower().replace('-', ' ')} ", sha256=seed)
    assert not rules.is_receipt(code, sha256=seed + "x")
    assert not rules.is_receipt("", sha256=seed)


def test_the_right_receipt_ends_the_transfer_and_the_baton_stays_until_the_log_is_closed(log):
    transfer = begun(log)
    made = taken_out(transfer)
    with pytest.raises(Refused) as wrong:
        handing.answer(operations.confirm_receipt, transfer, "kari", code="0000-0000-0000")

    handing.answer(operations.confirm_receipt, transfer, "kari", code=rules.receipt_of(made.package_sha256))

    assert wrong.value.refusal == Refusal.WRONG_RECEIPT
    assert handing.state(transfer) == TransferState.ACCEPTED
    assert handing.holder(log) == [stage.actor("kari").person_id]
    assert Entry.objects.filter(event="transfer.received").count() == 1


def test_a_receipt_means_nothing_before_a_package_is_made(log):
    with pytest.raises(Refused) as caught:
        handing.answer(operations.confirm_receipt, begun(log), "kari", code=rules.receipt_of(""))

    assert caught.value.refusal == Refusal.WRONG_RECEIPT


def test_nothing_is_packed_without_consent_or_for_a_unit_of_our_own(log):
    with pytest.raises(Refused) as own:
        operations.offer_to_municipality(
            actor=stage.actor("kari"), log=log, unit_id=handing.unit("eksempelvik_ppt"), today=stage.today()
        )
    transfer = begun(log)
    handing.taken_back("bente", log)
    with pytest.raises(Refused) as gone:
        taken_out(transfer)

    assert own.value.refusal == Refusal.NOT_AN_ORGANISATION
    assert gone.value.refusal == Refusal.UNIT_NOT_COVERED


def test_an_offer_to_a_colleague_gives_no_package(log):
    with pytest.raises(Refused) as caught:
        taken_out(handing.offered(log))

    assert caught.value.refusal == Refusal.OFFER_IS_OVER


def test_on_the_pages_it_goes_from_one_municipality_to_the_other_and_the_receipt_back(log):
    kari, abroad = Visitor("kari"), Visitor("olav")
    kari.send("transfer_to_municipality", log.pk, fields={"unit_id": str(handing.unit(AWAY))})
    transfer = Transfer.objects.get()
    file = kari.send("transfer_package", transfer.pk)
    upload = SimpleUploadedFile("pakke.zip", file.content, content_type="application/zip")

    there = abroad.send("package_check", fields={"file": upload})

    code = rules.receipt_of(rules.opened(file.content).sha256)
    assert file["Content-Disposition"] == 'attachment; filename="stafettlogg-pakke.zip"'
    assert "Nils Áilo Pennalsrud" in reading.words(there)
    assert code in reading.words(there)
    assert kari.send("transfer_receipt", transfer.pk, fields={"code": "feil"}).status_code == 422
    assert kari.send("transfer_receipt", transfer.pk, fields={"code": code}).url.endswith("/avslutning/")


def test_a_file_that_is_no_package_is_said_so_beside_the_field(log):
    upload = SimpleUploadedFile("pakke.zip", b"PK\x03\x04 nei", content_type="application/zip")

    answer = Visitor("elle").send("package_check", fields={"file": upload})

    assert answer.status_code == 422
    assert (
        reading.errors(answer)["file"]
        == "Dette er ikke en hel pakke fra Stafett. Be om å få den sendt på nytt."
    )
