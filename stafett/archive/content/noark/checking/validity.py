"""Validates each XML of a deposit against the schema that lies beside it, a piece at a time, and looks at its encoding."""

from pathlib import Path

from lxml import etree

from stafett.archive.content.noark.checking.faults import Code, Fault

_FILES = ("arkivuttrekk", "arkivstruktur", "endringslogg")
_SCHEMAS = {"arkivuttrekk": "addml.xsd"}
_DECLARATION = (b"<?xml version='1.0' encoding='UTF-8'", b'<?xml version="1.0" encoding="UTF-8"')


def check(folder: Path) -> list[Fault]:
    """What the schemas say against the files; at most one fault of each file, for one leads to many."""
    faults = []
    for name in _FILES:
        path = folder / f"{name}.xml"
        with path.open("rb") as file:
            if not file.read(60).startswith(_DECLARATION):
                faults.append(Fault(Code.NOT_UTF8, path.name))
        faults += _against(path, folder / _SCHEMAS.get(name, f"{name}.xsd"))
    return faults


def _against(path, schema_path):
    try:
        schema = etree.XMLSchema(etree.parse(str(schema_path), etree.XMLParser(no_network=True)))
    except (etree.XMLSchemaParseError, etree.XMLSyntaxError, OSError):
        return [Fault(Code.SCHEMA_CHANGED, schema_path.name, "kan ikke leses")]
    try:
        for _event, element in etree.iterparse(
            str(path), schema=schema, no_network=True, resolve_entities=False, load_dtd=False, huge_tree=True
        ):
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as fault:
        return [Fault(Code.NOT_VALID, path.name, f"linje {fault.lineno}")]
    return []
