"""Somebody who is logged in and visits pages: over the wire, or inside this process."""

import http.client
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Protocol, Self
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client

PATIENCE = 30.0
IDLE = 2.0  # seconds; servers close what lies idle


@dataclass(frozen=True)
class Answer:
    """What came back. `headers` as they were sent, `body` as it was sent (compressed or not)."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def size(self) -> int:
        """Bytes of headers and body."""
        return sum(len(name) + len(value) + 4 for name, value in self.headers) + len(self.body)


class Visitor(Protocol):
    """Gets pages and posts forms with the cookies of one login."""

    def get(self, path: str, *, encodings: str = "") -> Answer: ...
    def post(self, path: str, fields: dict[str, str]) -> Answer: ...


@dataclass
class OverTheWire:
    """One connection that is kept alive, as a browser keeps it; opened anew when the server may have closed it meanwhile."""

    port: int
    token: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self._used_at = time.monotonic()
        self.cookies[settings.LOGIN_COOKIE] = self.token

    def get(self, path: str, *, encodings: str = "") -> Answer:
        """Fetch a page. `encodings` is what Accept-Encoding says."""
        return self._ask("GET", path, headers={"Accept-Encoding": encodings or "identity"})

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form. A redirect is not followed."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, body=urlencode(fields), headers=kind)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._connection.close()

    def _ask(self, method: str, path: str, *, headers: dict[str, str], body: str | None = None) -> Answer:
        if time.monotonic() - self._used_at > IDLE:
            self._connection.close()
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self._connection.request(method, path, body=body, headers={"Cookie": cookie, **headers})
        response = self._connection.getresponse()
        answer = Answer(response.status, response.getheaders(), response.read())
        self._used_at = time.monotonic()
        for value in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(value).items()}
        return answer


class InProcess:
    """The same without a server: for counting queries."""

    def __init__(self, token: str) -> None:
        self._client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
        self._client.cookies[settings.LOGIN_COOKIE] = token

    def get(self, path: str, *, encodings: str = "") -> Answer:
        """Fetch a page."""
        return _answer(self._client.get(path, headers={"Accept-Encoding": encodings or "identity"}))

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form."""
        return _answer(self._client.post(path, fields))


class HiddenFields(HTMLParser):
    """The hidden fields of a page's forms, by name."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden" and given.get("name"):
            self.found[str(given["name"])] = given.get("value") or ""


class Parts(HTMLParser):
    """Addresses of what a browser fetches along with a page: styles, scripts, fonts, icons, pictures."""

    FETCHED = ("stylesheet", "preload", "icon")

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._seen: dict[str, None] = {}
        self.feed(page.decode())

    @property
    def found(self) -> list[str]:
        return list(self._seen)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get("src") if tag in ("script", "img") else None
        if tag == "use" or (tag == "link" and given.get("rel") in self.FETCHED):
            address = given.get("href")
        if address and not address.startswith(("#", "data:")):
            self._seen[address.partition("#")[0]] = None


def _answer(response) -> Answer:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return Answer(response.status_code, list(response.items()), body)
