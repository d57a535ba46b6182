"""The order of elements in `arkivstruktur.xml` and `endringslogg.xml`, as far as ours use them.

`!` is needed, `+` at least one, `*` any number, nothing at most one. In the order of the official schemas.
"""

from stafett.archive.content.noark.checking.faults import Code, Fault
from stafett.archive.content.noark.checking.reading import Ended

_MADE = "opprettetDato! opprettetAv! "
_CLOSED = "avsluttetDato! avsluttetAv! "
_SHAPES = {
    "arkiv": f"systemID! tittel! beskrivelse arkivstatus {_MADE}{_CLOSED}arkivskaper+ arkivdel+",
    "arkivskaper": "arkivskaperID! arkivskaperNavn! beskrivelse",
    "arkivdel": f"systemID! tittel! beskrivelse arkivdelstatus! {_MADE}{_CLOSED}arkivperiodeStartDato!"
    " arkivperiodeSluttDato! klassifikasjonssystem+",
    "klassifikasjonssystem": f"systemID! klassifikasjonstype tittel! beskrivelse {_MADE}klasse+",
    "klasse": f"systemID! klasseID! tittel! beskrivelse {_MADE}mappe*",
    "mappe": f"systemID! mappeID! tittel! offentligTittel! beskrivelse {_MADE}{_CLOSED}virksomhetsspesifikkeMetadata"
    " part+ skjerming! registrering+",
    "part": "partID partNavn! partRolle!",
    "skjerming": "tilgangsrestriksjon! skjermingshjemmel! skjermingMetadata+",
    "registrering": f"systemID! {_MADE}arkivertDato! arkivertAv! part* skjerming! dokumentbeskrivelse+ registreringsID"
    " tittel! offentligTittel! beskrivelse dokumentetsDato",
    "dokumentbeskrivelse": f"systemID! dokumenttype! dokumentstatus! tittel! beskrivelse {_MADE}"
    "tilknyttetRegistreringSom! dokumentnummer! tilknyttetDato! tilknyttetAv! dokumentobjekt*",
    "dokumentobjekt": f"systemID! versjonsnummer! variantformat! format! formatDetaljer {_MADE}referanseDokumentfil!"
    " sjekksum! sjekksumAlgoritme! filstoerrelse!",
    "endringslogg": "endring+",
    "endring": "referanseArkivenhet! referanseMetadata! endretDato! endretAv! tidligereVerdi! nyVerdi!",
}  # fmt: skip
# Where an element may stand: a folder or record above the lowest class is fatal to a depot (N5.12, N5.19).
_WITHIN = {
    "mappe": "klasse", "registrering": "mappe", "dokumentbeskrivelse": "registrering",
    "dokumentobjekt": "dokumentbeskrivelse", "klasse": "klassifikasjonssystem",
}  # fmt: skip


def faults_of(element: Ended) -> list[Fault]:
    """What is wrong with an element's own place and its children's order and number."""
    faults = []
    parent = _WITHIN.get(element.name)
    if parent and (not element.path or element.path[-1] != parent):
        faults.append(Fault(Code.PLACE, element.where, f"{element.name} i {'/'.join(element.path[-1:])}"))
    shape = _SHAPES.get(element.name)
    if shape is None:
        return faults
    return faults + _of_children(element, [_parsed(word) for word in shape.split()])


def _of_children(element, shape):
    names = [name for name, _mark in shape]
    strange = [name for name in element.children if name not in names]
    places = [names.index(name) for name in element.children if name in names]
    faults = [
        Fault(Code.SHAPE, element.where, f"{element.name}: ukjent {name}") for name in dict.fromkeys(strange)
    ]
    if places != sorted(set(places)):
        faults.append(Fault(Code.SHAPE, element.where, f"{element.name}: rekkefølgen"))
    for name, mark in shape:
        amount = element.amounts.get(name, 0)
        if (mark in "!+" and mark and not amount) or (mark in ("!", "") and amount > 1):
            faults.append(Fault(Code.SHAPE, element.where, f"{element.name}: {amount} av {name}"))
    return faults


def _parsed(word):
    return (word[:-1], word[-1]) if word[-1] in "!+*" else (word, "")
