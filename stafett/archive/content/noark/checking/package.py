"""Checks the folder itself: what lies in it, what `arkivuttrekk.xml` says of it, and the documents one by one."""

import json
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lxml import etree

from stafett.archive.content.noark.addml import NAME, NAMESPACE
from stafett.archive.content.noark.checking.faults import Code, Fault
from stafett.archive.content.noark.checking.structure import PERSONAL_NUMBER, Found
from stafett.archive.content.noark.own_schema import OWN_SCHEMA, schema
from stafett.archive.content.noark.writing import DOCUMENTS, checksum_of
from stafett.kernel.crypto import sha256_hex

XMLS = (NAME, "arkivstruktur.xml", "endringslogg.xml")
JOURNALS = ("loependeJournal.xml", "offentligJournal.xml")
_UNLISTED = {NAME, "addml.xsd"}


@dataclass
class Said:
    """What `arkivuttrekk.xml` says."""

    creator: str = ""
    first: str = ""
    last: str = ""
    amounts: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


def read(folder: Path, sums: dict[str, str]) -> tuple[Said | None, list[Fault]]:
    """What the deposit says of itself, None when it cannot be read at all, and the faults of the folder."""
    needed = {*XMLS, *sums, OWN_SCHEMA, DOCUMENTS}
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    faults = [Fault(Code.FILE_MISSING, name) for name in sorted(needed - there)]
    if faults:
        return None, faults
    faults += [Fault(Code.UNEXPECTED, name) for name in sorted(there - needed - set(JOURNALS))]
    official = sums | {OWN_SCHEMA: sha256_hex(schema())}
    faults += [
        Fault(Code.SCHEMA_CHANGED, name) for name in official if checksum_of(folder / name) != official[name]
    ]
    try:
        root = etree.parse(
            str(folder / NAME), etree.XMLParser(resolve_entities=False, no_network=True)
        ).getroot()
    except etree.XMLSyntaxError:
        return None, [*faults, Fault(Code.NOT_WELL_FORMED, NAME)]
    return _said(root), faults + _of_sums(root, folder, needed)


def check_counts(said: Said, found: Found, changes: int) -> list[Fault]:
    """What the deposit says of itself against what was counted."""
    counted = {
        "mappe": found.amounts.get("mappe", 0), "registrering": found.amounts.get("registrering", 0),
        "endring": changes,
    }  # fmt: skip
    faults = [
        Fault(Code.COUNT, name, f"{said.amounts.get(name, 'ingen')} sagt, {count} funnet")
        for name, count in counted.items() if said.amounts.get(name) != str(count)
    ]  # fmt: skip
    if said.facts.get("antallDokumentfiler") != str(len(found.documents)):
        faults.append(Fault(Code.COUNT, "dokumentfiler", f"{len(found.documents)} funnet"))
    for name, is_so in (
        ("inneholderSkjermetInformasjon", found.has_screened), ("omfatterDokumenterSomErKassert", False),
        ("inneholderDokumenterSomSkalKasseres", False), ("inneholderVirksomhetsspesifikkeMetadata", found.has_own),
    ):  # fmt: skip
        if said.facts.get(name) != str(is_so).lower():
            faults.append(Fault(Code.SAYS, name))
    if (said.facts.get("type"), said.facts.get("version")) != ("Noark 5", "5.0"):
        faults.append(Fault(Code.SAYS, "type"))
    return faults


def check_documents(folder: Path, found: Found) -> list[Fault]:
    """Every document: there, whole, what it says it is, and none that nobody tells of; no journal where none belongs."""
    faults, told = [], set()
    for document in found.documents:
        if document.path in told:
            faults.append(Fault(Code.FILE_TWICE, document.where))
        told.add(document.path)
        faults += _of_document(folder, document)
    root = folder / DOCUMENTS
    for path in sorted(root.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in told:
            faults.append(Fault(Code.FILE_LEFT, name))
    for name in JOURNALS:
        if (folder / name).exists() is not found.has_journal:
            faults.append(Fault(Code.JOURNAL, name))
    return faults


def _of_document(folder, document):
    place = PurePosixPath(document.path)
    is_inside = place.parts[:1] == (DOCUMENTS,) and ".." not in place.parts and document.path.isascii()
    if not is_inside or PERSONAL_NUMBER.search(document.path):
        yield Fault(Code.FILE_PATH, document.where)
        return
    path = folder / place
    if not path.is_file() or path.is_symlink():
        yield Fault(Code.FILE_GONE, document.where)
        return
    size = path.stat().st_size
    if not size:
        yield Fault(Code.FILE_EMPTY, document.where)
    if document.size != str(size):
        yield Fault(Code.FILE_SIZE, document.where)
    if document.sha256 != checksum_of(path):
        yield Fault(Code.FILE_SUM, document.where)
    if not _is_of_format(path, document.pronom):
        yield Fault(Code.FILE_FORMAT, document.where, document.pronom)


def _is_of_format(path, pronom):
    if pronom == "fmt/476":
        content = path.read_bytes()
        is_archival = (
            b"pdfaid" in content and b"<pdfaid:part>2" in content and b"<pdfaid:conformance>A" in content
        )
        return path.suffix == ".pdf" and content.startswith(b"%PDF-1.") and is_archival
    if pronom == "fmt/817" and path.suffix == ".json":
        try:
            json.loads(path.read_bytes())
        except ValueError:
            return False
        return True
    return False


def _said(root):
    said = Said(amounts={}, facts={})
    for element in root.iter(_a("additionalElement")):
        if element.get("name") == "recordCreator":
            said.creator = _value(element)
    for element in root.iter(_a("property")):
        name, value = element.get("name"), _value(element)
        if name == "startDate":
            said.first = value
        elif name == "endDate":
            said.last = value
        elif name == "numberOfOccurrences":
            counted = [each for each in element.iter(_a("property")) if each.get("name") == "value"]
            said.amounts[value] = _value(counted[0]) if counted else ""
        elif name not in said.facts:
            said.facts[name] = value
    return said


def _of_sums(root, folder, needed):
    """Checksums of the XML and schemas, against the files; and that all of them are there."""
    listed, faults = set(), []
    for element in root.iter(_a("property")):
        if element.get("name") != "file":
            continue
        told = {each.get("name"): each for each in element.iter(_a("property"))}
        name = _value(told["name"]) if "name" in told else ""
        listed.add(name)
        algorithm = _value(told["algorithm"]) if "algorithm" in told else ""
        value = _value(told["value"]) if "value" in told else ""
        path = folder / PurePosixPath(name).name
        if algorithm != "SHA-256":
            faults.append(Fault(Code.ALGORITHM, name))
        elif not path.is_file() or value.lower() != checksum_of(path):
            faults.append(Fault(Code.CHECKSUM, name))
    faults += [Fault(Code.NOT_LISTED, name) for name in sorted(needed - listed - _UNLISTED - {DOCUMENTS})]
    return faults


def _value(element):
    return (element.findtext(_a("value")) or "").strip()


def _a(name):
    return f"{{{NAMESPACE}}}{name}"
