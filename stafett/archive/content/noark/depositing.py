"""Makes a whole deposit in a folder: schemas, structure, documents, change log, ADDML; then checks what it made."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from stafett.archive.content.noark import addml, own_schema, writing
from stafett.archive.content.noark.checking import check
from stafett.archive.content.noark.values import Archive, Folder
from stafett.kernel.crypto import sha256_hex

_BEGUN = ".under-arbeid"


@dataclass(frozen=True)
class Made:
    """What came of it. `faults` are the checker's sentences; empty when the deposit is good. `size` in bytes."""

    folder: Path
    logs: int = 0
    records: int = 0
    changes: int = 0
    files: int = 0
    size: int = 0
    sha256: str = ""
    faults: list[str] = field(default_factory=list)


def make(target: Path, archive: Archive, folders: Iterable[Folder], schemas: dict[str, bytes]) -> Made:
    """Make the deposit in `target`, a folder that is not there yet. It gets its name when all of it is written.

    `folders` come sorted by child, and are read once, one at a time. Raises writing.Empty; OSError.
    """
    begun = target.with_name(target.name + _BEGUN)
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir(parents=True, mode=0o700)
    for name, content in {**schemas, own_schema.OWN_SCHEMA: own_schema.schema()}.items():
        (begun / name).write_bytes(content)
    sums = {name: sha256_hex(content) for name, content in schemas.items()}
    counts = writing.write(begun, archive, folders)
    addml.write(begun, archive, counts)
    begun.rename(target)
    return Made(
        target, counts.folders, counts.records, counts.changes, counts.files, _size_of(target, counts),
        sha256=writing.checksum_of(target / addml.NAME), faults=[str(fault) for fault in check(target, sums=sums)],
    )  # fmt: skip


def _size_of(target, counts):
    return counts.size + sum(path.stat().st_size for path in target.iterdir() if path.is_file())
