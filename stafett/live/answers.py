"""What an open page that writes gets: the words as they stand, what was saved, or both texts when two have written."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token

from stafett.access.guard import Conflict
from stafett.audit import trail
from stafett.kernel.text import clean_text
from stafett.kernel.verdict import Refused


def standing(
    request: HttpRequest, meeting: Any, words: Mapping[str, Any], *, at: str | None = None
) -> JsonResponse:
    """The words of the step by field (rows with `text`, `version`, `written_by`), and where the meeting is.

    `at` is where a page should be that shows more than the step; else the step.
    """
    fields = {
        name: {"text": row.text, "version": row.version, "by": row.written_by.name}
        for name, row in words.items()
    }
    return JsonResponse(
        {
            "step": meeting.step if at is None else at,
            "state": meeting.state,
            "csrf": get_token(request),
            "fields": fields,
        }
    )


def saving(request: HttpRequest, save: Callable[..., Any], *, meeting: Any, **given: Any) -> JsonResponse:
    """Save the one field of a request by an operation `save`; its new version, 409 with both texts, or 422 with why not."""
    posted, version = request.POST, request.POST.get("version", "")
    words = {
        "field": posted.get("field", ""),
        "text": clean_text(posted.get("text", "")),
        "version": int(version) if version.isdecimal() and len(version) < 9 else 0,
    }
    try:
        saved = save(actor=request.actor, meeting=meeting, **words, **given)
    except Conflict as conflict:
        (clash,) = conflict.current
        answer = {"text": clash.theirs, "version": clash.version, "by": clash.by, "both": clash.both}
        return JsonResponse(answer, status=409)
    except Refused as refused:
        trail.refused(request.actor, save.event, thing=meeting, reason=refused.refusal.value)
        return JsonResponse({"error": refused.sentence()}, status=422)
    return JsonResponse({"version": saved.saved_version})
