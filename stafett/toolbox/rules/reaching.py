"""Addresses that people may be sent to, and that a service can be reached."""

import re
from urllib.parse import urlsplit

from stafett.kernel.verdict import YES, Verdict, no
from stafett.toolbox.enums import Refusal

_HOST = re.compile(r"(?=.{4,253}$)[a-z0-9æøåäöđŋšŧžáčéó](?:[-a-z0-9.æøåäöđŋšŧžáčéó]*)\.[a-z]{2,}")


def may_link(address: str) -> Verdict:
    """A link is a whole https address to a named place, without a user in it: nothing that runs, and no bare number.

    Source: S003-15, SEC-12.
    """
    try:
        parts = urlsplit(address)
        host, user = parts.hostname or "", parts.username
        _ = parts.port
    except ValueError:
        return no(Refusal.NOT_AN_ADDRESS)
    is_whole = parts.scheme == "https" and _HOST.fullmatch(host) and user is None
    is_clean = not re.search(r"[\s<>\"'\\^`{|}\x00-\x1f]", address)
    return YES if is_whole and is_clean else no(Refusal.NOT_AN_ADDRESS)


def may_show_service(*, phone: str, email: str, link: str, how: str) -> Verdict:
    """A service in the directory can be reached in at least one way.

    Source: W-07, W-08.
    """
    return YES if any(part.strip() for part in (phone, email, link, how)) else no(Refusal.NO_WAY_TO_REACH)
