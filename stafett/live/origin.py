"""Who may read a stream in a browser: pages of this very host, also on another port (the demo's)."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host


def is_ours(origin: str, host: str) -> bool:
    """Whether a request with these headers (text, empty when missing) comes from a page of this site.

    A browser leaves Origin out when page and stream share scheme, host and port. Ports are free to differ, because
    cookies know none either.
    """
    name, _port = split_domain_port(host)
    if not validate_host(name, settings.ALLOWED_HOSTS):
        return False
    return not origin or _hostname(origin) == name.strip("[]")


def _hostname(origin: str) -> str | None:
    try:
        parts = urlsplit(origin)
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
