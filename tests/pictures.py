"""The pictures of the help, taken of the demo's own pages: `make pictures`. They are kept, unlike those of `make screens`.

What is taken stands in user_guide/content/pictures.toml; each becomes a WebP of exactly the size that the pages say.
"""

import base64
import os
import re
import sys
from pathlib import Path

import tests.environment  # noqa: F401 - starts the throw-away database, and must be first

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stafett.web.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.urls import resolve  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from stafett.demo import load  # noqa: E402
from stafett.user_guide.content import library  # noqa: E402
from tests import chromium  # noqa: E402
from tests.conftest import pointed_at  # noqa: E402
from tests.environment import cluster  # noqa: E402
from tests.journeys import browsing, running_site  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent / "stafett" / "web" / "assets" / "pictures"
REGISTER, DEMO = "pictures_cast", "pictures_demo"
QUALITY = (82, 70, 55, 40)  # the best that is small enough
LARGEST = 60_000  # bytes
HREF = re.compile(r'href="(/[^"#?]*)"')


def main(wanted: list[str]) -> int:
    """Take the pictures that are named, or all. Returns the exit code."""
    if chromium.path() is None:
        print("Chromium is needed: install the package chromium, or set STAFETT_CHROMIUM.", file=sys.stderr)
        return 1
    FOLDER.mkdir(exist_ok=True)
    _tell()
    with running_site.serving(DEMO) as site, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
        windows = browsing.Windows(opened)
        for key, asked in library.pictures().items():
            if not wanted or key in wanted:
                width = library.WIDE if asked.get("wide") else library.PHONE
                page = windows.open(site, asked.get("who"), width=width)
                content = _shot(page, _path_of(page, site, asked["path"]), width, asked["height"])
                (FOLDER / f"{key}.webp").write_bytes(content)
                print(f"{key}: {len(content)} bytes")
        windows.close()
    return 0


def _tell():
    cluster.create_database(REGISTER)
    with pointed_at(REGISTER):
        call_command("migrate", database="owner", verbosity=0)
        load.found_places()
    running_site.collect_styles()
    running_site.tell_demo(DEMO, template=REGISTER)


def _path_of(page, site, asked):
    """A plain address, or `route:child`: the first page of that route that the child's log leads to."""
    route, _colon, child = asked.partition(":")
    if not child:
        return asked
    log = site.log_of(child)
    return log if route == "log" else _found(page, log, route, deeper=True)


def _found(page, start, route, *, deeper):
    links = dict.fromkeys(HREF.findall(page.request.get(start).text()))
    named = {link: resolve(link).url_name for link in links if not link.startswith("/static/")}
    for link, name in named.items():
        if name == route:
            return link
    if deeper:
        for link, name in named.items():
            if name == "concern" and (found := _found(page, link, route, deeper=False)):
                return found
    if deeper:
        raise LookupError(f"{start} leads to no {route}")
    return None


def _shot(page, path, width, height):
    """The top of a page as WebP, without the line that says it is the demo."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(path)
    page.evaluate(
        "for (const each of document.querySelectorAll('.st-demo, .st-tour-offer, .st-flashes')) each.hidden = true"
    )
    page.evaluate("document.fonts.ready")
    link = page.context.new_cdp_session(page)
    for quality in QUALITY:
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        taken = link.send("Page.captureScreenshot", {"format": "webp", "quality": quality, "clip": clip})
        content = base64.b64decode(taken["data"])
        if len(content) < LARGEST:
            break
    return content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
