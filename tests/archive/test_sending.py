"""From closing to receipt: sent once, received once, nothing lost while the archive is down (W-13, L-53, ARK-04, ARK-05)."""

import json
import shutil
from datetime import date, timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from stafett.archive import channels, operations, rules, tasks
from stafett.archive.channels import folder
from stafett.archive.enums import DEPOSIT_STATES, DepositState, Kind
from stafett.archive.models import Deposit, DepositFile
from stafett.archive.operations import packaging
from stafett.archive.queries import to_hand_in
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.kernel.crypto import sha256_hex
from stafett.kernel.verdict import Refused
from stafett.messages.models import Message
from stafett.register.models import Person
from stafett.register.tenancy import within
from stafett.relay_log import operations as log_operations
from tests import stage
from tests.archive import sending
from tests.archive.sending import HERE

pytestmark = pytest.mark.django_db


@pytest.fixture
def log():
    with within(HERE):
        return sending.closed_log()


def the_deposit(kind=Kind.LOG_CLOSED):
    with within(HERE):
        return Deposit.objects.get(kind=kind)


def test_a_closed_log_goes_to_the_archive_by_itself_and_the_receipt_is_stored(log, shelf):
    sending.work()

    deposit = the_deposit()
    here = shelf / "eksempelvik" / f"{stage.today():%Y}" / str(deposit.pk)
    assert deposit.state == DepositState.RECEIVED
    assert deposit.receipt["record_id"] == f"{stage.today():%Y}/{deposit.pk}"
    assert {path.name for path in here.iterdir()} == {
        "arkivmelding.xml", "stafettlogg.pdf", "stafettlogg.json", "stafettlogg.schema.json", "hendelser.json",
        folder.RECEIPT,
    }  # fmt: skip
    content = json.loads((here / "stafettlogg.json").read_text(encoding="utf-8"))
    assert content["child"]["name"] == cast.person("nils").name
    assert (here / "stafettlogg.pdf").read_bytes().startswith(b"%PDF")


def test_the_trail_keeps_the_checksum_of_every_file_and_the_files_are_let_go_of(log, shelf):
    sending.work()

    deposit = the_deposit()
    with within(HERE):
        files = list(DepositFile.objects.filter(deposit=deposit))
        entry = Entry.objects.get(event="archive.received")
    here = shelf / "eksempelvik" / f"{stage.today():%Y}" / str(deposit.pk)
    assert entry.facts["sha256"] == {each.name: sha256_hex((here / each.name).read_bytes()) for each in files}
    assert (entry.log_id, entry.child_id) == (log.pk, log.child_id)
    assert [each.content for each in files] == [None] * 4


def test_however_often_the_jobs_run_there_is_one_package(log, shelf):
    for _time in range(3):
        sending.work()
    with within(HERE):
        packaging.package(log.pk)

    assert the_deposit().state == DepositState.RECEIVED
    assert len(list(shelf.glob("eksempelvik/*/*"))) == 1


def test_while_the_archive_is_down_everything_waits_and_is_received_when_it_is_back(log, shelf):
    shutil.rmtree(shelf)
    sending.work()
    waiting = the_deposit()
    assert (waiting.state, waiting.attempts) == (DepositState.WAITING, 1)
    for hours in range(1, 26):
        with sending.later(hours=hours):
            sending.work()
    assert the_deposit().state == DepositState.WAITING

    shelf.mkdir()
    with sending.later(hours=30):
        sending.work()

    assert the_deposit().state == DepositState.RECEIVED
    with within(HERE):
        told = Message.objects.filter(kind="archive_waits").values_list("recipient_id", flat=True)
        assert set(told) == {cast.person("arkivar").id}


def test_each_attempt_waits_longer_up_to_an_hour_and_it_is_never_given_up():
    pauses = [rules.next_attempt(attempts) for attempts in (0, 1, 2, 3, 4, 50, 10_000)]

    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(hours=1)


def test_without_a_place_to_send_to_it_waits(log, settings):
    settings.ARCHIVE_FOLDER = ""

    sending.work()

    assert the_deposit().state == DepositState.WAITING


@pytest.mark.parametrize("step", ["before writing", "after writing", "before the receipt is stored"])
def test_a_worker_that_dies_at_any_step_leaves_one_package(log, shelf, monkeypatch, step):
    def die(*args, **given):
        if step == "after writing":
            real(*args, **given)
        raise KeyboardInterrupt

    target = operations.sending if step == "before the receipt is stored" else folder.Folder
    name = "receive" if step == "before the receipt is stored" else "send"
    real = getattr(target, name)
    with monkeypatch.context() as patch:
        patch.setattr(target, name, die)
        with pytest.raises(KeyboardInterrupt):
            sending.work()

    sending.work()

    assert the_deposit().state == DepositState.RECEIVED
    assert len([path for path in shelf.glob("eksempelvik/*/*") if path.is_dir()]) == 1


def test_the_same_minutes_handed_in_twice_are_one_deposit(shelf):
    with within(HERE):
        first = sending.handed_in()
        again = sending.handed_in(source_id=first.source_id)

    assert again.pk == first.pk
    assert first.folder == "BTI-møte"
    assert sending.work(first).state == DepositState.RECEIVED


def test_handing_in_is_undone_with_what_it_belongs_to(shelf):
    with pytest.raises(ZeroDivisionError), within(HERE):
        sending.handed_in()
        1 / 0  # noqa: B018 - anything that goes wrong afterwards

    with within(HERE):
        assert not Deposit.objects.exists()
        assert not ProcrastinateJob.objects.filter(task_name="archive.send").exists()


def test_a_log_in_use_for_a_year_is_handed_in_as_it_stands_once_a_year(shelf):
    with within(HERE):
        log = stage.open_log("nils")
    for days, amount in ((100, 0), (366, 1), (367, 1), (740, 2)):
        with sending.later(days=days):
            tasks.snapshots(0)
        with within(HERE):
            assert Deposit.objects.filter(kind=Kind.LOG_SNAPSHOT, log_id=log.pk).count() == amount


def test_a_log_that_waits_for_consent_is_nothing_to_hand_in(shelf):
    with within(HERE):
        log = stage.started_log("nils")
        assert packaging.package(log.pk) is None
        assert to_hand_in.closed_logs() == []


def test_another_municipality_reaches_nothing_of_it(log, shelf):
    sending.work()

    with within(cast.DOMESUND.id):
        assert not Deposit.objects.exists()
        assert not DepositFile.objects.exists()


def test_over_fiks_it_is_sent_once_and_received_when_the_archive_says_so(log, settings, tmp_path):
    archive = sending.use_fiks(settings, tmp_path)
    sending.work()
    deposit = the_deposit()
    assert (deposit.state, deposit.receipt) == (DepositState.SENT, {})

    archive.answer(deposit.message_id, "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.mottatt")
    assert sending.work(deposit).state == DepositState.SENT
    archive.receive(deposit.message_id, deposit.pk)
    received = sending.work(deposit)

    assert received.state == DepositState.RECEIVED
    assert received.receipt["record_id"] == "2026/17-3"
    assert received.receipt["folder_id"] == "2026/17"
    assert len(archive.sent()) == 1


def test_over_fiks_a_receipt_that_comes_twice_or_late_is_taken_once(log, settings, tmp_path):
    archive = sending.use_fiks(settings, tmp_path)
    sending.work()
    deposit = the_deposit()

    archive.receive(
        "00000000-0000-7000-8000-000000000000", deposit.pk
    )  # about an earlier sending: known by the key
    archive.receive(deposit.message_id, deposit.pk, made="Eksisterende")
    sending.work()

    with within(HERE):
        assert Entry.objects.filter(event="archive.received").count() == 1


def test_over_fiks_a_no_is_told_to_the_archivist_who_sends_anew(log, settings, tmp_path):
    archive = sending.use_fiks(settings, tmp_path)
    sending.work()
    deposit = the_deposit()
    archive.refuse(deposit.message_id)
    refused = sending.work(deposit)
    assert (refused.state, refused.fault) == (DepositState.FAILED, "Ukjent sakstype")
    with within(HERE):
        assert Message.objects.filter(kind="archive_refused").exists()
        operations.send_anew(actor=stage.actor("arkivar"), deposit=refused)

    anew = sending.work(deposit)
    archive.receive(anew.message_id, deposit.pk, made="Eksisterende")

    assert anew.message_id != deposit.message_id
    assert sending.work(deposit).state == DepositState.RECEIVED
    keys = {message.count(str(deposit.pk).encode()) for _names, message in archive.sent().values()}
    assert keys == {1}


def test_over_fiks_a_fault_of_the_archives_own_is_tried_again_by_itself(log, settings, tmp_path):
    archive = sending.use_fiks(settings, tmp_path)
    sending.work()
    deposit = the_deposit()
    archive.refuse(deposit.message_id, "Nede", kind="no.ks.fiks.arkiv.v1.feilmelding.serverfeil")

    assert sending.work(deposit).state == DepositState.WAITING
    with sending.later(minutes=10):
        assert sending.work(deposit).state == DepositState.SENT
    assert len(archive.sent()) == 2


def test_an_answer_about_nothing_of_ours_and_one_that_cannot_be_read_are_left_alone(settings, tmp_path):
    archive = sending.use_fiks(settings, tmp_path)
    archive.receive("00000000-0000-7000-8000-000000000000", "00000000-0000-7000-8000-000000000000")
    archive.answer(
        "00000000-0000-7000-8000-000000000000",
        "no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett.kvittering",
    )

    sending.work()

    assert len(list((tmp_path / "fiks" / "eksempelvik" / "inn").iterdir())) == 2


def test_only_what_the_archive_refused_is_sent_anew(shelf):
    with within(HERE):
        deposit = sending.handed_in()
        with pytest.raises(Refused):
            operations.send_anew(actor=stage.actor("arkivar"), deposit=deposit)


def test_what_has_been_sent_for_a_day_without_a_receipt_is_sent_anew_under_the_same_key(
    log, settings, tmp_path
):
    archive = sending.use_fiks(settings, tmp_path)
    sending.work()
    deposit = the_deposit()

    with sending.later(hours=23), within(HERE), pytest.raises(Refused):
        operations.send_anew(actor=stage.actor("arkivar"), deposit=deposit)
    with sending.later(hours=25):
        with within(HERE):
            operations.send_anew(actor=stage.actor("arkivar"), deposit=deposit)
        anew = sending.work(deposit)

    assert (anew.state, len(archive.sent())) == (DepositState.SENT, 2)
    assert all(str(deposit.pk).encode() in message for _names, message in archive.sent().values())
    archive.receive(
        deposit.message_id, deposit.pk
    )  # the answer to the first: there is one record, by the key
    assert sending.work(deposit).state == DepositState.RECEIVED


def test_the_states_are_those_of_the_table(log, shelf):
    for state, allowed in DEPOSIT_STATES.items():
        assert {new for new in DepositState if rules.may_become(state, new)} == allowed


def test_no_fault_and_no_name_of_a_person_is_in_a_list_of_deposits(log, shelf):
    sending.work()

    deposit = the_deposit()
    with within(HERE):
        names = list(Person.objects.values_list("family_name", flat=True))

    assert not any(name in f"{deposit.title} {deposit.receipt} {deposit.fault}" for name in names)


def test_the_archive_without_a_folder_is_not_now(settings):
    settings.ARCHIVE_FOLDER = settings.ARCHIVE_FIKS = ""
    for adapter in ("folder", "fiks_arkiv"):
        with pytest.raises(channels.NotNow):
            channels.port(adapter)


def test_a_closed_log_is_read_here_for_thirty_days_once_the_archive_has_it_and_then_by_nobody(log, shelf):
    shutil.rmtree(shelf)
    sending.work()
    with sending.later(days=60), within(HERE):
        assert stage.reached(log) is not None  # nothing ends while the receipt is missing

    shelf.mkdir()
    with sending.later(hours=2):
        sending.work()

    guardian = cast.relations_of("nils")[0].guardian
    for days, is_read in ((0, True), (30, True), (31, False)):
        with sending.later(days=days), within(HERE):
            readers = [stage.reached(log, key) for key in ("kari", guardian)]
            assert [reader is not None for reader in readers] == [is_read, is_read]


def test_the_last_day_comes_a_week_after_the_archive_got_it_when_that_is_late():
    closed, late = date(2026, 3, 1), date(2026, 6, 2)

    def last_day(received, days):
        return rules.last_day_of_access(closed_on=closed, received_on=received, days=days)

    assert last_day(date(2026, 3, 2), 30) == date(2026, 3, 31)
    assert last_day(late, 30) == date(2026, 6, 9)
    assert last_day(closed, 0) == closed


def test_a_receipt_that_comes_after_a_no_still_counts(log, settings, tmp_path):
    archive = sending.use_fiks(settings, tmp_path)
    sending.work()
    deposit = the_deposit()
    archive.refuse(deposit.message_id)
    sending.work()

    archive.receive(deposit.message_id, deposit.pk)

    assert sending.work(deposit).state == DepositState.RECEIVED


def test_a_log_in_use_does_not_stop_being_read(shelf):
    with within(HERE):
        log = stage.open_log("nils")
        with pytest.raises(Refused):
            log_operations.end_access(actor=stage.actor("kari"), log=log, last_day=stage.today())
