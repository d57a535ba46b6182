"""A fault stops nothing but what it is in, and loses nothing: answers, logs, deposits, municipalities (ARK-04, ARK-05)."""

import io
import logging
import zipfile
from contextlib import suppress
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from stafett.archive import rules, tasks
from stafett.archive.channels import fiks_arkiv, folder, transport
from stafett.archive.content import receipts
from stafett.archive.enums import DepositState, Kind
from stafett.archive.models import Deposit
from stafett.archive.operations import packaging
from stafett.archive.operations import sending as steps
from stafett.archive.queries import to_hand_in
from stafett.demo import cast
from stafett.messages.models import Message
from stafett.register.tenancy import current_municipality, within
from tests import stage
from tests.archive import sending
from tests.archive.sending import HERE
from tests.web import reading
from tests.web.visiting import Visitor

WORDS = "gruegleder seg til friminuttet"  # what a fault may quote
needs_rows = pytest.mark.django_db


@pytest.fixture
def archive(settings, tmp_path):
    return sending.use_fiks(settings, tmp_path)


@pytest.fixture
def mail(tmp_path):
    """The folders of the transport, by name: how many messages lie in one."""
    place = tmp_path / "fiks" / cast.EKSEMPELVIK.slug
    return lambda name: len(list((place / name).iterdir())) if (place / name).is_dir() else 0


def two_sent(archive):
    """Two minutes that are sent, with a receipt for each on its way."""
    with within(HERE):
        deposits = [sending.handed_in() for _number in range(2)]
    tasks.find_forgotten(0)
    for deposit in map(sending.stored, deposits):
        assert deposit.state == DepositState.SENT
        archive.receive(deposit.message_id, deposit.pk)
    return deposits


def states(deposits):
    return sorted(sending.stored(each).state for each in deposits)


def told():
    with within(HERE):
        return list(Message.objects.filter(kind="archive_waits").values_list("recipient_id", flat=True))


def broken(real, *, when, fault=ValueError):
    """The real thing, which breaks with somebody's words in its mouth `when` its arguments are such."""

    def run(*args, **given):
        if when(*args, **given):
            raise fault(WORDS)
        return real(*args, **given)

    return run


def second_time():
    """True the second time it is asked, and no other."""
    times = iter(range(1, 1000))
    return lambda *args, **given: next(times) == 2


@needs_rows
@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt])
def test_an_answer_that_was_stored_stays_stored_when_the_next_breaks_or_the_worker_dies(
    archive, mail, monkeypatch, fault
):
    deposits = two_sent(archive)
    with monkeypatch.context() as patch, suppress(KeyboardInterrupt):
        patch.setattr(steps, "receive", broken(steps.receive, when=second_time(), fault=fault))
        tasks.look(0)

    assert states(deposits) == [DepositState.RECEIVED, DepositState.SENT]
    assert (mail("lest"), mail("inn")) == (1, 1)

    tasks.look(0)
    assert states(deposits) == [DepositState.RECEIVED] * 2
    assert (mail("lest"), mail("inn")) == (2, 0)


@needs_rows
def test_an_answer_is_put_away_when_its_transaction_is_over_and_not_before(archive, monkeypatch):
    deposits = two_sent(archive)
    outside, seen = len(connection.savepoint_ids), []
    real = transport.Folders.done_with

    def look_and_do(*args, **given):
        seen.append((len(connection.savepoint_ids), current_municipality()))
        return real(*args, **given)

    monkeypatch.setattr(transport.Folders, "done_with", look_and_do)
    tasks.look(0)

    assert states(deposits) == [DepositState.RECEIVED] * 2
    assert [depth for depth, _municipality in seen] == [outside, outside]


@needs_rows
def test_an_answer_that_is_stored_but_could_not_be_put_away_is_put_away_the_next_time(
    archive, mail, monkeypatch
):
    deposits = two_sent(archive)
    with monkeypatch.context() as patch:
        patch.setattr(
            transport.Folders, "done_with", broken(None, when=lambda *args, **given: True, fault=OSError)
        )
        tasks.look(0)
    assert states(deposits) == [DepositState.RECEIVED] * 2
    assert mail("inn") == 2

    tasks.look(0)

    assert (mail("lest"), mail("inn")) == (2, 0)


@needs_rows
def test_a_message_that_comes_once_more_is_put_away_beside_the_first(archive, mail, tmp_path):
    two_sent(archive)
    tasks.look(0)
    place = tmp_path / "fiks" / cast.EKSEMPELVIK.slug
    one = next((place / "lest").iterdir())
    again = place / "inn" / one.name
    again.mkdir()
    for path in one.iterdir():
        (again / path.name).write_bytes(path.read_bytes())

    tasks.look(0)

    assert (mail("lest"), mail("inn")) == (3, 0)


@needs_rows
def test_the_archivist_is_told_once_a_day_of_what_is_sent_and_has_no_receipt(archive):
    with within(HERE):
        deposit = sending.handed_in()
    tasks.find_forgotten(0)
    with sending.later(hours=23):
        tasks.find_forgotten(0)
    assert told() == []

    for hours in (25, 25, 26, 50):
        with sending.later(hours=hours):
            tasks.find_forgotten(0)

    assert sending.stored(deposit).state == DepositState.SENT
    assert set(told()) == {cast.person("arkivar").id}
    assert len(told()) == 2


def damaged(name="feilmelding.xml", method=zipfile.ZIP_DEFLATED):
    """A container whose list of contents is whole, and whose file cannot be unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as container:
        container.writestr(name, "".join(f"<a>{number}</a>" for number in range(400)))
    content = bytearray(packed.getvalue())
    content[60:160] = b"\xff" * 100
    return bytes(content)


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED]
)
def test_a_damaged_container_is_unreadable_whichever_way_it_is_packed(method):
    with pytest.raises(receipts.Unreadable):
        fiks_arkiv._file_in(damaged(method=method))


@needs_rows
def test_a_damaged_answer_is_left_where_it_is_and_the_others_are_taken_in(archive, mail, tmp_path):
    deposits = two_sent(archive)
    inbox = tmp_path / "fiks" / cast.EKSEMPELVIK.slug / "inn"
    for begins in ("00000000", "ffffffff"):  # before and after the others
        here = inbox / f"{begins}-0000-4000-8000-000000000000"
        here.mkdir()
        (here / transport.CONTENT).write_bytes(damaged(fiks_arkiv.RECEIPT_FILE))
        head = f'{{"type": "{fiks_arkiv.RECEIPT}", "about": "{deposits[0].pk}"}}'
        (here / transport.HEAD).write_text(head, encoding="utf-8")
    (inbox / "deep").mkdir()
    (inbox / "deep" / transport.HEAD).write_text("[" * 100_000, encoding="utf-8")

    tasks.look(0)

    assert states(deposits) == [DepositState.RECEIVED] * 2
    assert (mail("lest"), mail("inn")) == (2, 3)


def test_remarks_in_an_answer_are_passed_over():
    said = receipts.fault_of(b"<f><!-- x --><feilmelding>Ukjent</feilmelding><?y z?></f>")
    refused = sending.receipt("k").replace("registreringKvittering>", "registreringFeilet><!-- x -->")

    assert said == "Ukjent"
    assert receipts.receipt_of(refused.encode()) == ({}, "Arkivet ga ingen grunn.")


def test_a_receipt_that_says_nothing_is_no_receipt():
    empty = f'<arkivmeldingKvittering xmlns="{receipts.RECEIPT}"><registreringKvittering/></arkivmeldingKvittering>'
    with pytest.raises(receipts.Unreadable):
        receipts.receipt_of(empty.encode())


@pytest.fixture
def bad_log(db, shelf, monkeypatch):
    """A closed log that cannot be packed, closed before one that can. Gives its id and how to heal it."""
    with within(HERE):
        bad, good = sending.closed_log(), sending.closed_log("sara")
    real = packaging.content_of
    tried = []

    def content_of(log_id):
        tried.append(log_id)
        if log_id == bad.pk:
            raise ValueError(WORDS)
        return real(log_id)

    monkeypatch.setattr(packaging, "content_of", content_of)
    heal = lambda: monkeypatch.setattr(packaging, "content_of", real)  # noqa: E731
    return bad.pk, good.pk, tried, heal


def packed():
    with within(HERE):
        return set(Deposit.objects.filter(kind=Kind.LOG_CLOSED).values_list("log_id", flat=True))


def test_a_log_that_cannot_be_packed_stops_no_other_and_is_tried_again_after_an_hour(bad_log):
    bad, good, tried, heal = bad_log
    for _minute in range(3):
        tasks.look(0)
    assert good in packed()
    assert bad not in packed()
    assert tried.count(bad) == 1

    heal()
    tasks.look(0)
    assert bad not in packed()
    with sending.later(hours=1, minutes=1):
        tasks.look(0)
    assert {bad, good} <= packed()


def test_a_log_that_cannot_be_packed_stands_in_the_servers_log_without_its_words(bad_log, caplog):
    tasks.look(0)

    [line] = [each for each in caplog.records if each.name == tasks.logger.name]
    assert line.levelno == logging.ERROR
    assert WORDS not in caplog.text


def test_the_archivist_is_told_after_a_day_of_a_log_that_cannot_be_packed_and_sees_it(bad_log):
    with sending.later(hours=2):
        sending.work()
        assert told() == []
        assert "latt seg pakke" not in reading.words(Visitor("arkivar").see("deposits"))
    with sending.later(hours=25):
        sending.work()

        assert set(told()) == {cast.person("arkivar").id}
        assert "1 avsluttet logg har ikke latt seg pakke" in reading.words(Visitor("arkivar").see("deposits"))
        assert "latt seg pakke" not in Visitor("elle").get(reverse("deposits")).content.decode()


@needs_rows
def test_a_log_in_use_that_cannot_be_packed_stops_no_other(shelf, monkeypatch):
    with within(HERE):
        bad, good = stage.open_log("nils"), stage.open_log("sara")
    monkeypatch.setattr(
        packaging, "content_of", broken(packaging.content_of, when=lambda log_id: log_id == bad.pk)
    )
    with sending.later(days=400):
        tasks.snapshots(0)

    with within(HERE):
        made = set(Deposit.objects.filter(kind=Kind.LOG_SNAPSHOT).values_list("log_id", flat=True))
    assert good.pk in made
    assert bad.pk not in made


@needs_rows
@pytest.mark.parametrize("name", ["closed_logs", "overdue_deposits"])
def test_a_fault_in_one_municipality_stops_no_other(shelf, monkeypatch, name):
    with within(HERE):
        sending.closed_log()
    there = str(cast.DOMESUND.id)
    real = getattr(to_hand_in, name)
    monkeypatch.setattr(to_hand_in, name, broken(real, when=lambda **given: current_municipality() == there))

    sending.work()

    with within(HERE):
        assert Deposit.objects.get(kind=Kind.LOG_CLOSED).state == DepositState.RECEIVED


@needs_rows
def test_a_deposit_that_cannot_be_sent_is_put_off_and_stops_no_other(shelf, monkeypatch, caplog):
    with within(HERE):
        bad, good = sending.handed_in(), sending.handed_in()
    with monkeypatch.context() as patch:
        real = folder.Folder.send
        patch.setattr(folder.Folder, "send", broken(real, when=lambda port, parcel: parcel.key == bad.pk))
        tasks.find_forgotten(0)

    put_off = sending.stored(bad)
    assert (put_off.state, put_off.attempts, put_off.fault) == (DepositState.WAITING, 1, "ValueError")
    assert put_off.due_at - put_off.created_at >= rules.next_attempt(1) - timedelta(seconds=1)
    assert sending.stored(good).state == DepositState.RECEIVED
    assert WORDS not in caplog.text
    with sending.later(hours=1):
        tasks.find_forgotten(0)
    assert sending.stored(bad).state == DepositState.RECEIVED
