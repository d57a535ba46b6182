"""The whole guide on paper: one accessible PDF made of the words that its pages show."""

from collections.abc import Iterator
from functools import lru_cache

from django.http import HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.action_guide import queries
from stafett.action_guide.enums import OutcomeKind
from stafett.action_guide.queries import pictures
from stafett.action_guide.rules import writing
from stafett.action_guide.views import way
from stafett.kernel import pdf

KEPT = 10  # PDFs at hand: the same words give the same file, so each is made once

SHARP = 900  # pixels that fill the column


@page(Action.READ_GUIDE, public=True, read=False, limit="search")
def whole_pdf(request, place=None, edition=None):
    """The guide, or a former edition of it, to save and to print (S003-02)."""
    here = way.of(request, place, edition=edition, also=queries.own_numbers)
    with translation.override(here.language):
        document = document_of(here, queries.whom_to_ring(here.guide, here.also), _pictures(here))
    response = HttpResponse(typeset(document), content_type="application/pdf")
    name = f"handlingsveileder-{here.guide.version}-{here.language}.pdf"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if request.login is None:
        response["Cache-Control"] = f"public, max-age={way.KEPT_SECONDS}"
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


typeset = lru_cache(maxsize=KEPT)(pdf.typeset)


def document_of(
    here: way.Way, contacts: list[dict], contents: dict[str, bytes] | None = None
) -> pdf.Document:
    """The guide in its reader's language as a document: the exit first, then each level on a new page.

    `contents`: the bytes of its images by key.
    """
    guide = here.guide
    blocks = [pdf.Paragraph(guide.not_a_line), *_exit(guide, contacts)]
    for level in guide.levels:
        blocks += [pdf.PageBreak(), *_level(level, contents or {})]
    blocks += [
        pdf.PageBreak(), pdf.Heading(1, guide.holder["title"]), pdf.Paragraph(guide.holder["text"]),
        pdf.Bullets(tuple(guide.holder["points"])),
    ]  # fmt: skip
    edition = _("Utgave %(number)s") % {"number": guide.version}
    return pdf.Document(
        title=guide.title, language=here.language, made_on=guide.published_on, subtitle=guide.lead, blocks=tuple(blocks),
        author=here.municipality or "Stafett", footer=f"{here.municipality or guide.title} · {edition}",
    )  # fmt: skip


def _pictures(here):
    steps = [step for level in here.guide.levels for step in level.steps]
    return pictures.shown_in(here.municipality_id, {image.key for step in steps for image in step.images})


def _exit(guide, contacts) -> Iterator[pdf.Block]:
    yield pdf.Heading(1, guide.exit["title"])
    yield pdf.Paragraph(f"{guide.exit['danger']} {guide.exit['lead']}")
    yield pdf.Facts(tuple((each["name"], f"{each['number']} {each['text']}".strip()) for each in contacts))
    for part in guide.exit["part"]:
        yield pdf.Heading(2, part["title"])
        yield pdf.Bullets(tuple(part["points"]))


def _level(level, contents) -> Iterator[pdf.Block]:
    yield pdf.Heading(1, _("Nivå %(level)s: %(name)s") % {"level": level.key, "name": level.name})
    yield pdf.Paragraph(level.about)
    yield pdf.Paragraph(level.keeps)
    yield from _notices(level.notices)
    for step in level.steps:
        yield from _step(step, contents)


def _step(step, contents) -> Iterator[pdf.Block]:
    yield pdf.Heading(2, f"{step.level}.{step.number} {step.title}")
    yield pdf.Paragraph(step.what)
    yield from _notices(step.notices)
    if step.how:
        yield pdf.Heading(3, _("Slik gjør du"))
        yield pdf.Bullets(step.how)
    if step.who:
        yield pdf.Heading(3, _("Hvem"))
        yield pdf.Bullets(step.who)
    if step.deadline:
        yield pdf.Heading(3, _("Frist"))
        yield pdf.Paragraph(step.deadline)
    if step.tools:
        yield pdf.Heading(3, _("Verktøy"))
        yield pdf.Bullets(tuple(f"{tool.title}: {tool.text}" for tool in step.tools))
    if step.outcomes:
        yield pdf.Facts(tuple((str(OutcomeKind(each.kind).label), each.text) for each in step.outcomes))
    yield from _written(step.more)
    for image in step.images:
        if image.key in contents:
            yield _drawing(image, contents[image.key])


def _drawing(image, content) -> pdf.Drawing:
    """As wide as it is sharp, and never so high that it fills the page."""
    width = min(90, image.width * 100 // SHARP, image.width * 80 // image.height)
    return pdf.Drawing(content, image.kind, image.alt, max(width, 10), (image.width, image.height))


def _notices(notices) -> Iterator[pdf.Block]:
    for each in notices:
        yield pdf.Heading(3, each.title)
        yield pdf.Paragraph(each.text)


def _written(nodes) -> Iterator[pdf.Block]:
    """A municipality's own words; links stand as their words, with the address of those that lead out."""
    for node in nodes:
        if node.kind in ("heading3", "heading4"):
            yield pdf.Heading(3, _plain(node.children))
        elif node.kind in ("bullets", "numbers"):
            yield pdf.Bullets(tuple(_plain(item.children) for item in node.children))
        else:
            yield pdf.Paragraph(_plain((node,)))


def _plain(nodes) -> str:
    return "".join(_said(node) for node in nodes).strip()


def _said(node: writing.Node) -> str:
    if node.kind == "break":
        return "\n"
    inside = node.text or "".join(_said(child) for child in node.children)
    if node.kind == "link" and node.href.startswith("https://"):
        return f"{inside} ({node.href})"
    return f"{inside}\n" if node.kind in ("paragraph", "item") else inside
