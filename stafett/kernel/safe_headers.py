"""What every answer tells browsers to keep them safe, whatever kind of answer it is and whoever gives it (SEC-12)."""

EVERY_ANSWER = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # not "no-referrer": ADR 0017
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
OVER_TLS = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload"}
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"


def page_policy(*, events: str = "") -> str:
    """The Content-Security-Policy of a page: our own files and nothing else, nothing written into the page itself.

    `events` is the origin of the event process when it has another than the page's, else empty.
    """
    own = " ".join(f"{kind}-src 'self';" for kind in ("script", "style", "img", "font", "manifest"))
    telling = f"'self' {events}" if events else "'self'"
    return (
        f"default-src 'none'; {own} connect-src {telling}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
