"""The changes of a PATCH (RFC 7644 3.5.2) made on a document: a new document comes out, and nothing else happens.

Forgiving where Entra ID is known to write otherwise: `Add` with a capital, truth as a word, names with dots in an object
without a path, and `emails[type eq "work"].value` before there is such an address.
"""

from collections.abc import Mapping
from copy import deepcopy

from stafett.integrations.content.scim import ENTERPRISE, GROUP, SCHEMAS, USER
from stafett.integrations.rules.filters import Both, Compare, Target, parse_target
from stafett.integrations.rules.matching import fits
from stafett.kernel.protocol import Fault

MOST_CHANGES = 1000
_OF_US = {each["id"]: each for each in SCHEMAS}
_COMMON = {
    "externalid": {"name": "externalId", "multiValued": False, "type": "string", "mutability": "readWrite"}
}
# Attributes of RFC 7643 that a directory may well send, and that we have no use for: passed over, not refused.
NOT_KEPT = frozenset(
    [
        "nickname",
        "profileurl",
        "addresses",
        "phonenumbers",
        "preferredlanguage",
        "locale",
        "timezone",
        "usertype",
        "password",
        "ims",
        "photos",
        "entitlements",
        "roles",
        "x509certificates",
        "employeenumber",
        "costcenter",
        "organization",
        "division",
        "manager",
        "meta",
        "schemas",
    ]
)
NOT_KEPT_INSIDE = frozenset(["formatted", "middlename", "honorificprefix", "honorificsuffix", "display"])


def patched(document: dict, changes: object, *, kind: str) -> dict:
    """The document after the changes, in order. `kind` is the URN of its schema. Raises Fault 400."""
    if not isinstance(changes, list) or not changes or len(changes) > MOST_CHANGES:
        raise Fault(400, "Operations must be a list of changes.", code="invalidSyntax")
    made = deepcopy(document)
    for change in changes:
        if not isinstance(change, Mapping):
            raise Fault(400, "A change must be an object.", code="invalidSyntax")
        given = {str(name).lower(): value for name, value in change.items()}
        op = str(given.get("op", "")).lower()
        if op not in ("add", "replace", "remove"):
            raise Fault(400, "A change adds, replaces or removes.", code="invalidSyntax")
        _apply(made, op, given, kind)
    return made


def _apply(made, op, given, kind):
    path, value = given.get("path"), given.get("value")
    if path:
        _change(made, op, path, value, kind)
    elif op == "remove":
        raise Fault(400, "What to remove is not said.", code="noTarget")
    elif not isinstance(value, Mapping):
        raise Fault(400, "A change without a path has an object of values.", code="invalidValue")
    else:
        for name, each in value.items():
            _change(made, op, str(name), each, kind)


def _change(made, op, path, value, kind):
    if not isinstance(path, str):
        raise Fault(400, "A path is text.", code="invalidPath")
    if path.lower() == kind.lower() and isinstance(value, Mapping):
        return [_change(made, op, str(name), each, kind) for name, each in value.items()]
    if path.lower() == ENTERPRISE.lower() and kind == USER:
        return _change_extension(made, op, value)
    target = parse_target(path)
    schema = target.path.schema
    if schema == ENTERPRISE.lower() and kind == USER:
        if op == "remove":
            return _on_object(made.get(ENTERPRISE, {}), op, target, value, ENTERPRISE)
        return _on_object(made.setdefault(ENTERPRISE, {}), op, target, value, ENTERPRISE)
    if schema and schema != kind.lower():
        raise Fault(400, "No such schema here.", code="invalidPath")
    return _on_object(made, op, target, value, kind)


def _change_extension(made, op, value):
    if op == "remove":
        return made.pop(ENTERPRISE, None)
    if not isinstance(value, Mapping):
        raise Fault(400, "An object was expected.", code="invalidValue")
    for name, each in value.items():
        _on_object(made.setdefault(ENTERPRISE, {}), op, parse_target(str(name)), each, ENTERPRISE)
    return None


def _on_object(holder, op, target, value, schema):
    name = target.path.name
    known = _known(schema, name)
    if known is None:
        if name in NOT_KEPT and schema != GROUP or name in ("meta", "schemas"):
            return
        raise Fault(400, "No such attribute.", code="invalidPath")
    if known["mutability"] == "readOnly" or name == "id":
        raise Fault(400, "This attribute is read only.", code="mutability")
    sub = target.sub or target.path.sub
    if sub and sub not in _inside(known):
        if sub in NOT_KEPT_INSIDE:
            return
        raise Fault(400, "No such attribute.", code="invalidPath")
    if known["multiValued"]:
        _on_list(holder, op, target, sub, value, known)
    elif target.only is not None:
        raise Fault(400, "This attribute has one value only.", code="invalidPath")
    elif known["type"] == "complex":
        _on_complex(holder, op, sub, value, known)
    elif op == "remove" or value is None:
        holder.pop(known["name"], None)
    else:
        holder[known["name"]] = _plain(value)


def _on_complex(holder, op, sub, value, known):
    name = known["name"]
    if op == "remove" and not sub:
        holder.pop(name, None)
        return
    inner = holder.setdefault(name, {})
    if sub:
        _set(inner, sub, None if op == "remove" else value, known)
        return
    if not isinstance(value, Mapping):
        raise Fault(400, "An object was expected.", code="invalidValue")
    for key, each in value.items():
        if str(key).lower() in _inside(known):
            _set(inner, str(key).lower(), each, known)


def _on_list(holder, op, target: Target, sub, value, known):
    name = known["name"]
    own = holder.get(name, [])
    if target.only is None and not sub:
        holder[name] = _whole(own, op, value, known)
        return
    chosen = [each for each in own if target.only is None or fits(each, target.only)]
    if not chosen and op != "remove":
        chosen = [_begun(target.only)]
        own = [*own, *chosen]
    if op == "remove" and not sub:
        own = [each for each in own if each not in chosen]
    for each in chosen:
        if sub:
            _set(each, sub, None if op == "remove" else value, known)
        elif op != "remove":
            each.update(_one(value, known))
    holder[name] = _one_primary(own, chosen if op != "remove" else [])


def _whole(own, op, value, known):
    given = (
        []
        if value is None
        else [_one(each, known) for each in (value if isinstance(value, list) else [value])]
    )
    if op == "replace":
        return given
    if op == "remove":  # Entra ID names the members to remove in the value
        gone = {each.get("value") for each in given}
        return [each for each in own if each.get("value") not in gone] if given else []
    there = [each.get("value") for each in given]
    return _one_primary([*(each for each in own if each.get("value") not in there), *given], given)


def _begun(only):
    """A new element that fits a filter of plain equalities. Raises Fault noTarget for any other."""
    parts = only.parts if isinstance(only, Both) else (only,)
    if only is not None and not all(
        isinstance(each, Compare) and each.op == "eq" and not each.path.sub for each in parts
    ):
        raise Fault(400, "No element fits the filter.", code="noTarget")
    return {each.path.name: each.value for each in parts} if only is not None else {}


def _one(value, known):
    if not isinstance(value, Mapping):
        value = {"value": value}
    names = _inside(known)
    return {names[str(key).lower()]: _plain(each) for key, each in value.items() if str(key).lower() in names}


def _one_primary(elements, newest):
    """At most one is primary: the one that came last (RFC 7644 3.5.2)."""
    if any(each.get("primary") in (True, "True", "true") for each in newest):
        for each in elements:
            if each not in newest and "primary" in each:
                each["primary"] = False
    return elements


def _set(holder, sub, value, known):
    name = _inside(known)[sub]
    if value is None:
        holder.pop(name, None)
    else:
        holder[name] = _plain(value)


def _plain(value):
    """A value of an attribute that has no parts: a list or an object cannot stand there."""
    if isinstance(value, list | Mapping):
        raise Fault(400, "A single value was expected.", code="invalidValue")
    return value


def _known(schema, name):
    if schema != ENTERPRISE and name in _COMMON:
        return _COMMON[name]
    if name == "id":
        return {"name": "id", "mutability": "readOnly"}
    return next((each for each in _OF_US[schema]["attributes"] if each["name"].lower() == name), None)


def _inside(known):
    return {each["name"].lower(): each["name"] for each in known.get("subAttributes", ())}
