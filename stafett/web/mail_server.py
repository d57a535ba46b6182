"""The mail server from one setting: `smtp://user:password@host:587`, `smtps://…:465`, or `file:///folder` to try out."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_BACKENDS = "django.core.mail.backends"
_PORTS = {"smtp": 587, "smtps": 465}
_LOCAL = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class MailServer:
    """What Django wants to know of it."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    use_ssl: bool = False
    use_tls: bool = False
    folder: str = ""


def parse(url: str) -> MailServer:
    """The mail server; without an address one that sends nothing. smtp means STARTTLS except on this machine.

    Raises ImproperlyConfigured, which never quotes the address: it may hold a password.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("STAFETT_EMAIL_URL is not an address that can be read.") from None
    if not url:
        return MailServer(f"{_BACKENDS}.dummy.EmailBackend")
    if parts.scheme == "file":
        return MailServer(f"{_BACKENDS}.filebased.EmailBackend", folder=unquote(parts.path))
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ImproperlyConfigured("STAFETT_EMAIL_URL must begin with smtp://, smtps:// or file:///.")
    return MailServer(
        f"{_BACKENDS}.smtp.EmailBackend",
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_ssl=parts.scheme == "smtps",
        use_tls=parts.scheme == "smtp" and parts.hostname not in _LOCAL,
    )
