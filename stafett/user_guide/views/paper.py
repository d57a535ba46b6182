"""A user guide on paper: the same words as the page, as one accessible PDF."""

import base64
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.kernel import pdf
from stafett.user_guide.content import library
from stafett.user_guide.enums import LANGUAGES, Reader

_PICTURES = Path(settings.ROOT) / "stafett" / "web" / "assets" / "pictures"
_WIDE, _NARROW = 85, 40  # per cent of the column


@lru_cache(maxsize=len(Reader) * len(LANGUAGES))
def typeset(reader: str, language: str) -> bytes:
    """The PDF of a user guide; made once, since it is the same for everybody. Source: issue D 7, PDF-01."""
    with translation.override(language):
        return pdf.typeset(document_of(library.user_guide(reader, language)))


def document_of(guide: library.UserGuide) -> pdf.Document:
    """A user guide as a document: each chapter on a new page, each topic with its picture."""
    blocks: list[pdf.Block] = []
    for number, chapter in enumerate(guide.chapters):
        blocks += [pdf.PageBreak()] if number else []
        blocks.append(pdf.Heading(1, chapter.title))
        for each in chapter.topics:
            blocks += _of_topic(each)
    return pdf.Document(
        title=guide.title, language=guide.language, made_on=guide.published_on, subtitle=guide.lead, blocks=tuple(blocks)
    )  # fmt: skip


def _of_topic(topic):
    blocks = [
        pdf.Heading(2, topic.title), pdf.Paragraph(topic.what), pdf.Heading(3, _("Dette gjør du her")), pdf.Bullets(topic.do),
        pdf.Heading(3, _("Hva skjer så")), pdf.Paragraph(topic.then),
        pdf.Heading(3, _("Hvem ser det")), pdf.Paragraph(topic.sees),
    ]  # fmt: skip
    if topic.picture:
        blocks += [_drawn(topic.picture), pdf.Paragraph(_("Fra demoen. Alle i bildet er oppdiktet."))]
    return blocks


def _drawn(picture):
    """The picture inside an SVG of its size: the typesetter takes files as text alone."""
    content = base64.b64encode((_PICTURES / f"{picture.key}.webp").read_bytes()).decode()
    size = f'width="{picture.width}" height="{picture.height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} href="data:image/webp;base64,{content}"/></svg>'
    return pdf.Drawing(svg.encode(), "svg", picture.alt, _WIDE if picture.width == library.WIDE else _NARROW)
