"""Checks `arkivstruktur.xml`: shape, ids, dates, screening, documents. Gives what the other checks compare with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from stafett.archive.content.noark.checking import shape
from stafett.archive.content.noark.checking.faults import Code, Fault
from stafett.archive.content.noark.checking.reading import Ended, elements
from stafett.archive.content.noark.writing import EXEMPT, OWN, STRUCTURE
from stafett.kernel.clock import NORWAY
from stafett.kernel.ids import parse_id

PERSONAL_NUMBER = re.compile(r"(?<![0-9a-fA-F])\d{6} ?\d{5}(?![0-9a-fA-F])")
_DAYS = ("dokumentetsDato", "arkivperiodeStartDato", "arkivperiodeSluttDato")
_NEVER_PERSONAL = ("mappeID", "klasseID", "offentligTittel", "referanseDokumentfil", "partID")


@dataclass(frozen=True)
class Document:
    """A file as the structure tells of it."""

    path: str
    sha256: str
    size: str
    pronom: str
    where: str


@dataclass
class Found:
    """What the structure holds."""

    ids: set[int] = field(default_factory=set)
    folder_ids: set[int] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    amounts: dict[str, int] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    has_journal: bool = False
    has_own: bool = False
    has_screened: bool = False
    period: tuple[str, str] = ("", "")
    creator: str = ""
    # of the record that is being read
    mains: int = 0
    document_numbers: list[str] = field(default_factory=list)


def check(folder: Path, said) -> tuple[Found, list[Fault]]:
    """What stands in the structure, and every fault in it. Raises Unreadable."""
    found, faults = Found(), []
    for element in elements(folder / "arkivstruktur.xml"):
        if element.namespace == OWN:
            found.has_own = True
        elif element.namespace != STRUCTURE:
            faults.append(Fault(Code.SHAPE, element.where, "fremmed navnerom"))
        else:
            faults += shape.faults_of(element)
        if not element.children:
            faults += _of_leaf(element)
        faults += _CHECKS.get(element.name, _nothing)(element, found, said)
        found.amounts[element.name] = found.amounts.get(element.name, 0) + 1
    return found, faults


def _of_leaf(leaf: Ended) -> Iterator[Fault]:
    if not leaf.text:
        yield Fault(Code.EMPTY, leaf.where)
    elif leaf.name.endswith("Dato") and moment_of(leaf.text, is_day=leaf.name in _DAYS) is None:
        yield Fault(Code.DATE, leaf.where, leaf.name)
    elif leaf.name in _NEVER_PERSONAL and PERSONAL_NUMBER.search(leaf.text):
        yield Fault(Code.PERSONAL_NUMBER, "/".join(leaf.path[-1:]), leaf.name)


def _nothing(element, found, said):
    return ()


def _id(element, found, said):
    own = parse_id(element.text)
    if own is None:
        yield Fault(Code.NOT_AN_ID, "/".join(element.path[-1:]))
    elif own.int in found.ids:
        yield Fault(Code.DUPLICATE_ID, element.text)
    else:
        found.ids.add(own.int)


def _number(element, found, said):
    key = f"{element.name} {element.text}"
    if key in found.numbers:
        yield Fault(Code.DUPLICATE_NUMBER, element.name)
    found.numbers.add(key)


def _creator(element, found, said):
    found.creator = element.one("arkivskaperNavn")
    if found.creator != said.creator:
        yield Fault(Code.SAYS, "arkivskaper")


def _part_of_archive(element, found, said):
    found.period = element.one("arkivperiodeStartDato"), element.one("arkivperiodeSluttDato")
    if found.period != (said.first, said.last):
        yield Fault(Code.SAYS, "arkivperioden", "–".join(found.period))
    if element.one("arkivdelstatus") != "Avsluttet periode":
        yield Fault(Code.STATUS, element.where)
    yield from _in_order(element, ("opprettetDato", "avsluttetDato"))


def _folder(element, found, said):
    own = parse_id(element.one("systemID"))
    if own:
        found.folder_ids.add(own.int)
    yield from _in_order(element, ("opprettetDato", "avsluttetDato"))
    closed = moment_of(element.one("avsluttetDato"))
    day = closed.astimezone(NORWAY).date().isoformat() if closed else ""
    if day and not said.first <= day <= said.last:
        yield Fault(Code.OUTSIDE_PERIOD, element.where)
    if not element.amounts.get("skjerming"):
        yield Fault(Code.SCREENING, element.where)
    name = element.one("tittel").partition(" for ")[2]
    if (
        name and f" {name} " in f" {element.one('offentligTittel')} "
    ):  # as a word: any letter stands in some title
        yield Fault(Code.NAME_SHOWN, element.where)


def _screening(element, found, said):
    found.has_screened = True
    if element.one("tilgangsrestriksjon") != EXEMPT or "§" not in element.one("skjermingshjemmel"):
        yield Fault(Code.SCREENING, element.where)


def _record(element, found, said):
    if found.mains != 1:
        yield Fault(Code.NO_MAIN, element.where, f"{found.mains}")
    if found.document_numbers != [str(number + 1) for number in range(len(found.document_numbers))]:
        yield Fault(Code.NUMBERING, element.where)
    found.mains, found.document_numbers = 0, []
    if element.kind == "journalpost":
        found.has_journal = True
    elif element.kind != "arkivnotat":
        yield Fault(Code.SHAPE, element.where, f"registrering er {element.kind or 'uten slag'}")
    yield from _in_order(element, ("opprettetDato", "arkivertDato"))


def _document(element, found, said):
    if not element.amounts.get("dokumentobjekt"):
        yield Fault(Code.NO_OBJECT, element.where)
    if element.one("dokumentstatus") != "Dokumentet er ferdigstilt":
        yield Fault(Code.STATUS, element.where)
    yield from _in_order(element, ("opprettetDato", "tilknyttetDato"))


def _object(element, found, said):
    if element.one("sjekksumAlgoritme") != "SHA-256":
        yield Fault(Code.ALGORITHM, element.where)
    if element.one("variantformat") != "Arkivformat":
        yield Fault(Code.STATUS, element.where, "variantformat")
    found.documents.append(
        Document(
            element.one("referanseDokumentfil"),
            element.one("sjekksum").lower(),
            element.one("filstoerrelse"),
            element.one("format"),
            element.where,
        )  # fmt: skip
    )


def _role(element, found, said):
    found.mains += element.text == "Hoveddokument"
    return ()


def _document_number(element, found, said):
    found.document_numbers.append(element.text)
    return ()


def _in_order(element, names):
    moments = [moment_of(element.one(name)) for name in names]
    if None not in moments and moments[0] > moments[1]:
        yield Fault(Code.DATE_ORDER, element.where, " før ".join(reversed(names)))


def moment_of(text, *, is_day=False):
    """The moment (or with `is_day` the day) that a text says, None when it is none, or one without a time zone."""
    try:
        if is_day:
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and "T" in text and 1900 < moment.year < 2200 else None


_CHECKS = {
    "systemID": _id,
    "mappeID": _number,
    "klasseID": _number,
    "arkivskaper": _creator,
    "arkivdel": _part_of_archive,
    "mappe": _folder,
    "skjerming": _screening,
    "tilknyttetRegistreringSom": _role,
    "dokumentnummer": _document_number,
    "registrering": _record,
    "dokumentbeskrivelse": _document,
    "dokumentobjekt": _object,
}
