"""Checks `endringslogg.xml`: each change is about a folder that is there, at a moment, from something to something else."""

from pathlib import Path

from stafett.archive.content.noark.checking import shape
from stafett.archive.content.noark.checking.faults import Code, Fault
from stafett.archive.content.noark.checking.reading import elements
from stafett.archive.content.noark.checking.structure import Found, moment_of
from stafett.archive.content.noark.writing import CHANGES
from stafett.kernel.ids import parse_id


def check(folder: Path, found: Found) -> tuple[int, list[Fault]]:
    """How many changes there are, and every fault. Raises Unreadable."""
    count, faults = 0, []
    for element in elements(folder / "endringslogg.xml"):
        if element.namespace != CHANGES:
            faults.append(Fault(Code.SHAPE, element.where, "fremmed navnerom"))
            continue
        faults += shape.faults_of(element)
        if not element.children and not element.text:
            faults.append(Fault(Code.EMPTY, "endringslogg", element.name))
        if element.name == "endring":
            count += 1
            faults += _of_change(element, found, f"endring {count}")
    return count, faults


def _of_change(change, found, where):
    about = parse_id(change.one("referanseArkivenhet"))
    if about is None or about.int not in found.ids:
        yield Fault(Code.CHANGE_ABOUT, where)
    if moment_of(change.one("endretDato")) is None:
        yield Fault(Code.DATE, where, "endretDato")
    if change.one("tidligereVerdi") and change.one("tidligereVerdi") == change.one("nyVerdi"):
        yield Fault(Code.NO_CHANGE, where)
