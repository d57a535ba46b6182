"""Pictures of every page, for people to look at: `make screens` fills the folder `screens/`, which is not kept.

Widths 360 and 1280, light; some in the dark, some as paper; bokmål, with some in nynorsk and English.
"""

import os
import shutil
import sys
from pathlib import Path

import tests.environment  # noqa: F401 - starts the throw-away database, and must be first

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stafett.web.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from rich.progress import track  # noqa: E402

from stafett.demo import cast, load  # noqa: E402
from tests import chromium  # noqa: E402
from tests.conftest import pointed_at  # noqa: E402
from tests.environment import cluster  # noqa: E402
from tests.journeys import browsing, crawling, running_site  # noqa: E402
from tests.journeys.browsing import LAPTOP, PHONE  # noqa: E402

FOLDER = Path(__file__).resolve().parent.parent / "screens"
REGISTER, DEMO = "screens_cast", "screens_demo"
# Whose shoulder we look over: between them they see every page in every state.
PEOPLE = (
    "kari", "jonas", "yusuf", "elle", "dag", "maja", "pernille", "henrik", "trond", "fatima", "omar", "siv", "ante",
    "arnfinn", "oddny", "jorunn", "randi", "torbjorn", "personvern", "arkivar", "sunniva", "hilde", "live", "lars",
)  # fmt: skip
LOGS = (
    ("noor", "kari"), ("oskar", "kari"), ("sara", "kari"), ("emil", "kari"), ("ahmed", "kari"), ("tiril", "henrik"),
    ("hedda", "yusuf"), ("selma", "dag"), ("jakob", "dag"), ("noor", "omar"), ("ylva", "oddny"), ("sara", "ante"),
)  # fmt: skip


def main() -> int:
    """Take the pictures. Returns the exit code."""
    if chromium.path() is None:
        print("Chromium is needed: install the package chromium, or set STAFETT_CHROMIUM.", file=sys.stderr)
        return 1
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    _tell()
    with running_site.serving(DEMO) as site, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium.path(), args=chromium.FLAGS)
        windows = browsing.Windows(opened)
        _way_in(windows.open(site))
        known: list[crawling.Found] = []
        for person in track(PEOPLE, description="Pages"):
            known += _everything_of(windows.open(site, person), person, known)
        for child, person in track(LOGS, description="Logs"):
            _log_in_every_light(windows.open(site, person), site, child, person)
        windows.close()
    print(f"{len(list(FOLDER.iterdir()))} pictures in {FOLDER}")
    return 0


def _tell():
    cluster.create_database(REGISTER)
    with pointed_at(REGISTER):
        call_command("migrate", database="owner", verbosity=0)
        load.found_places()
    running_site.collect_styles()
    running_site.tell_demo(DEMO, template=REGISTER)


def _way_in(page):
    for path, name in (("/", "front"), ("/logg-inn/", "login"), ("/finnes-ikke/", "404")):
        page.goto(path)
        _shoot(page, f"way-in-{name}")


def _everything_of(page, person, known):
    """One picture for each build of page that nobody before has shown; gives all that this person reaches."""
    mine = crawling.crawl(page.request)
    for number, found in enumerate(crawling.unlike(known + mine)):
        if found not in known:
            page.goto(found.path)
            _shoot(page, f"{person}-{found.route}-{number:02}")
    return mine


def _log_in_every_light(page, site, child, person):
    page.goto(site.log_of(child))
    name = f"log-{child}-{person}-{cast.person(person).locale or cast.place_of(person).locale}"
    _shoot(page, name)
    page.emulate_media(color_scheme="dark")
    _shoot(page, f"{name}-dark")
    page.emulate_media(color_scheme="light", media="print")
    page.pdf(path=FOLDER / f"{name}.pdf", prefer_css_page_size=True)
    page.emulate_media(media="screen")


def _shoot(page, name):
    for width in (PHONE, LAPTOP):
        page.set_viewport_size({"width": width, "height": browsing.HEIGHTS[width]})
        page.screenshot(path=FOLDER / f"{name}-{width}.png", full_page=True)


if __name__ == "__main__":
    sys.exit(main())
