"""Which parts of a document are shown (`attributes`, `excludedAttributes`, RFC 7644 3.9), its version, and its page."""

import json
from hashlib import sha256

from stafett.integrations.content.scim import MOST
from stafett.integrations.rules.filters import Path, parse_path
from stafett.kernel.protocol import Fault

ALWAYS = ("schemas", "id")


def version_of(document: dict) -> str:
    """A weak entity tag of what a document says; the same words give the same tag."""
    said = {name: value for name, value in document.items() if name != "meta"}
    return f'W/"{sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]}"'


def tags_in(header: str) -> set[str]:
    """The entity tags in If-Match or If-None-Match; `*` stands for itself."""
    return {part.strip() for part in header.split(",") if part.strip()}


def shown(document: dict, *, only: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> dict:
    """A document with only some attributes, or without some. Names are in any case; unknown ones are passed over."""
    if only:
        return _picked(document, [parse_path(each, code="invalidValue") for each in only])
    hidden = [parse_path(each, code="invalidValue") for each in without]
    return _pruned(document, hidden) if hidden else document


def page_of(start: object, count: object) -> tuple[int, int]:
    """First (from 1) and how many, as asked: below 1 counts as 1, below 0 as 0, and nobody gets more than 200.

    Raises Fault 400 invalidValue for what is no number. Source: RFC 7644 3.4.2.4.
    """
    return max(1, _number(start, 1)), min(MOST, max(0, _number(count, 100)))


def _number(value, usual):
    if value is None:
        return usual
    try:
        number = int(str(value))
    except ValueError:
        raise Fault(400, "startIndex and count are whole numbers.", code="invalidValue") from None
    return max(-1, min(number, 10**9))


def _picked(document, paths):
    kept = {}
    for name, value in document.items():
        mine = [sub for sub in (_sub_of(name, path) for path in paths) if sub is not None]
        if name in ALWAYS or "" in mine:
            kept[name] = value
        elif mine:
            kept[name] = _only(value, mine)
    return kept


def _pruned(document, paths):
    kept = {}
    for name, value in document.items():
        mine = [sub for sub in (_sub_of(name, path) for path in paths) if sub is not None]
        if name not in ALWAYS and "" in mine:
            continue
        kept[name] = _but(value, mine) if mine and name not in ALWAYS else value
    return kept


def _sub_of(name, path: Path):
    """What a path asks for of a top attribute: "" all of it, a name inside it, or None when it means another one."""
    low = name.lower()
    if low.startswith("urn:"):
        if path.schema == low:
            return path.name
        return "" if f"{path.schema}:{path.name}" == low else None
    return path.sub if path.name == low else None


def _only(value, names):
    if isinstance(value, list):
        return [_only(each, names) for each in value]
    return (
        {key: each for key, each in value.items() if key.lower() in names}
        if isinstance(value, dict)
        else value
    )


def _but(value, names):
    if isinstance(value, list):
        return [_but(each, names) for each in value]
    return (
        {key: each for key, each in value.items() if key.lower() not in names}
        if isinstance(value, dict)
        else value
    )
