"""The description of the API, as OpenAPI 3.1. `docs/api/openapi.json` is printed from it, and `/api/v1/openapi.json` is it."""

from stafett.integrations.enums import Scope

_TEXT, _NUMBER, _TRUTH = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_ID, _DAY, _MOMENT = ({"type": "string", "format": each} for each in ("uuid", "date", "date-time"))


def maybe(schema):
    """A value that may be missing; of a number: hidden, because it is small."""
    return {"anyOf": [schema, {"type": "null"}]}


def record(**properties):
    """An object with exactly these, all of them there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def many(schema):
    """A list."""
    return {"type": "array", "items": schema}


def _ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def _page(name):
    return record(items=many(_ref(name)), next=maybe(_TEXT))


_SCHEMAS = {
    "Unit": record(id=_ID, name=_TEXT, kind=_TEXT, is_private=_TRUTH, area_id=maybe(_ID)),
    "Units": _page("Unit"),
    "Post": record(
        id=_ID, person_id=_ID, given_name=_TEXT, family_name=_TEXT, position=_TEXT, role=_TEXT, unit_id=_ID,
        starts_on=_DAY, ends_on=maybe(_DAY),
    ),
    "Posts": _page("Post"),
    "LastDay": record(ends_on=_DAY),
    "PostEnd": record(id=_ID, unit_id=_ID, ends_on=_DAY),
    "Guide": record(
        language=_TEXT, edition=_NUMBER, published_on=_DAY, title=_TEXT,
        levels=many(record(
            key=_TEXT, name=_TEXT, about=_TEXT, steps=many(record(key=_TEXT, number=_NUMBER, title=_TEXT)),
        )),
    ),
    "Step": record(
        language=_TEXT, level=_TEXT, key=_TEXT, number=_NUMBER, title=_TEXT, what=_TEXT, how=many(_TEXT),
        who=many(_TEXT), deadline=_TEXT, tools=many(_TEXT), outcomes=many(_TEXT),
    ),
    "Line": record(key=_TEXT, label=_TEXT, count=maybe(_NUMBER)),
    "Statistics": record(
        counted_on=maybe(_DAY),
        **{name: maybe(_NUMBER) for name in (
            "open_logs", "level_two_or_three", "in_use", "weeks_to_measure", "evaluated_on_time_percent",
            "guardian_there_percent", "child_there_percent",
        )},
        **{name: many(_ref("Line")) for name in ("by_level", "by_band", "by_kind", "by_category", "by_unit")},
        over_time=many(record(on=_DAY, open_logs=maybe(_NUMBER))),
    ),
    "ArchiveStatus": record(**dict.fromkeys(("waiting", "sent", "received", "failed"), _NUMBER)),
    "Deposit": record(
        id=_ID, kind=_TEXT, state=_TEXT, made_on=_DAY, sent_at=maybe(_MOMENT), received_at=maybe(_MOMENT),
    ),
    "Deposits": _page("Deposit"),
    "Token": record(access_token=_TEXT, token_type={"const": "Bearer"}, expires_in=_NUMBER, scope=_TEXT),
    "TokenFault": record(error=_TEXT, error_description=_TEXT),
    "Problem": record(type=_TEXT, title=_TEXT, status=_NUMBER, detail=_TEXT),
}  # fmt: skip
_FAULTS = {
    "400": "What is asked for cannot be read.",
    "401": "No valid token is shown.",
    "403": "The integration was not let in to this.",
    "404": "There is nothing at this address.",
    "405": "The address does not take that method.",
    "409": "It cannot be so; the detail says why.",
    "413": "The request is too large.",
    "429": "Too many requests.",
}
_LIMITS = {
    name: {"description": words, "schema": _NUMBER}
    for name, words in (
        ("RateLimit-Limit", "How many requests in a minute."),
        ("RateLimit-Remaining", "How many are left."),
        ("RateLimit-Reset", "Seconds until all of them are free again."),
    )
}
_TOLD = {
    "401": {"WWW-Authenticate": {"description": "How to show who one is.", "schema": _TEXT}},
    "429": {"Retry-After": {"description": "Seconds to wait.", "schema": _NUMBER}, **_LIMITS},
}
_AFTER = {"name": "after", "in": "query", "description": "`next` of the page before.",
          "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{21}[AQgw]$"}}  # fmt: skip
_LIMIT = {"name": "limit", "in": "query", "description": "How many at most.",
          "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}}  # fmt: skip
_LANGUAGE = {"name": "language", "in": "query", "description": "Bokmål or nynorsk.",
             "schema": {"enum": ["nb", "nn"], "default": "nb"}}  # fmt: skip
_UNIT = {"name": "unit", "in": "query", "description": "Only those in this unit.", "schema": _ID}


def _in_path(name, schema=_TEXT):
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _reading(operation, summary, schema, scope, *parameters, faults=("401", "403", "405", "429")):
    by_id = any(each["in"] == "path" for each in parameters)
    asks = any(each["in"] == "query" for each in parameters)
    told = sorted({*faults, *(["404"] if by_id else []), *(["400"] if asks else [])})
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "security": [{"client": [scope.value]}],
            "parameters": list(parameters),
            "responses": {
                "200": {
                    "description": "OK",
                    "headers": _LIMITS,
                    "content": {"application/json": {"schema": _ref(schema)}},
                },
                **{status: _problem(status) for status in told},
            },
        }
    }


def _ending():
    return {
        "put": {
            "operationId": "end_post",
            "summary": "Tell the last day of an employment as staff: access ends with it.",
            "security": [{"client": [Scope.ENDS.value]}],
            "parameters": [_in_path("id", _ID)],
            "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("LastDay")}}},
            "responses": {
                "200": {
                    "description": "OK",
                    "headers": _LIMITS,
                    "content": {"application/json": {"schema": _ref("PostEnd")}},
                },
                **{
                    status: _problem(status)
                    for status in ("400", "401", "403", "404", "405", "409", "413", "429")
                },
            },
        }
    }


def _problem(status):
    return {
        "description": _FAULTS[status],
        **({"headers": _TOLD[status]} if status in _TOLD else {}),
        "content": {"application/problem+json": {"schema": _ref("Problem")}},
    }


def _token():
    fault = {"application/json": {"schema": _ref("TokenFault")}}
    asked = record(
        grant_type={"const": "client_credentials"}, client_id=_TEXT, client_secret=_TEXT, scope=_TEXT
    )
    asked |= {"required": ["grant_type"], "additionalProperties": True}
    return {
        "post": {
            "operationId": "give_token",
            "summary": "Change a client's id and secret into a token that lasts a quarter of an hour (RFC 6749 4.4).",
            "security": [],
            "requestBody": {
                "required": True,
                "content": {"application/x-www-form-urlencoded": {"schema": asked}},
            },
            "responses": {
                "200": {
                    "description": "OK",
                    "content": {"application/json": {"schema": _ref("Token")}},
                },
                **{
                    status: {"description": _FAULTS[status], "content": fault}
                    for status in ("400", "401", "405", "413", "429")
                },
            },
        }
    }


DOCUMENT = {
    "openapi": "3.1.0",
    "info": {
        "title": "Stafett",
        "version": "1",
        "description": "What a municipality's other systems may read: units, who works where, the guide, published numbers "
        "and what the archive has received; and the one thing they may tell: that somebody leaves. Never a log, and never "
        "a child. Dates are days in Norway, times are in UTC.",
        "license": {"name": "MIT", "identifier": "MIT"},
    },
    "servers": [{"url": "/api/v1"}],
    "paths": {
        "/token": _token(),
        "/units": _reading("list_units", "The municipality's units.", "Units", Scope.UNITS, _AFTER, _LIMIT),
        "/units/{id}": _reading("see_unit", "One unit.", "Unit", Scope.UNITS, _in_path("id", _ID)),
        "/staff": _reading(
            "list_staff", "Employments that hold today.", "Posts", Scope.STAFF, _UNIT, _AFTER, _LIMIT
        ),
        "/staff/{id}": _reading("see_post", "One employment.", "Post", Scope.STAFF, _in_path("id", _ID)),
        "/staff/{id}/end": _ending(),
        "/guide": _reading("see_guide", "The guide as it holds now.", "Guide", Scope.GUIDE, _LANGUAGE),
        "/guide/{level}/{step}": _reading(
            "see_step", "One step of the guide.", "Step", Scope.GUIDE, _in_path("level"), _in_path("step"), _LANGUAGE
        ),
        "/statistics": _reading(
            "see_statistics", "Published numbers; a number that is hidden is null.", "Statistics", Scope.STATISTICS
        ),
        "/archive/status": _reading(
            "see_archive_status", "How many deposits are in each state.", "ArchiveStatus", Scope.ARCHIVE
        ),
        "/archive/deposits": _reading(
            "list_deposits", "What has been handed in to the archive, without names.", "Deposits", Scope.ARCHIVE,
            _AFTER, _LIMIT,
        ),
    },
    "components": {
        "schemas": _SCHEMAS,
        "securitySchemes": {
            "client": {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": "/api/v1/token",
                        "scopes": {
                            Scope.UNITS.value: "Read units.",
                            Scope.STAFF.value: "Read who works where.",
                            Scope.ENDS.value: "Tell that somebody leaves.",
                            Scope.GUIDE.value: "Read the guide.",
                            Scope.STATISTICS.value: "Read published numbers.",
                            Scope.ARCHIVE.value: "Read what the archive has received.",
                        },
                    }
                },
            }
        },
    },
}  # fmt: skip
