"""Browser and system in two words, so that people know their own logins again; nothing finer is kept."""

import re

# In this order: most of them also call themselves Chrome, and Chrome calls itself Safari.
_BROWSERS = (
    ("Edge", re.compile(r"Edg(?:e|A|iOS)?/")),
    ("Opera", re.compile(r"OPR/|Opera")),
    ("Samsung Internet", re.compile(r"SamsungBrowser/")),
    ("Firefox", re.compile(r"Firefox/|FxiOS/")),
    ("Chrome", re.compile(r"Chrome/|CriOS/|Chromium/")),
    ("Safari", re.compile(r"Safari/")),
)
_SYSTEMS = (
    ("iPad", re.compile(r"iPad")),
    ("iPhone", re.compile(r"iPhone|iPod")),
    ("Android", re.compile(r"Android")),
    ("Windows", re.compile(r"Windows")),
    ("ChromeOS", re.compile(r"CrOS")),
    ("Mac", re.compile(r"Mac OS X|Macintosh")),
    ("Linux", re.compile(r"Linux|X11")),
)
LONGEST_READ = 500


def summary(user_agent: str) -> tuple[str, str]:
    """(browser, system) as people know them, from the header of that name; empty texts where it does not say.

    Source: ours; ASVS 7.5.2 wants people to see their own sessions.
    """
    text = user_agent[:LONGEST_READ]
    return _first(_BROWSERS, text), _first(_SYSTEMS, text)


def _first(kinds: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str:
    return next((name for name, pattern in kinds if pattern.search(text)), "")
