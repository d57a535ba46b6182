"""A log as data for the archive: JSON, and the JSON Schema (2020-12) that describes it (L-55)."""

import json

from stafett.archive.content.visible import visible

SCHEMA_NAME = "stafettlogg.schema.json"

_TEXT = {"type": "string"}
_TRUTH = {"type": "boolean"}
_NUMBER = {"type": "integer"}


def data_of(log: dict) -> bytes:
    """The whole log as UTF-8 JSON with sorted keys: the same values give the same bytes."""
    return visible(json.dumps(log, ensure_ascii=False, indent=1, sort_keys=True)).encode()


def schema() -> bytes:
    """The schema as UTF-8 JSON. It travels with the data, so that whoever opens them in fifty years can read them."""
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stafettlogg, version 1",
        "description": "Dates are ISO 8601; an empty text is what was not filled in.",
        **_LOG,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _object(texts="", **others):
    """An object that has all of these, and nothing else; `texts` are names of texts."""
    properties = dict.fromkeys(texts.split(), _TEXT) | others
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _list(item):
    return {"type": "array", "items": item}


def _or_nothing(item):
    return {"anyOf": [item, {"type": "null"}]}


_WORD = _object("at author title text kept_from_guardians")
_EVALUATION = _object("outcome form words evaluated_on recorded_by")
_MEASURE = _object(
    "id description type where state start_by evaluate_by",
    owners=_list(_TEXT),
    evaluation=_or_nothing(_EVALUATION),
)
_CONCERN = _object(
    "id title state category subcategory background context talked_with_guardians_on talked_with_child_on child_view"
    " disagreement_weighed no_child_talk_reason no_child_measure_reason kept_from_guardians shared_at ended_at"
    " ended_reason",
    child_disagrees=_TRUTH,
    goals=_list(_object("text kind success_indicator written_at replaced_at reached_on")),
    factors=_list(_object("kind text named_by")),
    measures=_list(_MEASURE),
    ladders=_list(_object("title", steps=_list(_object("text state done_on")))),
    notes=_list(_WORD),
)
_MEETING = _object(
    "id at kind form state done_at chair writer cancelled_reason",
    people=_list(_object("name role", was_there=_TRUTH)),
    minutes=_list(_object("heading text")),
    confirmations=_list(_object("name words at", agrees=_TRUTH)),
)
_FORMER = _object("thing id until", words={"type": "object", "additionalProperties": _TEXT})
_EVENT = _object("at event sentence actor title reason about", number=_NUMBER)
_LOG = _object(
    "format id municipality unit state level leader started_at started_by closed_at closed_by summary",
    child=_object("id name birth_date unit"),
    people=_list(_object("name role unit purpose from to")),
    consents=_list(_object("given_by form signed_on valid_until limits recorded_at")),
    concerns=_list(_CONCERN),
    notes=_list(_WORD),
    bright_spots=_list(_WORD),
    childs_goals=_list(_object("text said written_at replaced_at")),
    coordination=_list(_object("about words")),
    meetings=_list(_MEETING),
    former=_list(_FORMER),
    events=_list(_EVENT),
)
# Only where somebody coordinates: what was packed before there was such a thing is still read.
_LOG["required"].remove("coordination")
