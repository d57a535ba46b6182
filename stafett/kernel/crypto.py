"""Secrets at rest: values sealed under a ring of keys, and keyed fingerprints to find them again.

AES-256-GCM with a random 96-bit nonce, good for 2^32 values under one key. No error repeats a value or a key.
"""

import base64
import hashlib
import hmac
import json
import re
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_FORMAT = 1
_KEY_BYTES = 32
_NONCE_BYTES = 12
_KEY_ID = re.compile("[A-Za-z0-9_-]{1,32}")


class DecryptionFailed(Exception):
    """The token is damaged, was made for another context, or its key is another one."""


class UnknownKey(DecryptionFailed):
    """The token names a key that is not on the ring."""


class BadKeyRing(ValueError):
    """The setting is no ring of keys; the text says what is wrong and shows no key."""


class KeyRing:
    """Keys by id. The first seals, all of them open: put a new key first, rotate, then drop the old one.

    A token is: format (1 byte), length of key id (1), key id, nonce (12), ciphertext and tag (16).
    """

    def __init__(self, keys: dict[str, bytes]) -> None:
        """`keys`: id -> 32 bytes, the current key first. Raises `BadKeyRing`."""
        if not keys:
            raise BadKeyRing("the key ring is empty")
        for key_id, key in keys.items():
            _check_key(key_id, key)
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self.ids = tuple(keys)
        self.current_id = self.ids[0]

    @classmethod
    def from_setting(cls, text: str) -> "KeyRing":
        """Read a JSON object, `{"id": "key in base64", …}`, the current key first. Raises `BadKeyRing`."""
        try:
            pairs = json.loads(text, object_pairs_hook=_Pairs)
        except ValueError:
            raise BadKeyRing("the key ring is not JSON") from None
        if not isinstance(pairs, _Pairs):
            raise BadKeyRing("the key ring is not a JSON object of id and key")
        keys = {key_id: _decode_key(key) for key_id, key in pairs}
        if len(keys) != len(pairs):
            raise BadKeyRing("a key id stands twice")
        return cls(keys)

    def __repr__(self) -> str:
        return f"<KeyRing {', '.join(self._ciphers)}>"

    def encrypt(self, plaintext: bytes | str, *, context: bytes) -> bytes:
        """Seal `plaintext` (a str as UTF-8) under the current key; it opens only with the same `context`."""
        header = bytes([_FORMAT, len(self.current_id)]) + self.current_id.encode("ascii")
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = self._ciphers[self.current_id].encrypt(nonce, _as_bytes(plaintext), header + context)
        return header + nonce + sealed

    def decrypt(self, token: bytes | memoryview, *, context: bytes) -> bytes:
        """The bytes that were sealed. Raises `DecryptionFailed`, or its kind `UnknownKey`."""
        token = bytes(token)
        header, key_id = _header(token)
        if key_id not in self._ciphers:
            raise UnknownKey(f"no key {key_id!r} on the ring")
        nonce_end = len(header) + _NONCE_BYTES
        nonce, sealed = token[len(header) : nonce_end], token[nonce_end:]
        try:
            return self._ciphers[key_id].decrypt(nonce, sealed, header + context)
        except (InvalidTag, ValueError):  # ValueError: a nonce cut short
            raise DecryptionFailed("the token does not open") from None

    def needs_rotation(self, token: bytes | memoryview) -> bool:
        """Whether an older key than the current one sealed it. Raises `DecryptionFailed` when damaged."""
        return _header(bytes(token))[1] != self.current_id

    def rotate(self, token: bytes | memoryview, *, context: bytes) -> bytes:
        """The same content sealed anew under the current key. Raises as `decrypt`."""
        return self.encrypt(self.decrypt(token, context=context), context=context)


def new_key() -> str:
    """A fresh key in base64, as a ring's setting wants it."""
    return base64.b64encode(secrets.token_bytes(_KEY_BYTES)).decode("ascii")


def blind_index(value: str, *, key: bytes, context: str) -> bytes:
    """A fingerprint (32 bytes, HMAC-SHA-256) by which an encrypted value is found again.

    The same for the same value, key and context; the caller brings `value` to one spelling first. Raises
    ValueError for a key under 32 bytes.
    """
    if len(key) < _KEY_BYTES:
        raise ValueError("a blind index needs a key of at least 32 bytes")
    label = _as_bytes(context)
    # The length keeps context and value apart: ("ab", "c") and ("a", "bc") must not meet.
    message = len(label).to_bytes(4, "big") + label + _as_bytes(value)
    return hmac.digest(key, message, "sha256")


def sha256_hex(content: bytes | str) -> str:
    """SHA-256 as 64 hexadecimal digits; a str as UTF-8."""
    return hashlib.sha256(_as_bytes(content)).hexdigest()


def random_token() -> str:
    """A secret nobody can guess (256 bits), safe in an address."""
    return secrets.token_urlsafe(32)


class _Pairs(list[tuple[str, object]]):
    """A JSON object as it was written: order kept, a doubled name still seen."""


def _check_key(key_id: str, key: bytes) -> None:
    if not _KEY_ID.fullmatch(key_id):
        raise BadKeyRing("a key id is 1 to 32 letters, digits, hyphens or underscores")
    if len(key) != _KEY_BYTES:
        raise BadKeyRing(f"key {key_id!r} must be {_KEY_BYTES} bytes")


def _decode_key(key: object) -> bytes:
    try:
        return base64.b64decode(str(key), validate=True)
    except ValueError:
        raise BadKeyRing("every key on the ring must be in base64") from None


def _header(token: bytes) -> tuple[bytes, str]:
    """The token's header and the key id in it. Raises `DecryptionFailed` when it has none."""
    if len(token) < 2 or token[0] != _FORMAT:
        raise DecryptionFailed("the token has an unknown format")
    header = token[: 2 + token[1]]
    key_id = header[2:].decode("ascii", errors="replace")
    if len(header) != 2 + token[1] or not _KEY_ID.fullmatch(key_id):
        raise DecryptionFailed("the token names no key")
    return header, key_id


def _as_bytes(content: bytes | str) -> bytes:
    # An unpaired surrogate passes: the error would carry the secret it could not encode.
    return content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
