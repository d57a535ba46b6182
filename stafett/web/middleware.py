"""What every request passes: headers, who it may be, and the language. The door itself is access/guard.py."""

from django.conf import settings
from django.utils import translation

from stafett.audit import trail
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import today_in_norway
from stafett.kernel.ids import new_id
from stafett.kernel.safe_headers import EVERY_ANSWER, OVER_TLS, page_policy
from stafett.web.events_address import events_origin

KEPT_BY_BROWSERS = (200, 206, 304)


def headers(get_response):
    """Set the headers of every answer, errors, redirects and static files included (SEC-12). Outermost of all.

    A view may have set a header of its own before; that stands.
    """

    def middleware(request):
        response = get_response(request)
        for name, value in _wanted(request, response):
            response.headers.setdefault(name, value)
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
        handed = trail.at_the_table.set(bool(request.login and request.login.handed_log_id))
        try:
            return get_response(request)
        finally:
            trail.at_the_table.reset(handed)

    return middleware


def language(get_response):
    """Show texts in the language the browser asks for, until the guard knows the person's own."""

    def middleware(request):
        wanted = translation.get_language_from_request(request)
        with translation.override(wanted if wanted in ("nb", "nn", "en") else "nb"):
            return get_response(request)

    return middleware


def _wanted(request, response):
    yield from EVERY_ANSWER.items()
    if settings.BEHIND_TLS and request.is_secure():
        yield from OVER_TLS.items()
    yield "Content-Security-Policy", page_policy(events=events_origin(request))
    is_file = request.path.startswith(settings.STATIC_URL) and response.status_code in KEPT_BY_BROWSERS
    if not is_file:
        yield "Cache-Control", "no-store"


def _login(request):
    token = request.COOKIES.get(settings.LOGIN_COOKIE)
    return sessions.find(token, now=request.now) if token else None
