"""Values for the pages of self-assessment: titles, answers and numbers in words, states, and the small picture of a row."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stafett.kernel.dates import school_year_of
from stafett.self_assessment import rules
from stafett.self_assessment.content import library
from stafett.self_assessment.content.library import Question, Sheet
from stafett.self_assessment.enums import AssessmentKind, Scale
from stafett.self_assessment.queries.assessments import Line
from stafett.self_assessment.rules import Period

MONTHS = {AssessmentKind.DECEMBER: "des.", AssessmentKind.MAY: "mai", AssessmentKind.YEAR: "juni"}
STEP, LIFT = 24, 12  # the picture's units between periods, and between levels


@dataclass(frozen=True)
class Dot:
    """One answer in the picture: where it stands, and the answer."""

    x: int
    y: int
    answer: int


@dataclass(frozen=True)
class Picture:
    """A row of answers as a line: its size, its dots, and the stretches between answers that follow each other."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    lines: tuple[tuple[Dot, Dot], ...]


def language_of(request) -> str:
    """The language forms are shown in to a reader: nynorsk to who reads that, else bokmål."""
    return "nn" if request.actor.locale == "nn" else "nb"


def sheet_of(request, assessment) -> Sheet:
    """The form of a report in the reader's language and the version it was begun in."""
    return library.sheet(
        assessment.kind,
        assessment.form_version,
        language=language_of(request),
        model=request.actor.model_alias,
    )


def period_title(period: Period) -> str:
    """A period in words: "Egenvurdering i desember 2026"."""
    return f"{period.kind.label} {period.year}"


def short_title(period: Period) -> str:
    """A period as a heading of a column: "des. 2026"."""
    return f"{MONTHS[period.kind]} {period.year}"


def title_of(assessment) -> str:
    """A report in words."""
    return period_title(Period(AssessmentKind(assessment.kind), assessment.school_year))


def answered(sheet: Sheet, answers: dict) -> dict[str, str]:
    """Question key -> its answer in words; nothing for those that are not answered."""
    return {each.key: _in_words(each, answers[each.key]) for each in sheet.questions if answers.get(each.key)}


def missing(sheet: Sheet, answers: dict) -> int:
    """How many questions with a scale are left before it can be sent."""
    return len(rules.missing([each.key for each in sheet.scales], answers=answers))


def numbers_in_words(numbers: dict) -> list[tuple[str, str]]:
    """(what is counted, the number in words), in order; empty when nothing has been counted."""
    if not numbers.get("counted_on"):
        return []
    labels = {
        "open_logs": _("Åpne logger"),
        "level_two_or_three": _("Av dem på nivå 2 eller 3"),
        "weeks_to_measure": _("Uker fra oppmerksomhet til første tiltak"),
        "evaluated_on_time": _("Evaluert i tide, omtrent"),
        "guardian_there": _("Møter der foresatte var med, omtrent"),
        "child_there": _("Møter der barnet var med, omtrent"),
        "written_live": _("Møter der loggen ble skrevet underveis, omtrent"),
    }
    return [(label, _number(key, numbers.get(key))) for key, label in labels.items()]


def state_of(line: Line, *, today: date) -> tuple[str, str]:
    """(kind of tag, words) for a report of one's own unit."""
    if line.draft:
        return ("draft", _("Utkast")) if not line.sent else ("draft", _("Ny utgave under arbeid"))
    if line.sent:
        return "done", _("Sendt inn")
    return _not_sent(line, today)


def received(line: Line, *, today: date) -> tuple[str, str]:
    """(kind of tag, words) for a report as the leader of the area sees it."""
    if line.sent:
        return ("done", _("Lest")) if line.sent.is_read else ("info", _("Ny"))
    return _not_sent(line, today)


def periods_to_choose(today: date) -> list[Period]:
    """The periods of last school year and this, oldest first, as far as they have opened."""
    years = (school_year_of(today) - 1, school_year_of(today))
    both = [Period(kind, year) for year in years for kind in AssessmentKind]
    return [period for period in both if rules.opens_on(period) <= today] or both[:1]


def nearest(periods: list[Period], today: date) -> Period:
    """The period whose day comes next among those that are open, else the last that was due."""
    ahead = [period for period in periods if rules.due_on(period) >= today]
    return min(ahead, key=rules.due_on) if ahead else max(periods, key=rules.due_on)


def period_links(periods: list[Period], chosen: Period) -> list[dict]:
    """The periods as tabs."""
    address = reverse("area_assessments")
    return [
        {"label": short_title(each), "href": f"{address}?periode={each.name}", "current": each == chosen}
        for each in periods
    ]


def picture_of(answers: tuple[int | None, ...]) -> Picture:
    """A row of answers as a line from period to period; a gap where nothing was answered."""
    dots = [
        Dot(STEP // 2 + STEP * at, LIFT * (len(Scale) - answer) + LIFT // 2, answer) if answer else None
        for at, answer in enumerate(answers)
    ]
    pairs = zip(dots, dots[1:], strict=False)
    lines = tuple((one, other) for one, other in pairs if one and other)
    return Picture(STEP * max(len(answers), 1), LIFT * len(Scale), tuple(dot for dot in dots if dot), lines)


def differing(form, theirs: dict) -> list[tuple[str, str]]:
    """What a colleague has saved meanwhile where it is another than what was typed: (question, answer in words)."""
    return [
        (question.text, _in_words(question, theirs[question.key]) if theirs.get(question.key) else "–")
        for question in form.sheet.questions
        if str(theirs.get(question.key, "")) != str(form[question.key].value() or "")
    ]


def _in_words(question: Question, answer) -> str:
    return str(Scale(answer).label) if question.is_scale else str(answer)


def _number(key, number):
    if number is None:
        return _("vises ikke: for få")
    if key in ("open_logs", "level_two_or_three"):
        return str(number)
    if key == "weeks_to_measure":
        return ngettext("%(num)s uke", "%(num)s uker", number) % {"num": number}
    return f"{number} %"


def _not_sent(line, today):
    if not line.is_open:
        return "private", _("Ikke åpnet ennå")
    return ("overdue", _("Over tiden")) if today > line.due_on else ("soon", _("Ikke sendt inn"))
