"""What the columns of a staff list may be called: in Norwegian, as people write it, and in FINT's names."""

import re
import unicodedata

NUMBER, GIVEN, FAMILY, NAME = "number", "given_name", "family_name", "name"
UNIT, POSITION, ROLE, STARTS, ENDS = "unit", "position", "role", "starts_on", "ends_on"

NAMES = {
    NUMBER: ("fødselsnummer", "fodselsnummer", "fnr", "personnummer", "f.nr", "fødselsnr", "person.fodselsnummer"),
    GIVEN: ("fornavn", "fornamn", "person.navn.fornavn", "navn.fornavn", "given name", "for- og mellomnavn"),
    FAMILY: ("etternavn", "etternamn", "person.navn.etternavn", "navn.etternavn", "family name"),
    NAME: ("navn", "namn", "ansatt", "tilsett", "fullt navn"),
    UNIT: (
        "enhet", "eining", "virksomhet", "verksemd", "arbeidssted", "arbeidsstad", "skole", "barnehage", "avdeling",
        "tjenestested", "organisasjonselement", "organisasjonselement.navn", "arbeidsforhold.arbeidssted",
        "arbeidssted.navn", "organisasjonsnavn",
    ),
    POSITION: (
        "stilling", "stillingstittel", "tittel", "yrke", "arbeidsforhold.stillingstittel", "stillingskode.navn",
        "position",
    ),
    ROLE: ("rolle", "rolle i stafett", "stafettrolle"),
    STARTS: (
        "fra", "fra dato", "startdato", "ansatt fra", "begynte", "gyldighetsperiode.start", "ansettelsesperiode.start",
        "arbeidsforhold.gyldighetsperiode.start",
    ),
    ENDS: (
        "til", "til dato", "sluttdato", "ansatt til", "siste dag", "gyldighetsperiode.slutt", "ansettelsesperiode.slutt",
        "arbeidsforhold.gyldighetsperiode.slutt",
    ),
}  # fmt: skip

# What stands in the column for the role, and which role that is.
ROLE_WORDS = {
    "": "", "ansatt": "staff", "tilsett": "staff", "staff": "staff", "ressursperson": "resource_person",
    "resource_person": "resource_person", "enhetsleder": "unit_leader", "einingsleiar": "unit_leader", "leder": "unit_leader",
    "leiar": "unit_leader", "rektor": "unit_leader", "styrer": "unit_leader", "styrar": "unit_leader",
    "unit_leader": "unit_leader",
}  # fmt: skip

_LETTERS = re.compile(r"[^a-zæøå0-9]+")


def folded(text: str) -> str:
    """A heading as it is compared: small letters and digits only."""
    return _LETTERS.sub("", unicodedata.normalize("NFC", text).casefold())


def field_of(heading: str) -> str | None:
    """Which field a heading names, or None."""
    return _BY_NAME.get(folded(heading))


_BY_NAME = {folded(name): field for field, names in NAMES.items() for name in names}
