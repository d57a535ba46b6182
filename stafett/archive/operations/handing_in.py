"""Handing something in: the row, its files, and the job that sends it, in one transaction (ARK-04)."""

from collections.abc import Sequence

from django.db import transaction
from procrastinate.contrib.django import app

from stafett.archive.content import formats
from stafett.archive.content.log_files import sheet
from stafett.archive.content.parcel import Sheet
from stafett.archive.enums import Event, Kind
from stafett.archive.models import Deposit, DepositFile
from stafett.archive.queries.setup import setup_of
from stafett.audit.trail import Outcome, operation
from stafett.kernel import clock


@operation(Event.HANDED_IN)
def hand_in(*, actor, kind, title, unit_id, made_on, pdf, source_id, folder=""):
    """Hand a document in to the archive; gives the Deposit. The same thing handed in twice is one Deposit.

    Args:
        kind: of `Kind`. title: no name of a child. pdf: the document as PDF/A bytes.
        source_id: what it is a document of. folder: the municipality's setting when empty.
    Must run within the municipality; joins the caller's transaction. Source: S002-35, W-13.
    """
    files = [sheet(f"{kind}.pdf".replace("_", "-"), title, formats.PDF, pdf)]
    deposit = keep(
        municipality_id=actor.municipality_id, kind=kind, title=title, unit_id=unit_id, made_on=made_on,
        made_by_id=actor.person_id, source_id=source_id, folder=folder, files=files,
    )  # fmt: skip
    return Outcome(deposit, {"kind": str(kind), "sha256": [each.sha256 for each in files]})


@operation(Event.HANDED_IN)
def hand_in_log(*, actor, log, kind, title, made_on, files):
    """Hand a log in, with `files` (of `content.log_files`): at closing, or as it stands this year. Once for each."""
    once = f"{kind}:{log.pk}" if kind == Kind.LOG_CLOSED else f"{kind}:{log.pk}:{made_on:%Y}"
    deposit = keep(
        municipality_id=actor.municipality_id, kind=kind, title=title, unit_id=log.unit_id, made_on=made_on,
        made_by_id=actor.person_id, source_id=log.pk, folder="", files=files, log_id=log.pk, once=once,
    )  # fmt: skip
    return Outcome(deposit, {"kind": str(kind), "sha256": [each.sha256 for each in files]})


def keep(
    *, municipality_id, kind, title, unit_id, made_on, made_by_id, source_id, folder, files: Sequence[Sheet],
    log_id=None, once=None,
) -> Deposit:  # fmt: skip
    """Store what is to be sent, and let the worker send it when the transaction is through."""
    now = clock.now()
    setup = setup_of(municipality_id)
    deposit, is_new = Deposit.objects.get_or_create(
        municipality_id=municipality_id,
        once_key=once or f"{kind}:{source_id}",
        defaults={
            "kind": kind, "title": title[:200], "unit_id": unit_id, "log_id": log_id, "source_id": source_id,
            "folder": folder or (setup.meeting_folder if kind == Kind.MINUTES else setup.log_folder),
            "made_on": made_on, "made_by_id": made_by_id, "created_at": now, "due_at": now,
        },
    )  # fmt: skip
    if is_new:
        DepositFile.objects.bulk_create(
            DepositFile(
                municipality_id=municipality_id, deposit=deposit, position=position, name=each.name,
                title=each.title[:200], media_type=each.media_type, size=each.size, sha256=each.sha256,
                content=each.content,
            )
            for position, each in enumerate(files, start=1)
        )  # fmt: skip
        defer(deposit)
    return deposit


def defer(deposit: Deposit) -> None:
    """Let the worker send it when it is due. The job knows two ids and nothing else."""
    with transaction.atomic():
        app.configure_task("archive.send", schedule_at=deposit.due_at).defer(
            municipality_id=str(deposit.municipality_id), deposit_id=str(deposit.pk)
        )
