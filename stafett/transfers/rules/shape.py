"""Whether a value is built as a JSON Schema says: the words of the schema that our own schemas use, and no others. Pure.

A file from elsewhere says of itself that it is a log; nothing of it is read before this has said so too (ADR 0044).
"""

from collections.abc import Mapping
from typing import Any

_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "null": type(None),
}  # fmt: skip


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether `value` (from JSON) is built as `schema` says, and every text in it can be kept.

    Knows `type`, `properties`, `required`, `additionalProperties`, `items` and `anyOf`. Source: L-55, ADR 0044.
    """
    if "anyOf" in schema:
        return any(fits(value, each) for each in schema["anyOf"])
    if not _is_of_kind(value, schema["type"]):
        return False
    if isinstance(value, dict):
        return _object_fits(value, schema)
    if isinstance(value, list):
        return all(fits(each, schema["items"]) for each in value)
    return not isinstance(value, str) or can_be_kept(value)


def can_be_kept(text: str) -> bool:
    """Whether PostgreSQL can keep a text: no NUL, and no half of a character. Source: design 6."""
    return "\x00" not in text and not any("\ud800" <= each <= "\udfff" for each in text)


def _is_of_kind(value, kinds):
    names = [kinds] if isinstance(kinds, str) else kinds
    is_truth = isinstance(value, bool)  # Python counts them as numbers, JSON does not
    return any(isinstance(value, _KINDS[name]) and (not is_truth or name == "boolean") for name in names)


def _object_fits(value, schema):
    known = schema.get("properties", {})
    if not set(schema.get("required", ())) <= set(value):
        return False
    others = schema.get("additionalProperties", True)
    for name, each in value.items():
        rule = known.get(name, others)
        if rule is False or not can_be_kept(name) or (isinstance(rule, Mapping) and not fits(each, rule)):
            return False
    return True
