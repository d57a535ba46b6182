"""Whether an element of a document fits a filter (RFC 7644 3.4.2.2), for changes of some elements only."""

from stafett.integrations.rules.filters import Both, Compare, Either, Inside, Not, Present

_BY_TEXT = {
    "co": lambda own, asked: asked in own,
    "sw": lambda own, asked: own.startswith(asked),
    "ew": lambda own, asked: own.endswith(asked),
}
_BY_ORDER = {
    "gt": lambda own, asked: own > asked,
    "ge": lambda own, asked: own >= asked,
    "lt": lambda own, asked: own < asked,
    "le": lambda own, asked: own <= asked,
}


def fits(element: object, node: object) -> bool:
    """Whether a value of a document (an object with names in any case) fits a filter."""
    match node:
        case Both(parts):
            return all(fits(element, part) for part in parts)
        case Either(parts):
            return any(fits(element, part) for part in parts)
        case Not(part):
            return not fits(element, part)
        case Present(path):
            return any(each not in (None, "", [], {}) for each in values_at(element, path))
        case Inside(path, part):
            return any(fits(each, part) for each in values_at(element, path))
        case Compare(path, op, asked):
            return _compares(values_at(element, path), op, asked)
    raise TypeError(node)


def values_at(element, path):
    """Every value at a path; of a list, that of each element."""
    found = _inside(element, path.name)
    return [inner for each in found for inner in _inside(each, path.sub)] if path.sub else found


def _compares(found, op, asked):
    if op == "ne":
        return not any(_is(each, "eq", asked) for each in found) if found else asked is not None
    if op == "eq" and asked is None:
        return not found
    return any(_is(each, op, asked) for each in found)


def _is(own, op, asked):
    if isinstance(own, str) and isinstance(asked, str):
        own, asked = own.casefold(), asked.casefold()
    elif isinstance(asked, str) and isinstance(own, bool):
        own = str(own).lower()  # Entra ID writes truth as a word
        asked = asked.lower()
    if op == "eq":
        return type(own) is type(asked) and own == asked
    if op in _BY_TEXT:
        return isinstance(own, str) and isinstance(asked, str) and _BY_TEXT[op](own, asked)
    is_number = all(isinstance(each, int | float) and not isinstance(each, bool) for each in (own, asked))
    is_text = isinstance(own, str) and isinstance(asked, str)
    return (is_number or is_text) and _BY_ORDER[op](own, asked)


def _inside(element, name):
    if not isinstance(element, dict):
        return [element] if name == "value" else []
    value = next((each for key, each in element.items() if key.lower() == name), None)
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
