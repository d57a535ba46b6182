"""The files of a log's archive package: PDF/A to read, data for machines with their schema, and the list of events."""

from datetime import date

from django.utils.translation import gettext as _

from stafett.archive.content import formats, log_data
from stafett.archive.content.log_document import document_of
from stafett.archive.content.parcel import Sheet
from stafett.kernel import pdf
from stafett.kernel.crypto import sha256_hex


def files_of(log: dict, *, language: str, made_on: date) -> list[Sheet]:
    """The files, the main document first. No name of anybody is in a file's name (ARK-07).

    Raises pdf.CannotTypeset.
    """
    return [
        sheet(
            "stafettlogg.pdf", _("Stafettlogg"), formats.PDF, pdf_of(log, language=language, made_on=made_on)
        ),
        sheet("stafettlogg.json", _("Stafettlogg som data"), formats.JSON, log_data.data_of(log)),
        sheet(log_data.SCHEMA_NAME, _("Beskrivelse av dataene"), formats.JSON, log_data.schema()),
        sheet("hendelser.json", _("Hendelser i loggen"), formats.JSON, log_data.data_of(log["events"])),
    ]


def pdf_of(log: dict, *, language: str, made_on: date) -> bytes:
    """The log as PDF/A. What is too long for a document is told of there, and is whole in the data beside it."""
    try:
        return pdf.typeset(document_of(log, language=language, made_on=made_on))
    except pdf.TooLong:
        shorter = log | {"former": [], "events": [], "notes": [], "bright_spots": []}
        shorter["summary"] = _("Loggen er for lang for ett dokument. Alt står i filen stafettlogg.json.")
        shorter["concerns"] = [concern | _CUT for concern in log["concerns"]]
        shorter["meetings"] = [meeting | {"minutes": []} for meeting in log["meetings"]]
        return pdf.typeset(document_of(shorter, language=language, made_on=made_on))


_CUT = {"background": "", "context": "", "child_view": "", "notes": [], "factors": [], "ladders": []}


def sheet(name: str, title: str, media_type: str, content: bytes) -> Sheet:
    """A file with its checksum."""
    return Sheet(name, title, media_type, content, sha256_hex(content))
