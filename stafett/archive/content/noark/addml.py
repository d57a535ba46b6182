"""`arkivuttrekk.xml` (ADDML 8.3): whose the deposit is, which period, how much there is, and the checksum of each XML and
schema, reckoned from the files as they lie on the disk (Noark 5 6.4.20-22)."""

from pathlib import Path

from lxml import etree

from stafett.archive.content.noark.own_schema import OWN_SCHEMA
from stafett.archive.content.noark.values import Archive, Counts
from stafett.archive.content.noark.writing import SYSTEM, checksum_of
from stafett.archive.content.visible import visible

NAMESPACE = "http://www.arkivverket.no/standarder/addml"
NAME = "arkivuttrekk.xml"
SCHEMAS = ("arkivstruktur.xsd", "endringslogg.xsd", "metadatakatalog.xsd", "addml.xsd")
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def write(target: Path, archive: Archive, counts: Counts) -> None:
    """Write the file beside the others, which must all be there."""
    root = etree.Element(_a("addml"), {"name": "Noark 5-arkivuttrekk"}, nsmap={None: NAMESPACE, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{NAMESPACE} addml.xsd")
    dataset = etree.SubElement(root, _a("dataset"))
    etree.SubElement(dataset, _a("description")).text = "Noark 5-arkivuttrekk"
    _reference(dataset, archive)
    outer = etree.SubElement(etree.SubElement(dataset, _a("dataObjects")), _a("dataObject"))
    outer.set("name", "Noark 5-arkivuttrekk")
    _about(etree.SubElement(outer, _a("properties")), counts)
    inner = etree.SubElement(outer, _a("dataObjects"))
    _file(
        inner, target, "arkivstruktur",
        schemas=("metadatakatalog.xsd", OWN_SCHEMA), found=(("mappe", counts.folders), ("registrering", counts.records)),
    )  # fmt: skip
    _file(
        inner, target, "endringslogg", schemas=("metadatakatalog.xsd",), found=(("endring", counts.changes),)
    )
    etree.ElementTree(root).write(
        str(target / NAME), xml_declaration=True, encoding="UTF-8", pretty_print=True
    )


def _reference(dataset, archive):
    reference = etree.SubElement(dataset, _a("reference"))
    context = _elements(etree.SubElement(reference, _a("context")))
    creators = _elements(_element(context, "recordCreators"))
    _element(creators, "recordCreator", archive.creator)
    _element(context, "systemType", "Fagsystem")
    _element(context, "systemName", SYSTEM)
    _element(context, "archive", f"Stafettlogger, {archive.creator}")
    content = _elements(etree.SubElement(reference, _a("content")))
    period = etree.SubElement(_element(content, "archivalPeriod"), _a("properties"))
    _property(period, "startDate", archive.first.isoformat())
    _property(period, "endDate", archive.last.isoformat())


def _about(properties, counts):
    info = _within(_property(properties, "info"))
    _property(_within(_property(info, "type", "Noark 5")), "version", "5.0")
    more = _within(_property(info, "additionalInfo"))
    split = _within(_property(more, "periode"))
    _property(split, "inngaaendeSkille", "skarpt")
    _property(split, "utgaaendeSkille", "skarpt")
    for name, is_so in (
        ("inneholderSkjermetInformasjon", True), ("omfatterDokumenterSomErKassert", False),
        ("inneholderDokumenterSomSkalKasseres", False), ("inneholderVirksomhetsspesifikkeMetadata", True),
    ):  # fmt: skip
        _property(more, name, "true" if is_so else "false", kind="boolean")
    _property(more, "antallDokumentfiler", str(counts.files), kind="integer")


def _file(parent, target, name, *, schemas, found):
    about = etree.SubElement(parent, _a("dataObject"), {"name": name})
    properties = etree.SubElement(about, _a("properties"))
    _named_file(properties, target, f"{name}.xml")
    _schema(properties, target, f"{name}.xsd", is_main=True)
    for schema in schemas:
        _schema(properties, target, schema, is_main=False)
    info = _within(_property(properties, "info"))
    for element, count in found:
        occurrences = _within(_property(info, "numberOfOccurrences", element))
        _property(occurrences, "elementPath", f"//{element}")
        _property(occurrences, "value", str(count), kind="integer")


def _schema(properties, target, name, *, is_main):
    schema = _within(_property(properties, "schema", "main" if is_main else None))
    _named_file(schema, target, name)
    _property(_within(_property(schema, "type", "XML Schema")), "version", "1.0")


def _named_file(properties, target, name):
    file = _within(_property(properties, "file"))
    _property(file, "name", name)
    _property(_within(_property(file, "format", "XML")), "version", "1.0")
    checksum = _within(_property(file, "checksum"))
    _property(checksum, "algorithm", "SHA-256")
    _property(checksum, "value", checksum_of(target / name))


def _property(parent, name, value=None, *, kind=None):
    element = etree.SubElement(parent, _a("property"), {"name": name})
    if kind:
        element.set("dataType", kind)
    if value is not None:
        etree.SubElement(element, _a("value")).text = visible(value)
    return element


def _within(element):
    return etree.SubElement(element, _a("properties"))


def _elements(parent):
    return etree.SubElement(parent, _a("additionalElements"))


def _element(parent, name, value=None):
    element = etree.SubElement(parent, _a("additionalElement"), {"name": name})
    if value is not None:
        etree.SubElement(element, _a("value")).text = visible(value)
    return element


def _a(name):
    return f"{{{NAMESPACE}}}{name}"
