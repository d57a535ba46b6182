"""The logs closed in a period, as folders of a deposit: one log is read and typeset at a time."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid5

from django.utils import translation

from stafett.access.enums import LogState
from stafett.archive.content import formats, log_data
from stafett.archive.content.log_document import minutes_of
from stafett.archive.content.log_files import pdf_of
from stafett.archive.content.noark.values import Archive, Change, File, Folder, Record
from stafett.archive.queries.log_content import content_of
from stafett.audit.enums import EntryKind
from stafett.audit.models import Entry
from stafett.kernel import clock, pdf
from stafett.kernel.clock import NORWAY
from stafett.register.models import Municipality
from stafett.register.tenancy import within
from stafett.relay_log.enums import Event
from stafett.relay_log.models import RelayLog


def archive_of(municipality_id: UUID, *, first: date, last: date) -> Archive:
    """Whose archive it is, and the period."""
    municipality = Municipality.objects.get(pk=municipality_id)
    return Archive(
        id=uuid5(municipality.pk, "arkiv"), creator_id=municipality.slug, creator=municipality.name, first=first,
        last=last, made_at=clock.now(),
    )  # fmt: skip


def closed_between(municipality_id: UUID, *, first: date, last: date) -> list[UUID]:
    """Ids of the logs closed from `first` to `last` on a Norwegian calendar, sorted by child and then by closing."""
    start, end = (datetime.combine(day, time(), NORWAY) for day in (first, last + timedelta(days=1)))
    with within(municipality_id):
        rows = RelayLog.objects.filter(state=LogState.CLOSED, closed_at__gte=start, closed_at__lt=end)
        return list(rows.order_by("child_id", "closed_at", "id").values_list("pk", flat=True))


def folders_of(municipality_id: UUID, log_ids: list[UUID]) -> Iterator[Folder]:
    """The logs as folders, each read in a transaction of its own."""
    for log_id in log_ids:
        with within(municipality_id):
            log = RelayLog.objects.select_related(
                "child__person", "municipality", "unit", "started_by", "closed_by"
            )
            folder = _folder(log.get(pk=log_id))
        yield folder


def _folder(log) -> Folder:
    language = log.municipality.locale
    with translation.override(language):
        content = content_of(log.pk)
        records = _records(log, content, language)
    measures = [measure for concern in content["concerns"] for measure in concern["measures"]]
    return Folder(
        id=log.pk, child_id=log.child_id, party=log.child.person.name, opened_at=log.started_at,
        opened_by=log.started_by.name, closed_at=log.closed_at, closed_by=log.closed_by.name, records=tuple(records),
        changes=tuple(_changes(log)),
        own={
            "enhet": log.unit.name, "nivaa": log.level, "antallOppmerksomheter": len(content["concerns"]),
            "antallTiltak": len(measures), "antallEvalueringer": sum(1 for each in measures if each["evaluation"]),
            "antallMoeter": sum(1 for meeting in content["meetings"] if meeting["done_at"]),
        },
    )  # fmt: skip


def _records(log, content, language):
    made_on = clock.local(log.closed_at).date()
    yield Record(
        id=uuid5(log.pk, "avslutning"),
        title="Avsluttet stafettlogg",
        made_at=log.closed_at,
        made_by=log.closed_by.name,
        archived_at=log.closed_at,
        files=(
            _file(log.pk, "Stafettlogg", formats.PDF, "pdf", pdf_of(content, language=language, made_on=made_on)),
            _file(log.pk, "Stafettlogg som data", formats.JSON, "json", log_data.data_of(content)),
            _file(log.pk, "Beskrivelse av dataene", formats.JSON, "json", log_data.schema()),
        ),
    )  # fmt: skip
    for meeting in content["meetings"]:
        if meeting["minutes"] and meeting["done_at"]:
            done_at, pk = datetime.fromisoformat(meeting["done_at"]), UUID(meeting["id"])
            paper = pdf.typeset(minutes_of(content, meeting, language=language, made_on=done_at.date()))
            files = (_file(pk, "Referat", formats.PDF, "pdf", paper),)
            yield Record(pk, "Referat fra stafettloggmøte", done_at, meeting["writer"], done_at, files)


def _file(owner_id, title, media_type, ending, content):
    return File(uuid5(owner_id, title), title, media_type, ending, content)


def _changes(log) -> Iterator[Change]:
    """What changed in the folder's own metadata: its level, and that it was closed."""
    rows = Entry.objects.filter(log_id=log.pk, kind=EntryKind.ACT, event=Event.LEVEL_CHANGED).order_by(
        "number"
    )
    for row in rows:
        before, after = (str(row.facts.get(name, "")) for name in ("before", "after"))
        if before != after:
            yield Change(row.at, row.actor_name, "nivaa", before, after)
    yield Change(log.closed_at, log.closed_by.name, "status", "Aktiv", "Avsluttet")
