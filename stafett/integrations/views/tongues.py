"""How faults are told: SCIM's own errors (RFC 7644 3.12), problem+json for the API (RFC 9457), OAuth's words for tokens."""

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from stafett.integrations.content.scim import ERROR
from stafett.kernel.protocol import Fault

SCIM, PROBLEM, JSON = "application/scim+json", "application/problem+json", "application/json"
_SCIM_TYPES = frozenset(
    ["invalidFilter", "tooMany", "uniqueness", "mutability", "invalidSyntax", "invalidPath", "noTarget", "invalidValue", "invalidVers", "sensitive"]
)  # fmt: skip


def answer(body: object, *, status: int = 200, kind: str = JSON) -> HttpResponse:
    """A JSON answer with the protocol's own content type."""
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=kind)


def answer_nothing(*, status: int = 204) -> HttpResponse:
    """An answer without a body."""
    made = HttpResponse(status=status)
    del made["Content-Type"]
    return made


def scim(fault: Fault) -> HttpResponse:
    """A fault as SCIM tells it."""
    body = {"schemas": [ERROR], "status": str(fault.status), "detail": fault.detail}
    if fault.code in _SCIM_TYPES:
        body["scimType"] = fault.code
    return answer(body, status=fault.status, kind=SCIM)


def problem(fault: Fault) -> HttpResponse:
    """A fault as the API tells it."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(fault.status).phrase,
        "status": fault.status,
        "detail": fault.detail,
    }
    return answer(body, status=fault.status, kind=PROBLEM)


def oauth(fault: Fault) -> HttpResponse:
    """A fault as the token endpoint tells it (RFC 6749 5.2)."""
    known = "invalid_client" if fault.status == 401 else fault.code
    body = {"error": known or "invalid_request", "error_description": fault.detail}
    return answer(body, status=fault.status)


def object_in(request: HttpRequest) -> dict:
    """The JSON object a machine sends. Raises Fault 400 invalidSyntax."""
    try:
        body = json.loads(request.body, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Fault(400, "The body is not a JSON object.", code="invalidSyntax") from None
    if not isinstance(body, dict):
        raise Fault(400, "The body is not a JSON object.", code="invalidSyntax")
    return body


def _refuse(_word):
    raise ValueError("not a number of JSON")
