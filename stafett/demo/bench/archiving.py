"""Writing a deposit of a thousand closed logs with their documents to disk, against copying the same bytes as they are.

The logs are plain values, the same every time; the document is a real one, typeset once. Neither schemas nor a database
are needed.
"""

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from stafett.archive.content.formats import JSON, PDF
from stafett.archive.content.noark import writing
from stafett.archive.content.noark.values import Archive, Change, File, Folder, Record
from stafett.kernel.clock import NORWAY
from stafett.kernel.pdf import Document, Heading, Paragraph, typeset

LOGS = 1_000
MEETINGS = 2  # minutes in each log, besides its closing report
SENTENCE = "Vi prøvde tiltaket i tre uker, og så sammen på hva det gjorde for barnet. "
OPENED = datetime(2025, 8, 18, 9, tzinfo=NORWAY)
ARCHIVE = Archive(
    id=UUID("5afe77ed-0000-7000-8000-00000000a4c1"), creator_id="999999999", creator="Storeby kommune",
    first=date(2025, 8, 1), last=date(2026, 7, 31), made_at=datetime(2026, 8, 20, 9, tzinfo=NORWAY),
)  # fmt: skip


def measure(*, say: Callable[[str], None], logs: int = LOGS) -> dict:
    """Logs a second, and bytes, of the writer; and how many times as long it takes as a copy of what it wrote."""
    say(f"A deposit of {logs:,} logs")
    paper = _paper()
    with tempfile.TemporaryDirectory() as place:
        written, copied = Path(place, "written"), Path(place, "copied")
        written.mkdir()
        taken = _seconds(lambda: writing.write(written, ARCHIVE, _folders(logs, paper)))
        copy_taken = _seconds(lambda: shutil.copytree(written, copied))
        size = sum(path.stat().st_size for path in written.rglob("*") if path.is_file())
    return {
        "logs": logs, "bytes": size, "seconds": taken, "per_second": logs / taken, "bytes_per_second": size / taken,
        "times_copy": taken / copy_taken,
    }  # fmt: skip


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _folders(amount: int, paper: bytes) -> Iterator[Folder]:
    """Closed logs, one child's after another's, made one at a time."""
    drawn = random.Random(1)  # noqa: S311 - the same logs every time, nothing secret
    for _number in range(amount):
        closed = OPENED + timedelta(days=drawn.randrange(60, 300))
        titles = ("Avsluttet stafettlogg", *["Referat fra stafettloggmøte"] * MEETINGS)
        yield Folder(
            id=_id(drawn), child_id=_id(drawn), party="Barn Barnesen", opened_at=OPENED, opened_by="Kari Lærer",
            closed_at=closed, closed_by="Kari Lærer", records=tuple(_record(drawn, title, closed, paper) for title in titles),
            changes=(Change(closed, "Kari Lærer", "status", "Aktiv", "Avsluttet"),),
            own={"enhet": "Storeby skole", "nivaa": drawn.randint(1, 3), "antallMoeter": MEETINGS},
        )  # fmt: skip


def _record(drawn, title, made_at, paper) -> Record:
    words = SENTENCE * drawn.randrange(20, 60)
    files = (
        File(_id(drawn), title, PDF, "pdf", paper),
        File(_id(drawn), f"{title} som data", JSON, "json", words.encode()),
    )
    return Record(_id(drawn), title, made_at, "Kari Lærer", made_at, files)


def _paper() -> bytes:
    paragraphs = tuple(Paragraph(SENTENCE * 6) for _ in range(12))
    document = Document("Stafettlogg", "nb", OPENED.date(), blocks=(Heading(2, "Oppsummering"), *paragraphs))
    return typeset(document)


def _id(drawn) -> UUID:
    return UUID(int=drawn.getrandbits(128), version=4)
