"""A log to another municipality: the package, its seal, the receipt, and the same content when it is opened there."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from stafett.audit.models import Entry
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from stafett.transfers import operations, rules
from stafett.transfers.enums import Refusal, TransferState
from stafett.transfers.models import Transfer
from stafett.transfers.operations.packages import values_of
from tests import stage
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

    assert package.log == json.loads(json.dumps(values_of(log)))
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
