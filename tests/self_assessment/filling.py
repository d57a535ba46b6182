"""Writes and sends reports through the product's own operations. Elle and Aslaug lead schools in the area Torbjørn leads."""

from datetime import date, datetime, time

from stafett.demo import cast
from stafett.identity import sessions
from stafett.kernel import clock
from stafett.kernel.clock import NORWAY
from stafett.register.models import Unit
from stafett.register.tenancy import within
from stafett.self_assessment import operations
from stafett.self_assessment.content import library
from stafett.self_assessment.enums import AssessmentKind
from stafett.self_assessment.models import Assessment
from stafett.self_assessment.rules import Period

HERE = cast.EKSEMPELVIK.id
IN_DECEMBER = date(2026, 12, 1)
UNITS = {"elle": "eksempelvik_school", "aslaug": "fabelasen_school"}
DECEMBER = Period(AssessmentKind.DECEMBER, 2026)
MAY = Period(AssessmentKind.MAY, 2026)
YEAR = Period(AssessmentKind.YEAR, 2026)


def on_day(day=IN_DECEMBER, hour=9):
    """Let it be nine o'clock on another day, inside a `with`."""
    return clock.set_to(datetime.combine(day, time(hour), NORWAY))


def actor(key, day=IN_DECEMBER):
    """A person of the cast as an actor that day; must run within the place."""
    return sessions.actor_of(cast.person(key).id, today=day)


def answers_for(kind=AssessmentKind.DECEMBER, scale=3, **changed):
    """An answer to every question."""
    sheet = library.sheet(kind, library.newest(kind), language="nb", model="BTI")
    return {
        each.key: scale if each.is_scale else "Vi møtes hver måned." for each in sheet.questions
    } | changed


def a_draft(by="elle", *, period=DECEMBER, day=IN_DECEMBER, **changed):
    """A report that is answered and not sent."""
    with on_day(day), within(HERE):
        unit = Unit.objects.get(pk=cast.unit(UNITS[by]).id)
        draft = operations.start_assessment(actor=actor(by, day), unit=unit, period=period, today=day)
        given = answers_for(period.kind, **changed)
        return operations.save_answers(
            actor=actor(by, day), assessment=draft, answers=given, version=draft.version
        )


def a_sent(by="elle", *, period=DECEMBER, day=IN_DECEMBER, **changed):
    """A report that is sent."""
    return send(a_draft(by, period=period, day=day, **changed), by=by, day=day)


def send(draft, *, by="elle", day=IN_DECEMBER):
    """Send a draft."""
    with on_day(day), within(HERE):
        return operations.submit_assessment(actor=actor(by, day), assessment=draft, today=day)


def stored(assessment):
    """The report as it is stored now."""
    with within(HERE):
        return Assessment.objects.get(pk=assessment.pk)
