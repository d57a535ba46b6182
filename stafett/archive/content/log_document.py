"""A whole log as one document for the archive, from the plain values of `queries/log_content.py`. Pure."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from stafett.kernel.pdf import Block, Bullets, Document, Facts, Heading, PageBreak, Paragraph, Table
from stafett.kernel.sort_key import sort_key


def document_of(log: dict, *, language: str, made_on: date) -> Document:
    """The log to read: what it was about, what was done and how it went, meetings, people, former words, events.

    `log` is as `content/log.schema.json` describes. The same values give the same document.
    """
    return Document(
        title=_("Stafettlogg for %(name)s") % {"name": log["child"]["name"]},
        subtitle=f"{log['unit']}, {log['municipality']}",
        language=language,
        made_on=made_on,
        footer=_("Stafettlogg, arkivutgave"),
        blocks=tuple(_blocks(log)),
    )


def minutes_of(log: dict, meeting: dict, *, language: str, made_on: date) -> Document:
    """One meeting of the log as a document of its own: who was there, what was agreed, who confirmed it."""
    return Document(
        title=_("Referat: %(kind)s") % {"kind": meeting["kind"]},
        subtitle=f"{log['child']['name']} · {_at(meeting['at'])}",
        language=language,
        made_on=made_on,
        footer=_("Referat, arkivutgave"),
        blocks=tuple(_meeting(meeting, level=1)),
    )


def _blocks(log) -> Iterator[Block]:
    yield _facts(
        (_("Barn"), log["child"]["name"]),
        (_("Født"), _day(log["child"]["birth_date"])),
        (_("Hører til"), log["child"]["unit"]),
        (_("Tilstand"), log["state"]),
        (_("Nivå"), log["level"]),
        (_("Startet"), f"{_at(log['started_at'])}, {log['started_by']}"),
        (_("Leder som var enig i å starte"), log["leader"]),
        (_("Avsluttet"), f"{_at(log['closed_at'])}, {log['closed_by']}" if log["closed_at"] else ""),
    )
    if log["summary"]:
        yield Heading(1, _("Hvor vi står"))
        yield Paragraph(log["summary"])
    for concern in log["concerns"]:
        yield from _concern(concern)
    yield from _list_of(
        _("Samordning"), [f"{each['about']}: {each['words']}" for each in log.get("coordination", ())]
    )
    yield from _list_of(_("Barnets egne mål"), [goal["text"] for goal in log["childs_goals"]])
    yield from _words(_("Notater"), log["notes"], level=1)
    yield from _words(_("Lysglimt"), log["bright_spots"], level=1)
    for meeting in log["meetings"]:
        yield Heading(1, f"{meeting['kind']}, {_at(meeting['at'])}")
        yield from _meeting(meeting, level=2)
    yield from _around(log)


def _concern(concern):
    yield Heading(1, _("Oppmerksomhet: %(title)s") % {"title": concern["title"]})
    yield _facts(
        (_("Tilstand"), concern["state"]),
        (_("Gjelder"), " – ".join(filter(None, (concern["category"], concern["subcategory"])))),
        (_("Delt"), _at(concern["shared_at"])),
        (_("Snakket med foresatte"), _day(concern["talked_with_guardians_on"])),
        (_("Snakket med barnet"), _day(concern["talked_with_child_on"])),
        (_("Hvorfor ikke snakket med barnet"), concern["no_child_talk_reason"]),
        (_("Hvorfor ikke tiltak for barnet"), concern["no_child_measure_reason"]),
        (_("Ikke vist for foresatte fordi"), concern["kept_from_guardians"]),
        (_("Avsluttet"), _at(concern["ended_at"])),
        (_("Hvorfor avsluttet"), concern["ended_reason"]),
    )
    for label, text in (
        (_("Bakgrunn"), concern["background"]),
        (_("Det som er rundt barnet"), concern["context"]),
        (_("Det barnet sier"), concern["child_view"]),
        (_("Slik er barnets syn vektlagt"), concern["disagreement_weighed"]),
    ):
        if text:
            yield Heading(2, label)
            yield Paragraph(text)
    yield from _list_of(_("Mål"), [_goal(goal) for goal in concern["goals"]], level=2)
    yield from _list_of(
        _("Hva som holder utfordringen ved like"),
        [f"{factor['kind']}: {factor['text']}" for factor in concern["factors"]],
        level=2,
    )
    if concern["measures"]:
        yield Heading(2, _("Tiltak"))
        for measure in concern["measures"]:
            yield from _measure(measure)
    for ladder in concern["ladders"]:
        steps = [
            f"{step['text']} – {step['state']} {_day(step['done_on'])}".strip() for step in ladder["steps"]
        ]
        yield from _list_of(_("Trapp: %(title)s") % {"title": ladder["title"]}, steps, level=2)
    yield from _words(_("Notater"), concern["notes"], level=2)


def _measure(measure):
    evaluation = measure["evaluation"] or {}
    yield Heading(3, measure["description"])
    yield _facts(
        (_("Hvor"), measure["where"]),
        (_("Type"), measure["type"]),
        (_("Tilstand"), measure["state"]),
        (_("Ansvarlig"), ", ".join(measure["owners"])),
        (_("I gang innen"), _day(measure["start_by"])),
        (_("Evalueres innen"), _day(measure["evaluate_by"])),
        (_("Evaluert"), _day(evaluation.get("evaluated_on", ""))),
        (_("Evaluering"), evaluation.get("outcome", "")),
        (_("Ord om hvordan det gikk"), evaluation.get("words", "")),
    )


def _meeting(meeting, *, level):
    yield _facts(
        (_("Tid"), _at(meeting["at"])),
        (_("Form"), meeting["form"]),
        (_("Tilstand"), meeting["state"]),
        (_("Leder"), meeting["chair"]),
        (_("Skriver"), meeting["writer"]),
        (_("Avlyst fordi"), meeting["cancelled_reason"]),
    )
    if meeting["people"]:
        there = {True: _("Ja"), False: _("Nei")}
        rows = tuple((each["name"], each["role"], there[each["was_there"]]) for each in meeting["people"])
        yield Table(_("Invitert"), (_("Navn"), _("Rolle"), _("Var der")), rows)
    for part in meeting["minutes"]:
        yield Heading(level, part["heading"])
        yield Paragraph(part["text"])
    agreed = [
        f"{each['name']}, {_at(each['at'])}: {_('Bekreftet') if each['agrees'] else each['words']}"
        for each in meeting["confirmations"]
    ]
    yield from _list_of(_("Bekreftelser"), agreed, level=level)


def _around(log):
    yield PageBreak()
    yield Heading(1, _("Hvem som har vært med"))
    rows = tuple(
        (each["name"], each["role"], each["unit"], _at(each["from"]), _at(each["to"]))
        for each in log["people"]
    )
    if rows:
        header = (_("Navn"), _("Rolle"), _("Enhet"), _("Fra"), _("Til"))
        yield Table(_("Plasser i loggen"), header, rows)
    consents = [
        f"{each['given_by']}: {each['form']}, {_day(each['signed_on'])} – {_day(each['valid_until'])}"
        + (f" ({each['limits']})" if each["limits"] else "")
        for each in log["consents"]
    ]
    yield from _list_of(_("Samtykker"), consents)
    if log["former"]:
        yield Heading(1, _("Slik sto det før"))
        for each in log["former"]:
            yield Heading(2, _("Sto til %(at)s") % {"at": _at(each["until"])})
            yield _facts(*((_labels()[name], text) for name, text in each["words"].items()))
    if log["events"]:
        yield Heading(1, _("Det som har skjedd"))
        rows = tuple(
            (_at(each["at"]), each["sentence"], ", ".join(filter(None, (each["actor"], each["title"]))))
            for each in log["events"]
        )
        yield Table(_("Hendelser"), (_("Når"), _("Hva"), _("Hvem")), rows, (2, 5, 4))


def _words(heading, words, *, level):
    if words:
        yield Heading(level, heading)
        for word in sorted(words, key=lambda each: (each["at"], sort_key(each["author"]))):
            kept = _("Ikke vist for foresatte fordi: %(why)s") % {"why": word["kept_from_guardians"]}
            head = ", ".join(filter(None, (_at(word["at"]), word["author"], word["title"])))
            lines = (head, word["text"], kept if word["kept_from_guardians"] else "")
            yield Paragraph("\n".join(line for line in lines if line))


def _list_of(heading, items, *, level=1):
    if items:
        yield Heading(level, heading)
        yield Bullets(tuple(items))


def _goal(goal):
    dates = [_("satt %(on)s") % {"on": _at(goal["written_at"])}]
    if goal["reached_on"]:
        dates.append(_("nådd %(on)s") % {"on": _day(goal["reached_on"])})
    if goal["replaced_at"]:
        dates.append(_("byttet ut %(on)s") % {"on": _at(goal["replaced_at"])})
    sign = _("Tegn på at vi er der: %(sign)s") % {"sign": goal["success_indicator"]}
    return "\n".join(
        filter(
            None, (f"{goal['kind']}: {goal['text']} ({', '.join(dates)})", goal["success_indicator"] and sign)
        )
    )


def _facts(*rows):
    return Facts(tuple((label, value) for label, value in rows if value))


def _labels():
    return {
        "title": _("Tittel"), "background": _("Bakgrunn"), "context": _("Det som er rundt barnet"),
        "child_view": _("Det barnet sier"), "disagreement_weighed": _("Slik er barnets syn vektlagt"),
        "no_child_talk_reason": _("Hvorfor ikke snakket med barnet"),
        "no_child_measure_reason": _("Hvorfor ikke tiltak for barnet"), "description": _("Tiltak"), "arena": _("Hvor"),
        "type": _("Type"), "start_by": _("I gang innen"), "evaluate_by": _("Evalueres innen"), "text": _("Tekst"),
        "success_indicator": _("Tegn på at vi er der"),
    }  # fmt: skip


def _at(text):
    return f"{datetime.fromisoformat(text):%-d.%-m.%Y kl. %H.%M}" if "T" in text else _day(text)


def _day(text):
    return f"{date.fromisoformat(text):%-d.%-m.%Y}" if text else ""
