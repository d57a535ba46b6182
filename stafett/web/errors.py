"""Error pages: a clear sentence, no hint that a forbidden thing exists, nothing of the error's inside."""

import sys

from django.db import InterfaceError, OperationalError
from django.shortcuts import render

from stafett.kernel.protocol import Fault

AWAY = "10"  # seconds until it is worth asking again


def not_found(request, exception):
    return _page(request, "404", 404)


def forbidden(request, exception):
    return _page(request, "403", 403, reason=str(exception))


def bad_request(request, exception):
    return _page(request, "400", 400)


def broken(request):
    """Something failed, or the database is away, which passes: 500 or 503.

    Another system is told in its own protocol's words (`access/machine_door.py`).
    """
    is_away = isinstance(sys.exc_info()[1], (OperationalError, InterfaceError))
    status = 503 if is_away else 500
    tongue = getattr(getattr(request.resolver_match, "func", None), "tongue", None)
    if tongue is not None:
        answer = tongue(Fault(status, "Something broke here. It is noted, and asking again may help."))
    else:
        answer = render(request, f"errors/{status}.html", status=status)
    if is_away:
        answer["Retry-After"] = AWAY
    return answer


def csrf_failure(request, reason=""):
    """The form's token did not match, mostly because another login came between."""
    return _page(request, "csrf", 403)


def _page(request, name, status, **context):
    request.resolver_match = (
        None  # the help is the general one: where nothing is found, nothing tells addresses apart
    )
    return render(request, f"errors/{name}.html", context, status=status)
