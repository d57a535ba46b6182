"""Writes `arkivstruktur.xml`, `endringslogg.xml` and `DOKUMENT/` in one pass over the folders."""

from collections.abc import Iterable
from contextlib import ExitStack, contextmanager
from datetime import datetime, time
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from uuid import UUID, uuid5

from lxml import etree

from stafett.archive.content import formats
from stafett.archive.content.noark.values import Archive, Counts, Folder, Record
from stafett.archive.content.visible import MARK, note_of, replaced_in, visible
from stafett.kernel.clock import NORWAY

STRUCTURE = "http://www.arkivverket.no/standarder/noark5/arkivstruktur"
CHANGES = "http://www.arkivverket.no/standarder/noark5/endringslogg"
OWN = "urn:stafett:noark5:1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SYSTEM = "Stafett"
DOCUMENTS = "DOKUMENT"
EXEMPT = "Unntatt offentlighet"
LEGAL_BASIS = "offentleglova § 13, jf. forvaltningsloven § 13"
_CHUNK = 1 << 20


class Empty(Exception):
    """No log was closed in the period: the format has no way to say so, and there is nothing to deposit."""


def write(target: Path, archive: Archive, folders: Iterable[Folder]) -> Counts:
    """Write the three into an empty folder; gives what was written. `folders` come sorted by child. Raises Empty."""
    counts = Counts()
    with ExitStack() as stack:
        structure = stack.enter_context(_opened(target / "arkivstruktur.xml", "arkiv", STRUCTURE))
        changes = stack.enter_context(_opened(target / "endringslogg.xml", "endringslogg", CHANGES))
        _head(structure, archive)
        with structure.element(_s("arkivdel")):
            _period(structure, archive)
            with structure.element(_s("klassifikasjonssystem")):
                _class_system(structure, archive)
                for child_id, group in groupby(folders, key=lambda folder: folder.child_id):
                    _class(structure, changes, archive, child_id, group, target, counts)
        if not counts.folders:
            raise Empty
    return counts


@contextmanager
def _opened(path, root, namespace):
    with etree.xmlfile(str(path), encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(f"{{{namespace}}}{root}", nsmap={None: namespace, "xsi": XSI}):
            yield file


def _head(file, archive):
    _puts(
        file,
        ("systemID", str(archive.id)),
        ("tittel", f"Stafettlogger, {archive.creator}"),
        *_opened_and_closed(archive),
    )
    file.write(
        _element(
            "arkivskaper",
            ("arkivskaperID", archive.creator_id),
            ("arkivskaperNavn", archive.creator),
        )
    )


def _period(file, archive):
    _puts(
        file,
        ("systemID", str(uuid5(archive.id, f"arkivdel {archive.first} {archive.last}"))),
        ("tittel", f"Stafettlogger avsluttet {archive.first:%d.%m.%Y}–{archive.last:%d.%m.%Y}"),
        ("arkivdelstatus", "Avsluttet periode"),
        *_opened_and_closed(archive),
        ("arkivperiodeStartDato", archive.first.isoformat()),
        ("arkivperiodeSluttDato", archive.last.isoformat()),
    )


def _class_system(file, archive):
    _puts(
        file,
        ("systemID", str(uuid5(archive.id, f"klassifikasjonssystem {archive.first} {archive.last}"))),
        ("klassifikasjonstype", "Objektbasert"),
        ("tittel", "Barn"),
        ("opprettetDato", _start_of(archive.first)),
        ("opprettetAv", SYSTEM),
    )


def _opened_and_closed(archive):
    end = datetime.combine(archive.last, time(23, 59, 59), NORWAY).isoformat()
    return (
        ("opprettetDato", _start_of(archive.first)), ("opprettetAv", SYSTEM), ("avsluttetDato", end),
        ("avsluttetAv", SYSTEM),
    )  # fmt: skip


def _class(structure, changes, archive, child_id: UUID, folders, target, counts):
    with structure.element(_s("klasse")):
        _puts(
            structure,
            ("systemID", str(uuid5(archive.id, f"klasse {child_id} {archive.first} {archive.last}"))),
            ("klasseID", child_id.hex),
            ("tittel", f"Barn {child_id.hex[-8:]}"),
            ("opprettetDato", _start_of(archive.first)),
            ("opprettetAv", SYSTEM),
        )
        for folder in folders:
            _folder(structure, archive, folder, target, counts)
            counts.folders += 1
            for change in folder.changes:
                changes.write(_change(folder, change))
                counts.changes += 1


def _folder(file, archive, folder, target, counts):
    note = note_of(replaced_in(folder.party, folder.opened_by, folder.closed_by))
    with file.element(_s("mappe")):
        _puts(
            file,
            ("systemID", str(folder.id)),
            ("mappeID", folder.number),
            ("tittel", f"Stafettlogg for {folder.party}"),
            ("offentligTittel", "Stafettlogg for *****"),
            ("beskrivelse", note),
            ("opprettetDato", _at(folder.opened_at)),
            ("opprettetAv", folder.opened_by),
            ("avsluttetDato", _at(folder.closed_at)),
            ("avsluttetAv", folder.closed_by),
        )
        file.write(_own_metadata(folder.own))
        file.write(
            _element(
                "part", ("partID", folder.child_id.hex), ("partNavn", folder.party), ("partRolle", "Klient")
            )
        )
        file.write(_screening())
        for record in folder.records:
            file.write(_record(archive, folder, record, target, counts))
            counts.records += 1


def _record(archive, folder: Folder, record: Record, target, counts):
    made = (("opprettetDato", _at(record.made_at)), ("opprettetAv", record.made_by))
    element = _element(
        "registrering",
        ("systemID", str(record.id)),
        *made,
        ("arkivertDato", _at(record.archived_at)),
        ("arkivertAv", SYSTEM),
    )
    element.set(f"{{{XSI}}}type", "arkivnotat")
    element.append(_screening())
    for number, file in enumerate(record.files, start=1):
        document = _element(
            "dokumentbeskrivelse",
            ("systemID", str(file.id)),
            ("dokumenttype", "Rapport"),
            ("dokumentstatus", "Dokumentet er ferdigstilt"),
            ("tittel", file.title),
            *made,
            ("tilknyttetRegistreringSom", "Hoveddokument" if number == 1 else "Vedlegg"),
            ("dokumentnummer", str(number)),
            ("tilknyttetDato", _at(record.archived_at)),
            ("tilknyttetAv", SYSTEM),
        )
        document.append(_object(folder, record, file, number, target, counts))
        element.append(document)
    _into(
        element,
        ("tittel", record.title),
        ("offentligTittel", record.title),
        ("dokumentetsDato", record.made_at.date().isoformat()),
    )
    return element


def _object(folder, record, file, number, target, counts):
    """The document object; writes the file, and reads its size and checksum from the disk (ARK-06)."""
    name = f"{DOCUMENTS}/{folder.opened_at:%Y}/{folder.id.hex}/{record.id.hex[-12:]}-{number}.{file.ending}"
    path = target / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)
    counts.files += 1
    counts.size += path.stat().st_size
    pronom, described = formats.of(file.media_type)
    return _element(
        "dokumentobjekt",
        ("systemID", str(uuid5(file.id, "dokumentobjekt"))),
        ("versjonsnummer", "1"),
        ("variantformat", "Arkivformat"),
        ("format", pronom),
        ("formatDetaljer", described),
        ("opprettetDato", _at(record.archived_at)),
        ("opprettetAv", SYSTEM),
        ("referanseDokumentfil", name),
        ("sjekksum", checksum_of(path)),
        ("sjekksumAlgoritme", "SHA-256"),
        ("filstoerrelse", str(path.stat().st_size)),
    )


def checksum_of(path: Path) -> str:
    """SHA-256 of a file as it lies on the disk, in hexadecimal."""
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _own_metadata(own):
    holder = etree.Element(_s("virksomhetsspesifikkeMetadata"), nsmap={None: STRUCTURE})
    log = etree.SubElement(holder, f"{{{OWN}}}stafettlogg", nsmap={"stafett": OWN})
    for name, value in own.items():
        etree.SubElement(log, f"{{{OWN}}}{name}").text = visible(str(value)) or MARK
    return holder


def _screening():
    return _element(
        "skjerming",
        ("tilgangsrestriksjon", EXEMPT),
        ("skjermingshjemmel", LEGAL_BASIS),
        ("skjermingMetadata", "Tittel"),
    )


def _change(folder, change):
    element = etree.Element(f"{{{CHANGES}}}endring", nsmap={None: CHANGES})
    for name, text in (
        ("referanseArkivenhet", str(folder.id)), ("referanseMetadata", change.about), ("endretDato", _at(change.at)),
        ("endretAv", change.by), ("tidligereVerdi", change.before), ("nyVerdi", change.after),
    ):  # fmt: skip
        etree.SubElement(element, f"{{{CHANGES}}}{name}").text = visible(text).strip() or MARK
    return element


def _element(name, *children):
    element = etree.Element(_s(name), nsmap={None: STRUCTURE, "xsi": XSI})
    _into(element, *children)
    return element


def _into(element, *children):
    for name, text in children:
        if text:
            etree.SubElement(element, _s(name)).text = _filled(text)


def _puts(file, *children):
    for name, text in children:
        if text:
            with file.element(_s(name)):
                file.write(_filled(text))


def _filled(text):
    """No element is empty (6.4.5): words that are only blanks are shown as the mark."""
    return visible(text).strip() or MARK


def _at(moment):
    return moment.astimezone(NORWAY).isoformat(timespec="seconds")


def _start_of(day):
    return datetime.combine(day, time(), NORWAY).isoformat()


def _s(name):
    return f"{{{STRUCTURE}}}{name}"
