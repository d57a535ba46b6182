"""What every answer tells browsers to keep them safe, whatever kind of answer it is and whoever gives it (SEC-12)."""

from collections.abc import Iterable

EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # not "no-referrer": ADR 0017
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
OVER_TLS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload"}
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"


def page_policy(*, events: str = "", forms: Iterable[str] = ()) -> str:
    """The Content-Security-Policy of a page: our own files and nothing else, nothing written into the page itself.

    `events` is the origin of the event process when it has another than the page's, else empty; `forms` are other
    origins that the page's forms may be sent to.
    """
    own = " ".join(f"{kind}-src 'self';" for kind in ("script", "style", "img", "font", "manifest"))
    telling = f"'self' {events}" if events else "'self'"
    targets = " ".join(("'self'", *forms))
    return (
        f"default-src 'none'; {own} connect-src {telling}; object-src 'none'; base-uri 'none'; "
        f"form-action {targets}; frame-ancestors 'none'"
    )
