"""What the columns of a list of children and their guardians may be called: in Norwegian, and in FINT's names.

Two guardians in each row; a child with more has more rows.
"""

from stafett.administration.content.columns import folded

NUMBER, GIVEN, FAMILY, NAME = "number", "given_name", "family_name", "name"
UNIT, GROUP, GRADE = "unit", "group_name", "grade"
GUARDIANS = (1, 2)
MOST_GRADE = 10

NAMES = {
    NUMBER: ("fødselsnummer", "fnr", "personnummer", "fødselsnr", "elevens fødselsnummer", "barnets fødselsnummer",
             "person.fodselsnummer", "elev.person.fodselsnummer", "elev.fodselsnummer"),
    GIVEN: ("fornavn", "fornamn", "elevens fornavn", "barnets fornavn", "person.navn.fornavn", "elev.person.navn.fornavn"),
    FAMILY: ("etternavn", "etternamn", "elevens etternavn", "barnets etternavn", "person.navn.etternavn",
             "elev.person.navn.etternavn"),
    NAME: ("navn", "namn", "elev", "barn", "elevens navn", "barnets navn"),
    UNIT: ("enhet", "eining", "skole", "skule", "barnehage", "skolenavn", "skole.navn", "elevforhold.skole.navn",
           "organisasjonselement.navn"),
    GROUP: ("gruppe", "klasse", "avdeling", "basisgruppe", "basisgruppe.navn", "klasse.navn",
            "elevforhold.basisgruppe.navn", "elevforhold.klasse.navn", "kontaktlærergruppe"),
    GRADE: ("trinn", "årstrinn", "klassetrinn", "arstrinn.navn", "årstrinn.navn", "elevforhold.arstrinn.navn"),
}  # fmt: skip

_WHO = ("foresatt", "forelder", "foreldre", "foreldreansvar", "føresett")
_OF_GUARDIAN = {
    NUMBER: ("fødselsnummer", "fodselsnummer", "fnr", "personnummer"),
    GIVEN: ("fornavn", "fornamn", "navn.fornavn"),
    FAMILY: ("etternavn", "etternamn", "navn.etternavn"),
    NAME: ("", "navn", "namn"),
}


def of_guardian(place: int, field: str) -> str:
    """The name of a field about the first or second guardian of a row."""
    return f"guardian_{place}_{field}"


def field_of(heading: str) -> str | None:
    """Which field a heading names, or None."""
    return _BY_NAME.get(folded(heading))


_BY_NAME = {folded(name): field for field, names in NAMES.items() for name in names} | {
    folded(f"{who}{number}{ending}"): of_guardian(place, field)
    for place, numbers in ((1, ("", "1")), (2, ("2",)))
    for number in numbers
    for who in _WHO
    for field, endings in _OF_GUARDIAN.items()
    for ending in endings
}
