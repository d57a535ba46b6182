"""Our own metadata in a deposit (virksomhetsspesifikkeMetadata), and the schema that documents them (Noark 5 6.4.31-35)."""

OWN_SCHEMA = "stafett.xsd"
FIELDS = {
    "enhet": ("string", "Enheten som hadde stafettpinnen da loggen ble avsluttet"),
    "nivaa": ("integer", "Nivået loggen var på da den ble avsluttet, fra 1 til 3"),
    "antallOppmerksomheter": ("integer", "Oppmerksomheter som ble delt i loggen"),
    "antallTiltak": ("integer", "Tiltak i loggen"),
    "antallEvalueringer": ("integer", "Evalueringer av tiltak"),
    "antallMoeter": ("integer", "Møter som ble holdt"),
}


def schema() -> bytes:
    """The schema as UTF-8 XML."""
    elements = "\n".join(
        f'        <xs:element name="{name}" type="xs:{kind}" minOccurs="0">\n'
        f"          <xs:annotation><xs:documentation>{about}</xs:documentation></xs:annotation>\n"
        f"        </xs:element>"
        for name, (kind, about) in FIELDS.items()
    )
    return _FRAME.format(elements=elements).encode()


_FRAME = """<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:stafett:noark5:1"
  elementFormDefault="qualified" version="1.0">
  <xs:element name="stafettlogg">
    <xs:complexType>
      <xs:sequence>
{elements}
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""
