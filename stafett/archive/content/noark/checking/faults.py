"""What can be wrong with a deposit. Each code names the check of Arkade's that it answers to, where there is one."""

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """The kinds of fault."""

    FILE_MISSING = "N5.01 fil mangler i pakken"
    UNEXPECTED = "N5.01 noe i pakken hører ikke hjemme der"
    CHECKSUM = "N5.02 sjekksum i arkivuttrekk.xml stemmer ikke"
    NOT_LISTED = "N5.02 fil er ikke ført i arkivuttrekk.xml"
    SCHEMA_CHANGED = "N5.03 skjemaet er et annet enn det offisielle"
    NOT_VALID = "N5.03 følger ikke skjemaet"
    NOT_WELL_FORMED = "N5.03 er ikke XML"
    NOT_UTF8 = "N5.03 er ikke XML 1.0 i UTF-8"
    SHAPE = "N5.03 element mangler, er for mye eller står på feil plass"
    COUNT = "N5.16 antall stemmer ikke"
    PLACE = "N5.12 mappe eller registrering på feil nivå"
    DUPLICATE_ID = "N5.47 systemID finnes to ganger"
    NOT_AN_ID = "N5.47 systemID er ingen UUID"
    DUPLICATE_NUMBER = "N5.47 mappeID eller klasseID finnes to ganger"
    NO_OBJECT = "N5.24 dokumentet har ingen fil"
    NO_MAIN = "N5.24 registreringen har ikke ett hoveddokument"
    NUMBERING = "N5.24 dokumentnummer er ikke 1, 2, 3 …"
    FILE_GONE = "N5.32 dokumentfilen finnes ikke"
    FILE_LEFT = "N5.33 dokumentfil uten referanse"
    FILE_TWICE = "N5.33 samme dokumentfil to ganger"
    FILE_PATH = "N5.32 dokumentfilens sti er ikke tillatt"
    FILE_SUM = "N5.30 dokumentfilens sjekksum stemmer ikke"
    FILE_SIZE = "N5.30 dokumentfilens størrelse stemmer ikke"
    FILE_EMPTY = "N5.64 dokumentfilen er tom"
    FILE_FORMAT = "N5.27 dokumentfilen er ikke det formatet som står"
    ALGORITHM = "N5.30 sjekksummen er ikke SHA-256"
    DATE = "N5.60 ugyldig dato"
    DATE_ORDER = "N5.60 datoene står i feil rekkefølge"
    OUTSIDE_PERIOD = "N5.60 utenfor arkivperioden"
    CHANGE_ABOUT = "N5.62 endringsloggen viser til noe som ikke finnes"
    NO_CHANGE = "N5.62 endringen endrer ingenting"
    EMPTY = "N5.63 tomt element"
    JOURNAL = "N5.29 journalfil uten journalposter, eller omvendt"
    SCREENING = "N5.41 skjerming mangler eller er ufullstendig"
    NAME_SHOWN = "offentlig tittel viser navnet"
    PERSONAL_NUMBER = "fødselsnummer der det ikke skal stå"
    SAYS = "arkivuttrekk.xml sier noe annet enn innholdet"
    STATUS = "N5.07 status er feil for en avsluttet periode"


@dataclass(frozen=True)
class Fault:
    """One fault: which kind, where, and what was found. Never a word of the content."""

    code: Code
    where: str
    found: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.code}" + (f" ({self.found})" if self.found else "")
