"""Minutes of a system meeting, and what a unit has learned, as documents to print and to archive."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from stafett.kernel.pdf import Document, Facts, Heading, Paragraph, Table


def minutes_document(
    *,
    title: str,
    facts: Sequence[tuple[str, str]],
    parts: Iterable[tuple[str, str]],
    signed: str,
    language: str,
    made_on: date,
) -> Document:
    """The signed minutes: where and who, then each part with its heading, then who signed (S002-30..33)."""
    blocks = [Facts(tuple((label, value) for label, value in facts if value))]
    for heading, text in parts:
        blocks += [Heading(2, heading), Paragraph(text)]
    blocks.append(Paragraph(signed))
    return Document(
        title=title,
        subtitle=_("Referat fra systemmøte"),
        language=language,
        made_on=made_on,
        blocks=tuple(blocks),
    )


def learned_document(
    *, unit: str, summary: str, rows: Sequence[tuple[str, str, str, str]], language: str, made_on: date
) -> Document:
    """What a unit has tried and how it went: date, topic, measure and outcome of each, and the counts in a sentence."""
    header = (_("Møte"), _("Tema"), _("Tiltak"), _("Hvordan det gikk"))
    table = Table(_("Møter og tiltak"), header, tuple(rows), widths=(2, 4, 5, 4))
    return Document(
        title=_("Dette har vi prøvd og lært"),
        subtitle=unit,
        language=language,
        made_on=made_on,
        blocks=(Paragraph(summary), table),
    )
