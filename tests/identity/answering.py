"""Begins a login with the test's own issuer, and comes back with whatever answer the test wants."""

from urllib.parse import parse_qs, urlencode, urlsplit

from tests.web.visiting import Visitor

BEGIN = "/logg-inn/proveporten/"


def begin(issuer, visitor=None, **query):
    """Set out; gives (visitor, the authorization request as it was asked)."""
    visitor = visitor or Visitor(SERVER_NAME="localhost")
    away = visitor.get(BEGIN, query)
    assert away.status_code == 302, away.content.decode()
    asked = {name: values[0] for name, values in parse_qs(urlsplit(away["Location"]).query).items()}
    return visitor, asked


def come_back(visitor, **answer):
    """Our answer to a browser that comes back with this in the address."""
    return visitor.get(f"{BEGIN}tilbake/?{urlencode(answer)}")


def log_in(issuer, visitor=None, *, query=None, header=None, **changed):
    """A whole login where the id_token's claims are changed; gives (visitor, answer)."""
    visitor, asked = begin(issuer, visitor, **(query or {}))
    issuer.next_token = issuer.signed(issuer.claims(asked["nonce"], **changed), header=header)
    return visitor, come_back(visitor, state=asked["state"], code="code-1", iss=issuer.address)
