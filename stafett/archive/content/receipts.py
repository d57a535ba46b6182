"""Reads what an archive answers over Fiks Arkiv V1: receipts and error messages. Bytes in, plain values out."""

from lxml import etree

RECEIPT = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/arkivmelding/opprett/kvittering/v1"
CATALOGUE = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv/metadatakatalog/v1"
LONGEST = 1_000_000  # bytes; a receipt is a few thousand
_FACTS = {
    "systemID": "system_id",
    "registreringsID": "record_id",
    "journalaar": "journal_year",
    "journalsekvensnummer": "journal_number",
    "arkivertDato": "archived_at",
    "arkivertAv": "archived_by",
    "opprettetEllerEksisterende": "made_or_found",
}
_FOLDER_FACTS = {"systemID": "folder_system_id", "mappeID": "folder_id"}


class Unreadable(ValueError):
    """The answer is not one of those the protocol has."""


def receipt_of(payload: bytes) -> tuple[dict[str, str], str]:
    """(facts of the receipt, what the archive would not take) of `arkivmelding-kvittering.xml`; one of them is empty.

    Raises Unreadable.
    """
    root = _parsed(payload)
    if root.tag != _own("arkivmeldingKvittering"):
        raise Unreadable("no receipt")
    fault = " ".join(_words(root, name) for name in ("mappeFeilet", "registreringFeilet")).strip()
    if fault:
        return {}, fault
    record = root.find(_own("registreringKvittering"))
    said = _facts(record, _FACTS)
    if not said:
        raise Unreadable("the receipt is about no record")
    facts = said | _facts(root.find(_own("mappeKvittering")), _FOLDER_FACTS)
    return facts | _key(record), ""


def fault_of(payload: bytes) -> str:
    """What an error message says, at most 500 characters. Raises Unreadable."""
    root = _parsed(payload)
    words = [
        element.text or "" for element in root.iter("*") if etree.QName(element).localname == "feilmelding"
    ]
    if not words:
        raise Unreadable("no error message")
    return " ".join(words)[:500]


def _words(root, name):
    return " ".join(
        (each.text or "").strip()
        for element in root.iter(_own(name))
        for each in element.iter("*")
        if etree.QName(each).localname == "feilmelding"
    )[:500] or ("Arkivet ga ingen grunn." if root.find(_own(name)) is not None else "")


def _facts(element, names):
    if element is None:
        return {}
    found = {fact: element.findtext(_own(name)) for name, fact in names.items()}
    return {fact: text[:200] for fact, text in found.items() if text}


def _key(record):
    """Our own key, as the archive says it back."""
    keys = record.findall(f"{_own('referanseEksternNoekkel')}/{{{CATALOGUE}}}noekkel")
    return {"key": keys[0].text[:200]} if keys and keys[0].text else {}


def _parsed(payload):
    """Parsed without entities, schemas or the network: the answer comes from outside."""
    if len(payload) > LONGEST:
        raise Unreadable("too long")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(payload, parser)
    except etree.XMLSyntaxError:
        raise Unreadable("no XML") from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable("a document type is not part of the protocol")
    return root


def _own(name):
    return f"{{{RECEIPT}}}{name}"
