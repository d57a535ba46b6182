"""Logging in and out. In the demo one becomes one of its invented people; elsewhere no such way exists."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.demo import doors
from stafett.identity import sessions
from stafett.kernel.ids import parse_id


@page(Action.LOG_IN, public=True, read=False, limit="login")
def log_in(request):
    """The people one may be in the demo, and what each of them shows."""
    onward = {"next": _safe(request, request.GET.get("next"))}
    if not settings.DEMO:
        return render(request, "overview/no_login.html", onward)
    return render(request, "overview/demo_login.html", {"places": doors.places(), **onward})


@page(Action.LOG_IN, public=True, methods=("POST",), read=False, limit="login")
def demo_login(request):
    """Become one of the demo's people."""
    chosen = parse_id(request.POST.get("person", ""))
    door = doors.find(chosen) if settings.DEMO and chosen else None
    if door is None:
        raise Http404
    sessions.end(request.COOKIES.get(settings.LOGIN_COOKIE, ""))
    token = sessions.start(
        municipality_id=door.municipality_id, person_id=door.id, method="demo", now=request.now
    )
    response = redirect(_safe(request, request.POST.get("next")) or reverse("start"))
    response.set_cookie(
        settings.LOGIN_COOKIE, token, httponly=True, secure=settings.BEHIND_TLS, samesite="Lax", path="/"
    )
    return response


@page(Action.LOG_IN, public=True, methods=("POST",), read=False)
def log_out(request):
    """End this login; works for everybody, also for those who may see nothing (OIDC-08)."""
    sessions.end(request.COOKIES.get(settings.LOGIN_COOKIE, ""))
    response = redirect("start")
    response.delete_cookie(settings.LOGIN_COOKIE)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _safe(request, onward):
    """A path on this site to go on to, or None."""
    is_safe = onward and url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()})
    return onward if is_safe and onward.startswith("/") else None
