"""Judges a page as it stands in the browser: axe's rules for WCAG 2.2 A and AA, and room enough at every width."""

from functools import cache

from playwright.sync_api import Page

from stafett.web.build_assets import MODULES
from tests.journeys.browsing import LAPTOP, PHONE

NARROWEST = 320
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
UNFOLD = "document.querySelectorAll('main details').forEach((part) => { part.open = true; })"
OVERHANG = """() => {
  const width = innerWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 0.5);
  return wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120));
}"""
# Everything with a word or a field in it must be whole on the screen, not only not scrollable.
CUT_OFF = """() => [...document.querySelectorAll('main :is(a, button, input, textarea, td, h1, h2, h3, p)')].filter((e) => {
  const box = e.getBoundingClientRect();
  return box.width > 2 && (box.left < -0.5 || box.right > innerWidth + 0.5);
}).slice(0, 3).map((e) => e.outerHTML.slice(0, 120))"""


def faults_of(page: Page, *, widths=(LAPTOP, PHONE), schemes=("light",), part=None) -> list[str]:
    """What is wrong with the page, fold-out parts open, at each width and in each colour scheme.

    `part` is a selector: axe looks there only, for a page whose frame has been judged on one of its sisters.
    """
    page.evaluate(UNFOLD)
    faults = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        for width in widths:
            _become(page, width)
            faults += [f"{scheme} {width}: {fault}" for fault in _axe(page, part)]
    page.emulate_media(color_scheme="light")
    for width in (PHONE, NARROWEST):
        _become(page, width)
        faults += [f"{width}: too wide: {part}" for part in page.evaluate(OVERHANG) or page.evaluate(CUT_OFF)]
    return faults


def _become(page, width):
    page.set_viewport_size({"width": width, "height": 900})


def _axe(page, part):
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    violations = page.evaluate(
        "([part, options]) => axe.run(part || document, options).then((found) => found.violations)",
        [part, options],
    )
    return [f"{each['id']}: {node['html'][:200]}" for each in violations for node in each["nodes"]]


@cache
def _source():
    return (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
