"""Browser and system in words, from what browsers say of themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stafett.identity import devices

KNOWN = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0": ("Firefox", "Windows"),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0": ("Edge", "Windows"),
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36": ("Chrome", "Linux"),
    "Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36": ("Chrome", "ChromeOS"),
    "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130 Mobile Safari/537.36": ("Samsung Internet", "Android"),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15": ("Safari", "Mac"),
    "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1": ("Safari", "iPad"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/140 Safari/604.1": ("Chrome", "iPhone"),
    "curl/8": ("", ""),
    "": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize("told", KNOWN)
def test_browsers_are_known_by_what_they_say(told):
    assert devices.summary(told) == KNOWN[told]


@given(st.text(max_size=2000))
def test_any_text_gives_two_short_words(told):
    assert all(len(word) <= 20 for word in devices.summary(told))
