"""A guide as one file, and back: written the same way every time, and read with suspicion. No person is in it.

The format is described in docs/guide-file.md.
"""

import hashlib
import json
import re
from collections.abc import Collection
from typing import Any

from stafett.action_guide.enums import LANGUAGES, OutcomeKind, PartKind, Refusal
from stafett.action_guide.rules import parts, writing
from stafett.action_guide.rules.editions import LEVELS
from stafett.kernel import text
from stafett.kernel.verdict import YES, Verdict, no, require

SCHEMA, VERSION = "stafett.handlingsveileder", 1
LARGEST = 500_000
MOST_PARTS = 5 + 4 * 40
_KEY = re.compile(r"[a-z][-a-z]{0,39}")
_LEADS_TO = re.compile(r"(?:[0-3](?:/[a-z][-a-z]{0,39})?)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENVELOPE = {"schema", "version", "sha256", "guide"}
_GUIDE = {"from", "number", "published_on", "parts"}
_PART = {"kind", "level", "key", "words", "tools", "is_hidden", "leads_to"}
_DEEPEST = 12


class _Twice(ValueError):
    """A name that stands twice in the same object."""


def packed(guide: dict[str, object]) -> bytes:
    """The file of a guide: `guide` has from, number, published_on and parts. Source: S004-09, W-25."""
    envelope = {"schema": SCHEMA, "version": VERSION, "sha256": fingerprint(guide), "guide": guide}
    return json.dumps(envelope, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def fingerprint(guide: object) -> str:
    """sha256 of the guide's canonical JSON: names sorted, no spaces, UTF-8."""
    canonical = json.dumps(guide, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def unpacked(content: bytes, *, tools: Collection[str]) -> tuple[dict[str, Any], str]:
    """The guide in a file and its sha256. Raises Refused for everything that is not whole and known. Source: S004-09."""
    require(YES if len(content) <= LARGEST else no(Refusal.FILE_TOO_LARGE))
    envelope = _parsed(content)
    if not isinstance(envelope, dict) or envelope.get("schema") != SCHEMA or set(envelope) != _ENVELOPE:
        require(no(Refusal.NOT_A_GUIDE))
    require(
        YES if _is(envelope["version"], int) and envelope["version"] == VERSION else no(Refusal.OTHER_VERSION)
    )
    guide = envelope["guide"]
    require(YES if fingerprint(guide) == envelope["sha256"] else no(Refusal.DAMAGED))
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
    for number, part in enumerate(listed, start=1):
        if where := _wrong_in(part, tools):
            return _bad(f"parts {number}, {where}")
    places = [(part["kind"], part["level"], part["key"]) for part in listed]
    return YES if len(set(places)) == len(places) else _bad("parts")


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
    for bracket in re.findall(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', decoded):
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
