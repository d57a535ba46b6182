"""An installation's own secrets are made once, differ from everyone else's, and are for its user only."""

import base64
import json

from stafett.platform.local_secrets import load_or_make


def test_secrets_are_made_once_and_read_afterwards(tmp_path):
    assert load_or_make(tmp_path) == load_or_make(tmp_path)
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_two_installations_share_no_secret(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    one, other = load_or_make(tmp_path / "a"), load_or_make(tmp_path / "b")

    assert not set(vars(one).values()) & set(vars(other).values())


def test_keys_are_256_bits_in_the_form_the_settings_read(tmp_path):
    secrets = load_or_make(tmp_path)

    (key,) = json.loads(secrets.key_ring).values()
    assert len(base64.b64decode(key)) == len(base64.b64decode(secrets.index_key)) == 32
