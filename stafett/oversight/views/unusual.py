"""Unusual reading: the list, and one reading to look at and say something about."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import attempt, page
from stafett.audit.enums import EntryKind
from stafett.kernel.ids import parse_id
from stafett.oversight import operations, queries
from stafett.oversight.enums import Sign
from stafett.oversight.forms import ReviewForm, WatchForm
from stafett.oversight.queries import search, unusual
from stafett.oversight.queries.search import Search
from stafett.oversight.rules.periods import Period
from stafett.oversight.views import telling
from stafett.oversight.views.readers import page_number

SHOWN = 30


@page(Action.REVIEW_READING)
def unusual_readings(request):
    """Readings that carry a sign, those nobody has looked at first (SEC-08)."""
    form = WatchForm(request.GET, today=request.today)
    form.is_valid()
    found = unusual.unusual_readings(form.period, many_children=settings.MANY_CHILDREN)
    number = page_number(request)
    start = (number - 1) * SHOWN
    context = {
        "form": form,
        "signs": list(Sign),
        "readings": found[start : start + SHOWN],
        "waiting": sum(not each.is_reviewed for each in found),
        "count": len(found),
        "page": number,
        "more": len(found) > start + SHOWN,
        "query": {"fra": form.period.first.isoformat(), "til": form.period.last.isoformat()},
    }
    return render(request, "oversight/unusual.html", context)


@page(Action.REVIEW_READING, of=queries.child, methods=("GET", "POST"))
def reading_review(request, child, reader, day):
    """One person's reading about a child on one day: what was opened, why it is shown, and what came of looking."""
    about = {"reader_id": parse_id(str(reader)), "many_children": settings.MANY_CHILDREN}
    read_on = _day(day)
    reading = unusual.reading_of(child_id=child.pk, day=read_on, **about)
    if reading is None:
        raise Http404
    form = ReviewForm(request.POST or None)
    if attempt(request, form, operations.review_reading, child=child, read_on=read_on, **about):
        messages.success(request, _("Det du fant ut, er lagret."))
        return redirect("unusual_readings")
    asked = Search(
        Period(read_on, read_on), kind=EntryKind.READ, child_id=child.pk, employee_id=reading.reader_id
    )
    rows, _older = search.entries_of(asked)
    context = {"child": child, "reading": reading, "rows": [telling.entry(row) for row in rows], "form": form}
    return render(request, "oversight/reading_review.html", context, status=form.status)


def _day(text) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None
