"""The wheel in people's own calendars: a file to bring along, and a secret address that keeps up (S000-20, ADR 0031)."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.annual_wheel import operations
from stafett.annual_wheel.enums import TaskState
from stafett.annual_wheel.forms.doing import NoWordsForm
from stafett.annual_wheel.queries import feeds, reach, wheels
from stafett.annual_wheel.queries.wheels import OWN, Voice
from stafett.annual_wheel.rules.feed import Entry, wheel_calendar
from stafett.kernel import clock

UNIT = {"of": reach.reachable_unit, "facts": reach.facts_about_unit, "read": False}
WHEEL = {"of": reach.reachable_wheel, "facts": reach.facts_about_wheel, "read": False}
CALENDAR = "text/calendar; charset=utf-8"


@page(Action.READ_WHEEL, **UNIT, methods=("GET", "POST"))
def wheel_calendar_page(request, unit):
    """One's own address to the unit's wheel: made here, shown this once, made anew or closed when one likes."""
    form = NoWordsForm(request.POST or None)
    made = attempt(request, form, operations.make_feed, unit=unit)
    context = {
        "unit": unit, "form": form, "feed": feeds.own_feed(request.actor.person_id, unit.pk),
        "address": _address(request, made) if hasattr(made, "token") else "",
        "years": wheels.years_of(unit.pk), "newest": wheels.newest_of(unit.pk),
    }  # fmt: skip
    response = render(request, "annual_wheel/calendar.html", context, status=200 if made else form.status)
    response["Cache-Control"] = "no-store"
    return response


@page(Action.READ_WHEEL, **UNIT, methods=("POST",))
def wheel_calendar_end(request, unit):
    """Close the address."""
    operations.end_feed(actor=request.actor, unit=unit)
    messages.success(request, _("Adressen er stengt. Kalenderen får ikke noe mer herfra."))
    return redirect("wheel_calendar", unit.pk)


@page(Action.READ_WHEEL, **WHEEL)
def wheel_file(request, wheel):
    """The wheel as a file for the unit's own plan, its own tasks too."""
    seen = wheels.seen(wheel, voice=Voice.of(request.actor), today=request.today)
    entries = _entries(request, seen, own_words=True)
    name = _("Årshjul – %(unit)s") % {"unit": seen.unit_name}
    response = HttpResponse(wheel_calendar(entries, name=name, made_at=clock.now()), content_type=CALENDAR)
    response["Content-Disposition"] = content_disposition_header(True, f"arshjul-{seen.year}.ics")
    return response


@page(Action.READ_CALENDAR_FEED, public=True, read=False, limit="calendar_feed")
def wheel_feed(request, municipality, token):
    """What a calendar reads at a secret address: days and the model's own titles, nothing a unit has written itself."""
    found = feeds.feed_behind(municipality, token, today=request.today)
    if found is None:
        raise Http404
    with translation.override(found.language):
        entries = [entry for wheel in found.wheels for entry in _entries(request, wheel, own_words=False)]
        name = _("Årshjul – %(unit)s") % {"unit": found.unit_name}
        text = wheel_calendar(entries, name=name, made_at=clock.now())
    response = HttpResponse(text, content_type=CALENDAR)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _entries(request, wheel, *, own_words):
    for task in wheel.tasks:
        months = [month for month, _state in task.months] or ([task.month] if task.month else [])
        url = request.build_absolute_uri(reverse("wheel_task", args=[task.id]))
        for month in months if task.state != TaskState.AWAY else ():
            yield Entry(task.id, month, wheel.year, _title(task, own_words), url)


def _title(task, own_words):
    if own_words:
        return task.title
    return _("Egen oppgave i årshjulet") if task.origin == OWN else task.starter_title


def _address(request, feed):
    place = feeds.place_of(feed.municipality_id)
    return request.build_absolute_uri(
        reverse("wheel_feed", kwargs={"municipality": place, "token": feed.token})
    )
