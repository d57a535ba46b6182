"""The folder that other systems put lists in: which files lie ready there, and what each is. Nothing in a file is looked at.

A folder for each municipality, by its short name, and in it one for each kind of list.
"""

import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from stafett.administration.content.tables import FILE_LIMIT
from stafett.administration.enums import ListAbout

QUIET_SECONDS = 60  # a file that was just written to may be half a file
KINDS = (".csv", ".txt", ".xlsx")
PLACES = {
    "staff": (ListAbout.STAFF, False),
    "staff-whole": (ListAbout.STAFF, True),
    "children": (ListAbout.CHILDREN, False),
}
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Waiting:
    """A file that lies ready."""

    path: Path
    about: ListAbout
    is_whole: bool

    def content(self) -> bytes:
        """What is in it, and never more than is needed to see that it is too much."""
        with self.path.open("rb") as opened:
            return opened.read(FILE_LIMIT + 1)


def waiting(folder: Path, slug: str, *, now: datetime) -> list[Waiting]:
    """Files that have lain untouched for a minute, oldest first. What could not be taken away afterwards is left alone, or
    it would be read for ever.

    Source: issue H 2, ADR 0045.
    """
    found: list[tuple[float, Waiting]] = []
    for name, (about, is_whole) in PLACES.items():
        place = folder / slug / name
        if not place.is_dir():
            continue
        if not os.access(place, os.W_OK | os.X_OK):
            logger.error("The lists in %s cannot be taken away after reading, and are left there.", place)
            continue
        ready = [(path, path.stat().st_mtime) for path in place.iterdir() if _is_list(path)]
        limit = now.timestamp() - QUIET_SECONDS
        found += [(at, Waiting(path, about, is_whole)) for path, at in ready if at <= limit]
    return [each for _at, each in sorted(found, key=lambda pair: (pair[0], pair[1].path.name))]


def _is_list(path: Path) -> bool:
    """A plain file with a list's name; never a link, which could lead anywhere."""
    is_named = path.suffix.lower() in KINDS and not path.name.startswith(".")
    return is_named and path.is_file() and not path.is_symlink()
