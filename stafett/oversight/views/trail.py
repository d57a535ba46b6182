"""Personvernombudet searches the trail: by child, by employee, by period and kind; and takes out a list."""

import csv

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from stafett.access.enums import Action
from stafett.access.guard import page
from stafett.kernel.cells import cell
from stafett.kernel.ids import parse_id
from stafett.oversight import operations, queries
from stafett.oversight.forms import LookUpForm, SearchForm
from stafett.oversight.queries import people, search
from stafett.oversight.queries.search import Search
from stafett.oversight.views import telling


@page(Action.SEARCH_TRAIL, methods=("GET", "POST"), limit="search")
def trail(request):
    """Everything in a period; and finding the child or the employee to look closer at."""
    form = LookUpForm(request.POST or None)
    found = _looked_up(request, form)
    status = 422 if request.method == "POST" and found is None else 200
    return _shown(request, look_up=form, found=found, status=status)


@page(Action.SEARCH_TRAIL, of=queries.child)
def trail_of_child(request, child):
    """What has been read and done about one child. `ansatt` in the address narrows it to one employee."""
    return _shown(request, child=child, employee_id=parse_id(request.GET.get("ansatt", "")))


@page(Action.SEARCH_TRAIL, of=queries.employee)
def trail_of_employee(request, employee):
    """What one employee has read and done."""
    return _shown(request, employee=employee, employee_id=employee.pk)


@page(Action.EXPORT_TRAIL, methods=("POST",), step_up=True, limit="data_export")
def trail_export(request):
    """The same search as a list for a spreadsheet; its own row in the trail, and asked for with a fresh login."""
    return _list(request)


@page(Action.EXPORT_TRAIL, of=queries.child, methods=("POST",), step_up=True, limit="data_export")
def trail_export_of_child(request, child):
    """A list of what has been read and done about one child."""
    return _list(request, child=child)


def _shown(request, *, child=None, employee=None, employee_id=None, look_up=None, found=None, status=200):
    form = SearchForm(request.GET, today=request.today)
    asked = _search(form, child=child, employee_id=employee_id)
    rows, older = search.entries_of(asked, before=_number(request.GET.get("eldre", "")))
    units = people.unit_names_of(row.child_id for row in rows if row.child_id) if child is None else {}
    context = {
        "rows": [telling.entry(row, unit_name=units.get(row.child_id)) for row in rows],
        "form": form,
        "look_up": look_up,
        "found": found,
        "child": child,
        "employee": employee,
        "employee_id": employee_id,
        "query": _query(asked),
        "older": older,
    }
    return render(request, "oversight/trail.html", context, status=status)


def _looked_up(request, form):
    """Children and employees with the name that was sent; None when nothing was, or it could not be read."""
    if request.method != "POST" or not form.is_valid():
        return None
    name = form.cleaned_data["name"]
    found = {"children": people.children_named(name), "employees": people.employees_named(name)}
    operations.look_up(actor=request.actor, **found)
    return found


def _search(form, *, child=None, employee_id=None):
    form.is_valid()  # what cannot be read is told of beside the field, and the usual days are shown
    return Search(
        period=form.period,
        kind=form.kind,
        child_id=child.pk if child else None,
        employee_id=employee_id,
    )


def _query(asked):
    """The search as it stands in the address: days and kind, and never a name."""
    return {"fra": asked.period.first.isoformat(), "til": asked.period.last.isoformat(), "slag": asked.kind}


def _list(request, *, child=None):
    form = SearchForm(request.POST, today=request.today)
    asked = _search(form, child=child, employee_id=parse_id(request.POST.get("ansatt", "")))
    operations.export_trail(actor=request.actor, search=asked, child=child, rows=search.count_of(asked))
    where = {"municipality_id": request.actor.municipality_id, "last_number": search.newest_number()}
    lines = _lines(asked, language=translation.get_language(), **where)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="spor.csv"'
    return response


def _lines(asked, *, language, **where):
    """The list, a line at a time, in the language of whoever asked, for the request's own is over when this runs.

    Semicolons and a byte order mark are how a spreadsheet here reads Norwegian.
    """
    line = csv.writer(_Echo(), delimiter=";")
    with translation.override(language):
        heads = (_("Nummer"), _("Tid"), _("Navn"), _("Stilling"), _("Slag"), _("Plass i loggen"), _("Hva"))
        yield "\ufeff" + line.writerow(heads)
        for row in search.every_entry_of(asked, **where):
            yield line.writerow([cell(each) for each in _cells(telling.entry(row))])


def _cells(told):
    at = f"{told.at:%Y-%m-%d %H:%M:%S}"
    return (told.number, at, told.who, told.title, told.kind[1], told.relation, told.sentence)


class _Echo:
    """A file that gives back what is written."""

    def write(self, text):
        return text


def _number(text):
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
