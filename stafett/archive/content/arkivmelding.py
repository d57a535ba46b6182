"""`arkivmelding.xml` of Fiks Arkiv V1: one folder, and one record in it with its documents (compliance 2.4)."""

from lxml import etree

from stafett.archive.content import formats
from stafett.archive.content.parcel import Parcel, Sheet
from stafett.archive.content.visible import note_of, replaced_in, visible

NAMESPACE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/v1"
CATALOGUE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
FILE_NAME = "arkivmelding.xml"
SYSTEM = "Stafett"
LEGAL_BASIS = "offentleglova § 13, jf. forvaltningsloven § 13"

_CLIENT = ("K", "Klient")
_EXEMPT = ("UO", "Unntatt offentlighet")
_ARCHIVE_FORMAT = ("A", "Arkivformat")
_MAIN, _ATTACHED = ("H", "Hoveddokument"), ("V", "Vedlegg")
_REPORT = ("RAPPORT", "Rapport")
_MINUTES = ("REFERAT", "Referat")


def message_of(parcel: Parcel) -> bytes:
    """The message as UTF-8 XML, valid against the official schema; the same parcel gives the same bytes.

    The external keys make it safe to send again: the archive finds the folder and the record it has (ARK-04).
    """
    root = etree.Element(_own("arkivmelding"), nsmap={None: NAMESPACE, "m": CATALOGUE, "xsi": XSI})
    _put(root, "system", SYSTEM)
    _put(root, "regel", f"stafett-{parcel.kind}")
    _put(root, "antallFiler", str(len(parcel.files)))
    _folder(root, parcel)
    _record(root, parcel)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _folder(root, parcel):
    is_case = bool(parcel.case_type or parcel.journal_unit)
    folder = etree.SubElement(root, _own("mappe"), {f"{{{XSI}}}type": "saksmappe"} if is_case else {})
    _put(folder, "tittel", parcel.folder_title)
    _put(folder, "offentligTittel", parcel.folder_public_title)
    if parcel.party:
        _party(folder, parcel.party)
    _screening(folder, parcel)
    _external_key(folder, parcel.folder_key)
    if parcel.case_type:
        _code(folder, "mappetype", (parcel.case_type, parcel.case_type))
    if is_case:
        unit = etree.SubElement(folder, _own("administrativEnhet"))
        _put(unit, "navn", parcel.unit, CATALOGUE)
    if parcel.journal_unit:
        _put(folder, "journalenhet", parcel.journal_unit)


def _record(root, parcel):
    record = etree.SubElement(root, _own("registrering"), {f"{{{XSI}}}type": "arkivnotat"})
    _put(record, "opprettetDato", parcel.made_at.isoformat(timespec="seconds"))
    _put(record, "opprettetAv", parcel.made_by)
    parent = etree.SubElement(record, _own("referanseForelderMappe"))
    _external_key(parent, parcel.folder_key, CATALOGUE)
    if parcel.party:
        _party(record, parcel.party)
    _screening(record, parcel)
    for number, sheet in enumerate(parcel.files, start=1):
        _document(record, parcel, sheet, number)
    _put(record, "tittel", parcel.title)
    _put(record, "offentligTittel", parcel.public_title)
    note = note_of(replaced_in(parcel.title, parcel.folder_title, parcel.party, parcel.made_by, parcel.unit))
    if note:
        _put(record, "beskrivelse", note)
    _external_key(record, parcel.key)
    _put(record, "dokumentetsDato", parcel.made_on.isoformat())


def _document(record, parcel, sheet: Sheet, number):
    document = etree.SubElement(record, _own("dokumentbeskrivelse"))
    _code(document, "dokumenttype", _MINUTES if parcel.kind == "minutes" else _REPORT)
    _put(document, "tittel", sheet.title)
    _code(document, "tilknyttetRegistreringSom", _MAIN if number == 1 else _ATTACHED)
    _put(document, "dokumentnummer", str(number))  # the receipt answers by it
    file = etree.SubElement(document, _own("dokumentobjekt"))
    pronom, described = formats.of(sheet.media_type)
    _put(file, "versjonsnummer", "1")
    _code(file, "variantformat", _ARCHIVE_FORMAT)
    _code(file, "format", (pronom, described))
    _put(file, "mimeType", sheet.media_type)
    _put(file, "filnavn", f"{sheet.title}.{sheet.name.rpartition('.')[2]}")
    _put(file, "referanseDokumentfil", sheet.name)
    _put(file, "sjekksum", sheet.sha256)
    _put(file, "sjekksumAlgoritme", "SHA-256")
    _put(file, "filstoerrelse", str(sheet.size))


def _party(parent, name):
    party = etree.SubElement(parent, _own("part"))
    _put(party, "partNavn", name)
    _code(party, "partRolle", _CLIENT)
    _put(party, "erSkjermet", "true")
    _put(party, "erPersonnavn", "true")


def _screening(parent, parcel):
    if parcel.party:
        screening = etree.SubElement(parent, _own("skjerming"))
        _code(screening, "tilgangsrestriksjon", _EXEMPT)
        _put(screening, "skjermingshjemmel", LEGAL_BASIS)


def _external_key(parent, key, namespace=NAMESPACE):
    element = etree.SubElement(parent, f"{{{namespace}}}referanseEksternNoekkel")
    _put(element, "fagsystem", SYSTEM, CATALOGUE)
    _put(element, "noekkel", str(key), CATALOGUE)


def _code(parent, name, code):
    element = etree.SubElement(parent, _own(name))
    _put(element, "kode", code[0], CATALOGUE)
    _put(element, "beskrivelse", code[1], CATALOGUE)


def _put(parent, name, text, namespace=NAMESPACE):
    etree.SubElement(parent, f"{{{namespace}}}{name}").text = visible(text)


def _own(name):
    return f"{{{NAMESPACE}}}{name}"
