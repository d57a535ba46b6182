"""Our own check of a deposit: the points Arkade judges by, reckoned again from what lies in the folder (ARK-02).

It knows nothing of how the deposit was made, and believes nothing the deposit says of itself.
"""

from pathlib import Path

from stafett.archive.content.noark.checking import change_log, package, structure, validity
from stafett.archive.content.noark.checking.faults import Code, Fault
from stafett.archive.content.noark.checking.reading import Unreadable
from stafett.archive.content.noark.schemas import OFFICIAL

__all__ = ["Code", "Fault", "check"]


def check(folder: Path, *, sums: dict[str, str] = OFFICIAL) -> list[Fault]:
    """Every fault of a deposit, in the order they are found; none when it is good.

    `sums` are the checksums its schemas must have. One folder's part of the structure is in memory at a time.
    """
    said, faults = package.read(folder, sums)
    if said is None:
        return faults
    faults += validity.check(folder)
    try:
        found, more = structure.check(folder, said)
        faults += more
        changes, more = change_log.check(folder, found)
        faults += more
    except (Unreadable, OSError) as fault:
        return [*faults, Fault(Code.NOT_WELL_FORMED, str(fault), "kan ikke leses")]
    return faults + package.check_counts(said, found, changes) + package.check_documents(folder, found)
