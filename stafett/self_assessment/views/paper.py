"""A report as a PDF: the same answers and numbers as the page, in one column."""

from datetime import date

from django.utils.translation import gettext as _

from stafett.kernel.clock import local
from stafett.kernel.pdf import Document, Facts, Heading, Paragraph
from stafett.self_assessment.content.library import Section, Sheet
from stafett.self_assessment.views import presenting


def document_of(assessment, sheet: Sheet, *, numbers, today: date, language: str) -> Document:
    """The report as a document. `numbers` as `presenting.numbers_in_words` gives them. Source: S000-18."""
    said = presenting.answered(sheet, assessment.answers)
    blocks = [_head(assessment)]
    for section in sheet.sections:
        blocks += _section(section, said, numbers)
    return Document(
        title=f"{presenting.title_of(assessment)}: {assessment.unit.name}",
        language=language,
        made_on=today,
        subtitle=_("Utgave %(number)s") % {"number": assessment.number},
        blocks=tuple(blocks),
    )


def _head(assessment):
    rows = [(_("Enhet"), assessment.unit.name), (_("Tilstand"), assessment.get_state_display())]
    if assessment.submitted_at:
        rows += [
            (_("Sendt inn"), f"{local(assessment.submitted_at):%d.%m.%Y %H.%M}"),
            (_("Sendt av"), assessment.submitted_by.name),
        ]
    return Facts(tuple(rows))


def _section(section: Section, said, numbers):
    missing = _("Ikke besvart")
    yield Heading(1, section.title)
    if section.has_numbers and numbers:
        yield Facts(tuple(numbers))
        yield Paragraph(
            _("Systemet teller to ganger i året. Tall under fem vises ikke, så ingen kan kjennes igjen.")
        )
    elif section.has_numbers:
        yield Paragraph(_("Det er ikke talt noe ennå. Tallene kommer av seg selv."))
    if scales := [each for each in section.questions if each.is_scale]:
        yield Facts(tuple((each.text, said.get(each.key, missing)) for each in scales))
    for each in section.questions:
        if not each.is_scale:
            yield Heading(2, each.text)
            yield Paragraph(said.get(each.key, missing))
