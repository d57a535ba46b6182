"""The archive as a folder on disk (`STAFETT_ARCHIVE_FOLDER`): each parcel in a folder of its own, and a receipt beside.

From there an archive system, or a person, takes it in. The receipt says that every file was read back as it was sent.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from stafett.archive.channels.outcome import Answer, NotNow
from stafett.archive.content import arkivmelding
from stafett.archive.content.parcel import Parcel
from stafett.kernel import clock
from stafett.kernel.crypto import sha256_hex

RECEIPT = "kvittering.json"
_BEGUN = ".under-arbeid"


def port() -> "Folder":
    """The port. Raises NotNow without a folder."""
    if not settings.ARCHIVE_FOLDER:
        raise NotNow("STAFETT_ARCHIVE_FOLDER is not set")
    return Folder(Path(settings.ARCHIVE_FOLDER))


class Folder:
    """Writes parcels to `<root>/<municipality>/<year>/<key>/`."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def send(self, parcel: Parcel) -> Answer:
        """Write the parcel, read it back, and leave the receipt. What is there already is only read back."""
        here = self._root / parcel.place / f"{parcel.made_on:%Y}" / str(parcel.key)
        sent = {arkivmelding.FILE_NAME: arkivmelding.message_of(parcel)}
        sent |= {sheet.name: sheet.content for sheet in parcel.files}
        try:
            if not self._root.is_dir():
                raise NotNow("the archive's folder is not there")
            if not (here / RECEIPT).exists():
                _write(here, sent)
            return Answer(parcel.message_id, parcel.key, receipt=_receipt(here, sent))
        except OSError as fault:
            raise NotNow(fault.strerror or type(fault).__name__) from None

    def answers(self, place: str) -> Iterator[Answer]:
        """None: a folder answers at once."""
        return iter(())

    def settle(self, answer: Answer) -> None:
        """Nothing to do."""


def _write(here, sent):
    """All or nothing: the folder gets its name when everything in it is whole."""
    begun = here.with_name(here.name + _BEGUN)
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir(parents=True, mode=0o700)
    for name, content in sent.items():
        (begun / name).write_bytes(content)
    if any((begun / name).read_bytes() != content for name, content in sent.items()):
        raise NotNow("a file was read back as another than it was written")
    sums = {name: sha256_hex(content) for name, content in sent.items()}
    words = {"archived_at": clock.now().isoformat(timespec="seconds"), "sha256": sums}
    (begun / RECEIPT).write_text(json.dumps(words, indent=2), encoding="utf-8")
    if here.exists():  # left without a receipt by something else than us
        shutil.rmtree(here)
    begun.rename(here)


def _receipt(here, sent):
    """The receipt that lies there, when it is about these very files."""
    words = json.loads((here / RECEIPT).read_text(encoding="utf-8"))
    files = {name for name in sent if name != arkivmelding.FILE_NAME}
    if any(words["sha256"].get(name) != sha256_hex(sent[name]) for name in files):
        raise NotNow("another parcel lies under the same key")
    return {
        "archived_at": words["archived_at"],
        "record_id": f"{here.parent.name}/{here.name}",
        "arkivmelding_sha256": words["sha256"][arkivmelding.FILE_NAME],
    }
