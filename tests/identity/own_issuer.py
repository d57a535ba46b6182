"""An issuer whose keys the test holds itself, so that it can sign whatever a real provider never would."""

import base64
import contextlib
import hmac
import json
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from joserfc import jwt
from joserfc.jwk import RSAKey

from stafett.demo import cast

CLIENT = "stafett"
LEVEL = "idporten-loa-high"


class OwnIssuer:
    """What it says of itself, the keys it shows, and the token it gives for the next code."""

    def __init__(self, address):
        self.address = address
        self.key = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"})
        self.shown_keys = [self.key]
        self.metadata = {
            "issuer": address,
            "authorization_endpoint": f"{address}/auth",
            "token_endpoint": f"{address}/token",
            "jwks_uri": f"{address}/jwks",
            "end_session_endpoint": f"{address}/end",
            "acr_values_supported": [LEVEL],
        }
        self.next_token, self.asked, self.forms, self.status = None, Counter(), [], 200

    def claims(self, for_nonce, **changed):
        """The claims of a good id_token, some of them changed; None takes one away."""
        now = int(time.time())
        told = {
            "iss": self.address, "aud": CLIENT, "sub": "sub-1", "nonce": for_nonce, "iat": now, "exp": now + 120,
            "auth_time": now, "acr": LEVEL, "amr": ["BankID"], "sid": "sid-1",
            "pid": cast.person("fatima").number.digits,
        } | changed  # fmt: skip
        return {name: value for name, value in told.items() if value is not None}

    def signed(self, claims, *, header=None, key=None):
        """A token with these claims; signed by the issuer's own key unless told otherwise."""
        header = {"alg": "RS256", "kid": "k1"} | (header or {})
        return jwt.encode(header, claims, key or self.key, algorithms=["RS256"])

    def logout_token(self, *, header=None, key=None, **changed):
        """A logout token, some of its claims changed; None takes one away."""
        now = int(time.time())
        told = {
            "iss": self.address, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": f"jti-{time.time_ns()}",
            "sid": "sid-1", "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
        } | changed  # fmt: skip
        claims = {name: value for name, value in told.items() if value is not None}
        return self.signed(claims, header={"typ": "logout+jwt"} | (header or {}), key=key)

    def unsigned(self, claims):
        """A token of the kind `none`."""
        return f"{_part({'alg': 'none', 'kid': 'k1'})}.{_part(claims)}."

    def signed_with_the_public_key(self, claims):
        """The oldest trick: HMAC with the text of the public key."""
        signed = f"{_part({'alg': 'HS256', 'kid': 'k1'})}.{_part(claims)}"
        return f"{signed}.{_text(hmac.digest(self.key.as_pem(private=False), signed.encode(), 'sha256'))}"

    def answer(self, method, path, body):
        """(status, what is answered) for a request."""
        self.asked[path] += 1
        if self.status != 200:
            return self.status, {}
        if path == "/.well-known/openid-configuration":
            return 200, self.metadata
        if path == "/jwks":
            return 200, {"keys": [key.as_dict(private=False) for key in self.shown_keys]}
        if method == "POST":
            self.forms.append({name: values[0] for name, values in parse_qs(body).items()})
        if path == "/par":
            return 201, {"request_uri": "urn:pushed:1", "expires_in": 60}
        if path == "/token" and self.next_token is not None:
            token, self.next_token = self.next_token, None
            return 200, {"access_token": "x", "token_type": "Bearer", "id_token": token}
        return 400, {"error": "invalid_grant"}


@contextlib.contextmanager
def running():
    """An issuer for as long as the block lasts. Gives an OwnIssuer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.issuer = OwnIssuer(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    """Passes requests on to the issuer."""

    def do_GET(self):
        self._reply("GET", "")

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        self._reply("POST", self.rfile.read(length).decode())

    def _reply(self, method, body):
        status, told = self.server.issuer.answer(method, self.path, body)
        content = json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words):
        """Nothing on the test's own output."""


def _part(told):
    return _text(json.dumps(told).encode())


def _text(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
