"""Pages in these tests need no built styles; and providers that run beside them."""

import pytest
from joserfc.jwk import RSAKey

from stafett.identity.oidc import metadata, providers
from tests.identity import child_provider, own_issuer
from tests.identity.own_issuer import CLIENT
from tests.identity.walking import SITE
from tests.web.visiting import plain_styles

__all__ = ["plain_styles"]


@pytest.fixture(scope="package")
def child():
    """A provider like ID-porten, in a process of its own."""
    with child_provider.running(SITE) as started:
        yield started


@pytest.fixture
def provider(child, settings):
    """The same, as the one this installation logs in with."""
    settings.LOGIN_FILE = str(child.login_file)
    yield child
    forget_providers()


@pytest.fixture(scope="session")
def client_key():
    """Our own key in PEM, as text of bytes."""
    return RSAKey.generate_key(2048).as_pem(private=True)


@pytest.fixture
def issuer(settings, login_file):
    """An issuer whose keys the test holds, as the one this installation logs in with, in every municipality."""
    with own_issuer.running() as started:
        settings.LOGIN_FILE = login_file(entry(started.address))
        yield started
    forget_providers()


@pytest.fixture
def login_file(tmp_path, client_key):
    """Writes a login file with these entries; gives its path as text."""

    def write(*entries, site=SITE):
        (tmp_path / "key.pem").write_bytes(client_key)
        path = tmp_path / "login.toml"
        path.write_text("\n".join([f'site = "{site}"', *entries]), encoding="utf-8")
        return str(path)

    yield write
    forget_providers()


def entry(address, *, key="proveporten", profile="id-porten", client=CLIENT, **more):
    """One provider in a login file; `more` as TOML."""
    lines = {
        "key": f'"{key}"', "profile": f'"{profile}"', "issuer": f'"{address}"', "client_id": f'"{client}"',
        "private_key_file": '"key.pem"', "key_id": '"ours-1"', "test": "true", "key_expires_on": "2099-01-01",
    } | more  # fmt: skip
    return "\n".join(["[[provider]]", *(f"{name} = {value}" for name, value in lines.items() if value)])


def forget_providers():
    """Let nothing known of providers outlive a test."""
    metadata.issuer.cache_clear()
    providers._configured.cache_clear()
