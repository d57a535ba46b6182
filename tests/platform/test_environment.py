"""What the Django side is told: pages get no more than they need, and the operator's word wins."""

import pytest
from psycopg.conninfo import conninfo_to_dict

from stafett.platform import environment
from stafett.platform.connection import Urls, url
from stafett.platform.faults import PlatformError
from stafett.platform.local_secrets import LocalSecrets

URLS = Urls(app="postgresql://app", owner="postgresql://owner", admin="postgresql://admin")
SECRETS = LocalSecrets("superuser", "owner-word", "app-word", "secret", '{"a": "b"}', "index")


def test_pages_get_the_app_s_address_and_neither_owner_nor_superuser(monkeypatch):
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://owner")

    values = environment.for_pages(URLS, SECRETS, demo=True)

    assert values["DATABASE_URL"] == URLS.app
    assert values["STAFETT_DEMO"] == "1"
    assert not {URLS.owner, URLS.admin} & set(values.values())


def test_migrations_run_as_the_owner():
    values = environment.for_migrations(URLS, SECRETS, demo=False)

    assert (values["DATABASE_URL"], values["DATABASE_OWNER_URL"]) == (URLS.owner, URLS.owner)
    assert values["STAFETT_DEMO"] == "0"


def test_what_the_operator_has_set_wins(monkeypatch):
    monkeypatch.setenv("STAFETT_SECRET_KEY", "theirs")
    monkeypatch.setenv("STAFETT_ALLOWED_HOSTS", "stafett.example.org")

    values = environment.for_pages(URLS, SECRETS, demo=False, hosts="localhost")

    assert values["STAFETT_SECRET_KEY"] == "theirs"
    assert values["STAFETT_ALLOWED_HOSTS"] == "stafett.example.org"


def test_an_outside_database_without_keys_is_refused_by_name():
    with pytest.raises(PlatformError, match="STAFETT_SECRET_KEY, STAFETT_KEY_RING, STAFETT_INDEX_KEY"):
        environment.for_pages(URLS, None, demo=False)


def test_an_address_quotes_what_would_break_it():
    for host in ("127.0.0.1", "/run/My Folder+1"):
        parts = conninfo_to_dict(url("me", "a/b@c:d?e", host=host, port=5, database="d e"))

        expected = {"user": "me", "password": "a/b@c:d?e", "host": host, "port": "5", "dbname": "d e"}
        assert parts == expected
