"""Images on a step: what may be added, what words must stand for them, and the picture inside a file.

An image on a part is {"key", "kind", "width", "height", "alt"}: the sha256 of its bytes, png | jpeg | webp, pixels, and its
words under "nb" and/or "nn".
"""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from stafett.action_guide.enums import LANGUAGES, PartKind, Refusal
from stafett.action_guide.rules import bitmaps, jpeg, png, webp
from stafett.kernel import text
from stafett.kernel.verdict import YES, Verdict, no, require

ALT_LIMIT, ALT_SHORTEST = 300, 5
ON_A_STEP = 4
IN_A_GUIDE = 4_000_000  # bytes of all the images of an edition
NAMES = {"key", "kind", "width", "height", "alt"}
_KEY = re.compile(r"[0-9a-f]{64}")
_FILE_NAME = re.compile(r".+\.(?:png|jpe?g|jfif|webp|gif|heic|heif|svg|bmp|tiff?|avif)", re.IGNORECASE)
_MADE_BY_A_CAMERA = re.compile(r"(?:img|dsc[nf]?|pxl|image|bilde|bilete|foto|photo|screenshot|skjermbilde)?[-_ (]*[\d_\-.: ()]*", re.IGNORECASE)  # fmt: skip


def read(content: bytes) -> bitmaps.Bitmap:
    """The picture in a file, whatever the file is called. Raises Refused with the reason. Source: issue D 5, ADR 0040."""
    require(YES if len(content) <= bitmaps.LARGEST else no(Refusal.IMAGE_TOO_LARGE))
    read_as = _reader_of(content)
    return read_as(content) if read_as else bitmaps.refuse(Refusal.IMAGE_KIND)


def key_of(content: bytes) -> str:
    """What an image is known by: sha256 of its bytes, so that an address never shows another picture."""
    return hashlib.sha256(content).hexdigest()


def entry(bitmap: bitmaps.Bitmap, alt: Mapping[str, str]) -> dict[str, Any]:
    """The image as it stands on a part."""
    return {
        "key": key_of(bitmap.content), "kind": bitmap.kind, "width": bitmap.width, "height": bitmap.height,
        "alt": {language: words for language, words in alt.items() if words},
    }  # fmt: skip


def is_alt_well_formed(alt: Mapping[str, str], *, file_name: str = "") -> Verdict:
    """Words for those who do not see it, in one of the languages at least, and not what the file is called.

    Source: issue D 5, compliance WCAG 1.1.1.
    """
    given = [words for words in alt.values() if words]
    if not given:
        return no(Refusal.ALT_MISSING)
    if any(_is_a_name(words, file_name) for words in given):
        return no(Refusal.ALT_IS_A_NAME)
    return YES


def may_hold(kind: str) -> Verdict:
    """Images stand on steps. Source: ADR 0040."""
    return YES if kind == PartKind.STEP else no(Refusal.IMAGES_ON_STEPS)


def may_stand(keys: Sequence[str]) -> Verdict:
    """A step has a few images, each once. Source: ADR 0040."""
    if len(set(keys)) != len(keys):
        return no(Refusal.IMAGE_TWICE)
    return YES if len(keys) <= ON_A_STEP else no(Refusal.TOO_MANY_IMAGES, most=ON_A_STEP)


def fit(sizes: Collection[int]) -> Verdict:
    """All images of an edition together (bytes of each) are no more than can travel in one file. Source: S004-09."""
    return YES if sum(sizes) <= IN_A_GUIDE else no(Refusal.IMAGES_TOO_LARGE)


def words_of(image: Mapping[str, Any], language: str) -> str:
    """An image's words in a language, in the other where they have not been written. Source: ADR 0028."""
    alt = image["alt"]
    return str(alt.get(language) or next(iter(alt.values()), ""))


def is_entry(image: Any, content: bytes | None) -> bool:
    """Whether an image in a file is one that could have been added here, and is what its bytes say. Source: S004-09."""
    if not isinstance(image, dict) or set(image) != NAMES or content is None or not _is_alt(image["alt"]):
        return False
    if not all(type(image[side]) is int for side in ("width", "height")):
        return False
    bitmap = read(content)  # its no is the file's
    return bitmap.content == content and entry(bitmap, image["alt"]) == image


def is_key(value: object) -> bool:
    """Whether a value can be an image's key."""
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def _reader_of(content: bytes) -> Callable[[bytes], bitmaps.Bitmap] | None:
    if content.startswith(png.BEGINS):
        return png.read
    if content.startswith(jpeg.BEGINS):
        return jpeg.read
    return webp.read if content.startswith(webp.BEGINS) and content[8:12] == webp.IS_WEBP else None


def _is_alt(alt: Any) -> bool:
    if not isinstance(alt, dict) or not set(alt) <= set(LANGUAGES):
        return False
    fits = all(
        isinstance(words, str) and words == text.clean_line(words) and 0 < text.length(words) <= ALT_LIMIT
        for words in alt.values()
    )
    return fits and bool(is_alt_well_formed(alt))


def _is_a_name(words: str, file_name: str) -> bool:
    plain, stem = words.casefold(), file_name.rsplit(".", 1)[0].casefold()
    if len(plain) < ALT_SHORTEST or plain in (file_name.casefold(), stem):
        return True
    return bool(_FILE_NAME.fullmatch(plain) or _MADE_BY_A_CAMERA.fullmatch(plain))
