"""A log in a family's package as an accessible PDF: the same words as the page beside it, in the same order."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from stafett.kernel import pdf
from stafett.kernel.pdf import Block, Bullets, Document, Facts, Heading, Paragraph


def paper_of(document: dict, *, language: str, made_on: date) -> bytes | None:
    """The PDF of a log as `content.document_of` gives it; None when it is too long for a PDF, and the page and the data hold
    it all the same."""
    try:
        return pdf.typeset(
            Document(
                title=_("Innsyn i Stafettloggen"),
                subtitle=f"{document['child']} · {document['unit']} · {document['municipality']}",
                language=language,
                made_on=made_on,
                blocks=tuple(_blocks(document)),
            )
        )
    except pdf.TooLong:
        return None


def _blocks(document) -> Iterator[Block]:
    yield Paragraph(
        _(
            "Dette er det du kan se av Stafettloggen. Dokumentet har taushetsbelagte opplysninger. Oppbevar det trygt."
        )
    )
    yield from _facts(
        (_("Tilstand"), document["state"]), (_("Nivå"), document["level"]), (_("Startet"), document["started_on"]),
        (_("Avsluttet"), document["closed_on"]), (_("Samtykket gjelder til"), document["consent_until"]),
        (_("Så langt er dere kommet"), document["summary"]),
    )  # fmt: skip
    people = (
        ", ".join(filter(None, (each["name"], each["role"], each["unit"], each["purpose"])))
        for each in document["people"]
    )
    yield from _list(_("Alle i loggen"), people, level=1)
    around = (f"{each['about']}: {each['words']}" for each in document["coordination"])
    yield from _list(_("Samordning"), around, level=1)
    for concern in document["concerns"]:
        yield from _concern(concern)
    yield from _childs_side(document)
    for meeting in document["meetings"]:
        yield from _meeting(meeting)
    for part in document["carried"]:
        yield from _carried(part)
    told = (
        "\n".join(filter(None, (f"{_moment(each['at'])} {each['sentence']}", each["words"])))
        for each in document["story"]
    )
    yield from _list(_("Dette har hendt"), told, level=1)


def _concern(concern):
    yield Heading(1, concern["title"])
    yield from _facts(
        (_("Tilstand"), concern["state"]), (_("Kategori"), concern["category"]),
        (_("Underkategori"), concern["subcategory"]), (_("Bakgrunn"), concern["background"]),
        (_("Rundt barnet"), concern["context"]), (_("Barnets eget syn"), concern["child_view"]),
        (_("Barnet er uenig"), _("Ja") if concern["child_disagrees"] else ""),
        (_("Slik har vi lagt vekt på barnets syn:"), concern["disagreement_weighed"]),
        (_("Informert"), concern["informed"]), (_("Snakket med foresatte"), concern["talked_with_guardians_on"]),
        (_("Snakket med barnet"), concern["talked_with_child_on"] or concern["no_child_talk_reason"]),
        (_("Barnet har ikke et eget tiltak:"), concern["no_child_measure_reason"]),
        (_("Avsluttet fordi:"), concern["ended_reason"]),
    )  # fmt: skip
    factors = (f"{each['kind']}: {each['text']}" for each in concern["factors"])
    yield from _list(_("Hva holder utfordringen ved like?"), factors, level=2)
    for goal in concern["goals"]:
        yield Heading(2, goal["kind"])
        yield from _facts(
            (_("Mål"), goal["text"]), (_("Slik ser vi at vi er framme:"), goal["success_indicator"]),
            (_("Skrevet"), goal["written_on"]), (_("Erstattet"), goal["replaced_on"]), (_("Nådd"), goal["reached_on"]),
        )  # fmt: skip
    for measure in concern["measures"]:
        yield Heading(2, measure["description"])
        yield from _facts(
            (_("Hvor"), measure["where"]), (_("Type"), measure["type"]), (_("Tilstand"), measure["state"]),
            (_("Ansvarlig"), measure["owners"]), (_("I gang innen"), measure["start_by"]),
            (_("Evalueres innen"), measure["evaluate_by"]), (_("Evaluering"), measure["outcome"]),
            (_("Med egne ord"), measure["words"]),
        )  # fmt: skip
    for ladder in concern["ladders"]:
        steps = (
            ", ".join(filter(None, (each["text"], each["state"], each["done_on"])))
            for each in ladder["steps"]
        )
        yield from _list(ladder["title"], steps, level=2)


def _childs_side(document):
    if document["childs_goals"] or document["childs_wish"]:
        yield Heading(1, _("Barnets side"))
        for goal in document["childs_goals"]:
            yield from _facts(
                (_("Barnets eget mål"), goal["text"]), (_("Skrevet"), goal["written_on"]),
                (_("Erstattet"), goal["replaced_on"]),
            )  # fmt: skip
        yield from _facts(*((wish["about"], wish["words"]) for wish in document["childs_wish"]))


def _meeting(meeting):
    yield Heading(1, f"{_moment(meeting['at'])} · {meeting['kind']}")
    yield Paragraph(f"{meeting['form']}. {meeting['state']}.")
    there = _("var der")
    people = (
        f"{each['name']}, {each['role']}: {there if each['was_there'] else each['answer']}"
        for each in meeting["people"]
    )
    yield from _list("", people, level=2)
    for part in meeting["minutes"]:
        yield Heading(2, part["heading"])
        yield Paragraph(part["text"])
    said = {True: _("bekreftet referatet"), False: _("mente at noe ikke stemte")}
    answers = (
        " ".join(filter(None, (f"{each['name']}:", said[each["agrees"]], each["on"], each["words"])))
        for each in meeting["confirmations"]
    )
    yield from _list("", answers, level=2)


def _carried(part):
    yield Heading(1, part["heading"])
    yield Paragraph(part["source"])
    yield from _facts(*((fact["about"] or part["heading"], fact["words"]) for fact in part["facts"]))
    for each in part["lists"]:
        yield from _list(each["heading"], each["lines"], level=2)


def _facts(*rows):
    told = tuple((str(label), str(value)) for label, value in rows if value)
    if told:
        yield Facts(told)


def _list(heading, items, *, level):
    told = tuple(items)
    if told and heading:
        yield Heading(level, heading)
    if told:
        yield Bullets(told)


def _moment(text):
    return text.replace("T", " ")[:16]
