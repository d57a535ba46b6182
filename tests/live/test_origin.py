"""Which pages may read a stream."""

import pytest

from stafett.live import origin


@pytest.mark.parametrize(
    ("asks", "host", "may"),
    [
        ("", "localhost:4567", True),
        ("http://localhost:8000", "localhost:4567", True),
        ("https://localhost", "localhost", True),
        ("http://LOCALHOST:8000", "localhost:4567", True),
        ("http://[::1]:8000", "[::1]:4567", True),
        ("http://127.0.0.1:8000", "localhost:4567", False),
        ("https://example.org", "localhost:4567", False),
        ("http://localhost.example.org", "localhost:4567", False),
        ("http://localhost@example.org", "localhost:4567", False),
        ("file://localhost", "localhost:4567", False),
        ("http://[", "localhost:4567", False),
        ("null", "localhost:4567", False),
        ("", "example.org", False),
        ("http://example.org", "example.org", False),
        ("", "", False),
        ("", "x y", False),
    ],
)
def test_only_pages_of_the_same_and_an_allowed_host(asks, host, may):
    assert origin.is_ours(asks, host) is may
