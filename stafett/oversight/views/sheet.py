"""A sheet that is taken out of a log: headings with lines, as text to copy and as a PDF to save."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpResponse
from django.utils.translation import get_language

from stafett.kernel import pdf
from stafett.kernel.pdf import Bullets, Document, Heading

Part = tuple[str, list[str]]


def filled(parts: Iterable[Part]) -> list[Part]:
    """The parts without empty lines; where nothing is known a dash stands, so that nobody wonders what is missing."""
    return [(heading, [line for line in lines if line] or ["–"]) for heading, lines in parts]


def as_text(parts: Iterable[Part]) -> str:
    """The parts as plain text."""
    return "\n\n".join("\n".join((heading, *(f"- {line}" for line in lines))) for heading, lines in parts)


def as_pdf(title: str, parts: Iterable[Part], *, subtitle: str, name: str, made_on: date) -> HttpResponse:
    """The parts as a PDF that is saved under `name`, which names nobody."""
    blocks = (block for heading, lines in parts for block in (Heading(1, heading), Bullets(tuple(lines))))
    language = (get_language() or "nb")[:2]
    document = Document(
        title=str(title), subtitle=subtitle, language=language, made_on=made_on, blocks=tuple(blocks)
    )
    response = HttpResponse(pdf.typeset(document), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
