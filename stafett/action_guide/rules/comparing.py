"""What differs between two parts of a guide, name by name, as texts that can be laid side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stafett.action_guide.enums import LANGUAGES


@dataclass(frozen=True)
class Change:
    """One thing that is not the same: its name (an outcome's is outcome_<kind>), language ("" for none) and both texts."""

    name: str
    language: str
    before: str
    after: str


def changes(
    before: Mapping[str, Mapping[str, object]] | None, after: Mapping[str, Mapping[str, object]]
) -> tuple[Change, ...]:
    """Every word of `after` (language -> name -> text, lines or outcomes) that differs from `before`. Source: S004-08."""
    found = []
    for language in LANGUAGES:
        old, new = _flat((before or {}).get(language, {})), _flat(after.get(language, {}))
        for name in dict.fromkeys([*new, *old]):
            if old.get(name, "") != new.get(name, ""):
                found.append(Change(name, language, old.get(name, ""), new.get(name, "")))
    return tuple(found)


@dataclass(frozen=True)
class ImageChange:
    """An image that was added (`before` is None), removed (`after` is None), or is told in other words."""

    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def image_changes(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> tuple[ImageChange, ...]:
    """Every image on one side that is not the same on the other, known by its key. Source: S004-08, ADR 0040."""
    old, new = ({image["key"]: image for image in side} for side in (before, after))
    keys = dict.fromkeys([*new, *old])
    return tuple(ImageChange(old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key))


def _flat(words: Mapping[str, object]) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, said in words.items():
        if isinstance(said, Mapping):
            flat |= {f"{name}_{kind}": str(text) for kind, text in said.items()}
        elif isinstance(said, Sequence) and not isinstance(said, str):
            flat[name] = "\n".join(str(line) for line in said)
        else:
            flat[name] = str(said or "")
    return flat
