"""What every request passes: headers, who it may be, and the language. The door itself is access/guard.py."""

from django.conf import settings
from django.utils import translation

from stafett.audit import trail
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.ids import new_id
from stafett.web.events_address import events_origin

POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"


def headers(get_response):
    """Set the headers of every answer, errors and static files included (SEC-12)."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _policy(request))
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def visit(get_response):
    """Give the request an id, a day, and the login its cookie stands for. The guard turns that into an actor."""

    def middleware(request):
        trail.request_id.set(new_id())
        request.now = clock.now()
        request.today = today_in_norway(request.now)
        request.actor = None
        request.login = _login(request)
        return get_response(request)

    return middleware


def language(get_response):
    """Show texts in the language the browser asks for, until the guard knows the person's own."""

    def middleware(request):
        wanted = translation.get_language_from_request(request)
        with translation.override(wanted if wanted in ("nb", "nn", "en") else "nb"):
            return get_response(request)

    return middleware


def _policy(request):
    events = events_origin(request)
    return f"{POLICY}; connect-src 'self' {events}" if events else POLICY


def _login(request):
    token = request.COOKIES.get(settings.LOGIN_COOKIE)
    return sessions.find(token, now=request.now) if token else None
