"""Logging out: by oneself, and when the provider says so, in the browser or behind the scenes."""

import logging

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.identity import leaving, operations, queries, sessions
from stafett.identity.enums import Way
from stafett.identity.oidc.metadata import Unreachable
from stafett.kernel.safe_headers import page_policy
from stafett.kernel.verdict import Refused
from stafett.register.tenancy import within

log = logging.getLogger(__name__)


@page(Action.LOG_IN, public=True, methods=("POST",), read=False, threshold=True, at_the_table=True)
def log_out(request):
    """End this login, or all of the person's; works for everybody, also for those who may see nothing (OIDC-08)."""
    session = sessions.held_by(request.COOKIES.get(settings.LOGIN_COOKIE))
    farewell = leaving.farewell(session) if session else None
    if session and "overalt" in request.POST and request.login and not session.handed_log_id:
        _end_all(request)
    elif session:
        operations.log_out(session, way=Way.OWN, now=request.now)
    if farewell is None:
        return _forgotten(redirect("logged_out" if session and session.issuer else "start"))
    response = render(request, "overview/farewell.html", {"farewell": farewell})
    response["Content-Security-Policy"] = page_policy(forms=farewell.origins)
    return _forgotten(response)


@page(Action.LOG_IN, public=True, read=False, threshold=True, at_the_table=True)
def logged_out(request):
    """Where the provider sends people when they have logged out there."""
    return render(request, "overview/logged_out.html")


@page(Action.LOG_IN, public=True, read=False, threshold=True, limit="logout_notice", at_the_table=True)
def front_channel_logout(request):
    """A provider's page holds this in a frame, without our cookie: end the logins of that session (OIDC-06)."""
    origins = leaving.end_by_frame(request.GET.get("iss", ""), request.GET.get("sid", ""), now=request.now)
    response = HttpResponse("", content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    framed_by = " ".join(origins) or "'none'"
    response["Content-Security-Policy"] = f"default-src 'none'; frame-ancestors {framed_by}"
    response.xframe_options_exempt = bool(origins)
    return response


@csrf_exempt
@page(
    Action.LOG_IN,
    public=True,
    methods=("POST",),
    read=False,
    threshold=True,
    limit="logout_notice",
    at_the_table=True,
)
def back_channel_logout(request):
    """A provider tells us to end logins: one signed message (OIDC-07). The answer says nothing of what was ended."""
    try:
        leaving.end_by_message(request.POST.get("logout_token", ""), now=request.now)
    except Refused as refused:
        log.warning("logout message refused: %s", refused.refusal.value)
        return HttpResponse(status=400)
    except Unreachable as silent:
        log.error("logout message: %s", silent)
        return HttpResponse(status=503)
    return HttpResponse(status=200)


def _end_all(request):
    login = request.login
    with within(login.municipality_id, actor_id=login.person_id):
        actor = sessions.actor_of(login.person_id, today=request.today)
        found = queries.open_sessions(actor, now=request.now) if actor else []
    operations.log_out_many(found, way=Way.EVERYWHERE, now=request.now)
    operations.log_out(login, way=Way.EVERYWHERE, now=request.now)


def _forgotten(response):
    """Let the browser forget the login and what it kept of the pages."""
    response.delete_cookie(settings.LOGIN_COOKIE)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
