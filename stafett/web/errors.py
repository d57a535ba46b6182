"""Error pages: a clear sentence, no hint that a forbidden thing exists, nothing of the error's inside."""

from django.shortcuts import render

from stafett.kernel.protocol import Fault


def not_found(request, exception):
    return _page(request, "404", 404)


def forbidden(request, exception):
    return _page(request, "403", 403, reason=str(exception))


def bad_request(request, exception):
    return _page(request, "400", 400)


def broken(request):
    """Another system is told in its own protocol's words (`access/machine_door.py`)."""
    tongue = getattr(getattr(request.resolver_match, "func", None), "tongue", None)
    if tongue is not None:
        return tongue(Fault(500, "Something broke here. It is noted, and asking again may help."))
    return render(request, "errors/500.html", status=500)


def csrf_failure(request, reason=""):
    """The form's token did not match, mostly because another login came between."""
    return _page(request, "csrf", 403)


def _page(request, name, status, **context):
    request.resolver_match = (
        None  # the help is the general one: where nothing is found, nothing tells addresses apart
    )
    return render(request, f"errors/{name}.html", context, status=status)
