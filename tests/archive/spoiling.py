"""Ways to spoil a deposit, one fact at a time, each with the fault that must be found. Fifty and some."""

import re
import shutil

from stafett.archive.content.noark.addml import NAME
from stafett.archive.content.noark.checking.faults import Code
from stafett.archive.content.noark.writing import checksum_of

STRUCTURE, CHANGES = "arkivstruktur.xml", "endringslogg.xml"
_NUMBER = "01017012345"


def first_document(folder):
    """The first document's path."""
    return min(path for path in (folder / "DOKUMENT").rglob("*.pdf") if path.is_file())


def resum(folder, *names):
    """Write the checksums of changed files anew, so that only the fault itself is left to find."""
    text = (folder / NAME).read_text(encoding="utf-8")
    for name in names or (STRUCTURE, CHANGES):
        pattern = rf'(<value>{re.escape(name)}</value>.*?<property name="value">\s*<value>)[0-9a-f]{{64}}'
        text = re.sub(pattern, rf"\g<1>{checksum_of(folder / name)}", text, flags=re.S)
    (folder / NAME).write_text(text, encoding="utf-8")


def _in(name, old, new, *, count=1):
    """A change of text in one of the files, with its checksum made to fit."""

    def spoil(folder):
        text = (folder / name).read_text(encoding="utf-8")
        changed, amount = re.subn(old, new, text, count=count, flags=re.S)
        assert amount, old
        (folder / name).write_text(changed, encoding="utf-8")
        if name != NAME:
            resum(folder, name)

    return spoil


def _structure(old, new, **options):
    return _in(STRUCTURE, old, new, **options)


def _changes(old, new):
    return _in(CHANGES, old, new)


def _said(old, new):
    return _in(NAME, old, new)


def _document(change):
    def spoil(folder):
        path = first_document(folder)
        path.write_bytes(change(path.read_bytes()))

    return spoil


def _without(name):
    return lambda folder: (folder / name).unlink()


def _with(name, content=b"x"):
    def spoil(folder):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)

    return spoil


def _flip(folder):
    path = first_document(folder)
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))


def _gone_reference(folder):
    first_document(folder).unlink()


def _renamed(folder):
    path = first_document(folder)
    path.rename(path.with_name(path.name.upper()))


def _linked(folder):
    path = first_document(folder)
    kept = folder.parent / "elsewhere.pdf"
    shutil.copy(path, kept)
    path.unlink()
    path.symlink_to(kept)


def _cut(folder):
    content = (folder / STRUCTURE).read_bytes()
    (folder / STRUCTURE).write_bytes(content[: len(content) // 2])
    resum(folder, STRUCTURE)


def _latin(folder):
    text = (folder / STRUCTURE).read_text(encoding="utf-8").replace("UTF-8", "ISO-8859-1", 1)
    (folder / STRUCTURE).write_bytes(text.encode("iso-8859-1", "xmlcharrefreplace"))
    resum(folder, STRUCTURE)


def _twice_same_id(folder):
    text = (folder / STRUCTURE).read_text(encoding="utf-8")
    ids = re.findall(r"<registrering.*?<systemID>(.*?)</systemID>", text, flags=re.S)
    (folder / STRUCTURE).write_text(text.replace(ids[1], ids[0], 1), encoding="utf-8")
    resum(folder, STRUCTURE)


def _same_number(folder):
    text = (folder / STRUCTURE).read_text(encoding="utf-8")
    numbers = re.findall(r"<mappeID>(.*?)</mappeID>", text)
    text = text.replace(f"<mappeID>{numbers[1]}<", f"<mappeID>{numbers[0]}<", 1)
    (folder / STRUCTURE).write_text(text, encoding="utf-8")
    resum(folder, STRUCTURE)


def _same_file(folder):
    text = (folder / STRUCTURE).read_text(encoding="utf-8")
    files = re.findall(r"<referanseDokumentfil>(.*?)</referanseDokumentfil>", text)
    (folder / STRUCTURE).write_text(text.replace(files[1], files[0], 1), encoding="utf-8")
    resum(folder, STRUCTURE)


def _folder_number_as_class(folder):
    text = (folder / STRUCTURE).read_text(encoding="utf-8")
    classes = re.findall(r"<klasseID>(.*?)</klasseID>", text)
    text = text.replace(f"<klasseID>{classes[1]}<", f"<klasseID>{classes[0]}<", 1)
    (folder / STRUCTURE).write_text(text, encoding="utf-8")
    resum(folder, STRUCTURE)


def _schema_grown(folder):
    path = folder / "arkivstruktur.xsd"
    path.write_bytes(path.read_bytes() + b"\n<!-- ours -->\n")
    resum(folder, "arkivstruktur.xsd")


WAYS = {
    "a byte of a document is flipped": (_flip, Code.FILE_SUM),
    "a document is longer": (_document(lambda content: content + b"more"), Code.FILE_SIZE),
    "a document is cut": (_document(lambda content: content[:-3]), Code.FILE_SIZE),
    "a document is empty": (_document(lambda content: b""), Code.FILE_EMPTY),
    "a document is no PDF": (_document(lambda content: b"x" * len(content)), Code.FILE_FORMAT),
    "a document is no PDF/A": (_document(lambda content: content.replace(b"pdfaid", b"nothing", 9)), Code.FILE_FORMAT),
    "a document is gone": (_gone_reference, Code.FILE_GONE),
    "a document has another name": (_renamed, Code.FILE_GONE),
    "a document is a link": (_linked, Code.FILE_GONE),
    "a document nobody tells of": (_with("DOKUMENT/2025/extra.pdf"), Code.FILE_LEFT),
    "two objects of one file": (_same_file, Code.FILE_TWICE),
    "a file outside the folder": (
        _structure(r"<referanseDokumentfil>DOKUMENT/", "<referanseDokumentfil>../DOKUMENT/"), Code.FILE_PATH,
    ),
    "a file with letters that do not travel": (
        _structure(r"(<referanseDokumentfil>DOKUMENT/)", r"\1å"), Code.FILE_PATH,
    ),
    "a wrong checksum of a document": (_structure(r"<sjekksum>....", "<sjekksum>0000"), Code.FILE_SUM),
    "another algorithm": (_structure(">SHA-256<", ">MD5<"), Code.ALGORITHM),
    "a wrong size": (_structure(r"<filstoerrelse>\d+", "<filstoerrelse>7"), Code.FILE_SIZE),
    "another format": (_structure(">fmt/476<", ">fmt/95<"), Code.FILE_FORMAT),
    "no structure": (_without(STRUCTURE), Code.FILE_MISSING),
    "no change log": (_without(CHANGES), Code.FILE_MISSING),
    "no ADDML": (_without(NAME), Code.FILE_MISSING),
    "no schema": (_without("metadatakatalog.xsd"), Code.FILE_MISSING),
    "no schema of our own": (_without("stafett.xsd"), Code.FILE_MISSING),
    "a file that does not belong": (_with("notat.txt"), Code.UNEXPECTED),
    "a journal without entries": (_with("loependeJournal.xml", b"<x/>"), Code.JOURNAL),
    "a schema of one's own making": (_schema_grown, Code.SCHEMA_CHANGED),
    "half a structure": (_cut, Code.NOT_WELL_FORMED),
    "another encoding": (_latin, Code.NOT_UTF8),
    "a checksum of an XML": (_said(r'(arkivstruktur\.xml</value>.*?name="value">\s*<value>)....', r"\g<1>0000"), Code.CHECKSUM),
    "another root": (_structure(r"<(/?)arkiv([ >])", r"<\1archive\2", count=0), Code.NOT_VALID),
    "an XML that is not listed": (_said("<value>endringslogg.xml</value>", "<value>x.xml</value>"), Code.NOT_LISTED),
    "too many folders said": (_said(r"(//mappe</value>.*?<value>)(\d+)", r"\g<1>9\2"), Code.COUNT),
    "too many records said": (_said(r"(//registrering</value>.*?<value>)(\d+)", r"\g<1>9\2"), Code.COUNT),
    "too many changes said": (_said(r"(//endring</value>.*?<value>)(\d+)", r"\g<1>9\2"), Code.COUNT),
    "too many files said": (_said(r'(antallDokumentfiler".*?<value>)(\d+)', r"\g<1>9\2"), Code.COUNT),
    "nothing is screened, it says": (
        _said(r'(inneholderSkjermetInformasjon".*?<value>)true', r"\g<1>false"), Code.SAYS,
    ),
    "something is destroyed, it says": (
        _said(r'(omfatterDokumenterSomErKassert".*?<value>)false', r"\g<1>true"), Code.SAYS,
    ),
    "nothing is ours, it says": (
        _said(r'(inneholderVirksomhetsspesifikkeMetadata".*?<value>)true', r"\g<1>false"), Code.SAYS,
    ),
    "another period, it says": (_said("<value>2025-08-01</value>", "<value>2024-08-01</value>"), Code.SAYS),
    "another creator, it says": (
        _said(r'(recordCreator">\s*<value>)Eksempelvik', r"\g<1>Domesund"), Code.SAYS,
    ),
    "another version, it says": (_said("<value>5.0</value>", "<value>3.1</value>"), Code.SAYS),
    "a record is gone": (_structure(r"<registrering .*?</registrering>", ""), Code.COUNT),
    "a folder twice": (_structure(r"(<mappe .*?</mappe>|<mappe>.*?</mappe>)", r"\1\1"), Code.DUPLICATE_ID),
    "an id twice": (_twice_same_id, Code.DUPLICATE_ID),
    "an id that is none": (_structure(r"<systemID>[^<]+", "<systemID>17"), Code.NOT_AN_ID),
    "a mappeID twice": (_same_number, Code.DUPLICATE_NUMBER),
    "a klasseID twice": (_folder_number_as_class, Code.DUPLICATE_NUMBER),
    "a folder on no class": (_structure(r"<klasse>(.*?)</klasse>", r"\1"), Code.PLACE),
    "an element that is empty": (_structure(r"<partRolle>[^<]*</partRolle>", "<partRolle></partRolle>"), Code.EMPTY),
    "an element of blanks": (_structure(r"<opprettetAv>[^<]*", "<opprettetAv>   "), Code.EMPTY),
    "an element is missing": (_structure(r"<avsluttetAv>[^<]*</avsluttetAv>(?=<v|<p)", ""), Code.SHAPE),
    "elements in another order": (
        _structure(r"(<mappeID>[^<]*</mappeID>)(<tittel>[^<]*</tittel>)", r"\2\1"), Code.SHAPE,
    ),
    "an element nobody knows": (_structure(r"<partRolle>", "<alder>9</alder><partRolle>"), Code.SHAPE),
    "a day that is none": (_structure(r"<dokumentetsDato>[^<]*", "<dokumentetsDato>2026-02-30"), Code.DATE),
    "a moment without a zone": (_structure(r"(<arkivertDato>[^<+]*)\+\d\d:\d\d", r"\1"), Code.DATE),
    "closed before it was opened": (_structure(r"(</offentligTittel>.*?<opprettetDato>)20\d\d", r"\g<1>2099"), Code.DATE_ORDER),
    "closed outside the period": (_structure(r"(<mappeID>.*?<avsluttetDato>)20\d\d", r"\g<1>2031"), Code.OUTSIDE_PERIOD),
    "archived before it was made": (_structure(r"<arkivertDato>20\d\d", "<arkivertDato>1999"), Code.DATE_ORDER),
    "the period is not closed": (_structure("Avsluttet periode", "Aktiv periode"), Code.STATUS),
    "a document is not finished": (_structure("Dokumentet er ferdigstilt", "Dokumentet er under redigering"), Code.STATUS),
    "no screening": (_structure(r"</part><skjerming.*?</skjerming>", "</part>"), Code.SCREENING),
    "screened by no law": (_structure(r"offentleglova § 13, jf. forvaltningsloven § 13", "lov"), Code.SCREENING),
    "the name in the public title": (
        _structure(r"(<tittel>Stafettlogg for )([^<]*)(</tittel><offentligTittel>Stafettlogg for )[^<]*", r"\1\2\3\2"),
        Code.NAME_SHOWN,
    ),
    "a personal number as mappeID": (_structure(r"<mappeID>[^<]*", f"<mappeID>{_NUMBER}"), Code.PERSONAL_NUMBER),
    "a personal number in a public title": (
        _structure(r"<offentligTittel>", f"<offentligTittel>{_NUMBER} "), Code.PERSONAL_NUMBER,
    ),
    "two main documents": (_structure(">Vedlegg<", ">Hoveddokument<"), Code.NO_MAIN),
    "documents numbered wrong": (_structure("<dokumentnummer>2<", "<dokumentnummer>3<"), Code.NUMBERING),
    "a document without a file": (_structure(r"<dokumentobjekt.*?</dokumentobjekt>", ""), Code.NO_OBJECT),
    "a journal entry and no journal": (_structure('"arkivnotat"', '"journalpost"'), Code.JOURNAL),
    "a change about nothing": (
        _changes(r"<referanseArkivenhet>........", "<referanseArkivenhet>00000000"), Code.CHANGE_ABOUT,
    ),
    "a change that changes nothing": (
        _changes(r"<tidligereVerdi>[^<]*(</tidligereVerdi><nyVerdi>)([^<]*)", r"<tidligereVerdi>\2\1\2"), Code.NO_CHANGE,
    ),
    "a change without a value": (_changes(r"<nyVerdi>[^<]*", "<nyVerdi>"), Code.EMPTY),
    "a change on no day": (_changes(r"<endretDato>[^<]*", "<endretDato>i går"), Code.DATE),
    "a change is gone": (_changes(r"<endring[ >].*?</endring>", ""), Code.COUNT),
}  # fmt: skip
