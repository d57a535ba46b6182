"""Turns parts of a history from another municipality into lines that a page, a paper and a family's package show. No queries.

The words stand as they came: nothing of them is a link, a state or a date of this log (ADR 0044).
"""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.kernel.clock import local
from stafett.register.rules import is_protected
from stafett.relay_log.views import presenting as log_presenting
from stafett.transfers.enums import CarriedKind

OTHER = "other"


@dataclass(frozen=True)
class Told:
    """One part to read: what it is, its heading, (term, value) of what was filled in, and lists under a heading each."""

    kind: str
    heading: str
    facts: tuple[tuple[str, str], ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Tried:
    """A measure that was evaluated there: what was done, how it went by an EvaluationOption or "other", and the words."""

    outcome: str
    description: str
    where: str
    words: str


def origin(package, child) -> str:
    """Where a package came from, as everybody may read it: beside a protected child no place is named (L-27)."""
    return _("En annen kommune") if is_protected(child.protection) or not package.origin else package.origin


def source(row, child) -> str:
    """Whose words these are, and who took them in: "fra <kommune>, hentet inn <dag> av <navn>"."""
    said = {
        "origin": origin(row.package, child),
        "day": f"{local(row.taken_in_at):%-d.%-m.%Y}",
        "name": row.taken_in_by.name,
    }
    return _("Fra %(origin)s, hentet inn %(day)s av %(name)s") % said


def learned(contents: Iterable[dict]) -> list[tuple[str, list[Tried]]]:
    """(heading, measures) of the concerns among parts: what went on every day first, then what worked, and what did not
    (S001-45, S001-46). A way to say how it went that this version does not know comes last."""
    tried = [found for concern in contents for found in _tried(concern)]
    headings = [
        *((str(option), heading) for option, heading in log_presenting.LEARNED),
        (OTHER, _("Annet som er evaluert")),
    ]
    groups = [(heading, [each for each in tried if each.outcome == option]) for option, heading in headings]
    return [(str(heading), found) for heading, found in groups if found]


def told(kind: str, content: dict) -> Told:
    """One part as lines, by its CarriedKind."""
    return _TELLERS[CarriedKind(kind)](content)


def day(text: str) -> str:
    """A day in somebody else's file (ISO, perhaps with a time) as it is written in Norway; empty when it is no day."""
    try:
        return f"{date.fromisoformat(text[:10]):%-d.%-m.%Y}"
    except ValueError:
        return ""


def _tried(concern) -> Iterator[Tried]:
    for measure in concern["measures"]:
        if evaluation := measure["evaluation"]:
            outcome = _outcomes().get(evaluation["outcome"], OTHER)
            yield Tried(outcome, measure["description"], measure["where"], evaluation["words"])


@functools.cache
def _outcomes() -> dict[str, str]:
    """Each way to say how a measure went, by its label in every language a package may be written in."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found |= {str(option.label): str(option) for option, _heading in log_presenting.LEARNED}
    return found


def _concern(said):
    facts = (
        (_("Tilstand"), said["state"]), (_("Kategori"), said["category"]), (_("Bakgrunn"), said["background"]),
        (_("Rundt barnet"), said["context"]), (_("Barnets eget syn"), said["child_view"]),
        (_("Slik har vi lagt vekt på barnets syn:"), said["disagreement_weighed"]),
        (_("Avsluttet fordi:"), said["ended_reason"]),
    )  # fmt: skip
    lists = (
        (_("Mål"), [_goal(each) for each in said["goals"]]),
        (_("Hva holder utfordringen ved like?"), [f"{each['kind']}: {each['text']}" for each in said["factors"]]),
        (_("Tiltak"), [_measure(each) for each in said["measures"]]),
        *((each["title"], [_joined(step["text"], step["state"]) for step in each["steps"]]) for each in said["ladders"]),
        (_("Notater"), [f"{_joined(each['author'], day(each['at']))}: {each['text']}" for each in said["notes"]]),
    )  # fmt: skip
    return _told(CarriedKind.CONCERN, said["title"], facts, lists)


def _goal(said):
    reached = _("nådd %(day)s") % {"day": day(said["reached_on"])} if said["reached_on"] else ""
    return _joined(said["text"], said["success_indicator"], reached)


def _measure(said):
    evaluation = said["evaluation"]
    how = f"{evaluation['outcome']}. {evaluation['words']}".strip() if evaluation else said["state"]
    where = _joined(said["where"], *said["owners"])
    return f"{said['description']} ({where}): {how}"


def _meeting(said):
    people = [_joined(each["name"], each["role"]) for each in said["people"] if each["was_there"]]
    minutes = [
        f"{part['heading']}: {part['text']}" if part["text"] else part["heading"] for part in said["minutes"]
    ]
    lists = ((_("Var der"), people), (_("Referat"), minutes))
    return _told(CarriedKind.MEETING, _joined(day(said["at"]), said["kind"]), (), lists)


def _words(kind):
    return lambda said: _told(
        kind, str(kind.label), ((_joined(said["author"], day(said["at"])), said["text"]),), ()
    )


def _childs_goal(said):
    return _told(
        CarriedKind.CHILDS_GOAL,
        str(CarriedKind.CHILDS_GOAL.label),
        ((day(said["written_at"]), said["text"]),),
        (),
    )


def _summary(said):
    return _told(CarriedKind.SUMMARY, str(CarriedKind.SUMMARY.label), (("", said["text"]),), ())


def _told(kind, heading, facts, lists):
    """What was filled in, and nothing else."""
    return Told(
        kind=str(kind),
        heading=heading or str(kind.label),
        facts=tuple((str(term), value) for term, value in facts if value),
        lists=tuple((str(term), tuple(lines)) for term, lines in lists if lines),
    )


def _joined(*words):
    return ", ".join(filter(None, words))


_TELLERS = {
    CarriedKind.CONCERN: _concern,
    CarriedKind.MEETING: _meeting,
    CarriedKind.BRIGHT_SPOT: _words(CarriedKind.BRIGHT_SPOT),
    CarriedKind.NOTE: _words(CarriedKind.NOTE),
    CarriedKind.CHILDS_GOAL: _childs_goal,
    CarriedKind.SUMMARY: _summary,
}
