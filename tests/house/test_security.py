"""What code must never do, and what the security documents promise (SEC-14)."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

from stafett.access.limits import LIMITS

ROOT = Path(settings.ROOT)
MATRIX = ROOT / "docs/security/asvs.csv"
COLUMNS = ["id", "level", "chapter", "summary", "status", "how", "evidence"]
# Rows of ASVS 5.0.0 by chapter: levels 1 and 2, and level 3 where we go that far.
WANTED = {
    "V1": 27, "V2": 11, "V3": 19, "V4": 10, "V5": 9, "V6": 35, "V7": 18, "V8": 13, "V9": 7, "V10": 29, "V11": 14,
    "V12": 9, "V13": 13, "V14": 13, "V15": 13, "V16": 17, "V17": 7,
}  # fmt: skip
FORBIDDEN = {
    "a shell": re.compile(r"shell\s*=\s*True|\bos\.(?:system|popen)\b"),
    "text as code": re.compile(r"(?<![.\w])(?:eval|exec)\("),
    "unsafe deserialization": re.compile(r"\b(?:pickle|marshal|shelve)\b|yaml\.load"),
    "words taken for markup": re.compile(r"\bmark_safe\b|\|\s*safe\b|autoescape\s+false"),
    "certificates left unchecked": re.compile(r"verify\s*=\s*False|CERT_NONE|check_hostname\s*=\s*False"),
    "a weak hash": re.compile(r"hashlib\.(?:md5|sha1)\b"),
}
IN_SCRIPTS = re.compile(
    r"localStorage|sessionStorage|indexedDB|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\("
    r"|new Function|(?<!\btabs\?\.)postMessage"  # a BroadcastChannel, which `tabs` is, reaches pages of our own only
)


@pytest.fixture(scope="module")
def rows():
    with MATRIX.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_code_never_uses(what):
    files = [*(ROOT / "stafett").rglob("*.py"), *(ROOT / "stafett").rglob("*.html")]

    assert [
        str(path.relative_to(ROOT))
        for path in files
        if FORBIDDEN[what].search(path.read_text(encoding="utf-8"))
    ] == []


def test_the_script_keeps_nothing_in_the_browser_and_takes_no_text_for_markup():
    scripts = list((ROOT / "stafett/web/assets").rglob("*.js"))

    assert scripts
    assert [path.name for path in scripts if IN_SCRIPTS.search(path.read_text(encoding="utf-8"))] == []


def test_every_row_of_the_standard_is_answered_once(rows):
    assert list(rows[0]) == COLUMNS
    assert Counter(row["chapter"] for row in rows) == WANTED
    assert len({row["id"] for row in rows}) == len(rows) == 264
    assert all(row["id"].startswith(f"{row['chapter']}.") for row in rows)
    assert {row["chapter"] for row in rows if row["level"] == "3"} == {"V8", "V14", "V16"}


def test_no_answer_is_blank(rows):
    assert {row["status"] for row in rows} == {"met", "not applicable", "not met"}
    assert [row["id"] for row in rows if not all(row[column].strip() for column in COLUMNS)] == []


def test_every_piece_of_evidence_exists(rows):
    missing = sorted({(row["id"], place) for row in rows for place in _places(row) if not _exists(place)})

    assert missing == []


def test_what_is_said_to_be_met_by_the_program_is_shown_by_a_test(rows):
    met = [row for row in rows if row["status"] == "met"]
    with_test = [row for row in met if any(place.startswith("tests/") for place in _places(row))]

    assert len(with_test) > len(met) * 0.6


def test_what_is_not_met_is_listed_for_everybody_to_read(rows):
    page = (ROOT / "docs/security/README.md").read_text(encoding="utf-8")

    listed = set(re.findall(r"^\| (V\d+\.\d+\.\d+) \|", page, re.MULTILINE))

    assert listed == {row["id"] for row in rows if row["status"] == "not met"}


def test_the_written_limits_are_those_of_the_program():
    page = (ROOT / "docs/security/limits.md").read_text(encoding="utf-8")
    rows = [line.split("|")[2] for line in page.splitlines() if line.startswith("| ") and " | each " in line]

    written = {tuple(int(number) for number in re.findall(r"\d+", row)) for row in rows}

    times = {
        (limit.times, limit.seconds // 60) if limit.seconds not in (60, 3600) else (limit.times,)
        for limit in LIMITS.values()
    }
    assert written == times


def test_every_link_in_the_security_documents_leads_somewhere():
    for page in (ROOT / "docs/security").glob("*.md"):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def _places(row):
    return [place.strip() for place in row["evidence"].split(";")]


def _exists(place):
    path, _colons, name = place.partition("::")
    if not (ROOT / path).is_file():
        return False
    return not name or re.search(
        rf"^def {re.escape(name)}\(", (ROOT / path).read_text(encoding="utf-8"), re.M
    )
