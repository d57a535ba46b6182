"""The JSON Schema (2020-12) of a log in a family's package, so that whoever gets the data can read them (L-50)."""

import json

SCHEMA_NAME = "stafettlogg.schema.json"

_TEXT = {"type": "string"}
_TRUTH = {"type": "boolean"}


def schema() -> bytes:
    """The schema as UTF-8 JSON."""
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Stafettlogg, innsyn, version 1",
        "description": "Dates are ISO 8601; an empty text is what was not filled in.",
        **LOG,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _object(texts, **others):
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


_CONCERN = _object(
    "title state category subcategory background context child_view disagreement_weighed informed"
    " talked_with_guardians_on talked_with_child_on no_child_talk_reason no_child_measure_reason ended_reason",
    child_disagrees=_TRUTH,
    goals=_list(_object("text kind success_indicator written_on replaced_on reached_on")),
    factors=_list(_object("kind text named_by", within_reach=_TRUTH)),
    measures=_list(_object("description where type state owners start_by evaluate_by outcome words")),
    ladders=_list(_object("title", steps=_list(_object("text state done_on")))),
)
_MEETING = _object(
    "at kind form state",
    people=_list(_object("name role answer", was_there={"type": ["boolean", "null"]})),
    minutes=_list(_object("heading text")),
    confirmations=_list(_object("name words on", agrees=_TRUTH)),
)
_CARRIED = _object(
    "source heading",
    facts=_list(_object("about words")),
    lists=_list(_object("heading", lines=_list(_TEXT))),
)
LOG = _object(
    "child unit municipality state level started_on closed_on summary consent_until",
    people=_list(_object("name role unit purpose")),
    concerns=_list(_CONCERN),
    meetings=_list(_MEETING),
    childs_goals=_list(_object("text written_on replaced_on")),
    childs_wish=_list(_object("about words")),
    coordination=_list(_object("about words")),
    carried=_list(_CARRIED),
    story=_list(_object("at sentence words")),
)
