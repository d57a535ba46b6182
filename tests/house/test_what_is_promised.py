"""The requirements page names tests that exist, and what is shipped names no registry and stays small."""

import gzip
import json
import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.ROOT)
HOSTS = re.compile(r"https?://|--index-url|--find-links")


def test_every_test_the_requirements_name_exists():
    page = (ROOT / "docs/requirements.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))

    found = {
        name
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }

    assert len(named) > 100
    assert named - found == set()


def test_every_file_and_function_the_requirements_name_exists():
    page = (ROOT / "docs/requirements.md").read_text(encoding="utf-8")
    places = set(re.findall(r"`([\w/]+\.(?:py|html|toml))(?:::(\w+))?`", page))

    missing = {
        (name, thing)
        for name, thing in places
        if not (ROOT / "stafett" / name).exists()
        or (thing and thing not in (ROOT / "stafett" / name).read_text(encoding="utf-8"))
    }

    assert missing == set()


def test_a_row_that_is_done_names_a_test():
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in (ROOT / "docs/requirements.md").read_text(encoding="utf-8").splitlines()
        if re.match(r"\| [SLWX]\d*-?\d+ \|", line)
    ]

    assert len(rows) > 250
    assert [row[0] for row in rows if row[2] == "done" and "`test_" not in row[4]] == []


def test_pinned_packages_name_no_registry():
    pinned = [*(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"]

    assert [path.name for path in pinned if HOSTS.search(_without_fundings(path))] == []


def test_the_styles_and_the_script_stay_small():
    css = gzip.compress((settings.BUILD / "static/stafett/stafett.css").read_bytes())
    script = gzip.compress((settings.BUILD / "static/stafett/stafett.js").read_bytes())

    assert len(css) <= 30_000
    assert len(script) <= 8_000


def _without_fundings(path):
    """The lock's text without what packages say of their makers and licences."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".json":
        return text
    lock = json.loads(text)
    for package in lock["packages"].values():
        for key in ("funding", "license"):
            package.pop(key, None)
    return json.dumps(lock)
