"""Our own key towards a provider: signs that we are who we are. It never leaves this module but as a signature."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc7523 import PrivateKeyJWT, private_key_jwt_sign
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import RSAKey
from joserfc.util import to_str, urlsafe_b64encode

SIGNED_FOR = 120  # seconds (OIDC-04)
SMALLEST_KEY = 2048


class BadKey(ValueError):
    """The file holds no key we can use. The text says why, and shows nothing of it."""


@dataclass(frozen=True)
class ClientKey:
    """How we show who we are at the provider's token address: by a signature, or (where accepted) a secret."""

    client_id: str
    audience: str  # the provider's issuer
    header: dict = field(default_factory=dict)  # what tells the provider which of our keys it is
    key: RSAKey | None = field(default=None, repr=False)
    secret: str = field(default="", repr=False)
    expires_at: datetime | None = None  # when a certificate says so itself

    @property
    def is_signed(self) -> bool:
        return self.key is not None

    def method(self):
        """What Authlib takes as the way to authenticate a client."""
        return _ShortAssertion(self) if self.is_signed else "client_secret_post"


class _ShortAssertion(PrivateKeyJWT):
    """private_key_jwt for two minutes, with a fresh id each time and the key's own name (OIDC-04)."""

    def __init__(self, own: ClientKey) -> None:
        super().__init__()
        self._own = own

    def sign(self, auth: ClientAuth, token_endpoint: str) -> str:
        """The signed assertion. It is for the issuer, whatever address it is sent to."""
        own = self._own
        return private_key_jwt_sign(
            own.key, own.client_id, own.audience, header=dict(own.header), expires_in=SIGNED_FOR
        )


def signing(path: Path, *, client_id: str, audience: str, key_id: str, certificate: Path | None) -> ClientKey:
    """Read a private RSA key in PEM, and the certificate that names it where the provider asks for one.

    Raises BadKey.
    """
    try:
        key = RSAKey.import_key(path.read_bytes())
    except OSError:
        raise BadKey(f"{path} cannot be read.") from None
    except (JoseError, ValueError, TypeError):
        raise BadKey(f"{path} holds no RSA key in PEM without a password.") from None
    except SecurityWarning:  # where warnings are errors
        raise BadKey(f"The key in {path} is shorter than {SMALLEST_KEY} bits.") from None
    if not key.is_private:
        raise BadKey(f"{path} holds a public key; the private one is needed.")
    if key.private_key.key_size < SMALLEST_KEY:
        raise BadKey(f"The key in {path} is shorter than {SMALLEST_KEY} bits.")
    if certificate is None:
        return ClientKey(client_id, audience, {"kid": key_id}, key)
    mark, ends = _certificate(certificate)
    return ClientKey(client_id, audience, {"x5t#S256": mark}, key, expires_at=ends)


def secret(path: Path, *, client_id: str, audience: str) -> ClientKey:
    """Read a client secret. Raises BadKey."""
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BadKey(f"{path} cannot be read.") from None
    if not text:
        raise BadKey(f"{path} is empty.")
    return ClientKey(client_id, audience, secret=text)


def _certificate(path: Path) -> tuple[str, datetime]:
    try:
        read = x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        raise BadKey(f"{path} holds no certificate in PEM.") from None
    return to_str(urlsafe_b64encode(read.fingerprint(SHA256()))), read.not_valid_after_utc.astimezone(UTC)
