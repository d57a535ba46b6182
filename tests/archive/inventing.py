"""Invented closed logs as plain values, for deposits: the same seed gives the same logs. No database."""

import json
import random
from datetime import date, datetime, timedelta
from uuid import UUID

from stafett.archive.content.formats import JSON, PDF
from stafett.archive.content.noark.values import Archive, Change, File, Folder, Record
from stafett.kernel.clock import NORWAY
from stafett.kernel.crypto import sha256_hex

FIRST, LAST = date(2025, 8, 1), date(2026, 7, 31)
NAMES = (
    "Máret Ánne Ærlig Åsen", "Bjørn-Øyvind O'Neill", "محمد علي", "Đorđe Ŋiillas", "Lê Thị 😀 Hồng", "Aa & <b>",
    'Per "Pelle" Ås', "Žydrūnė", "李小龍", "N" * 90,
)  # fmt: skip
# As little of a PDF as the checker looks at: it begins as one, and says that it is PDF/A-2a.
PAPER = b"%PDF-1.7\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n%%EOF\n"

ARCHIVE = Archive(
    id=UUID("0190a000-0000-7000-8000-000000000001"), creator_id="999999999", creator="Eksempelvik kommune",
    first=FIRST, last=LAST, made_at=datetime(2026, 8, 20, 9, tzinfo=NORWAY),
)  # fmt: skip

# Stand-ins for the official schemas, which are no part of the project: they say what the root is called, and that there
# are two kinds of record.
_KIND = (
    '<xs:complexType name="{name}"><xs:sequence><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>'
    "</xs:sequence></xs:complexType>"
)
_LOOSE = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{namespace}" elementFormDefault="qualified">'
    '<xs:element name="{root}" type="xs:anyType"/>'
    + _KIND.format(name="arkivnotat")
    + _KIND.format(name="journalpost")
    + "</xs:schema>"
)
_NOARK = "http://www.arkivverket.no/standarder/noark5/"
LOOSE_SCHEMAS = {
    f"{name}.xsd": _LOOSE.format(namespace=namespace, root=root).encode()
    for name, namespace, root in (
        ("arkivstruktur", f"{_NOARK}arkivstruktur", "arkiv"),
        ("endringslogg", f"{_NOARK}endringslogg", "endringslogg"),
        ("metadatakatalog", f"{_NOARK}metadatakatalog", "nothing"),
        ("addml", "http://www.arkivverket.no/standarder/addml", "addml"),
    )
}
LOOSE_SUMS = {name: sha256_hex(content) for name, content in LOOSE_SCHEMAS.items()}


def folders(amount, *, seed=1, files=2, paper=PAPER):
    """Closed logs, sorted by child, made one at a time. A child may have had two."""
    rng = random.Random(seed)
    children = sorted({_id(rng) for _ in range(amount)})
    for number in range(amount):
        yield _folder(rng, children[number * len(children) // (amount + amount // 10 + 1)], files, paper)


def _folder(rng, child_id, files, paper):
    opened = datetime(2024, 8, 15, 8, tzinfo=NORWAY) + timedelta(minutes=rng.randrange(400_000))
    closed = datetime(2025, 8, 2, 8, tzinfo=NORWAY) + timedelta(minutes=rng.randrange(500_000))
    holder = rng.choice(NAMES[:2])
    meetings = rng.randrange(3)
    return Folder(
        id=_id(rng), child_id=child_id, party=rng.choice(NAMES), opened_at=opened, opened_by=holder, closed_at=closed,
        closed_by=holder,
        records=(
            _record(rng, "Avsluttet stafettlogg", closed, holder, files, paper),
            *(_record(rng, "Referat", closed - timedelta(days=day + 1), holder, 1, paper) for day in range(meetings)),
        ),
        changes=(
            Change(closed, holder, "status", "Aktiv", "Avsluttet"),
            *([Change(opened + timedelta(days=9), holder, "nivaa", "1", "2")] if rng.random() < 0.4 else []),
        ),
        own={"enhet": "Eksempelvik barneskole", "nivaa": rng.randint(1, 3), "antallOppmerksomheter": rng.randrange(4),
             "antallTiltak": rng.randrange(12), "antallEvalueringer": 2, "antallMoeter": meetings},
    )  # fmt: skip


def _record(rng, title, made_at, made_by, files, paper):
    made = [File(_id(rng), title, PDF, "pdf", paper + b"%" * rng.randrange(40))]
    words = json.dumps({"words": rng.choice(NAMES), "number": rng.random()}, ensure_ascii=False)
    made += [File(_id(rng), f"{title} som data", JSON, "json", words.encode()) for _ in range(files - 1)]
    return Record(_id(rng), title, made_at, made_by, made_at + timedelta(minutes=3), tuple(made))


def _id(rng):
    return UUID(int=rng.getrandbits(128), version=4)
