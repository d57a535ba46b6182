"""The rules of HL7 FHIR R4 (4.0.1) for a CarePlan with contained goals and patient, as far as ours could break them.

Elements with cardinality and type, required value sets, formats of primitives, and the invariants ele-1, per-1, ref-1, dom-2,
dom-3, txt-1, txt-2, cpl-3 and gol-1 (hl7.org/fhir/R4: careplan.html, goal.html, datatypes.html, domainresource.html).
"""

import re
from datetime import date
from xml.etree import ElementTree

ONE, MANY = 1, None
PRIMITIVES = {
    "code": r"[^\s]+(\s[^\s]+)*",
    "id": r"[A-Za-z0-9\-\.]{1,64}",
    "uri": r"\S+",
    "string": r"[ \r\n\t\S]+",
    "markdown": r"\s*(\S|\s)*",
    "date": r"\d{4}(-\d\d(-\d\d)?)?",
    "dateTime": r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d))?)?)?",
    "xhtml": r"(?s)<div.*",
}
# Element: (least, most, type). What is not here is not used, and would be found.
TYPES = {
    "CarePlan": {
        "resourceType": (1, ONE, "code"), "meta": (0, ONE, "Meta"), "language": (0, ONE, "code"), "text": (0, ONE, "Narrative"),
        "contained": (0, MANY, "Resource"), "identifier": (0, MANY, "Identifier"), "status": (1, ONE, "code"),
        "intent": (1, ONE, "code"), "category": (0, MANY, "CodeableConcept"), "title": (0, ONE, "string"),
        "description": (0, ONE, "string"), "subject": (1, ONE, "Reference"), "period": (0, ONE, "Period"),
        "created": (0, ONE, "dateTime"), "author": (0, ONE, "Reference"), "goal": (0, MANY, "Reference"),
        "activity": (0, MANY, "CarePlan.activity"), "note": (0, MANY, "Annotation"),
    },
    "CarePlan.activity": {
        "outcomeCodeableConcept": (0, MANY, "CodeableConcept"), "progress": (0, MANY, "Annotation"),
        "reference": (0, ONE, "Reference"), "detail": (0, ONE, "CarePlan.activity.detail"),
    },
    "CarePlan.activity.detail": {
        "kind": (0, ONE, "code"), "code": (0, ONE, "CodeableConcept"), "goal": (0, MANY, "Reference"), "status": (1, ONE, "code"),
        "scheduledPeriod": (0, ONE, "Period"), "location": (0, ONE, "Reference"), "performer": (0, MANY, "Reference"),
        "description": (0, ONE, "string"),
    },
    "Goal": {
        "resourceType": (1, ONE, "code"), "id": (0, ONE, "id"), "lifecycleStatus": (1, ONE, "code"),
        "achievementStatus": (0, ONE, "CodeableConcept"), "description": (1, ONE, "CodeableConcept"),
        "subject": (1, ONE, "Reference"), "startDate": (0, ONE, "date"), "statusDate": (0, ONE, "date"),
        "note": (0, MANY, "Annotation"),
    },
    "Patient": {
        "resourceType": (1, ONE, "code"), "id": (0, ONE, "id"), "name": (0, MANY, "HumanName"), "birthDate": (0, ONE, "date"),
    },
    "Meta": {"security": (0, MANY, "Coding")},
    "Narrative": {"status": (1, ONE, "code"), "div": (1, ONE, "xhtml")},
    "Identifier": {"system": (0, ONE, "uri"), "value": (0, ONE, "string")},
    "CodeableConcept": {"coding": (0, MANY, "Coding"), "text": (0, ONE, "string")},
    "Coding": {"system": (0, ONE, "uri"), "code": (0, ONE, "code"), "display": (0, ONE, "string")},
    "Reference": {"reference": (0, ONE, "string"), "display": (0, ONE, "string")},
    "Period": {"start": (0, ONE, "dateTime"), "end": (0, ONE, "dateTime")},
    "Annotation": {"text": (1, ONE, "markdown")},
    "HumanName": {"text": (0, ONE, "string")},
}  # fmt: skip
REQUIRED = {
    ("CarePlan", "status"): "draft active on-hold revoked completed entered-in-error unknown",
    ("CarePlan", "intent"): "proposal plan order option",
    ("CarePlan.activity.detail", "status"): (
        "not-started scheduled in-progress on-hold completed cancelled stopped unknown entered-in-error"
    ),
    ("Goal", "lifecycleStatus"): (
        "proposed planned accepted active on-hold completed cancelled entered-in-error rejected"
    ),
    ("Narrative", "status"): "generated extensions additional empty",
}


def faults(resource) -> list[str]:
    """What R4 would say of a CarePlan; empty when it is right."""
    found = list(_of_type(resource, "CarePlan", "CarePlan"))
    return found or list(_of_contained(resource))


def _of_type(value, kind, where):
    if kind == "Resource":
        kind = value.get("resourceType") if isinstance(value, dict) else None
        if kind not in ("Goal", "Patient"):
            yield f"{where}: no resource we know"
            return
    if kind in PRIMITIVES:
        yield from _of_primitive(value, kind, where)
    elif not isinstance(value, dict) or not value:
        yield f"{where}: empty (ele-1)"
    else:
        yield from _of_elements(value, kind, where)
        yield from _of_invariants(value, kind, where)


def _of_elements(value, kind, where):
    elements = TYPES[kind]
    yield from (f"{where}.{name}: not in {kind}" for name in set(value) - set(elements))
    for name, (least, most, inner) in elements.items():
        if name not in value:
            if least:
                yield f"{where}.{name}: missing"
            continue
        each = value[name]
        if (most is MANY) != isinstance(each, list) or each == []:
            yield f"{where}.{name}: one or several, and never none"
            continue
        for place, item in enumerate(each if most is MANY else [each]):
            yield from _of_type(item, inner, f"{where}.{name}[{place}]")
        if (allowed := REQUIRED.get((kind, name))) and each not in allowed.split():
            yield f"{where}.{name}: {each} is not in the value set"


def _of_primitive(value, kind, where):
    if not isinstance(value, str) or not value.strip() or not re.fullmatch(PRIMITIVES[kind], value, re.ASCII):
        yield f"{where}: no {kind}"
    elif kind in ("date", "dateTime") and len(value) == 10:
        try:
            date.fromisoformat(value)
        except ValueError:
            yield f"{where}: no such day"
    elif kind == "xhtml":
        root = ElementTree.fromstring(value)  # noqa: S314 - made by the test itself
        tags = {each.tag.rpartition("}")[2] for each in root.iter()}
        if root.tag != "{http://www.w3.org/1999/xhtml}div" or not tags <= {"div", "p", "ul", "li"}:
            yield f"{where}: txt-1"
        if not "".join(root.itertext()).strip():
            yield f"{where}: txt-2"


def _of_invariants(value, kind, where):
    if kind == "Period" and value.get("start", "") > value.get("end", "9999"):
        yield f"{where}: per-1"
    if kind == "CarePlan.activity" and "detail" in value and "reference" in value:
        yield f"{where}: cpl-3"
    if kind == "CarePlan" and len(value.get("language", "nb")) < 2:
        yield f"{where}: language"


def _of_contained(resource):
    contained = resource.get("contained", [])
    ids = [each.get("id") for each in contained]
    if len(set(ids)) != len(ids) or None in ids or any("contained" in each for each in contained):
        yield "dom-2: contained once, and one deep"
    referred = set(_references(resource))
    yield from (f"dom-3: {each} is referred to by nothing" for each in ids if f"#{each}" not in referred)
    yield from (f"ref-1: {each} is not contained" for each in referred if each.lstrip("#") not in ids)


def _references(value):
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for each in value.values():
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)
