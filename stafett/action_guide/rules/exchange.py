"""A guide as one file, and back: written the same way every time, and read with suspicion. No person is in it.

The format is described in docs/guide-file.md.
"""

import base64
import hashlib
import json
import re
from collections.abc import Collection
from typing import Any

from stafett.action_guide.enums import LANGUAGES, OutcomeKind, PartKind, Refusal
from stafett.action_guide.rules import images, parts, writing
from stafett.action_guide.rules.editions import LEVELS
from stafett.kernel import text
from stafett.kernel.verdict import YES, Refused, Verdict, no, require

SCHEMA, VERSION = "stafett.handlingsveileder", 2
WITHOUT_IMAGES = 1  # the version that had none
LARGEST = 6_000_000  # the words, and all the images an edition may have
LARGEST_WORDS = 500_000
MOST_PARTS = 5 + 4 * 40
_KEY = re.compile(r"[a-z][-a-z]{0,39}")
_LEADS_TO = re.compile(r"(?:[0-3](?:/[a-z][-a-z]{0,39})?)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENVELOPE = {"schema", "version", "sha256", "guide"}
_GUIDE = {"from", "number", "published_on", "parts", "images"}
_PART = {"kind", "level", "key", "words", "tools", "is_hidden", "leads_to", "images"}
# A text or a bracket. What has been read of a text is never read again, however it ends.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+\\?(?:"|\Z)|[\[\]{}]', re.DOTALL)
_DEEPEST = 12


class _Twice(ValueError):
    """A name that stands twice in the same object."""


def packed(guide: dict[str, object]) -> bytes:
    """The file of a guide: `guide` has from, number, published_on, parts and images (key: base64). Source: S004-09, W-25."""
    envelope = {"schema": SCHEMA, "version": VERSION, "sha256": fingerprint(guide), "guide": guide}
    return json.dumps(envelope, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def fingerprint(guide: object) -> str:
    """sha256 of the guide's canonical JSON: names sorted, no spaces, UTF-8."""
    canonical = json.dumps(guide, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def unpacked(content: bytes, *, tools: Collection[str]) -> tuple[dict[str, Any], str]:
    """The guide in a file, as the newest version has it, and its sha256.

    Raises Refused for everything that is not whole and known. Source: S004-09.
    """
    require(YES if len(content) <= LARGEST else no(Refusal.FILE_TOO_LARGE))
    envelope = _parsed(content)
    if not isinstance(envelope, dict) or envelope.get("schema") != SCHEMA or set(envelope) != _ENVELOPE:
        require(no(Refusal.NOT_A_GUIDE))
    known = _is(envelope["version"], int) and envelope["version"] in (WITHOUT_IMAGES, VERSION)
    require(YES if known else no(Refusal.OTHER_VERSION))
    guide = envelope["guide"]
    require(YES if fingerprint(guide) == envelope["sha256"] else no(Refusal.DAMAGED))
    if envelope["version"] == WITHOUT_IMAGES:
        guide = _with_room_for_images(guide)
    require(is_guide(guide, tools=tools))
    return guide, envelope["sha256"]


def is_guide(guide: Any, *, tools: Collection[str]) -> Verdict:
    """Whether the content has every name it must, no other, and nothing too long. Source: S004-09, design 6."""
    if not isinstance(guide, dict) or set(guide) != _GUIDE:
        return _bad("guide")
    heads = _line(guide["from"], 100) and _is(guide["number"], int) and 0 <= guide["number"] < 10_000
    if not heads or not (_line(guide["published_on"], 10) and _DAY.fullmatch(guide["published_on"])):
        return _bad("from, number, published_on")
    listed = guide["parts"]
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_PARTS:
        return _bad("parts")
    bytes_of = _opened(guide["images"])
    if bytes_of is None or _is_wordy(guide):
        return _bad("images")
    for number, part in enumerate(listed, start=1):
        if where := _wrong_in(part, tools) or _wrong_images(part, bytes_of):
            return _bad(f"parts {number}, {where}")
    if {image["key"] for part in listed for image in part["images"]} != set(bytes_of):
        return _bad("images")
    places = [(part["kind"], part["level"], part["key"]) for part in listed]
    return YES if len(set(places)) == len(places) else _bad("parts")


def images_in(guide: dict[str, Any]) -> dict[str, bytes]:
    """The bytes of every image in a guide that has been read, by key. One that came before there were images has none."""
    return _opened(guide.get("images", {})) or {}


def _parsed(content: bytes) -> Any:
    try:
        decoded = content.decode("utf-8")
        if _depth(decoded) > _DEEPEST:
            require(no(Refusal.NOT_A_GUIDE))
        return json.loads(decoded, object_pairs_hook=_once, parse_constant=_never)
    except (ValueError, RecursionError):
        require(no(Refusal.NOT_A_GUIDE))
    return None


def _depth(decoded: str) -> int:
    """How deep brackets stand in each other; those inside texts are passed over."""
    deepest = depth = 0
    for bracket in _BRACKETS.findall(decoded):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(bracket, 0)
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found


def _never(_name: str) -> object:
    raise ValueError


def _bad(where: str) -> Verdict:
    return no(Refusal.BAD_CONTENT, where=where)


def _wrong_in(part: Any, tools: Collection[str]) -> str:
    """The name of what is wrong in a part; empty when nothing is."""
    if not isinstance(part, dict) or set(part) != _PART:
        return "part"
    if part["kind"] not in list(PartKind.values) or not _place_fits(part):
        return "place"
    if not (
        _is(part["is_hidden"], bool)
        and isinstance(part["leads_to"], str)
        and _LEADS_TO.fullmatch(part["leads_to"])
    ):
        return "is_hidden, leads_to"
    if not isinstance(part["tools"], list) or any(each not in list(tools) for each in part["tools"]):
        return "tools"
    return _wrong_words(part)


def _with_room_for_images(guide: Any) -> Any:
    """A guide from before there were images, as one with none; what is odd in it stays odd."""
    if not isinstance(guide, dict) or "images" in guide or not isinstance(guide.get("parts"), list):
        return None
    listed = guide["parts"]
    if any(not isinstance(each, dict) or "images" in each for each in listed):
        return None
    return {**guide, "images": {}, "parts": [{**each, "images": []} for each in listed]}


def _opened(packed_images: Any) -> dict[str, bytes] | None:
    """Key -> bytes; None when something there is not written as we write it, or is too much."""
    if not isinstance(packed_images, dict) or not all(map(images.is_key, packed_images)):
        return None
    found = {}
    for key, written in packed_images.items():
        try:
            found[key] = base64.b64decode(written, validate=True) if isinstance(written, str) else b""
        except ValueError:
            return None
        if base64.b64encode(found[key]).decode() != written or images.key_of(found[key]) != key:
            return None
    return found if images.fit([len(content) for content in found.values()]) else None


def _is_wordy(guide: dict[str, Any]) -> bool:
    """Whether the words alone are more than a guide has."""
    words = {name: value for name, value in guide.items() if name != "images"}
    return len(json.dumps(words, ensure_ascii=False).encode("utf-8", "surrogatepass")) > LARGEST_WORDS


def _wrong_images(part: dict[str, Any], bytes_of: dict[str, bytes]) -> str:
    """The name of what is wrong with a part's images; empty when nothing is."""
    listed = part["images"]
    if not isinstance(listed, list) or (listed and not images.may_hold(part["kind"])):
        return "images"
    try:
        right = all(images.is_entry(each, _bytes_for(each, bytes_of)) for each in listed)
    except Refused:  # not a picture that could have been added here
        right = False
    return "" if right and images.may_stand([each["key"] for each in listed]) else "images"


def _bytes_for(image: Any, bytes_of: dict[str, bytes]) -> bytes | None:
    key = image.get("key") if isinstance(image, dict) else None
    return bytes_of.get(key) if isinstance(key, str) else None


def _place_fits(part: dict[str, Any]) -> bool:
    level, key = part["level"], part["key"]
    if part["kind"] == PartKind.FRONT:
        return bool(level == "" and key == "")
    if level not in LEVELS:
        return False
    return key == "" if part["kind"] == PartKind.LEVEL else isinstance(key, str) and bool(_KEY.fullmatch(key))


def _wrong_words(part: dict[str, Any]) -> str:
    words = part["words"]
    if not isinstance(words, dict) or not set(words) <= set(LANGUAGES) or not words:
        return "words"
    limits = parts.WORDS[PartKind(str(part["kind"]))]
    is_step = part["kind"] == PartKind.STEP
    for language, said in words.items():
        names = set(limits) | (set(parts.LISTS) | {"outcome"} if is_step else set())
        if not isinstance(said, dict) or not set(said) <= names:
            return f"words {language}"
        if any(not _text(said[name], limit) for name, limit in limits.items() if name in said):
            return f"words {language}"
        if any(not _lines(said[name]) for name in parts.LISTS if name in said):
            return f"words {language}"
        if not _outcome_words(said.get("outcome", {})) or not _is_plain(said.get("more", "")):
            return f"words {language}"
    required = parts.REQUIRED[PartKind(str(part["kind"]))]
    return "" if all(any(said.get(name) for said in words.values()) for name in required) else "words"


def _is_plain(more: str) -> bool:
    """No picture, and no link that may not be followed."""
    return not writing.has_picture(more) and all(map(writing.may_be_followed, writing.links(more)))


def _lines(lines: Any) -> bool:
    if not isinstance(lines, list) or not all(_line(each, parts.LINE_LIMIT) for each in lines):
        return False
    return len(lines) <= parts.LINES


def _outcome_words(outcome: Any) -> bool:
    return isinstance(outcome, dict) and all(
        key in OutcomeKind.values and _line(words, parts.OUTCOME_LIMIT) for key, words in outcome.items()
    )


def _text(value: object, limit: int) -> bool:
    return isinstance(value, str) and value == text.clean_text(value) and text.length(value) <= limit


def _line(value: object, limit: int) -> bool:
    return _text(value, limit) and "\n" not in str(value)


def _is(value: object, kind: type) -> bool:
    return type(value) is kind  # True is an int to isinstance
