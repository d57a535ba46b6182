"""Pointers by SMS. Off until `STAFETT_SMS_URL` is set: https to a service that takes JSON, or file to a folder.

One shape of request, which the common services take directly or through a small gateway of the municipality's:
POST {"from": sender, "to": "+4790000000", "text": sentence} with a bearer token. Any 2xx is yes, 400, 404 and 422
a wrong number, everything else means later.
"""

import json
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import requests
from django.conf import settings

from stafett.kernel.ids import new_id
from stafett.messages.channels import wording
from stafett.messages.channels.outcome import NotNow, WrongAddress

TIMEOUT = 10  # seconds
_WRONG = {400, 404, 422}


def is_open() -> bool:
    """Whether there is a service to hand to."""
    return bool(settings.SMS_URL)


def port() -> "Service | Folder":
    """The adapter that the address asks for."""
    parts = urlsplit(settings.SMS_URL)
    if parts.scheme == "file":
        return Folder(Path(unquote(parts.path)))
    return Service(settings.SMS_URL, _token(settings.SMS_TOKEN_FILE), settings.SMS_SENDER)


class Service:
    """A service that takes JSON over HTTP."""

    def __init__(self, url: str, token: str, sender: str) -> None:
        self._url, self._token, self._sender = url, token, sender

    def point(self, address: str, *, lang: str) -> None:
        body = {"from": self._sender, "to": international(address), "text": wording.short(lang)}
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        try:
            answer = requests.post(
                self._url, json=body, headers=headers, timeout=TIMEOUT, allow_redirects=False
            )
        except requests.RequestException:
            raise NotNow from None
        if answer.status_code in _WRONG:
            raise WrongAddress
        if not 200 <= answer.status_code < 300:
            raise NotNow


class Folder:
    """Writes each SMS as a file, for trying things out; nothing leaves the machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def point(self, address: str, *, lang: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        words = {"to": international(address), "text": wording.short(lang)}
        (self._folder / f"{new_id()}.json").write_text(json.dumps(words), encoding="utf-8")


def international(number: str) -> str:
    """A number with its country, as +4790000000. Raises WrongAddress when it is no number.

    Source: E.164; a number without a country is Norwegian, which has eight digits.
    """
    digits = re.sub(r"[\s().-]", "", number)
    digits = "+" + digits[2:] if digits.startswith("00") else digits
    if re.fullmatch(r"[0-9]{8}", digits):
        return f"+47{digits}"
    if re.fullmatch(r"\+[0-9]{8,15}", digits):
        return digits
    raise WrongAddress


@cache
def _token(path: str) -> str:
    return Path(path).read_text(encoding="utf-8").strip() if path else ""
