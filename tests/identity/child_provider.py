"""Starts the provider in `provider/provider.mjs` as a process of its own, and writes the login file that fits it."""

import contextlib
import json
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import requests
from joserfc.jwk import RSAKey

from stafett.demo import cast
from stafett.kernel.personal_number import synthetic
from stafett.web.build_assets import find_node

PROGRAM = Path(__file__).parent / "provider" / "provider.mjs"
PEOPLE = ("fatima", "bente", "kari", "oddny", "omar")
STRANGER = "a stranger"  # known in no municipality
WEAK = "a weak login"
WITHOUT_NUMBER = "a foreigner"
TEST_USER = "a test user"
CLIENT = "stafett"


@dataclass(frozen=True)
class ChildProvider:
    """A provider that runs: where, and the login file for a site at `site`."""

    issuer: str
    login_file: Path
    key_file: Path

    def asked(self) -> list[str]:
        """Every request it has had, as "METHOD /path"."""
        return requests.get(f"{self.issuer}/styr/liste", timeout=5).json()["asked"]

    def roll_key(self) -> str:
        """Change its signing key; gives the new one's name. Its own sessions are forgotten."""
        return requests.get(f"{self.issuer}/styr/roll", timeout=5).json()["kid"]


@contextlib.contextmanager
def running(site: str, *, par: bool = False, back_channel: str = ""):
    """A provider for as long as the block lasts; it tells `back_channel` of logouts. Gives a ChildProvider."""
    with tempfile.TemporaryDirectory() as name:
        folder, key = Path(name), RSAKey.generate_key(2048, {"kid": "ours-1", "use": "sig"})
        told = {
            "par": par,
            "people": _people(),
            "clients": [_client(site, key, back_channel or f"{site}/logg-ut/melding/")],
        }
        (folder / "provider.json").write_text(json.dumps(told), encoding="utf-8")
        process = subprocess.Popen(
            [*find_node().node, str(PROGRAM), str(folder / "provider.json")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        try:
            issuer = process.stdout.readline().strip()
            assert issuer, "the provider did not start"
            yield ChildProvider(issuer, *_write_files(folder, issuer, site, key))
        finally:
            process.terminate()
            process.wait(10)
            process.stdin.close()
            process.stdout.close()


def _write_files(folder, issuer, site, key):
    key_file, login_file = folder / "key.pem", folder / "login.toml"
    key_file.write_bytes(key.as_pem(private=True))
    login_file.write_text(
        f'site = "{site}"\n'
        '[[provider]]\nkey = "proveporten"\nprofile = "id-porten"\nlabel = "Prøveporten"\n'
        f'issuer = "{issuer}"\ntest = true\nclient_id = "{CLIENT}"\n'
        'private_key_file = "key.pem"\nkey_id = "ours-1"\nkey_expires_on = 2099-01-01\n',
        encoding="utf-8",
    )
    return login_file, key_file


def _client(site, key, back_channel):
    return {
        "client_id": CLIENT,
        "redirect_uris": [f"{site}/logg-inn/proveporten/tilbake/"],
        "post_logout_redirect_uris": [f"{site}/logg-ut/ferdig/"],
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "RS256",
        "subject_type": "pairwise",
        "jwks": {"keys": [key.as_dict(private=False)]},
        "backchannel_logout_uri": back_channel,
        "backchannel_logout_session_required": True,
    }


def _people():
    known = {name: {"pid": cast.person(name).number.digits} for name in PEOPLE}
    fatima = cast.person("fatima").number.digits
    return known | {
        STRANGER: {
            "pid": next(filter(None, (synthetic(date(1971, 2, 3), n) for n in range(90, 100)))).digits
        },
        WEAK: {"pid": fatima, "acr": "idporten-loa-substantial"},
        WITHOUT_NUMBER: {},
        TEST_USER: {"pid": fatima, "amr": "TestID"},
    }
