"""Hvem har sett loggen: for guardians, the youth and the baton holder."""

from django.shortcuts import render

from stafett.access import policy
from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.oversight import queries
from stafett.oversight.views import telling
from stafett.register.directory import shown_title
from stafett.relay_log import queries as log_queries


@page(Action.VIEW_ACCESS_LIST, of=log_queries.reachable_log, facts=log_queries.facts_about)
def access_list(request, log):
    """Everyone who has read the log: who, when, what and why (L-50)."""
    number = page_number(request)
    rows, more = queries.readers_of(log, viewer_id=request.actor.person_id, page=number)
    context = {
        "log": log,
        "readers": [_shown(row, log, request.actor) for row in rows],
        "page": number,
        "more": more,
        "may_answer_family": bool(policy.may(request.actor, Action.ANSWER_ACCESS_REQUEST, request.facts)),
        "may_take_home": bool(policy.may(request.actor, Action.MAKE_ACCESS_PACKAGE, request.facts)),
        "is_child": log.child.person_id == request.actor.person_id,
    }
    return render(request, "oversight/access_list.html", context)


def _shown(row, log, viewer):
    """One line; beside a child at a protected address it names no unit to those who do not work there (L-27)."""
    line = telling.reader(row, viewer_id=viewer.person_id)
    line.title = shown_title(log.child, line.title, viewer)
    return line


def page_number(request) -> int:
    """The page asked for, from 1."""
    asked = request.GET.get("side", "1")
    return max(int(asked), 1) if asked.isascii() and asked.isdecimal() and len(asked) < 5 else 1
