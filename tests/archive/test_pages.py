"""The archivist's pages, and what a leader sees: how it goes with each package, and never who it is about (L-53, ARK-05)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stafett.archive import tasks
from stafett.archive.enums import DepositState
from stafett.archive.models import ArchiveSettings, Deposit, PeriodDeposit
from stafett.audit.models import Entry
from stafett.demo import cast
from stafett.register.tenancy import within
from tests import stage
from tests.archive import inventing, sending
from tests.archive.sending import HERE
from tests.web import reading
from tests.web.visiting import Visitor

pytestmark = pytest.mark.django_db


def words(key, name, *args, **query):
    return reading.words(Visitor(key).see(name, *args, **query))


def refused(**given):
    with within(HERE):
        deposit = sending.handed_in(**given)
        Deposit.objects.filter(pk=deposit.pk).update(
            state="failed", fault="Ukjent sakstype", settled_at=deposit.created_at
        )
        return deposit


def test_the_archivist_begins_in_the_archive(shelf):
    page = Visitor("arkivar").get(reverse("deposits")).content.decode()

    assert "Ingenting er levert ennå" in page
    assert reverse("period_deposits") in page


def test_the_archivist_and_the_units_leader_see_when_the_receipt_has_come(shelf):
    with within(HERE):
        sending.closed_log()
    sending.work()

    for key in ("arkivar", "elle"):
        shown = words(key, "deposits")
        assert "Avsluttet stafettlogg" in shown
        assert "Mottatt i arkivet" in shown
        assert cast.person("nils").name not in shown
    assert "Ingenting er levert ennå" in words("aslaug", "deposits")


def test_one_package_is_shown_with_receipt_and_checksums_and_no_name(shelf):
    with within(HERE):
        log = sending.closed_log()
    sending.work()
    with within(HERE):
        deposit = Deposit.objects.get(log_id=log.pk)

    shown = words("arkivar", "deposit", deposit.pk)

    assert deposit.receipt["record_id"] in shown
    assert "stafettlogg.pdf" in shown
    assert cast.person("nils").name not in shown
    with within(HERE):
        assert Entry.objects.filter(kind="read", thing_id=deposit.pk, log_id=log.pk).count() == 1


def test_what_the_archive_refused_is_sent_anew_by_one_press(shelf):
    deposit = refused()
    archivist = Visitor("arkivar")
    assert "Ukjent sakstype" in words("arkivar", "deposit", deposit.pk)

    archivist.send("deposit_sending", deposit.pk)

    assert sending.work(deposit).state == DepositState.RECEIVED


def test_what_nobody_has_acknowledged_for_a_day_is_sent_anew_by_one_press(settings, tmp_path):
    sending.use_fiks(settings, tmp_path)
    with within(HERE):
        deposit = sending.handed_in()
    sending.work()
    assert "Send på nytt" not in words("arkivar", "deposit", deposit.pk)

    answer = Visitor("arkivar").send("deposit_sending", deposit.pk)
    assert answer.status_code == 422
    assert "Gi arkivet et døgn på å svare" in reading.words(answer)
    with sending.later(hours=25):
        assert "den kommer ikke inn to ganger" in words("arkivar", "deposit", deposit.pk)
        Visitor("arkivar").send("deposit_sending", deposit.pk)

    assert sending.stored(deposit).state == DepositState.WAITING


def test_what_is_received_cannot_be_sent_anew(shelf):
    with within(HERE):
        deposit = sending.handed_in()
    sending.work()

    answer = Visitor("arkivar").send("deposit_sending", deposit.pk)

    assert answer.status_code == 422
    assert "Bare det arkivet har sagt nei til" in reading.words(answer)


def test_the_list_is_narrowed_by_state_and_odd_addresses_do_no_harm(shelf):
    refused(title="Nektet referat")
    with within(HERE):
        sending.handed_in(title="Nytt referat")

    narrowed = words("arkivar", "deposits", tilstand="failed")
    assert "Nektet referat" in narrowed
    assert "Nytt referat" not in narrowed
    for query in ({"tilstand": "x"}, {"side": "0"}, {"side": "-1"}, {"side": "9" * 40}, {"side": "²"}):
        assert Visitor("arkivar").see("deposits", **query).status_code == 200


def test_the_list_asks_as_many_questions_however_much_is_handed_in(shelf):
    visitor = Visitor("arkivar")
    with within(HERE):
        sending.handed_in()
    few = _questions(visitor)
    with within(HERE):
        for _number in range(12):
            sending.handed_in()

    assert _questions(visitor) == few
    assert few <= 12


def test_the_setup_is_changed_and_used_from_the_next_package_on(settings, tmp_path):
    archivist = Visitor("arkivar")
    fields = {
        "version": "0", "adapter": "folder", "log_folder": "Elevmappe", "meeting_folder": "Møter i BTI", "system_name": "Websak",
        "case_type": "", "journal_unit": "", "access_days": "14",
    }  # fmt: skip
    assert archivist.send("archive_setup", fields=fields).status_code == 302
    assert (
        archivist.send("archive_setup", fields=fields | {"version": "1", "access_days": "7"}).status_code
        == 302
    )

    with within(HERE):
        assert ArchiveSettings.objects.get().access_days == 7
        assert sending.handed_in().folder == "Møter i BTI"


def test_whoever_was_slower_keeps_what_was_typed(db):
    archivist = Visitor("arkivar")
    with within(HERE):
        ArchiveSettings.objects.create(municipality_id=HERE, version=3)

    answer = archivist.send(
        "archive_setup",
        fields={"version": "2", "adapter": "folder", "log_folder": "Min mappe", "meeting_folder": "x", "access_days": "30"},
    )  # fmt: skip

    assert answer.status_code == 409
    assert "Noen andre lagret mens du skrev" in reading.words(answer)
    assert "Min mappe" in answer.content.decode()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-05-01", "2026-04-01", "slutte etter at den begynner"),
        ("2026-05-01", "2099-04-01", "Perioden må være over"),
        ("", "2026-04-01", "Fyll inn datoen"),
        ("2026-02-30", "2026-04-01", "en dato som finnes"),
        ("2026-03-01", "2026-04-01", "skjemaene fra Nasjonalarkivet"),
    ],
)
def test_a_period_that_cannot_be_deposited_is_said_beside_the_field(shelf, first, last, said):
    answer = Visitor("arkivar").send("period_deposits", fields={"first": first, "last": last})

    assert answer.status_code == 422
    assert said in reading.words(answer)
    with within(HERE):
        assert not PeriodDeposit.objects.exists()


def test_a_period_is_ordered_made_checked_and_shown(shelf, settings, tmp_path, monkeypatch):
    with within(HERE):
        sending.closed_log()
    schemas = tmp_path / "schemas"
    schemas.mkdir()
    for name, content in inventing.LOOSE_SCHEMAS.items():
        (schemas / name).write_bytes(content)
    settings.ARCHIVE_SCHEMAS = str(schemas)
    monkeypatch.setattr("stafett.archive.content.noark.schemas.OFFICIAL", inventing.LOOSE_SUMS)
    today = stage.today()
    with sending.later(days=2):
        fields = {
            "first": (today - timedelta(days=9)).isoformat(),
            "last": (today + timedelta(days=1)).isoformat(),
        }
        assert Visitor("arkivar").send("period_deposits", fields=fields).status_code == 302
        assert Visitor("arkivar").send("period_deposits", fields=fields).status_code == 422  # one at a time
        with within(HERE):
            order = PeriodDeposit.objects.get()
        assert tasks.make_period(municipality_id=str(HERE), order_id=str(order.pk)) == 1
        shown = words("arkivar", "period_deposits")

    assert "Ferdig og kontrollert" in shown
    assert "1 logg" in shown
    [made] = (shelf / "eksempelvik" / "avleveringer").iterdir()
    assert made.name in shown
    assert (made / "arkivstruktur.xml").exists()


def test_a_period_without_logs_says_so(shelf, settings, tmp_path, monkeypatch):
    for name, content in inventing.LOOSE_SCHEMAS.items():
        (tmp_path / name).write_bytes(content)
    settings.ARCHIVE_SCHEMAS = str(tmp_path)
    monkeypatch.setattr("stafett.archive.content.noark.schemas.OFFICIAL", inventing.LOOSE_SUMS)
    Visitor("arkivar").send("period_deposits", fields={"first": "2001-01-01", "last": "2001-12-31"})
    with within(HERE):
        order = PeriodDeposit.objects.get()

    tasks.make_period(municipality_id=str(HERE), order_id=str(order.pk))

    assert "Ingen logger ble avsluttet i perioden." in words("arkivar", "period_deposits")


def test_a_unit_at_a_protected_address_is_not_named_to_the_archivist(shelf):
    with within(HERE):
        log = sending.closed_log()
        type(log.child.person).objects.filter(pk=log.child.person_id).update(protection="confidential")
    sending.work()

    assert "Enheten vises ikke" in words("arkivar", "deposits")
    assert "Eksempelvik barneskole" not in words("arkivar", "deposits")


def _questions(visitor):
    with CaptureQueriesContext(connection) as caught:
        assert visitor.see("deposits").status_code == 200
    return len(caught)
