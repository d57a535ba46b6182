"""Compiles the translated texts (`.po` to `.mo`) where the compiled ones are missing or older."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(root: Path) -> int:
    """Compile what is stale below `root`; return how many catalogues were compiled."""
    stale = [path for path in root.rglob("locale/*/LC_MESSAGES/*.po") if _is_stale(path)]
    for path in stale:
        with path.open("rb") as source:
            catalogue = read_po(source, locale=path.parts[-3])
        half = path.with_suffix(".mo.new")
        with half.open("wb") as target:
            write_mo(target, catalogue)
        half.replace(path.with_suffix(".mo"))
    return len(stale)


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
