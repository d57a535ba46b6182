"""Logs whose time is over: closed long ago, received in the archive, and read by nobody any more."""

from datetime import timedelta

from stafett.archive.models import Deposit, DepositFile
from stafett.demo import cast
from stafett.kernel import clock
from stafett.register.tenancy import within
from stafett.relay_log.models import RelayLog
from stafett.retention import operations
from stafett.retention.models import Disposal
from tests import stage
from tests.archive import sending

HERE = cast.EKSEMPELVIK.id
LONG_AGO = timedelta(days=6 * 366)


def old_log(child="nils", *, received=True):
    """A log closed six years ago. Within the municipality."""
    return aged(sending.closed_log(child), received=received)


def aged(log, *, received=True):
    """A closed log, as if that had been six years ago."""
    closed = clock.now() - LONG_AGO
    log.closed_at, log.started_at = closed, closed - timedelta(days=90)
    log.access_ends_on = closed.date() + timedelta(days=30) if received else None
    log.save(update_fields=["closed_at", "started_at", "access_ends_on"])
    if received:
        receive(log)
    return RelayLog.objects.get(pk=log.pk)


def receive(log):
    """The archive's receipt for it, with a file that has not been let go of."""
    deposit = Deposit.objects.create(
        municipality_id=log.municipality_id, kind="log_closed", state="received", title="Avsluttet stafettlogg",
        unit_id=log.unit_id, log=log, source_id=log.pk, once_key=f"log_closed:{log.pk}", folder="Elevmappe",
        made_on=log.closed_at.date(), created_at=log.closed_at, due_at=log.closed_at, settled_at=log.closed_at,
        receipt={"record_id": "2020/17"},
    )  # fmt: skip
    DepositFile.objects.create(
        municipality_id=log.municipality_id, deposit=deposit, position=1, name="logg.pdf", title="Loggen",
        media_type="application/pdf", size=3, sha256="0" * 64, content=b"pdf",
    )  # fmt: skip
    return deposit


def proposed(*logs, by="arkivar", words="Tiden er ute.") -> Disposal:
    """A list of these logs. Within the municipality."""
    return operations.propose(
        actor=stage.actor(by), log_ids=[log.pk for log in logs], words=words, today=stage.today()
    )


def approved(disposal, by="personvern") -> Disposal:
    """The same list, approved and carried out."""
    operations.approve(actor=stage.actor(by), disposal=disposal, words="", today=stage.today())
    return Disposal.objects.get(pk=disposal.pk)


def held(log, *, by="arkivar", ends_on=None):
    """A hold on a log."""
    return operations.hold_log(
        actor=stage.actor(by),
        log=log,
        reason="Statsforvalteren ser på saken.",
        ends_on=ends_on,
        today=stage.today(),
    )


def here():
    """The municipality of these tests."""
    return within(HERE)
