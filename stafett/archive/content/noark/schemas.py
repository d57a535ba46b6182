"""The official schemas: which they are, and finding them where the operator has put them. They are no part of the project."""

from pathlib import Path

from stafett.kernel.crypto import sha256_hex

# The official schemas as published (compliance 2.2): a variant of them is no schema of Noark 5 (6.4.18).
OFFICIAL = {
    "addml.xsd": "900d238446096154af2d6f066c51ec35bcbb82c4e843079d870b94235b12f24f",
    "arkivstruktur.xsd": "24e056c8ffb86c182ef799c16843209787a1b7cbf2b83c81b2ac74ec9d633619",
    "endringslogg.xsd": "3b3de5182efe95b968b1c4fcc0344946105b3e3dcf5e20209a3bb2a0b312b602",
    "metadatakatalog.xsd": "d4f05aefa852b121ed2c84c4b0bb933442096fd86789f8bb5ee65d5c61e848c3",
}


class NoSchemas(Exception):
    """The folder of schemas lacks one, or holds another than the official; the text names it."""


def schemas_in(folder: Path) -> dict[str, bytes]:
    """The official schemas from where the operator has put them, anywhere below the folder. Raises NoSchemas."""
    found = {}
    for name, official in OFFICIAL.items():
        fitting = [
            content
            for path in sorted(folder.rglob(name))
            if sha256_hex(content := path.read_bytes()) == official
        ]
        if not fitting:
            raise NoSchemas(f"{name}, SHA-256 {official}, is not in {folder}")
        found[name] = fitting[0]
    return found
