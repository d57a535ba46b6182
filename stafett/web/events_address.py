"""Where the pages of this request find the event process."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http.request import HttpRequest, split_domain_port

LOOPBACK = ("localhost", "127.0.0.1")


def events_origin(request: HttpRequest) -> str:
    """Scheme, host and port, without a slash at the end; empty when the process answers under the site's own address.

    That is how it is behind a reverse proxy. Without one (the demo) it is reached on a port of its own, by a browser
    on the same machine.
    """
    if settings.EVENTS_URL or settings.BEHIND_TLS or not settings.EVENTS_PORT:
        return str(settings.EVENTS_URL).rstrip("/")
    try:
        name, _port = split_domain_port(request.get_host())
    except DisallowedHost:
        return ""
    return f"http://{name}:{settings.EVENTS_PORT}" if name in LOOPBACK else ""
