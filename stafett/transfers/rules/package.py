"""A log as a sealed package on its way to another municipality: what it holds, whether it is whole, and its receipt. Pure.

No row crosses the border between municipalities (ADR 0004), so a file does: the log as data with its schema, the same to
read, and a cover that carries the checksum of the data.
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from stafett.kernel.crypto import sha256_hex
from stafett.kernel.verdict import YES, Verdict, no
from stafett.transfers.enums import Refusal

FORMAT = "stafett-pakke/1"
COVER, DATA = "pakke.json", "stafettlogg.json"
FILE_LIMIT = 10_000_000  # bytes; what a form may take in (web/settings.py, deploy/nginx.conf)
_LONGEST_PART = 30 * 1024 * 1024
_WAYS_TO_PACK = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others take memory as a file asks for it
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the same content gives the same file


@dataclass(frozen=True)
class Package:
    """A package that is whole: what its cover says, the log as plain values, and the checksum of its data."""

    cover: dict[str, Any]
    log: dict[str, Any]
    sha256: str

    @property
    def receipt(self) -> str:
        """What the receiver gives back to the one who sent it."""
        return receipt_of(self.sha256)


def packed(data: bytes, *, cover: dict[str, str | int], beside: Iterable[tuple[str, bytes]]) -> bytes:
    """The package as a ZIP file: the cover with the checksum of `data`, the data, and files `beside` it by name.

    No name of anybody stands in a file's name. Source: L-55, ADR 0037.
    """
    sealed = cover | {"format": FORMAT, "sha256": sha256_hex(data)}
    first = (COVER, json.dumps(sealed, ensure_ascii=False, indent=1, sort_keys=True).encode())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in (first, (DATA, data), *beside):
            container.writestr(zipfile.ZipInfo(name, _DAY_ONE), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def opened(content: bytes) -> Package | None:
    """The package in a file; None when it is no package of ours, is too large, or its data is not what was sealed.

    Source: L-55, design 6.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            cover, data = json.loads(_part(container, COVER)), _part(container, DATA)
        log = json.loads(data)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        RecursionError,
        OSError,
        EOFError,
        zlib.error,
        struct.error,
    ):
        return None
    if not isinstance(cover, dict) or not isinstance(log, dict) or cover.get("format") != FORMAT:
        return None
    checksum = sha256_hex(data)
    is_whole = cover.get("sha256") == checksum and _has_a_child(log)
    return Package(cover, log, checksum) if is_whole else None


def may_leave_as_package(*, is_protected: bool) -> Verdict:
    """No package is made of a log about a child at a protected address: every unit in it tells of a place, and the yes of
    guardians does not make that safe. The municipality does it by hand. Source: L-27, ADR 0037."""
    return no(Refusal.PROTECTED_ADDRESS) if is_protected else YES


def may_weigh(package: bytes, *, data: bytes) -> Verdict:
    """A package is never larger than its receiver can open; `data` is the log in it. Source: ours, ADR 0037."""
    is_small = len(package) <= FILE_LIMIT and len(data) <= _LONGEST_PART
    return YES if is_small else no(Refusal.PACKAGE_TOO_LARGE)


def without_kept(log: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """A log as the archive describes it, without concerns and notes that are kept from guardians, and how many those were:
    a concern counts as one with all that stands in it. Nobody can say yes to what they do not know of.

    Source: L-06, L-13, ADR 0037.
    """
    concerns, notes = _shown(log["concerns"]), _shown(log["notes"])
    left_out = len(log["concerns"]) - len(concerns) + len(log["notes"]) - len(notes)
    left_out += sum(len(each["notes"]) - len(_shown(each["notes"])) for each in concerns)
    concerns = [each | {"notes": _shown(each["notes"])} for each in concerns]
    return log | {"concerns": concerns, "notes": notes}, left_out


def receipt_of(sha256: str) -> str:
    """Twelve letters and digits that only somebody who has opened the package knows. Source: ADR 0037."""
    code = sha256_hex(f"stafett-kvittering:{sha256}")[:12].upper()
    return "-".join((code[:4], code[4:8], code[8:]))


def is_receipt(typed: str, *, sha256: str) -> bool:
    """Whether somebody has typed the receipt of a package, with or without its dashes. Source: ADR 0037."""
    plain = "".join(each for each in typed.upper() if each.isalnum())
    return plain == receipt_of(sha256).replace("-", "")


def _part(container: zipfile.ZipFile, name: str) -> bytes:
    found = container.getinfo(name)
    if found.compress_type not in _WAYS_TO_PACK:
        raise ValueError("not packed as ours are")
    if found.file_size > _LONGEST_PART:
        raise ValueError("too large")
    with container.open(name) as part:
        content = part.read(_LONGEST_PART + 1)
    if len(content) > _LONGEST_PART:
        raise ValueError("too large")
    return content


def _shown(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in rows if not each["kept_from_guardians"]]


def _has_a_child(log: dict[str, Any]) -> bool:
    child = log.get("child")
    parts = all(isinstance(log.get(name), list) for name in ("concerns", "meetings", "bright_spots"))
    return (
        parts
        and isinstance(child, dict)
        and all(isinstance(child.get(key), str) for key in ("name", "birth_date"))
    )
